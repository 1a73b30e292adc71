import { compareExact, dividedByUnsafe, type Exact, exactUnsafe, type Id, plus, sum, times, zero } from "@zhengyou/core"
import type { LinkedScore } from "./link.ts"

/** A unit that a leader heads with its linked score, and the months in post. */
export interface LinkedPost {
  readonly score: LinkedScore
  readonly months: number
}

/**
 * The score of a leader of one unit or several, or of part of the year, with the interval that the units' scores carry into it; nothing for no months.
 *
 * **Details**
 *
 * By months in post, as {@link leaderScore}; equal months give the mean, one post the unit's own score. The least and the greatest take all units at
 * their least and their greatest at once, so they are bounds that hold whether the units' errors hang together or not.
 */
export const linkedLeader = (leader: Id, posts: ReadonlyArray<LinkedPost>): LinkedScore | undefined => {
  const held = posts.filter(({ months }) => months > 0)
  if (held.length === 0) return undefined
  const months = sum(held.map((post) => exactUnsafe(post.months)))
  const mean = (of: (score: LinkedScore) => Exact): Exact =>
    dividedByUnsafe(
      held.reduce((all, post) => plus(all, times(of(post.score), exactUnsafe(post.months))), zero),
      months
    )
  const [least, greatest] = [mean((score) => score.least), mean((score) => score.greatest)]
  return {
    subject: leader,
    score: mean(({ score }) => score),
    least,
    greatest,
    dependsOnSampling: compareExact(least, greatest) !== 0
  }
}
