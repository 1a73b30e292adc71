import {
  compareExact,
  dividedByUnsafe,
  Exact,
  type Fault,
  Id,
  minus,
  one,
  plus,
  Rounding,
  sum,
  Text,
  times,
  zero
} from "@zhengyou/core"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { CombinationInvalid, type CombinationProblem } from "./errors.ts"
import { Share, Weight } from "./Formula.ts"
import { roundedPercent, weightedMean } from "./internal/groupFigure.ts"
import { toNumber } from "./internal/toNumber.ts"
import type { Interval } from "./interval.ts"

/**
 * How the figures of several methods make one (多种方式合成), such as a questionnaire, a third party and an inspection.
 *
 * **Details**
 *
 * Figures are averaged by weight. Where there is `rectification` (整改), that share of the total begins full and is deducted from (倒扣), never below
 * nought; the satisfaction makes up the rest. A method without a figure blocks the total, or leaves its weight to the others. Roundings are of
 * per cents, each at its named step.
 */
export const Combination = Schema.Struct({
  id: Id,
  name: Text,
  source: Schema.optionalKey(Schema.String),
  methods: Schema.Record(Id, Weight).check(Schema.isMinProperties(1)),
  missing: Schema.Literals(["renormalise", "block"]),
  rectification: Schema.optionalKey(Share),
  rounding: Schema.Struct({ satisfaction: Schema.optionalKey(Rounding), total: Schema.optionalKey(Rounding) })
}).annotate({ identifier: "Combination" })
export interface Combination extends Schema.Schema.Type<typeof Combination> {}

/** What one method found of a subject: a share of full marks, with its interval where it was a sample. */
export interface MethodFigure {
  readonly subject: Id
  readonly method: Id
  readonly rate: Exact
  readonly interval?: Interval
}

/** Something that was not rectified, and the points of 100 that it costs. */
export interface Deduction {
  readonly subject: Id
  readonly item: string
  readonly points: Exact
}

/** Why a combined figure is what it is. */
export const CombinationReason = Schema.TaggedUnion({
  MethodCounted: { method: Id, rate: Exact, weight: Exact },
  MethodMissing: { method: Id },
  RectificationDeducted: { item: Schema.String, points: Exact },
  RectificationKept: { full: Exact, kept: Exact },
  Combined: { satisfaction: Exact, total: Exact }
})
export type CombinationReason = typeof CombinationReason.Type

/** A subject's figure from all methods with its reasons; no `total` where a method that must be there is missing. */
export interface CombinedFigure {
  readonly subject: Id
  readonly total: Exact | undefined
  /** The error that the methods' own intervals carry into the total, as independent samples; absent where a method has none. */
  readonly interval: Interval | undefined
  readonly reasons: readonly [CombinationReason, ...ReadonlyArray<CombinationReason>]
}

const hundred: Exact = { n: 100n, d: 1n }
const isShare = (x: Exact): boolean => x.n >= 0n && x.n <= x.d

const faultsOf = (
  { methods }: Combination,
  subjects: ReadonlyArray<Id>,
  figures: ReadonlyArray<MethodFigure>,
  deductions: ReadonlyArray<Deduction>
): ReadonlyArray<Fault<CombinationProblem>> => {
  const known = new Set(subjects)
  const seen = new Set<string>()
  const unknown = (path: Fault<CombinationProblem>["path"], subject: Id): ReadonlyArray<Fault<CombinationProblem>> =>
    known.has(subject) ? [] : [{ path: [...path, "subject"], problem: { _tag: "UnknownSubject", subject } }]
  const ofFigures = figures.flatMap(
    ({ subject, method, rate, interval }, i): ReadonlyArray<Fault<CombinationProblem>> => {
      const key = JSON.stringify([subject, method])
      const isTwice = seen.has(key)
      seen.add(key)
      const { low, high } = interval ?? { low: 0, high: 1 }
      return [
        ...unknown(["figures", i], subject),
        ...(Object.hasOwn(methods, method)
          ? []
          : [{ path: ["figures", i, "method"], problem: { _tag: "UnknownMethod" as const, method } }]),
        ...(isShare(rate) ? [] : [{ path: ["figures", i, "rate"], problem: { _tag: "NotAShare" as const } }]),
        ...(low >= 0 && low <= high && high <= 1
          ? []
          : [{ path: ["figures", i, "interval"], problem: { _tag: "NotAShare" as const } }]),
        ...(isTwice ? [{ path: ["figures", i], problem: { _tag: "CountedTwice" as const } }] : [])
      ]
    }
  )
  const ofDeductions = deductions.flatMap(
    ({ subject, points }, i): ReadonlyArray<Fault<CombinationProblem>> => [
      ...unknown(["deductions", i], subject),
      ...(points.n >= 0n ? [] : [{ path: ["deductions", i, "points"], problem: { _tag: "NegativePoints" as const } }])
    ]
  )
  return [...ofFigures, ...ofDeductions]
}

/** The error of a weighted mean of independent figures: their distances to their own bounds, added as squares. */
const intervalOf = (
  total: number,
  parts: ReadonlyArray<MethodFigure & { readonly part: number }>
): Interval | undefined => {
  const reaches = parts.flatMap(({ interval, part, rate }) =>
    interval === undefined
      ? []
      : [{ low: part * (toNumber(rate) - interval.low), high: part * (interval.high - toNumber(rate)) }]
  )
  if (reaches.length < parts.length) return undefined
  return {
    low: Math.max(0, total - Math.hypot(...reaches.map(({ low }) => Math.max(0, low)))),
    high: Math.min(1, total + Math.hypot(...reaches.map(({ high }) => Math.max(0, high))))
  }
}

const combined = (
  combination: Combination,
  subject: Id,
  figures: ReadonlyArray<MethodFigure>,
  deductions: ReadonlyArray<Deduction>
): CombinedFigure => {
  const methods = Object.entries(combination.methods)
  const missing = methods.flatMap(
    ([method]): ReadonlyArray<CombinationReason> =>
      figures.some((figure) => figure.method === method) ? [] : [{ _tag: "MethodMissing", method }]
  )
  const found = methods.flatMap(([method, weight]) =>
    figures.flatMap((figure) => (figure.method === method ? [{ ...figure, weight }] : []))
  )
  const [gone, ...others] = missing
  if (gone !== undefined && (combination.missing === "block" || found.length === 0)) {
    return { subject, total: undefined, interval: undefined, reasons: [gone, ...others] }
  }
  const weights = sum(found.map(({ weight }) => weight))
  const counted = found.map(
    ({ method, rate, weight }): CombinationReason => ({
      _tag: "MethodCounted",
      method,
      rate,
      weight: dividedByUnsafe(weight, weights)
    })
  )
  const satisfaction = roundedPercent(weightedMean(found), combination.rounding.satisfaction)
  const full = combination.rectification ?? zero
  const left = minus(full, sum(deductions.map(({ points }) => dividedByUnsafe(points, hundred))))
  const kept = compareExact(left, zero) < 0 ? zero : left
  const total = roundedPercent(plus(times(minus(one, full), satisfaction), kept), combination.rounding.total)
  const rectified: ReadonlyArray<CombinationReason> =
    combination.rectification === undefined
      ? []
      : [
          ...deductions.map(({ item, points }): CombinationReason => ({ _tag: "RectificationDeducted", item, points })),
          { _tag: "RectificationKept", full, kept }
        ]
  const parts = found.map((figure) => ({
    ...figure,
    part: toNumber(times(minus(one, full), dividedByUnsafe(figure.weight, weights)))
  }))
  return {
    subject,
    total,
    interval: intervalOf(toNumber(total), parts),
    reasons: [{ _tag: "Combined", satisfaction, total }, ...counted, ...missing, ...rectified]
  }
}

/**
 * The figures of several methods combined for each subject, exact, with reasons.
 *
 * **Refusals**
 *
 * `CombinationInvalid` with every unknown subject or method, figure that stands twice or is no share of 1, and negative deduction.
 *
 * @example
 * ```ts
 * import { exactUnsafe, formatExact } from "@zhengyou/core"
 * import { combinationPresets, combine } from "@zhengyou/satisfaction"
 * import { Result } from "effect"
 *
 * const combination = combinationPresets.find(({ id }) => id === "methods-40-20-20-20/rectification-20")!
 * const rates = [["method-1", "0.9"], ["method-2", "0.95"], ["method-3", "0.8"], ["method-4", "0.85"]] as const
 * const figures = rates.map(([method, rate]) => ({ subject: "z01", method, rate: exactUnsafe(rate) }))
 * const unmended = { subject: "z01", item: "整改逾期", points: exactUnsafe(2) }
 * const [z01] = Result.getOrThrow(combine(combination, ["z01"], figures, [unmended]))
 * // 0.8 × (0.4 × 90 + 0.2 × 95 + 0.2 × 80 + 0.2 × 85) + (20 − 2)
 * z01?.total && formatExact(z01.total) // => "0.884"
 * ```
 */
export const combine = (
  combination: Combination,
  subjects: ReadonlyArray<Id>,
  figures: ReadonlyArray<MethodFigure>,
  deductions: ReadonlyArray<Deduction>
): Result.Result<ReadonlyArray<CombinedFigure>, CombinationInvalid> => {
  const faults = faultsOf(combination, subjects, figures, deductions)
  if (faults.length > 0) return Result.fail(new CombinationInvalid({ faults }))
  const of = <A extends { readonly subject: Id }>(list: ReadonlyArray<A>, subject: Id) =>
    list.filter((each) => each.subject === subject)
  return Result.succeed(
    subjects.map((subject) => combined(combination, subject, of(figures, subject), of(deductions, subject)))
  )
}
