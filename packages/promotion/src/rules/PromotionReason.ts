import { CalendarDate, Citation, Named } from "@zhengyou/core"
import * as Schema from "effect/Schema"

const Cited = Schema.Array(Citation)

/** Why a move is not possible, or not yet: each names what it speaks of, so that it can be told without the rules. */
export const PromotionReason = Schema.TaggedUnion({
  /** A unit that is not graded has no level to move from. */
  NoLevel: {},
  HasLevelAlready: { level: Named },
  StepsTooMany: { from: Named, to: Named, steps: Schema.Int, allowed: Schema.Int },
  OutsideWindow: { today: CalendarDate, from: CalendarDate, until: CalendarDate },
  MovesUsedUp: { moves: Schema.Int, allowed: Schema.Int },
  Frozen: { demotedOn: CalendarDate, until: CalendarDate },
  /** A condition that does not hold, with every comparison that was made. */
  NotMet: { requirement: Named, cited: Cited },
  /** A condition that cannot be answered, because facts are unknown. */
  NotKnown: { requirement: Named, cited: Cited },
  NoDemotion: {},
  NoGround: { grounds: Schema.Array(Named) }
})
export type PromotionReason = typeof PromotionReason.Type
