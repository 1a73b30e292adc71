import {
  compareExact,
  dividedByUnsafe,
  Exact,
  exactUnsafe,
  type Fact,
  type Id,
  plus,
  sum,
  times,
  zero
} from "@zhengyou/core"
import * as Schema from "effect/Schema"
import type { Estimate } from "./estimate.ts"
import type { Satisfaction } from "./Satisfaction.ts"

/** A step of a ladder: its bound is in it (达到), or not (超过). */
const Step = Schema.Struct({ bound: Exact, included: Schema.Boolean, score: Exact }).annotate({ identifier: "Step" })

/**
 * How a rate enters a score (挂钩): times so many marks, or by a ladder of rates.
 *
 * **Details**
 *
 * A rate takes the score of the highest step that it reaches, and `otherwise` below them all.
 */
export const Link = Schema.TaggedUnion({
  Weight: { marks: Exact },
  Ladder: { steps: Schema.NonEmptyArray(Step), otherwise: Exact }
}).annotate({ identifier: "Link" })
export type Link = typeof Link.Type

/**
 * The score that a rate brings.
 *
 * @example
 * ```ts
 * import { exactUnsafe, formatExact } from "@zhengyou/core"
 * import { linkedScore } from "@zhengyou/satisfaction"
 *
 * const third = { bound: exactUnsafe("1/3"), score: exactUnsafe(8) }
 * const ladder = (included: boolean) => ({ _tag: "Ladder" as const, steps: [{ ...third, included }] as const, otherwise: exactUnsafe(5) })
 * formatExact(linkedScore(ladder(true), exactUnsafe("7/21"))) // => "8"
 * formatExact(linkedScore(ladder(false), exactUnsafe("7/21"))) // => "5"
 * ```
 */
export const linkedScore = (link: Link, rate: Exact): Exact => {
  if (link._tag === "Weight") return times(link.marks, rate)
  const reached = link.steps.filter(({ bound, included }) => compareExact(rate, bound) >= (included ? 0 : 1))
  const highest = reached.toSorted(
    (a, b) => compareExact(b.bound, a.bound) || Number(a.included) - Number(b.included)
  )[0]
  return highest?.score ?? link.otherwise
}

/** A linked score with the least and the greatest that sampling error allows. */
export interface LinkedScore {
  readonly subject: Id
  readonly score: Exact
  readonly least: Exact
  readonly greatest: Exact
  /** Whether another sample could have brought another score. */
  readonly dependsOnSampling: boolean
}

/**
 * The score that an estimated rate brings, its interval carried through.
 *
 * **Details**
 *
 * The scores are those of the rate, of every bound of the ladder that lies inside the interval and of the interval's ends, so that a ladder that
 * falls between rises is covered too.
 */
export const linkedEstimate = (link: Link, { subject, rate, interval }: Estimate): LinkedScore => {
  const [low, high] = [exactUnsafe(interval.low), exactUnsafe(interval.high)]
  const inside = (x: Exact): boolean => compareExact(low, x) <= 0 && compareExact(x, high) <= 0
  const bounds = link._tag === "Weight" ? [] : link.steps.map(({ bound }) => bound).filter(inside)
  const scores = [low, high, rate, ...bounds].map((x) => linkedScore(link, x)).toSorted(compareExact)
  const [least = zero, greatest = zero] = [scores[0], scores.at(-1)]
  return {
    subject,
    score: linkedScore(link, rate),
    least,
    greatest,
    dependsOnSampling: compareExact(least, greatest) !== 0
  }
}

/** A unit that a leader heads, with the score of the unit and the months in post. */
export interface Post {
  readonly score: Exact
  readonly months: number
}

/**
 * The score of a leader from the units headed, each by its months in post (按任职月数加权); nothing for no months.
 *
 * @example
 * ```ts
 * import { exactUnsafe, formatExact } from "@zhengyou/core"
 * import { leaderScore } from "@zhengyou/satisfaction"
 *
 * const score = leaderScore([{ score: exactUnsafe(9), months: 8 }, { score: exactUnsafe(6), months: 4 }])
 * score === undefined ? "" : formatExact(score) // => "8"
 * ```
 */
export const leaderScore = (posts: ReadonlyArray<Post>): Exact | undefined => {
  const held = posts
    .filter(({ months }) => months > 0)
    .map(({ score, months }) => ({ score, months: exactUnsafe(months) }))
  if (held.length === 0) return undefined
  const total = held.reduce((all, { score, months }) => plus(all, times(score, months)), zero)
  return dividedByUnsafe(total, sum(held.map(({ months }) => months)))
}

/** The rates as facts that rule books read; a subject without a figure has none. */
export const rateFacts = (figures: ReadonlyArray<Satisfaction>, fact: Id): ReadonlyArray<Fact> =>
  figures.flatMap((figure) =>
    figure._tag === "Measured"
      ? [{ unit: figure.subject, fact, value: { _tag: "Number" as const, value: figure.rate } }]
      : []
  )

/** The linked scores as facts that rule books read. */
export const scoreFacts = (scores: ReadonlyArray<LinkedScore>, fact: Id): ReadonlyArray<Fact> =>
  scores.map(({ subject, score }) => ({ unit: subject, fact, value: { _tag: "Number" as const, value: score } }))
