import type { ConditionProblem } from "../Condition.ts"
import type { DivisionByZero, NotADate, NotExact } from "../errors.ts"
import type { InputProblem } from "../Fault.ts"
import type { StoredProblem } from "../StoredEvents.ts"

/** Everything that core itself says to people. */
export type CoreMessage = NotExact | DivisionByZero | NotADate | InputProblem | ConditionProblem | StoredProblem
