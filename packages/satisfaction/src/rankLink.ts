import { compareExact, Exact, zero } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import type { Estimate } from "./estimate.ts"
import type { LinkedScore } from "./link.ts"
import { placesOf } from "./many.ts"

const PlaceStep = Schema.Struct({ upTo: Schema.Natural, score: Exact }).annotate({ identifier: "PlaceStep" })

/** How a place enters a score (按名次挂钩): places up to a step's have its score, the rest `otherwise`. */
export const RankLink = Schema.TaggedStruct("Rank", {
  steps: Schema.NonEmptyArray(PlaceStep),
  otherwise: Exact
}).annotate({ identifier: "RankLink" })
export interface RankLink extends Schema.Schema.Type<typeof RankLink> {}

const scoreAt = ({ steps, otherwise }: RankLink, place: number): Exact =>
  steps.filter(({ upTo }) => place <= upTo).toSorted((a, b) => a.upTo - b.upTo)[0]?.score ?? otherwise

/**
 * The scores that places bring, with those of the best and the worst place that sampling error allows ({@link placesOf}).
 *
 * **Details**
 *
 * Equal rates share the better place. A score that another sample could have changed says so.
 */
export const linkedByRank = (
  link: RankLink,
  estimates: ReadonlyArray<Estimate>,
  falseShare: number
): ReadonlyArray<LinkedScore> => {
  const places = placesOf(estimates, falseShare)
  return estimates.map(({ subject, rate }, i) => {
    const place = 1 + estimates.filter((other) => compareExact(other.rate, rate) > 0).length
    const best = Math.min(place, places[i]?.best ?? place)
    const worst = Math.max(place, places[i]?.worst ?? place)
    // Steps may fall and rise, so every place between the two counts.
    const scores = Array.from({ length: worst - best + 1 }, (_, k) => scoreAt(link, best + k)).toSorted(compareExact)
    const [least = zero, greatest = zero] = [scores[0], scores.at(-1)]
    return {
      subject,
      score: scoreAt(link, place),
      least,
      greatest,
      dependsOnSampling: compareExact(least, greatest) !== 0
    }
  })
}
