import { Exact, Id, Receipt } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { MissingPolicy } from "./Criterion.ts"
import { Reasons } from "./GradingReason.ts"

/** One panel's score of one criterion: how many scored, how many of those were counted, and what came of it. */
export const PanelScore = Schema.Struct({
  panel: Id,
  scored: Schema.Int,
  counted: Schema.Int,
  score: Schema.optionalKey(Exact),
  missing: Schema.optionalKey(MissingPolicy)
}).annotate({ identifier: "PanelScore" })
export interface PanelScore extends Schema.Schema.Type<typeof PanelScore> {}

/** A criterion's score with the panels' scores that it comes from. */
export const CriterionScore = Schema.Struct({
  criterion: Id,
  panels: Schema.Array(PanelScore),
  score: Schema.optionalKey(Exact),
  missing: Schema.optionalKey(MissingPolicy)
}).annotate({ identifier: "CriterionScore" })
export interface CriterionScore extends Schema.Schema.Type<typeof CriterionScore> {}

/**
 * A unit's total (总分).
 *
 * **Details**
 *
 * `exact` is before the last rounding; `decided` is what bands, ranks and caps looked at; `shown` is `decided` as text,
 * with as many places as keep it on its own side of every band.
 */
export const Total = Schema.Struct({ exact: Exact, decided: Exact, shown: Schema.String }).annotate({
  identifier: "Total"
})
export interface Total extends Schema.Schema.Type<typeof Total> {}

/**
 * What the rule book makes of one unit; it cannot be built without its reasons.
 *
 * **Details**
 *
 * `Graded` has a level. `NotGraded` (不定级) is out by a rule. `Blocked` (缺材料) waits for what its reasons name. `Undetermined`
 * (规则未定) met a case on which the book is silent. `rank` counts from 1 by the decided total; equal totals share a rank.
 */
export const Outcome = Schema.TaggedUnion({
  Graded: {
    unit: Id,
    level: Id,
    total: Total,
    rank: Schema.Int,
    scores: Schema.Array(CriterionScore),
    reasons: Reasons
  },
  NotGraded: { unit: Id, reasons: Reasons },
  Blocked: { unit: Id, scores: Schema.Array(CriterionScore), reasons: Reasons },
  Undetermined: { unit: Id, total: Total, scores: Schema.Array(CriterionScore), reasons: Reasons }
})
export type Outcome = typeof Outcome.Type

/** The reason that decided an outcome: the last step of the pipeline that had something to say. */
export const decidingReason = (outcome: Outcome): Reasons[number] => outcome.reasons.at(-1) ?? outcome.reasons[0]

/** What a cap came to in a round: its seats, who was in question, and how many kept the level. */
export const CapResult = Schema.Struct({
  level: Id,
  seats: Schema.Int,
  candidates: Schema.Int,
  kept: Schema.Int
}).annotate({ identifier: "CapResult" })
export interface CapResult extends Schema.Schema.Type<typeof CapResult> {}

/** The grading of a round: an outcome for each unit in the order given, the caps, and the receipt. */
export const Grading = Schema.Struct({
  book: Schema.Struct({ id: Id, version: Id }),
  outcomes: Schema.Array(Outcome),
  caps: Schema.Array(CapResult),
  receipt: Receipt
}).annotate({ identifier: "Grading" })
export interface Grading extends Schema.Schema.Type<typeof Grading> {}

/** How many units have each level, in the order of the levels given. */
export const countLevels = (grading: Grading, levels: ReadonlyArray<Id>): ReadonlyArray<number> =>
  levels.map(
    (level) => grading.outcomes.filter((outcome) => outcome._tag === "Graded" && outcome.level === level).length
  )
