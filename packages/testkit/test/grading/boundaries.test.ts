import { compareExact, exactUnsafe, formatExact } from "@zhengyou/core"
import { grade } from "@zhengyou/grading"
import { anyBook, type Boundary, boundariesOf } from "@zhengyou/testkit"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { bookWith, ordinary } from "./books.ts"

const boundaryOf = (boundaries: ReadonlyArray<Boundary>, kind: string, at: string): Boundary => {
  const found = boundaries.find((one) => one.kind === kind && one.at === at)
  if (found === undefined) throw new Error(`no boundary ${kind} ${at}`)
  return found
}

/** The total of a hit's unit as the engine has it: made by other code than what found the hit. */
const totals = (book: ReturnType<typeof bookWith>, { hits }: Boundary) =>
  hits.map(({ side, unit, inputs }) => {
    const outcome = Result.getOrThrow(grade(book, inputs)).outcomes.find((one) => one.unit === unit)
    const total = outcome !== undefined && "total" in outcome ? formatExact(outcome.total.exact) : "–"
    return [side, total, outcome !== undefined && "level" in outcome ? outcome.level : outcome?._tag]
  })

describe("the bounds of bands", () => {
  it("are hit exactly, one step below and one above", () => {
    const book = bookWith({ quotas: [] })
    expect(totals(book, boundaryOf(boundariesOf(book), "band", "bands.A"))).toEqual([
      ["below", "89.999", "B"],
      ["on", "90", "A"],
      ["above", "90.001", "A"]
    ])
  })

  it("are hit through weights of a third and headings", () => {
    const criteria = [
      { id: "h", name: "h", weight: "1/3", items: [ordinary.criteria[0], ordinary.criteria[1]] },
      { id: "i", name: "i", maximum: 7, weight: "2/7", missing: "block" }
    ]
    const book = bookWith({ criteria, fullMarks: "106/3", convertTo: 100, quotas: [] })
    expect(totals(book, boundaryOf(boundariesOf(book), "band", "bands.B"))).toEqual([
      ["below", "74.999", "C"],
      ["on", "75", "B"],
      ["above", "75.001", "B"]
    ])
  })

  it("have an edge of their own where the rounded total decides", () => {
    const book = bookWith({ decideOn: "rounded", rounding: { total: { mode: "halfExpand", digits: 1 } }, quotas: [] })
    expect(totals(book, boundaryOf(boundariesOf(book), "roundingEdge", "bands.A"))).toEqual([
      ["below", "89.9499", "B"],
      ["on", "89.95", "A"],
      ["above", "89.9501", "A"]
    ])
  })

  it("say why a side could not be hit", () => {
    const { missed } = boundaryOf(boundariesOf(bookWith()), "band", "bands.C")
    expect(missed).toMatchObject([{ side: "below", because: { en: "there are no figures below nought" } }])
  })
})

describe("comparisons", () => {
  it("of a fact are hit within its bounds, in a unit that gets as far as the gate", () => {
    const book = bookWith({ quotas: [] })
    const { hits, missed } = boundaryOf(boundariesOf(book), "comparison", "gates.rate: rate")
    expect(missed).toEqual([])
    expect(
      hits.map(({ inputs }) =>
        inputs.facts.flatMap(({ fact, value }) =>
          fact === "rate" && value._tag === "Number" ? [formatExact(value.value)] : []
        )
      )
    ).toEqual([["0.899"], ["0.9"], ["0.901"]])
    expect(
      boundaryOf(
        boundariesOf(bookWith({ gates: [{ ...ordinary.gates[0], when: { fact: "rate", op: "<", value: 1 } }] })),
        "comparison",
        "gates.rate: rate"
      ).missed
    ).toMatchObject([{ side: "above", because: { en: "beyond the bounds of rate" } }])
  })

  it("of a score and of an age are solved for", () => {
    const gates = [
      {
        id: "work",
        name: "work",
        when: { fact: "score.criterion.work", op: "<", value: "36.5" },
        then: { atMost: "C" }
      },
      { id: "self", name: "self", when: { fact: "score.panel.self", op: "<", value: 60 }, then: { atMost: "C" } },
      { id: "young", name: "young", when: { fact: "unit.age.months", op: "<", value: 12 }, then: { notGraded: true } }
    ]
    const book = bookWith({ gates })
    const boundaries = boundariesOf(book)
    for (const [kind, at] of [
      ["scoreComparison", "gates.work: score.criterion.work"],
      ["scoreComparison", "gates.self: score.panel.self"],
      ["age", "gates.young: unit.age.months"]
    ] as const) {
      expect(boundaryOf(boundaries, kind, at).hits.map(({ side }) => side)).toEqual(["below", "on", "above"])
    }
    const ages = boundaryOf(boundaries, "age", "gates.young: unit.age.months").hits
    expect(ages.map(({ inputs }) => Result.getOrThrow(grade(book, inputs)).outcomes[0]?._tag)).toEqual([
      "NotGraded",
      "Graded",
      "Graded"
    ])
  })
})

it("the cut of a quota has all seats taken, then a tie for the last one, then one unit too many", () => {
  const book = bookWith({ quotas: [{ kind: "cap", level: "A", seats: { count: 2 }, ties: "undetermined" }] })
  const { hits } = boundaryOf(boundariesOf(book), "quotaCut", "quotas.cap.A")
  expect(
    hits.map(({ inputs }) =>
      Result.getOrThrow(grade(book, inputs)).outcomes.map((one) => ("level" in one ? one.level : one._tag))
    )
  ).toEqual([
    ["A", "A", "C"],
    ["A", "Undetermined", "Undetermined"],
    ["A", "A", "B"]
  ])
})

it("numbers of raters, caps of adjustments and steps of rates have their neighbours", () => {
  const honours = { id: "honours", name: "加分", kind: "bonus", on: { total: true }, cap: 5 }
  const rate = { kind: "rate", steps: [{ from: "0.9", points: 60 }], below: 10 }
  const [work, team] = ordinary.criteria
  const book = bookWith({ adjustments: [honours], criteria: [{ ...work, scoring: rate }, team] })
  const boundaries = boundariesOf(book)
  const sheets = (kind: string, at: string, panel: string) =>
    boundaryOf(boundaries, kind, at).hits.map(({ inputs }) => inputs.sheets.filter((one) => one.panel === panel).length)
  expect(sheets("trimming", "panels.experts", "experts")).toEqual([2, 3, 4])
  expect(sheets("minimumRaters", "panels.self", "self")).toEqual([0, 1, 2])
  expect(
    boundaryOf(boundaries, "adjustmentCap", "adjustments.honours").hits.map(({ inputs }) =>
      formatExact(inputs.awards?.[0]?.points ?? { n: 0n, d: 1n })
    )
  ).toEqual(["4.75", "5", "5.25"])
  expect(boundaryOf(boundaries, "rateStep", "criteria.work").hits).toHaveLength(3)
})

it("every hit of whatever book is a round that grading takes, and a band's is where it says", () => {
  fc.assert(
    fc.property(anyBook(), (book) => {
      for (const { kind, value, hits } of boundariesOf(book)) {
        for (const { side, unit, inputs } of hits) {
          const { outcomes } = Result.getOrThrow(grade({ ...book, gates: [] }, inputs))
          if (kind !== "band") continue
          const outcome = outcomes.find((one) => one.unit === unit)
          if (outcome === undefined || !("total" in outcome)) throw new Error("no total")
          const order = { below: -1, on: 0, above: 1 }[side]
          expect(compareExact(outcome.total.exact, exactUnsafe(value))).toBe(order)
        }
      }
    }),
    { numRuns: 40, seed: 1 }
  )
})
