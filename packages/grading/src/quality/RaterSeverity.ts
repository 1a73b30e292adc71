import { Exact, Id, Named } from "@zhengyou/core"
import * as Schema from "effect/Schema"

/**
 * How lenient or severe a rater is beside the rest of the panel (宽严): above nought lenient, below nought severe.
 *
 * **Details**
 *
 * `Compared`: `deviation` is the mean, over the `cells` that the rater shares with another rater, of the rater's score
 * less the panel's mean score of that cell, both as shares of the criterion's maximum. A cell is one criterion of one
 * unit. `Alone`: no score of the rater has another beside it.
 */
export const RaterSeverity = Schema.TaggedUnion({
  Compared: { panel: Named, rater: Id, deviation: Exact, cells: Schema.Int },
  Alone: { panel: Named, rater: Id }
})
export type RaterSeverity = typeof RaterSeverity.Type
