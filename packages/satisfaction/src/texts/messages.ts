import type { CoreMessage } from "@zhengyou/core"
import type { Verdict } from "../change.ts"
import type { Incomparable, NotEstimable, SurveyInWrongPhase, TallyInvalid, TallyProblem } from "../errors.ts"
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
