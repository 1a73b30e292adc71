import { Exact, type Id, minus, times } from "@zhengyou/core"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { Incomparable, NotEstimable } from "./errors.ts"
import { type Estimating, type PlainShare, plainShare, sampledEstimate, shareEstimate } from "./estimate.ts"
import { fisherP, mcNemarP } from "./internal/exactTests.ts"
import { qt, twoSidedP } from "./internal/quantiles.ts"
import { toNumber } from "./internal/toNumber.ts"
import { type Interval, shareInterval } from "./interval.ts"
import type { Measured } from "./Satisfaction.ts"

/** What a change amounts to (升、降、分不开): the difference in percentage points, and whether chance may explain it. */
export const Verdict = Schema.TaggedUnion({
  Up: { points: Exact },
  Down: { points: Exact },
  NotDistinguishable: { points: Exact }
})
export type Verdict = typeof Verdict.Type

/** The change of a subject's rate between two rounds, in percentage points (百分点). */
export interface Change {
  readonly subject: Id
  readonly points: Exact
  /** The interval of the change in points. */
  readonly interval: Interval
  readonly method: "newcombe" | "design"
  /** How probable so great a difference is where nothing changed: Fisher's exact test for small counts. */
  readonly p: number
  readonly test: "fisher" | "score" | "t"
  readonly verdict: Verdict
}

/** Newcombe's interval of the difference of two independent shares, without continuity correction. */
export const newcombe = (before: PlainShare, after: PlainShare, level: number): Result.Result<Interval, NotEstimable> =>
  Result.gen(function* () {
    const b = yield* shareInterval("wilson", { ...before, level })
    const a = yield* shareInterval("wilson", { ...after, level })
    const [p, q] = [after.count / after.of, before.count / before.of]
    const difference = p - q
    return {
      low: difference - Math.sqrt((p - a.low) ** 2 + (b.high - q) ** 2),
      high: difference + Math.sqrt((a.high - p) ** 2 + (q - b.low) ** 2)
    }
  })

const expectsFew = (a: PlainShare, b: PlainShare): boolean => {
  const share = (a.count + b.count) / (a.of + b.of)
  return Math.min(a.of, b.of) * Math.min(share, 1 - share) < 5
}

const scoreP = (a: PlainShare, b: PlainShare): number => {
  const share = (a.count + b.count) / (a.of + b.of)
  const error = Math.sqrt(share * (1 - share) * (1 / a.of + 1 / b.of))
  return error === 0 ? 1 : twoSidedP((b.count / b.of - a.count / a.of) / error, Number.POSITIVE_INFINITY)
}

/** Fisher's test costs the square of the number of ballots: it is for the small ones only. */
const fisherLimit = 2000

const testOf = (a: PlainShare, b: PlainShare): Pick<Change, "p" | "test"> =>
  expectsFew(a, b) && a.of + b.of <= fisherLimit
    ? { p: toNumber(fisherP(a.count, a.of, b.count, b.of)), test: "fisher" }
    : { p: scoreP(a, b), test: "score" }

const inPoints = ({ low, high }: Interval): Interval => ({ low: low * 100, high: high * 100 })

/** The interval in points, with the difference itself: that of rounded rates may lie beside a very narrow one. */
const around = (points: Exact, interval: Interval): Interval => {
  const { low, high } = inPoints(interval)
  const at = toNumber(points)
  return { low: Math.min(low, at), high: Math.max(high, at) }
}

const verdictOf = (points: Exact, interval: Interval, test: Pick<Change, "p" | "test">, level: number): Verdict => {
  const apart = (interval.low > 0 || interval.high < 0) && (test.test !== "fisher" || test.p <= 1 - level)
  return { _tag: !apart ? "NotDistinguishable" : points.n > 0n ? "Up" : "Down", points }
}

/**
 * The change of a rate from one round to the next, in percentage points, with its interval and its verdict.
 *
 * **Details**
 *
 * The rounds are taken as asked of different people; for the same people see {@link pairedChange}. Plain shares have Newcombe's interval, and where
 * fewer than five answers of a kind are to be expected Fisher's exact test must agree. Any other figure has an interval from the spread of
 * its answers. The difference lies in its interval, also that of rounded rates: a change that rounding hides is neither up nor down.
 *
 * **Refusals**
 *
 * `Incomparable` where the comparability keys differ; `NotEstimable` as for {@link estimate}.
 */
export const change = (
  before: Measured,
  after: Measured,
  how: Estimating & { readonly populationsBefore?: ReadonlyMap<Id, number> }
): Result.Result<Change, Incomparable | NotEstimable> =>
  Result.gen(function* () {
    if (before.comparabilityKey !== after.comparabilityKey || before.subject !== after.subject) {
      const [keyBefore, keyAfter] = [before.comparabilityKey, after.comparabilityKey]
      return yield* Result.fail(new Incomparable({ subject: after.subject, before: keyBefore, after: keyAfter }))
    }
    if (!(how.level > 0 && how.level < 1)) return yield* Result.fail(new NotEstimable({ reason: "level" }))
    const points = times(minus(after.rate, before.rate), { n: 100n, d: 1n })
    const plain = how.populations === undefined && how.populationsBefore === undefined
    const [a, b] = plain ? [plainShare(before), plainShare(after)] : []
    if (a !== undefined && b !== undefined) {
      const interval = around(points, yield* newcombe(a, b, how.level))
      const test = testOf(a, b)
      const verdict = verdictOf(points, interval, test, how.level)
      return { subject: after.subject, points, interval, method: "newcombe" as const, ...test, verdict }
    }
    const was = a === undefined ? yield* sampledEstimate(before, how.populationsBefore) : shareEstimate(a)
    const is = b === undefined ? yield* sampledEstimate(after, how.populations) : shareEstimate(b)
    const error = Math.hypot(was.standardError, is.standardError)
    const df = Math.max(1, was.degreesOfFreedom + is.degreesOfFreedom)
    const half = qt(1 - (1 - how.level) / 2, df) * error
    const difference = is.mean - was.mean
    const interval = around(points, { low: difference - half, high: difference + half })
    const p = error === 0 ? (difference === 0 ? 1 : 0) : twoSidedP(difference / error, df)
    const test = { p, test: "t" as const }
    return {
      subject: after.subject,
      points,
      interval,
      method: "design" as const,
      ...test,
      verdict: verdictOf(points, interval, test, how.level)
    }
  })

/** How the same people answered twice: satisfied both times, only afterwards, only before, never. */
export interface Paired {
  readonly both: number
  readonly gained: number
  readonly lost: number
  readonly neither: number
}

/**
 * The change among the same people, in points: Newcombe's interval for paired shares, McNemar's exact test.
 *
 * **Refusals**
 *
 * `NotEstimable` for no answers and for what are no counts.
 */
export const pairedChange = (
  paired: Paired,
  level: number
): Result.Result<{ readonly points: number; readonly interval: Interval; readonly p: number }, NotEstimable> =>
  Result.gen(function* () {
    const { both, gained, lost, neither } = paired
    const n = both + gained + lost + neither
    const before = yield* shareInterval("wilson", { count: both + lost, of: n, level })
    const after = yield* shareInterval("wilson", { count: both + gained, of: n, level })
    if ([both, gained, lost, neither].some((count) => count < 0 || !Number.isInteger(count))) {
      return yield* Result.fail(new NotEstimable({ reason: "notACount" }))
    }
    const [p, q] = [(both + gained) / n, (both + lost) / n]
    const product = (both + gained) * (lost + neither) * (both + lost) * (gained + neither)
    const lead = both * neither - gained * lost
    const lean = lead > 0 ? Math.max(lead - n / 2, 0) : lead
    const phi = product === 0 ? 0 : lean / Math.sqrt(product)
    const reach = (x: number, y: number): number => Math.sqrt(Math.max(0, x ** 2 - 2 * phi * x * y + y ** 2))
    return {
      points: ((gained - lost) / n) * 100,
      interval: inPoints({
        low: p - q - reach(p - after.low, before.high - q),
        high: p - q + reach(after.high - p, q - before.low)
      }),
      p: toNumber(mcNemarP(gained, lost))
    }
  })
