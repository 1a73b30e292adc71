import { CalendarDate } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { EvaluationPart } from "../evaluation/EvaluationRules.ts"
import { CheckName, Principle } from "./checks.ts"

/** What can be wrong with a policy that has the right shape. */
export const PolicyProblem = Schema.TaggedUnion({
  IdTwice: { id: Schema.String },
  NameReserved: { id: Schema.String },
  CycleEndsFirst: { from: CalendarDate, until: CalendarDate },
  PublishByOutsideCycle: { publishBy: CalendarDate, from: CalendarDate, until: CalendarDate },
  CheckTwice: { check: CheckName, first: Principle },
  FieldTwice: { field: Schema.String },
  LengthsReversed: { minimum: Schema.Int, maximum: Schema.Int },
  WeightNegative: { part: EvaluationPart, weight: Schema.String },
  WeightsAllNought: {},
  BandsNotDescending: { level: Schema.String, from: Schema.String, above: Schema.String },
  LowestBandAboveNought: { level: Schema.String, from: Schema.String },
  BandBeyondFull: { level: Schema.String, from: Schema.String, full: Schema.String },
  FullNotPositive: { full: Schema.String }
})
export type PolicyProblem = typeof PolicyProblem.Type
