import { Path } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { faultLines } from "../internal/faultLines.ts"
import { pledgesTextEn } from "../texts/en.ts"
import { EvaluationPart } from "./EvaluationRules.ts"

/** What can be wrong with the figures of an evaluation or of a roll-up. */
export const EvaluationProblem = Schema.TaggedUnion({
  ScoreMissing: { part: EvaluationPart },
  ScoreOutOfRange: { score: Schema.String, full: Schema.String },
  NoWeightLeft: {},
  PartWeightNegative: { id: Schema.String, weight: Schema.String },
  PartTwice: { id: Schema.String },
  NestedTooDeep: { limit: Schema.Int }
})
export type EvaluationProblem = typeof EvaluationProblem.Type

/** Figures that give no score, with every fault and where it stands. */
export class EvaluationRefused extends Schema.TaggedError<EvaluationRefused>("@zhengyou/pledges/EvaluationRefused")(
  "EvaluationRefused",
  { faults: Schema.Array(Schema.Struct({ path: Path, problem: EvaluationProblem })) }
) {
  override get message(): string {
    return faultLines(pledgesTextEn.EvaluationRefused(this), this.faults)
  }
}
