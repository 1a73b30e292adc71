import { ConditionProblem, InputProblem, Path } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { faultLines } from "../internal/faultLines.ts"
import { pledgesTextEn } from "../texts/en.ts"
import { PolicyProblem } from "./PolicyProblem.ts"

/** A policy that cannot be used, with every fault and where it stands. */
export class PolicyInvalid extends Schema.TaggedError<PolicyInvalid>("@zhengyou/pledges/PolicyInvalid")(
  "PolicyInvalid",
  {
    faults: Schema.Array(
      Schema.Struct({ path: Path, problem: Schema.Union([InputProblem, ConditionProblem, PolicyProblem]) })
    )
  }
) {
  override get message(): string {
    return faultLines(pledgesTextEn.PolicyInvalid(this), this.faults)
  }
}
