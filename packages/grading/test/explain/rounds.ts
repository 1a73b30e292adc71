import { dateUnsafe, exactUnsafe, type Fact } from "@zhengyou/core"
import { type Award, type GradingInputs, parseRuleBook, type RuleBook, type Sheet } from "@zhengyou/grading"
import { Result } from "effect"
import fc from "fast-check"
import { plain } from "../books.ts"
import { anyAggregate, anyQuotas } from "../rules/generators.ts"
import { flag, number } from "../support.ts"

const missing = fc.constantFrom("block", "zero", "exclude", "exclude")

const panel = (id: string, groups: boolean) =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(id),
    weight: fc.constantFrom("1", "2", "1/3"),
    aggregate: anyAggregate,
    per: fc.constantFrom("criterion", "sheet"),
    minimumRaters: fc.constantFrom(1, 1, 2),
    missing,
    ...(groups ? { groups: fc.constant(["g", "h"].map((one, i) => ({ id: one, name: one, weight: i + 1 }))) } : {}),
    recuse: fc.constantFrom("ownUnit" as const, undefined),
    voids: fc.constantFrom(["allEqual"], ["allFull"], [])
  })

const ifUnknown = fc.constantFrom({ ifUnknown: false }, { ifUnknown: true }, {})
const rounding = fc.constantFrom({}, { mode: "halfExpand", digits: 1 })

const parts = fc.record({
  combine: fc.constantFrom("criteria", "panels"),
  first: panel("p", false),
  second: panel("q", true),
  missing,
  unknown: fc.array(ifUnknown, { minLength: 4, maxLength: 4 }),
  rounded: fc.array(rounding, { minLength: 4, maxLength: 4 }),
  lowest: fc.constantFrom(0, 0, 30),
  quotas: fc
    .record({
      ties: fc.constantFrom("exclude", "include", "lots", "undetermined", "undetermined"),
      tieBreak: fc.constantFrom([], ["rate"], ["score.panel.q", "rate"]),
      force: fc.constantFrom("hard", "hard", "soft"),
      within: fc.constantFrom(undefined, "unit.type" as const)
    })
    .chain(({ within, ...rest }) => anyQuotas(within === undefined ? rest : { ...rest, within })),
  recognises: fc.boolean(),
  decideOn: fc.constantFrom("exact", "rounded")
})

const roundingsOf = (given: ReadonlyArray<object>) =>
  Object.fromEntries(
    ["mark", "panel", "criterion", "panelTotal"].flatMap((step, i) => {
      const one = given[i] ?? {}
      return "mode" in one ? [[step, one]] : []
    })
  )

const anyBook = parts.map(({ combine, first, second, unknown, rounded, lowest, recognises, ...rest }): RuleBook => {
  const so = (fact: string, i: number, op = "=", value: unknown = true) => ({ fact, op, value, ...unknown[i] })
  const byPanels = combine === "panels"
  const made = [first, second].map(({ per, recuse, ...one }) => ({
    ...one,
    per: byPanels ? per : "criterion",
    ...(recuse === undefined ? {} : { recuse })
  }))
  return Result.getOrThrow(
    parseRuleBook({
      ...plain,
      combine,
      facts: [
        { id: "veto", name: "veto", type: "flag" },
        { id: "honoured", name: "honoured", type: "flag" },
        { id: "rate", name: "rate", type: "number" },
        { id: "before", name: "before", type: "level" }
      ],
      criteria: [
        { id: "c", name: "c", maximum: 10, missing: rest.missing },
        { id: "d", name: "d", maximum: 10, weight: 2, missing: rest.missing, scoring: { kind: "deduct", each: "0.5" } },
        { id: "e", name: "e", maximum: 10, missing: "exclude", onlyFor: ["x"] }
      ],
      notApplicable: "rescale",
      fullMarks: 40,
      convertTo: 100,
      panels: made,
      adjustments: [
        { id: "honours", name: "honours", kind: "bonus", on: { total: true }, cap: 3 },
        { id: "faults", name: "faults", kind: "deduction", on: { total: true }, highestOnly: true },
        ...(byPanels ? [] : [{ id: "extra", name: "extra", kind: "bonus", on: { criterion: "c" } }])
      ],
      rounding: { ...roundingsOf(rounded), total: { mode: "halfExpand", digits: 0 } },
      decideOn: rest.decideOn,
      bands: [90, 80, 60, lowest].map((from, i) => ({ level: "ABCD"[i], from })),
      eligibility: [
        { id: "old", name: "old", require: { any: [so("unit.age.months", 0, ">=", 12), so("rate", 0, "<", 2)] } }
      ],
      recognitions: recognises
        ? [{ id: "direct", name: "direct", when: so("honoured", 1), level: "A", takesSeat: true }]
        : [],
      gates: [
        { id: "veto", name: "veto", when: so("veto", 2), then: { atMost: "C" } },
        {
          id: "low",
          name: "low",
          when: { all: [so("score.criterion.c", 3, "<", 2), so("rate", 3, "<", 3)] },
          then: { notGraded: true }
        },
        { id: "frozen", name: "frozen", when: so("rate", 3, "<", 1), then: { notAbove: "before" } }
      ],
      quotas: rest.quotas
    })
  )
})

const mark = fc.option(fc.constantFrom("0", "5", "8", "9", "9.5", "10", "29/3"), { nil: undefined, freq: 6 })

const anySheet = fc.record({
  panel: fc.constantFrom("p", "q"),
  group: fc.constantFrom("g", "h"),
  ofUnit: fc.constantFrom("u0", "u1", undefined),
  c: mark,
  d: mark,
  e: mark
})

const anyUnit = fc.record({
  type: fc.constantFrom("x", "y"),
  founded: fc.constantFrom("2000-01-01", "2000-01-01", "2011-06-01", undefined),
  sheets: fc.array(anySheet, { minLength: 1, maxLength: 6 }),
  veto: fc.constantFrom(true, false, false, undefined),
  honoured: fc.constantFrom(true, false, false, undefined),
  rate: fc.constantFrom("0", "1", "2", "3", undefined),
  before: fc.constantFrom("A", "B", "D", undefined),
  awards: fc.array(fc.record({ adjustment: fc.constantFrom("honours", "faults", "extra"), points: fc.nat(3) }), {
    maxLength: 3
  })
})

// Few different units, so that ties are common.
const anyUnits = fc
  .array(anyUnit, { minLength: 1, maxLength: 4 })
  .chain((different) => fc.array(fc.constantFrom(...different), { minLength: 1, maxLength: 6 }))

type Made = typeof anyUnit extends fc.Arbitrary<infer A> ? A : never

const sheetsOf = ({ sheets }: Made, unit: string): ReadonlyArray<Sheet> =>
  sheets.map(({ panel: id, group, ofUnit, ...marks }, i) => ({
    unit,
    panel: id,
    rater: `r${i}`,
    ...(id === "q" ? { group } : {}),
    ...(ofUnit === undefined ? {} : { raterUnit: ofUnit }),
    scores: Object.fromEntries(
      Object.entries(marks).flatMap(([key, one]) => (one === undefined ? [] : [[key, exactUnsafe(one)]]))
    )
  }))

const factsOf = ({ veto, honoured, rate, before }: Made, unit: string): ReadonlyArray<Fact> => [
  ...(veto === undefined ? [] : [flag(unit, "veto", veto)]),
  ...(honoured === undefined ? [] : [flag(unit, "honoured", honoured)]),
  ...(rate === undefined ? [] : [number(unit, "rate", rate)]),
  ...(before === undefined ? [] : [{ unit, fact: "before", value: { _tag: "Level" as const, value: before } }])
]

const awardsOf = ({ awards }: Made, unit: string, book: RuleBook): ReadonlyArray<Award> =>
  awards
    .filter(({ adjustment }) => book.adjustments.some(({ id }) => id === adjustment))
    .map(({ adjustment, points }, i) => ({ unit, adjustment, item: `i${i}`, points: exactUnsafe(points) }))

/** A book of any kind and a round of units under it: missing marks, recusal, voids, facts that are not known, ties. */
export const anyRound: fc.Arbitrary<{ readonly book: RuleBook; readonly inputs: GradingInputs }> = fc
  .tuple(anyBook, anyUnits, fc.constantFrom("seed", undefined))
  .map(([book, made, lotSeed]) => {
    const units = made.map(({ type, founded }, i) => ({
      id: `u${i}`,
      name: `u${i}`,
      type,
      ...(founded === undefined ? {} : { founded: dateUnsafe(founded) })
    }))
    return {
      book,
      inputs: {
        units,
        sheets: made.flatMap((one, i) => sheetsOf(one, `u${i}`)),
        facts: made.flatMap((one, i) => factsOf(one, `u${i}`)),
        awards: made.flatMap((one, i) => awardsOf(one, `u${i}`, book)),
        asOf: dateUnsafe("2012-01-01"),
        ...(lotSeed === undefined ? {} : { lotSeed })
      }
    }
  })
