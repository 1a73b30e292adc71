import { dateUnsafe, type FactValue, formatFactValue, type Unit } from "@zhengyou/core"
import { explain, type RuleBook, type Sheet, stepsOf } from "@zhengyou/grading"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { plainWith } from "../books.ts"
import { gradeUnsafe } from "../support.ts"
import { marked } from "./support.ts"

const asked = {
  texts: ["unit.id", "unit.type", "unit.parent"],
  numbers: [
    "unit.age.months",
    "score.total",
    "score.criterion.c",
    "score.criterion.h",
    "score.panel.p",
    "score.panel.q"
  ]
}

/** Gates that lower nobody, each of which asks for one fact. */
const gates = [
  ...asked.texts.map((fact) => ({ fact, op: "!=", value: "" })),
  ...asked.numbers.map((fact) => ({ fact, op: ">=", value: 0 })),
  { fact: "unit.founded", op: ">=", value: "1900-01-01" }
].map((when) => ({ id: when.fact, name: when.fact, when: { ...when, ifUnknown: false }, then: { atMost: "A" } }))

const criterion = (id: string, maximum: number, weight: number) => ({
  ...{ id, name: id, maximum, weight },
  missing: "exclude"
})
const panel = (id: string, rest: object = {}) => ({
  ...{ id, name: id, weight: 1, aggregate: { method: "mean" }, missing: "exclude" },
  ...rest
})

/** The heading `g` with the criterion `c`, which both panels score, and `h` with `a` and `b`. */
const parts = {
  criteria: [
    { id: "g", name: "g", items: [criterion("c", 20, 1)] },
    { id: "h", name: "h", items: [criterion("a", 10, 2), criterion("b", 10, 6)] }
  ],
  panels: [panel("p"), panel("q", { criteria: ["c"] })],
  gates
}

/** What each gate found, as text; nothing for what was not known. */
const foundBy = (book: RuleBook, unit: Unit, sheets: ReadonlyArray<Sheet>): Record<string, string | undefined> => {
  const inputs = { units: [unit], sheets, facts: [], asOf: dateUnsafe("2012-04-01") }
  const steps = stepsOf(Result.getOrThrow(explain(book, inputs, "u"))).map(({ step }) => step)
  const text = (found: FactValue | undefined) => (found === undefined ? undefined : formatFactValue(found))
  return Object.fromEntries(
    steps.flatMap((step) => (step._tag === "RuleAsked" ? [[step.rule.id, text(step.cited[0]?.found)]] : []))
  )
}

const unit: Unit = { id: "u", name: "u", type: "branch", parent: "office", founded: dateUnsafe("2010-05-01") }
const all = [marked("u", "p", "r", { a: 8, b: 6, c: 10 }), marked("u", "q", "r", { c: 14 })]

describe("what the engine knows of a unit itself", () => {
  // h is 2 · 8 + 6 · 6 = 52, c (10 + 14) / 2 = 12: 64 of 100. By p alone 52 + 10 = 62.
  it("is the unit's own data, and its scores by item, heading and panel", () => {
    expect(foundBy(plainWith(parts), unit, all)).toEqual({
      "unit.id": "u",
      "unit.type": "branch",
      "unit.parent": "office",
      "unit.founded": "2010-05-01",
      "unit.age.months": "23",
      "score.total": "64",
      "score.criterion.c": "12",
      "score.criterion.h": "52",
      "score.panel.p": "62",
      "score.panel.q": "14"
    })
  })

  it("is a day where it is a day, and can be compared with one", () => {
    const founded = { fact: "unit.founded", op: "<", value: "2010-05-02" }
    const book = plainWith({ ...parts, gates: [{ id: "old", name: "old", when: founded, then: { notGraded: true } }] })
    const { outcomes } = gradeUnsafe(book, { units: [unit], sheets: all, facts: [] })
    expect(outcomes[0]?.reasons.at(-1)).toMatchObject({
      _tag: "GateExcluded",
      cited: [{ found: { _tag: "Date", value: "2010-05-01" } }]
    })
  })

  it("is not known where the unit does not say it", () => {
    const found = foundBy(plainWith(parts), { id: "u", name: "u" }, all)
    const unknown = Object.keys(found).filter((fact) => found[fact] === undefined)
    expect(unknown).toEqual(["unit.type", "unit.parent", "unit.age.months", "unit.founded"])
  })

  // Without b the share is of 2 · 10 + 20 marks: 2 · 8 + 10 = 26 of 40, which is 65 of 100.
  it("is no subtotal of which a part is missing", () => {
    const found = foundBy(plainWith(parts), unit, [marked("u", "p", "r", { a: 8, c: 10 })])
    expect(found).toMatchObject({ "score.total": "65", "score.criterion.c": "10" })
    expect([found["score.criterion.h"], found["score.panel.p"], found["score.panel.q"]]).toEqual([
      undefined,
      undefined,
      undefined
    ])
  })

  it("is the panel's own total where panels make totals of their own", () => {
    const book = plainWith({
      ...parts,
      combine: "panels",
      rounding: { panelTotal: { mode: "ceil", digits: 0 } },
      panels: [panel("p"), panel("q", { weight: 3 })],
      gates: gates.filter(({ id }) => !id.startsWith("score.criterion"))
    })
    // By p 2 · 8 + 6 · 6 + 9.5 = 61.5, rounded up 62; by q 2 · 5 + 6 · 5 + 10 = 50; (62 + 3 · 50) / 4 = 53.
    const sheets = [marked("u", "p", "r", { a: 8, b: 6, c: "9.5" }), marked("u", "q", "r", { a: 5, b: 5, c: 10 })]
    expect(foundBy(book, unit, sheets)).toMatchObject({
      "score.total": "53",
      "score.panel.p": "62",
      "score.panel.q": "50"
    })
  })
})
