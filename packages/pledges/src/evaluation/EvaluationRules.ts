import { Exact, Level, Rounding } from "@zhengyou/core"
import * as Schema from "effect/Schema"

/** The parts of an evaluation (评诺): what the pledger says, what an inspection found, what the public thinks. */
export const EvaluationPart = Schema.Literals(["self", "inspection", "public"])
export type EvaluationPart = typeof EvaluationPart.Type

/** A level of the evaluation, such as 好, and the least score that reaches it, included. */
export const ScoreBand = Schema.Struct({ level: Level, from: Exact }).annotate({ identifier: "ScoreBand" })
export interface ScoreBand extends Schema.Schema.Type<typeof ScoreBand> {}

/**
 * How scores become a level (评诺办法).
 *
 * **Details**
 *
 * Bands are half-open and listed best first. `decideOn` says whether the band is decided on the exact total or on the total
 * rounded so; there is no default, since the two differ at the edges. `missing` says what a part without a score means: the
 * evaluation waits for it, or the other parts take its weight. `excused` says whether a pledge that was not fulfilled for
 * reasons that were accepted counts in a roll-up.
 */
export const EvaluationRules = Schema.Struct({
  full: Exact,
  weights: Schema.Struct({ self: Exact, inspection: Exact, public: Exact }),
  missing: Schema.Literals(["block", "renormalise"]),
  decideOn: Schema.Union([Schema.Literal("exact"), Rounding]),
  bands: Schema.NonEmptyArray(ScoreBand),
  excused: Schema.Literals(["leaveOut", "zero"])
}).annotate({ identifier: "EvaluationRules" })
export interface EvaluationRules extends Schema.Schema.Type<typeof EvaluationRules> {}
