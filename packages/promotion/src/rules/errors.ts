import { ConditionProblem, InputProblem, Path } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { faultLines } from "../internal/faultLines.ts"
import { promotionTextEn } from "../texts/en.ts"
import { RulesProblem } from "./internal/RulesProblem.ts"

/** Rules of promotion that cannot be used, with every fault and where it stands. */
export class RulesInvalid extends Schema.TaggedError<RulesInvalid>("@zhengyou/promotion/RulesInvalid")("RulesInvalid", {
  faults: Schema.Array(
    Schema.Struct({ path: Path, problem: Schema.Union([InputProblem, ConditionProblem, RulesProblem]) })
  )
}) {
  override get message(): string {
    return faultLines(promotionTextEn.RulesInvalid(this), this.faults)
  }
}
