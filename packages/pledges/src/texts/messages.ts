import type { ConditionProblem, CoreMessage } from "@zhengyou/core"
import type { EvaluationProblem, EvaluationRefused } from "../evaluation/errors.ts"
import type { InspectionProblem, InspectionRefused } from "../inspection/errors.ts"
import type { PledgeRefusal } from "../lifecycle/PledgeRefusal.ts"
import type { PolicyInvalid } from "../policy/errors.ts"
import type { PolicyProblem } from "../policy/PolicyProblem.ts"
import type { FindingProblem } from "../review/Finding.ts"

/** Everything that pledges say to people, core's messages included. */
export type PledgesMessage =
  | CoreMessage
  | ConditionProblem
  | PolicyProblem
  | PolicyInvalid
  | FindingProblem
  | PledgeRefusal
  | EvaluationProblem
  | EvaluationRefused
  | InspectionProblem
  | InspectionRefused
