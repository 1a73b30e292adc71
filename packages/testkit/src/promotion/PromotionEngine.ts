import {
  entriesOf,
  examine,
  LevelRegister,
  movementsBetween,
  ProblemLedger,
  PromotionCase,
  promote,
  review,
  standingsOn
} from "@zhengyou/promotion"

/**
 * What the laws of promotion are held against: the functions of `@zhengyou/promotion`, or others of the same shape.
 *
 * **When to use**
 *
 * To hold the laws against a variant of the engine, such as one with a fault put in on purpose.
 */
export interface PromotionEngine {
  readonly examine: typeof examine
  readonly review: typeof review
  readonly promote: typeof promote
  readonly PromotionCase: typeof PromotionCase
  readonly LevelRegister: typeof LevelRegister
  readonly standingsOn: typeof standingsOn
  readonly movementsBetween: typeof movementsBetween
  readonly ProblemLedger: typeof ProblemLedger
  readonly entriesOf: typeof entriesOf
}

/** The engine of `@zhengyou/promotion`. */
export const promotionEngine: PromotionEngine = {
  examine,
  review,
  promote,
  PromotionCase,
  LevelRegister,
  standingsOn,
  movementsBetween,
  ProblemLedger,
  entriesOf
}
