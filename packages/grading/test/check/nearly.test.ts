import { checkBook } from "@zhengyou/grading"
import { describe, expect, it } from "vitest"
import { plain, plainWith } from "../books.ts"
import {
  criterion,
  eligibility,
  gate,
  gated,
  honoured,
  limited,
  on,
  panel,
  quota,
  recognition,
  share,
  two,
  vetoed
} from "./parts.ts"

const halfLetters = { kind: "letters", letters: ["1/2", 0].map((part, i) => ({ label: `l${i}`, share: part })) }

/** Books that look unwise and are not, each with the findings that it has for other reasons. */
const nearly: Readonly<Record<string, { readonly edit: object; readonly other?: ReadonlyArray<string> }>> = {
  "a band that is reached where a criterion of low points is left out": {
    edit: {
      criteria: [
        { ...criterion, maximum: 50 },
        { ...criterion, id: "d", name: "d", maximum: 50, missing: "exclude", scoring: halfLetters }
      ],
      panels: [{ ...panel, missing: "exclude" }]
    },
    other: ["GainsByMissing"]
  },
  "a band that is reached by a bonus only": {
    edit: {
      ...on({ kind: "letters", letters: ["0.85", 0].map((part, i) => ({ label: `l${i}`, share: part })) }),
      adjustments: [{ id: "b", name: "b", kind: "bonus", on: { total: true }, cap: 5 }]
    }
  },
  "a low band that is for those whose missing score counts nought": {
    edit: {
      criteria: [{ ...criterion, missing: "zero", scoring: { kind: "deduct", floor: 60 } }],
      panels: [{ ...panel, missing: "exclude" }]
    },
    other: ["UnscoredIsGraded"]
  },
  "a low band that a deduction leads to": {
    edit: {
      ...on({ kind: "deduct", floor: 60 }),
      adjustments: [{ id: "d", name: "d", kind: "deduction", on: { total: true }, cap: "0.01" }]
    }
  },
  "weights in proportion": { edit: two([2, 3]) },
  thirds: { edit: { panels: ["1/3", "1/3", "1/3"].map((weight, i) => ({ ...panel, id: `p${i}`, weight })) } },
  "panels whose weights total one, of which some score a criterion": {
    edit: {
      criteria: ["c", "d"].map((id) => ({ ...criterion, id, maximum: 50 })),
      panels: ["0.2", "0.4", "0.4"].map((weight, i) => ({
        ...panel,
        id: `p${i}`,
        weight,
        ...(i > 0 ? { criteria: ["d"] } : {})
      }))
    }
  },
  "a gate that fires only for want of a fact": {
    edit: gated(gate("g", { fact: "rate", op: ">", value: 1, ifUnknown: true }, { atMost: "C" }))
  },
  "a milder gate whose condition is wider": {
    edit: gated(
      gate("g", { fact: "rate", op: "<", value: "0.8" }, { atMost: "D" }),
      gate("h", { fact: "rate", op: "<", value: "0.9" }, { atMost: "C" })
    )
  },
  "a stricter gate whose condition is narrower": {
    edit: gated(
      gate("g", vetoed, { atMost: "C" }),
      gate("h", { all: [vetoed, { fact: "rate", op: "<", value: "0.5" }] }, { notGraded: true })
    )
  },
  "a gate at one point of a range": {
    edit: gated(gate("g", { fact: "rate", op: ">=", value: 1 }, { atMost: "C" }))
  },
  "two rules of eligibility that meet in one point": {
    edit: eligibility({ fact: "rate", op: ">=", value: "0.8" }, { fact: "rate", op: "<=", value: "0.8" })
  },
  "a recognition beside a gate on scores that does not wait for one": {
    edit: {
      ...gated(gate("g", { fact: "score.criterion.c", op: "<", value: 50, ifUnknown: false }, { atMost: "D" })),
      recognitions: [recognition("r", honoured)]
    }
  },
  "a cap that a floor leaves something to do": {
    edit: limited(quota("cap", "A", share("0.2")), quota("floor", "B", share("0.7", "ceil")))
  },
  "a floor that fills a cap in small rounds only": {
    edit: limited(quota("floor", "B", share("0.1", "ceil")), quota("cap", "B", share("0.4")))
  }
}

describe("proof-reading is silent on", () => {
  it.each(Object.entries(nearly))("%s", (_, { edit, other }) => {
    expect(checkBook(plainWith(edit)).map(({ problem }) => problem._tag)).toEqual(other ?? [])
  })

  it("what is refused already: bands that overlap, and marks that do not add up", () => {
    expect(() => plainWith({ bands: [plain.bands[1], plain.bands[0]] })).toThrow(/begins at 90, not below/)
    expect(() => plainWith({ fullMarks: 120 })).toThrow(/states 120, but the weights and maxima give 100/)
  })
})
