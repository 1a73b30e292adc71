import type { Id, Text } from "@zhengyou/core"
import type { GradingInputs } from "@zhengyou/grading"

/** On which side of a threshold a case lies, one step away where it is not on it. */
export type Side = "below" | "on" | "above"

/** Where a book changes its mind. */
export type ThresholdKind =
  | "band"
  | "roundingEdge"
  | "comparison"
  | "scoreComparison"
  | "age"
  | "quotaCut"
  | "adjustmentCap"
  | "trimming"
  | "minimumRaters"
  | "rateStep"

/** A round that lies at a threshold, and the unit in it that does. */
export interface Hit {
  readonly side: Side
  readonly unit: Id
  readonly inputs: GradingInputs
}

/**
 * A threshold of a book with the rounds that lie on it, one step below and one step above.
 *
 * **Details**
 *
 * `at` names the threshold, such as `bands.advanced`; `value` is what it compares with. `missed` says for each side that
 * has no round why there is none.
 */
export interface Boundary {
  readonly kind: ThresholdKind
  readonly at: string
  readonly value: string
  readonly hits: ReadonlyArray<Hit>
  readonly missed: ReadonlyArray<{ readonly side: Side; readonly because: Text }>
}
