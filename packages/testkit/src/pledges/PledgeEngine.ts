import { deadlineOf } from "@zhengyou/core"
import { evaluate, fulfilmentRate, isOverdue, PledgeEvent, PledgeLifecycle, review, rollUp } from "@zhengyou/pledges"

/**
 * What the laws of pledges are held against: the functions of `@zhengyou/pledges` and the deadlines of `@zhengyou/core`, or others of the same shape.
 *
 * **When to use**
 *
 * To hold the laws against a variant of the engine, such as one with a fault put in on purpose.
 */
export interface PledgeEngine {
  readonly PledgeLifecycle: typeof PledgeLifecycle
  readonly PledgeEvent: typeof PledgeEvent
  readonly isOverdue: typeof isOverdue
  readonly review: typeof review
  readonly evaluate: typeof evaluate
  readonly rollUp: typeof rollUp
  readonly fulfilmentRate: typeof fulfilmentRate
  readonly deadlineOf: typeof deadlineOf
}

/** The engine of `@zhengyou/pledges`. */
export const pledgeEngine: PledgeEngine = {
  PledgeLifecycle,
  PledgeEvent,
  isOverdue,
  review,
  evaluate,
  rollUp,
  fulfilmentRate,
  deadlineOf
}
