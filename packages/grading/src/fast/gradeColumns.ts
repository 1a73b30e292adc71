import * as Result from "effect/Result"
import { InputsInvalid } from "../errors.ts"
import { addUp, type ColumnSums, columnSums } from "../internal/fast/addUp.ts"
import { columnFaults } from "../internal/fast/columnFaults.ts"
import { factIn, factsIn, sheetsOf, unitOf } from "../internal/fast/columnValues.ts"
import { finish } from "../internal/fast/finish.ts"
import type { IntegerPlan } from "../internal/fast/integerPlan.ts"
import type { Source } from "../internal/fast/Source.ts"
import { emptyTally, settler } from "../internal/fast/Tally.ts"
import { groupBy } from "../internal/groupBy.ts"
import { once } from "../internal/once.ts"
import type { RuleBook } from "../RuleBook.ts"
import type { RoundColumns } from "./Columns.ts"
import type { CompactGrading } from "./CompactGrading.ts"
import type { CompiledBook } from "./compileBook.ts"

/**
 * Columns that were held against a book and may be graded: {@link readColumns} gives them.
 *
 * **Details**
 *
 * The arrays are not copied. Whoever changes a value afterwards must read the columns again.
 */
export interface ReadColumns {
  readonly compiled: CompiledBook
  readonly columns: RoundColumns
  /** The arithmetic in whole numbers; nothing where the book or the size of its numbers does not allow it. */
  readonly plan: IntegerPlan | undefined
  /** What there is to be added up; nothing without a plan. */
  readonly sums: ColumnSums | undefined
  /** The ids of units that whole numbers must not settle. */
  readonly withheld: ReadonlySet<string>
}

/**
 * Holds a round's columns against a book, once: every length, every name and every value.
 *
 * **Refusals**
 *
 * `InputsInvalid` with up to a hundred faults: marks that are not allowed or not whole at the scale stated, wrong lengths, unknown panels,
 * criteria and facts, two columns for the same panel, rater and criterion, ids that are not allowed or given twice.
 *
 * @example
 * ```ts
 * import { compileBook, gradeColumns, parseRuleBook, readColumns } from "@zhengyou/grading"
 * import { Result } from "effect"
 *
 * const book = parseRuleBook({
 *   format: "zhengyou/rule-book@2", id: "windows", version: "1", title: "Windows",
 *   ladder: [{ id: "good", name: "Good" }, { id: "fair", name: "Fair" }],
 *   criteria: [{ id: "service", name: "Service", maximum: 100, missing: "block" }],
 *   fullMarks: 100,
 *   panels: [{ id: "public", name: "Public", weight: 1, aggregate: { method: "mean" }, missing: "block" }],
 *   rounding: {}, decideOn: "exact",
 *   bands: [{ level: "good", from: 90 }, { level: "fair", from: 0 }]
 * })
 * const column = (rater: string, marks: ReadonlyArray<number>) =>
 *   ({ panel: "public", rater, criterion: "service", values: Float64Array.from(marks) })
 * const graded = Result.gen(function* () {
 *   const compiled = compileBook(yield* book)
 *   // 89.99 and 90.01 are 90 in the mean; the second unit has 0.01 less.
 *   const columns = yield* readColumns(compiled, {
 *     size: 2, digits: 2, marks: [column("a", [8999, 8999]), column("b", [9001, 9000])]
 *   })
 *   return [...gradeColumns(columns).levels]
 * })
 * graded // => Result.succeed([0, 1])
 * ```
 */
export const readColumns = (
  compiled: CompiledBook,
  columns: RoundColumns
): Result.Result<ReadColumns, InputsInvalid> => {
  const { book, linear } = compiled
  const faults = columnFaults(book, columns)
  if (faults.length > 0) return Result.fail(new InputsInvalid({ faults }))
  const cells = (linear?.cells ?? []).map(({ panel, group, criterion }) =>
    columns.marks
      .filter(
        (one) =>
          one.panel === panel.id && one.criterion === criterion.id && (group === undefined || one.group === group)
      )
      .map(({ values }) => values)
  )
  const pattern = Int32Array.from(cells, (own) => own.length)
  const planned = isWhole(compiled, columns) ? compiled.plan([pattern], columns.digits) : undefined
  const sums = linear && planned && columnSums(linear, planned, cells, columns.types)
  return Result.succeed({ compiled, columns, plan: planned?.plan, sums, withheld: withheld(book, columns) })
}

/** Whether every rater of a panel that aggregates sheets has a column for each of its criteria. */
const isWhole = ({ linear }: CompiledBook, { marks }: RoundColumns): boolean => {
  const sheetwise = (linear?.cells ?? []).filter(({ panel }) => panel.per === "sheet")
  return sheetwise.every(({ panel, criterion }) => {
    const own = marks.filter((one) => one.panel === panel.id)
    const raters = new Set(own.map(({ rater }) => rater))
    return own.filter((one) => one.criterion === criterion.id).length === raters.size
  })
}

const sourceOf = ({ book }: CompiledBook, columns: RoundColumns): Source => {
  const { facts = [], awards = [] } = columns
  const sheets = once(() => sheetsOf(book, columns))
  const awardsBy = once(() => groupBy(awards, (award) => award.unit))
  return {
    size: columns.size,
    asOf: columns.asOf,
    lotSeed: columns.lotSeed,
    unit: (row) => unitOf(columns, row),
    fact: (name) => {
      const column = facts.find(({ fact }) => fact === name)
      if (column === undefined) return { values: () => undefined }
      if (column.kind === "numbers") {
        const { values, digits } = column
        return { numbers: values, scale: 10n ** BigInt(digits) }
      }
      if (column.kind === "flags") return { flags: column.values }
      return { values: (row) => factIn(book, column, row) }
    },
    inputs: (row) => {
      const unit = unitOf(columns, row)
      return {
        unit,
        sheets: sheets()(unit.id, row),
        facts: factsIn(book, facts, unit.id, row),
        awards: awardsBy().get(unit.id) ?? []
      }
    }
  }
}

/** Units that whole numbers must not settle: those with awards, and those that a rater belongs to. */
const withheld = (book: RuleBook, columns: RoundColumns): ReadonlySet<string> => {
  const recusing = new Set(book.panels.filter(({ recuse }) => recuse !== undefined).map(({ id }) => id))
  return new Set([
    ...(columns.awards ?? []).map(({ unit }) => unit),
    ...columns.marks.flatMap(({ panel, raterUnit }) =>
      raterUnit !== undefined && recusing.has(panel) ? [raterUnit] : []
    )
  ])
}

/**
 * Grades a round of columns: the same outcomes as `grade` gives for the same sheets, in whole numbers wherever the book allows.
 *
 * **When to use**
 *
 * From some thousands of units on, or where a round is graded again and again.
 *
 * **Details**
 *
 * A unit that lacks a mark or a fact, has awards, or is recognised goes through the ordinary engine, as do all units of a book
 * that is not a sum of means. The quotas see all of them alike.
 */
export const gradeColumns = (read: ReadColumns): CompactGrading => {
  const { compiled, columns, plan, sums, withheld: aside } = read
  const { size } = columns
  const source = sourceOf(compiled, columns)
  const tally = emptyTally(size)
  if (plan === undefined || sums === undefined) {
    for (let row = 0; row < size; row++) tally.left.push(row)
    return finish(compiled, undefined, source, tally)
  }
  const scores = new Map(plan.scores.map((name) => [name, new Float64Array(size).fill(Number.NaN)]))
  const isAside = aside.size === 0 ? undefined : (row: number) => aside.has(unitOf(columns, row).id)
  const settle = settler(compiled, plan, source, tally, scores)
  addUp(sums, isAside, tally.totals, scores, settle)
  return finish(compiled, plan, source, tally)
}
