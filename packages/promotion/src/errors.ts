import { Path } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { faultLines } from "./internal/faultLines.ts"
import { SurveyProblem } from "./internal/SurveyProblem.ts"
import { promotionTextEn } from "./texts/en.ts"

/** Records of a survey that do not fit its form or the units, with every fault. */
export class SurveyRefused extends Schema.TaggedError<SurveyRefused>("@zhengyou/promotion/SurveyRefused")(
  "SurveyRefused",
  { faults: Schema.Array(Schema.Struct({ path: Path, problem: SurveyProblem })) }
) {
  override get message(): string {
    return faultLines(promotionTextEn.SurveyRefused(this), this.faults)
  }
}
