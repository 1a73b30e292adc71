import { dividedByUnsafe, type Exact, exactUnsafe, formatExact, formatRounded, sum, times } from "@zhengyou/core"
import { parseRuleBook, type RuleBook, type Sheet } from "@zhengyou/grading"
import { Result } from "effect"
import fc from "fast-check"
import { type PanelQuality, panelQuality } from "../../src/quality/panelQuality.ts"
import type { QualityLimits } from "../../src/quality/QualityLimits.ts"
import { sheet } from "../support.ts"

interface Parts {
  readonly criteria: ReadonlyArray<{ readonly id: string; readonly maximum: number; readonly weight?: string }>
  readonly panels: ReadonlyArray<{
    readonly id: string
    readonly weight: string
    readonly missing?: string
    readonly criteria?: ReadonlyArray<string>
  }>
}

/** A book about nothing but its criteria and panels. */
export const bookWith = ({ criteria, panels }: Parts): RuleBook =>
  Result.getOrThrow(
    parseRuleBook({
      format: "zhengyou/rule-book@2",
      id: "quality",
      version: "1",
      title: "quality",
      ladder: [{ id: "pass", name: "pass" }],
      criteria: criteria.map((one) => ({ ...one, name: one.id, missing: "exclude" })),
      fullMarks: formatExact(sum(criteria.map((one) => times(exactUnsafe(one.maximum), exactUnsafe(one.weight ?? 1))))),
      panels: panels.map((one) => ({ missing: "exclude", ...one, name: one.id, aggregate: { method: "mean" } })),
      rounding: {},
      decideOn: "exact",
      bands: [{ level: "pass", from: 0 }]
    })
  )

/** One panel that scores one criterion. */
export const oneCriterion = (maximum: number): RuleBook =>
  bookWith({ criteria: [{ id: "c", maximum }], panels: [{ id: "p", weight: "1" }] })

/** A table as the literature prints it, a row for each rater; a gap is undefined. */
export type Table = ReadonlyArray<ReadonlyArray<string | number | undefined>>

export const sheetsOf = (raters: Table): ReadonlyArray<Sheet> =>
  raters.flatMap((row, r) =>
    row.flatMap((score, u) => (score === undefined ? [] : [sheet(`u${u}`, "p", `r${r}`, { c: score })]))
  )

export const qualityOf = (
  book: RuleBook,
  sheets: ReadonlyArray<Sheet>,
  limits: QualityLimits = { spread: exactUnsafe(1) }
): PanelQuality => Result.getOrThrow(panelQuality(book, sheets, limits))

/** The coefficients of a table's only criterion. */
export const coefficients = (raters: Table, maximum = 1000) => {
  const found = qualityOf(oneCriterion(maximum), sheetsOf(raters)).agreement[0]?.criteria[0]
  if (found === undefined) throw new Error("no coefficients")
  return found
}

export const places = (digits: number) => (x: { readonly n: bigint; readonly d: bigint }) =>
  formatRounded(x, { mode: "halfExpand", digits })

/** One whole number divided by another. */
export const quotient = (a: number, b: number): Exact => dividedByUnsafe(exactUnsafe(a), exactUnsafe(b))

/** The table with every score changed; gaps stay. */
export const mapped = (table: Table, f: (x: number, rater: number) => string | number): Table =>
  table.map((row, r) => row.map((x) => (typeof x === "number" ? f(x, r) : undefined)))

const score = fc.integer({ min: 0, max: 100 })

const rectangle = (cell: fc.Arbitrary<number | undefined>): fc.Arbitrary<Table> =>
  fc
    .record({ raters: fc.integer({ min: 2, max: 5 }), units: fc.integer({ min: 2, max: 6 }) })
    .chain(({ raters, units }) =>
      fc.array(fc.array(cell, { minLength: units, maxLength: units }), { minLength: raters, maxLength: raters })
    )

/** Every rater scores every unit. */
export const completeTable = rectangle(score)

/** Raters score what they happen to score. */
export const sparseTable = rectangle(fc.option(score, { nil: undefined }))
