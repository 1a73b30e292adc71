import {
  ballotGroups,
  change,
  countBallotColumns,
  countBallots,
  estimate,
  measure,
  percentRow,
  withhold
} from "@zhengyou/satisfaction"

/**
 * What laws of satisfaction are held against: the functions of `@zhengyou/satisfaction`, or others of the same shape.
 *
 * **When to use**
 *
 * To hold the laws against a variant of the engine, such as one with a fault put in on purpose.
 */
export interface SatisfactionEngine {
  readonly measure: typeof measure
  readonly countBallots: typeof countBallots
  readonly ballotGroups: typeof ballotGroups
  readonly countBallotColumns: typeof countBallotColumns
  readonly estimate: typeof estimate
  readonly change: typeof change
  readonly withhold: typeof withhold
  readonly percentRow: typeof percentRow
}

/** The engine of `@zhengyou/satisfaction`. */
export const satisfactionEngine: SatisfactionEngine = {
  measure,
  countBallots,
  ballotGroups,
  countBallotColumns,
  estimate,
  change,
  withhold,
  percentRow
}
