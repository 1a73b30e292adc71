import type { CoreMessage } from "@zhengyou/core"
import type { Verdict } from "../change.ts"
import type { CombinationReason } from "../combine.ts"
import type {
  CombinationInvalid,
  CombinationProblem,
  Incomparable,
  NotEstimable,
  SurveyInWrongPhase,
  TallyInvalid,
  TallyProblem
} from "../errors.ts"
import type { BallotFlag } from "../quality.ts"
import type { Unmeasured } from "../Satisfaction.ts"

/** Everything that satisfaction says to people, core's messages included. */
export type SatisfactionMessage =
  | CoreMessage
  | TallyProblem
  | Unmeasured
  | TallyInvalid
  | Incomparable
  | NotEstimable
  | SurveyInWrongPhase
  | Verdict
  | CombinationReason
  | CombinationProblem
  | CombinationInvalid
  | BallotFlag
