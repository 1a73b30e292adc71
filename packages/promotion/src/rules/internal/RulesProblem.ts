import { CalendarDate } from "@zhengyou/core"
import * as Schema from "effect/Schema"

/** What can be wrong with rules of promotion that have the right shape. */
export const RulesProblem = Schema.TaggedUnion({
  IdTaken: { id: Schema.String },
  LevelNotOnLadder: { level: Schema.String, known: Schema.Array(Schema.String) },
  NameReserved: { id: Schema.String },
  PeriodEndsFirst: { from: CalendarDate, until: CalendarDate },
  WindowOutsideCycle: { from: CalendarDate, until: CalendarDate },
  GuardsLowest: { level: Schema.String },
  TargetOnBest: { level: Schema.String },
  ShareOutOfRange: { share: Schema.String }
})
export type RulesProblem = typeof RulesProblem.Type
