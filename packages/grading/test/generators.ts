import { exactUnsafe, type Fact, formatExact, times } from "@zhengyou/core"
import { parseRuleBook, type RuleBook, type Sheet } from "@zhengyou/grading"
import { Result } from "effect"
import fc from "fast-check"
import { gradeUnsafe, sheet, unit } from "./support.ts"

/** A decimal from 0 to a whole maximum, with up to two places. */
const scoreUpTo = (maximum: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: maximum * 100 }).map((hundredths) => formatExact({ n: BigInt(hundredths), d: 100n }))

/** A weight as offices write them: whole, a decimal, or a third. */
const weight = fc.oneof(
  fc.integer({ min: 1, max: 9 }).map(String),
  fc.integer({ min: 1, max: 99 }).map((n) => `0.${String(n).padStart(2, "0")}`),
  fc.constantFrom("1/3", "2/3", "1/7")
)

const aggregate = fc.oneof(
  fc.constant({ method: "mean" }),
  fc
    .record({ dropHighest: fc.integer({ min: 0, max: 2 }), dropLowest: fc.integer({ min: 0, max: 2 }) })
    .chain((drops) =>
      fc
        .integer({ min: drops.dropHighest + drops.dropLowest, max: 6 })
        .map((onlyAbove) => ({ method: "trimmedMean", ...drops, onlyAbove }))
    )
)

export interface Case {
  /** The book as JSON, without bands of interest: tests set what they are about. */
  readonly book: ReturnType<typeof bookJson>
  readonly units: ReadonlyArray<string>
  readonly sheets: ReadonlyArray<Sheet>
}

interface Parts {
  readonly criteria: ReadonlyArray<{ readonly maximum: number; readonly weight: string }>
  readonly panels: ReadonlyArray<{ readonly weight: string; readonly aggregate: object; readonly raters: number }>
}

const bookJson = ({ criteria, panels }: Parts) => ({
  format: "zhengyou/rule-book@2",
  id: "generated",
  version: "1",
  title: "generated",
  ladder: ["A", "B", "C", "D"].map((id) => ({ id, name: id })),
  facts: [{ id: "veto", name: "veto", type: "flag" }],
  criteria: criteria.map(({ maximum, weight: share }, i) => ({
    id: `c${i}`,
    name: `criterion ${i}`,
    maximum,
    weight: share,
    missing: "block"
  })),
  fullMarks: formatExact(
    criteria
      .map((one) => {
        const share = exactUnsafe(one.weight)
        return { n: share.n * BigInt(one.maximum), d: share.d }
      })
      .reduce((a, b) => exactUnsafe(`${a.n * b.d + b.n * a.d}/${a.d * b.d}`), { n: 0n, d: 1n })
  ),
  panels: panels.map((panel, i) => ({
    id: `p${i}`,
    name: `panel ${i}`,
    weight: panel.weight,
    aggregate: panel.aggregate,
    missing: "block"
  })),
  rounding: {},
  decideOn: "exact",
  bands: [{ level: "D", from: "0" }]
})

const parts: fc.Arbitrary<Parts> = fc.record({
  criteria: fc.array(fc.record({ maximum: fc.constantFrom(5, 10, 20, 100), weight }), { minLength: 1, maxLength: 4 }),
  panels: fc.array(fc.record({ weight, aggregate, raters: fc.integer({ min: 1, max: 7 }) }), {
    minLength: 1,
    maxLength: 3
  })
})

/** A book and complete sheets of some units: every rater of every panel has scored every criterion. */
export const gradingCase = (units: { readonly min: number; readonly max: number }): fc.Arbitrary<Case> =>
  parts.chain((made) =>
    fc.integer(units).chain((count) => {
      const ids = Array.from({ length: count }, (_, i) => `u${i}`)
      const slots = ids.flatMap((id) =>
        made.panels.flatMap((panel, p) =>
          Array.from({ length: panel.raters }, (_, r) => ({ id, panel: `p${p}`, rater: `r${r}` }))
        )
      )
      const scores = fc.tuple(...made.criteria.map((criterion) => scoreUpTo(criterion.maximum)))
      return fc.array(scores, { minLength: slots.length, maxLength: slots.length }).map((given) => ({
        book: bookJson(made),
        units: ids,
        sheets: slots.map(({ id, panel, rater }, i) =>
          sheet(id, panel, rater, Object.fromEntries((given[i] ?? []).map((score, c) => [`c${c}`, score])))
        )
      }))
    })
  )

export const parsed = (book: object): RuleBook => Result.getOrThrow(parseRuleBook(book))

/** The levels of every generated book. */
export const levels = ["A", "B", "C", "D"]

/** Grades the units of a case by a book. */
export const run = (
  { units, sheets }: Pick<Case, "units" | "sheets">,
  book: RuleBook,
  facts: ReadonlyArray<Fact> = []
) => gradeUnsafe(book, { units: units.map(unit), sheets, facts })

/** Four bands that cut the full marks into equal parts. */
export const withBands = ({ book }: Case): RuleBook => {
  const full = exactUnsafe(book.fullMarks)
  return parsed({
    ...book,
    bands: levels.map((level, i) => ({ level, from: formatExact(times(full, exactUnsafe(`${3 - i}/4`))) }))
  })
}
