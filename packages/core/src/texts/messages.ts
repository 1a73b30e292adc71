import type { ConditionProblem } from "../Condition.ts"
import type { DivisionByZero, NotADate, NotExact } from "../errors.ts"
import type { InputProblem } from "../Fault.ts"
import type { StoredProblem } from "../StoredEvents.ts"

/** What can be wrong with one value. */
export type ValueMessage = NotExact | DivisionByZero | NotADate | Extract<InputProblem, { readonly _tag: "NotAllowed" }>

/** Everything that core itself says to people. */
export type CoreMessage = NotExact | DivisionByZero | NotADate | InputProblem | ConditionProblem | StoredProblem
