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
 * `Graded` has a level by its total. `Recognised` (直接认定) has one without being scored. `NotGraded` (不定级) is out by a rule. `Blocked` (缺材料) waits for what its reasons name. `Undetermined`
 * (规则未定) met a case on which the book is silent. `rank` counts from 1 by the decided total; equal totals share a rank.
 */
export const Outcome = Schema.TaggedUnion({
  Graded: {
    unit: Id,
    level: Id,
    total: Total,
    rank: Schema.Int,
    scores: Schema.Array(CriterionScore),
    panels: Schema.Array(PanelScore),
    reasons: Reasons
  },
  Recognised: { unit: Id, level: Id, reasons: Reasons },
  NotGraded: { unit: Id, reasons: Reasons },
  Blocked: { unit: Id, scores: Schema.Array(CriterionScore), panels: Schema.Array(PanelScore), reasons: Reasons },
  Undetermined: {
    unit: Id,
    /** Nothing for a unit that was recognised without being scored. */
    total: Schema.optionalKey(Total),
    scores: Schema.Array(CriterionScore),
    panels: Schema.Array(PanelScore),
    reasons: Reasons
  }
})
export type Outcome = typeof Outcome.Type

/** The reason that decided an outcome: the last step of the pipeline that had something to say. */
export const decidingReason = (outcome: Outcome): Reasons[number] => outcome.reasons.at(-1) ?? outcome.reasons[0]

/** What an outcome comes to, as a text that is the same for outcomes that come to the same: its level, or its having none. */
export const resultOf = (outcome: Outcome): string => ("level" in outcome ? `level ${outcome.level}` : outcome._tag)

/**
 * What a quota came to in a round: how many seats, who was in question, how many kept the level.
 *
 * **Details**
 *
 * `group` is the unit type or parent that a quota counts within. `reserve` (递补顺序) names who fell, the first in line first.
 * `isMet` is false where ties or a soft quota left it missed.
 */
export const QuotaResult = Schema.Struct({
  kind: Schema.Literals(["cap", "floor"]),
  level: Id,
  group: Schema.optionalKey(Schema.String),
  seats: Schema.Int,
  candidates: Schema.Int,
  kept: Schema.Int,
  reserve: Schema.Array(Id),
  isMet: Schema.Boolean
}).annotate({ identifier: "QuotaResult" })
export interface QuotaResult extends Schema.Schema.Type<typeof QuotaResult> {}

/** The grading of a round: an outcome for each unit in the order given, the quotas, and the receipt. */
export const Grading = Schema.Struct({
  book: Schema.Struct({ id: Id, version: Id }),
  outcomes: Schema.Array(Outcome),
  quotas: Schema.Array(QuotaResult),
  receipt: Receipt
}).annotate({ identifier: "Grading" })
export interface Grading extends Schema.Schema.Type<typeof Grading> {}

/** How many units have each level, in the order of the levels given. */
export const countLevels = (grading: Grading, levels: ReadonlyArray<Id>): ReadonlyArray<number> =>
  levels.map((level) => grading.outcomes.filter((outcome) => "level" in outcome && outcome.level === level).length)
