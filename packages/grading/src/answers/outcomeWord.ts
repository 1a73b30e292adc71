import type { Expectation } from "../BookExample.ts"
import type { Outcome } from "../Outcome.ts"

const words: Record<Outcome["_tag"], NonNullable<Expectation["outcome"]>> = {
  Graded: "graded",
  Recognised: "recognised",
  NotGraded: "not-graded",
  Blocked: "blocked",
  Undetermined: "undetermined"
}

/** The word by which worked examples call an outcome. */
export const outcomeWord = ({ _tag }: Outcome): NonNullable<Expectation["outcome"]> => words[_tag]
