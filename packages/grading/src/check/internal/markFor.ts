import { compareExact, dividedByUnsafe, type Exact, minus, one, plus, times, zero } from "@zhengyou/core"
import type { Criterion } from "../../Criterion.ts"
import type { Mark } from "../../Scoring.ts"

interface Choice {
  readonly mark: Mark
  readonly points: Exact
}

/** The choice that is worth most without going beyond a figure; the least one where all go beyond. */
const nearest = (choices: ReadonlyArray<Choice>, wanted: Exact): Mark => {
  const sorted = choices.toSorted((a, b) => compareExact(a.points, b.points))
  return (sorted.findLast(({ points }) => compareExact(points, wanted) <= 0) ?? sorted[0])?.mark ?? zero
}

const down = (x: Exact): Exact => ({ n: x.n / x.d, d: 1n })
const up = (x: Exact): Exact => (x.d === 1n ? x : plus(down(x), one))

/** The mark on a criterion that is worth a share of its maximum, or the next lower mark there is. */
export const markFor = ({ maximum, scoring }: Criterion, share: Exact): Mark => {
  const wanted = times(share, maximum)
  switch (scoring.kind) {
    case "points":
      return wanted
    case "outOf":
      return times(share, scoring.of)
    case "deduct":
      return dividedByUnsafe(minus(maximum, wanted), scoring.each)
    case "count":
      // The maximum itself may lie between two counts, and is reached by the higher one.
      return (share.n === share.d ? up : down)(dividedByUnsafe(wanted, scoring.each))
    case "place":
      return plus(one, up(dividedByUnsafe(minus(one, share), scoring.step)))
    case "anchors":
      return nearest(
        scoring.anchors.map(({ label, points }) => ({ mark: label, points })),
        wanted
      )
    case "letters":
      return nearest(
        scoring.letters.map(({ label, share: own }) => ({ mark: label, points: times(own, maximum) })),
        wanted
      )
    case "rate": {
      const steps = scoring.steps.map(({ from, points }): Choice => ({ mark: from, points }))
      const below = scoring.steps.at(-1)?.from.n === 0n ? [] : [{ mark: zero, points: scoring.below }]
      return nearest([...steps, ...below], wanted)
    }
  }
}
