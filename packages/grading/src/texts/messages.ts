import type { ConditionProblem, CoreMessage } from "@zhengyou/core"
import type { Fragile } from "../answers/Fragile.ts"
import type { Lift, NoLift, Obstacle } from "../answers/Obstacle.ts"
import type { InputsInvalid, RuleBookInvalid } from "../errors.ts"
import type { GradingReason } from "../GradingReason.ts"
import type { BookProblem } from "../internal/book/BookProblem.ts"
import type { InputsProblem } from "../internal/inputFaults.ts"
import type { RoundProblem, RoundRefusal } from "../round/errors.ts"

/** What `grade` says to people: the reasons of outcomes, and what is wrong with its inputs. */
export type GradeMessage = GradingReason | InputsProblem | InputsInvalid

/** Everything that grading says to people, core's messages included. */
export type GradingMessage =
  | CoreMessage
  | ConditionProblem
  | BookProblem
  | RoundProblem
  | GradingReason
  | Obstacle
  | Lift
  | NoLift
  | Fragile
  | RuleBookInvalid
  | InputsInvalid
  | RoundRefusal
