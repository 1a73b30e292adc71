import { CalendarDate, Fact } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { Award } from "../Adjustment.ts"
import { listOf } from "../internal/listOf.ts"
import { Grading } from "../Outcome.ts"
import { Sheet, SheetRef } from "../Sheet.ts"
import { Completeness } from "./Completeness.ts"
import { Plan } from "./Plan.ts"

/** What can happen in a round. */
export const RoundEvent = Schema.TaggedUnion({
  RoundPlanned: { plan: Plan },
  RoundOpened: {},
  SheetSubmitted: { sheet: Sheet },
  SheetReplaced: { sheet: Sheet, why: Schema.String },
  SheetWithdrawn: { ...SheetRef.fields, why: Schema.String },
  FactRecorded: { fact: Fact },
  AwardRecorded: { award: Award },
  RoundSealed: { completeness: Completeness },
  RoundGraded: { grading: Grading },
  RoundAmended: {
    why: Schema.String,
    sheets: Schema.Array(Sheet),
    withdrawn: listOf(SheetRef),
    facts: Schema.Array(Fact),
    awards: Schema.Array(Award),
    grading: Grading
  },
  NoticePublished: { from: CalendarDate, until: CalendarDate },
  RoundConfirmed: { on: CalendarDate }
})
export type RoundEvent = typeof RoundEvent.Type
