import { Named } from "@zhengyou/core"
import * as Schema from "effect/Schema"

/** What can be wrong with the records of a survey. */
export const SurveyProblem = Schema.TaggedUnion({
  UnknownUnit: { unit: Schema.String },
  SurveyedTwice: { unit: Schema.String, first: Schema.Int },
  UnknownAspect: { aspect: Schema.String, known: Schema.Array(Schema.String) },
  AspectTwice: { aspect: Schema.String },
  AspectMissing: { unit: Schema.String, aspect: Named }
})
export type SurveyProblem = typeof SurveyProblem.Type
