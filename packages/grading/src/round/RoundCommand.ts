import { CalendarDate, Fact } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { Award } from "../Adjustment.ts"
import { listOf } from "../internal/listOf.ts"
import { Sheet, SheetRef } from "../Sheet.ts"
import { Plan } from "./Plan.ts"

const Why = Schema.NonEmptyString

/** What a round can be told to do. */
export const RoundCommand = Schema.TaggedUnion({
  PlanRound: { plan: Plan },
  OpenRound: {},
  /** Submits sheets, all or none of them. */
  SubmitSheets: { sheets: Schema.NonEmptyArray(Sheet) },
  /** Puts a sheet in the place of the same rater's earlier one, which is kept. */
  ReplaceSheet: { sheet: Sheet, why: Why },
  WithdrawSheet: { ...SheetRef.fields, why: Why },
  /** Records facts, all or none of them; a later value of the same fact takes the place of an earlier one. */
  RecordFacts: { facts: Schema.NonEmptyArray(Fact) },
  /** Records bonus and deduction entries, all or none of them; the same entry again takes the place of the earlier one. */
  RecordAwards: { awards: Schema.NonEmptyArray(Award) },
  SealRound: {},
  GradeRound: {},
  /**
   * Withdraws or corrects sheets, facts or awards after grading, and grades again: the earlier grading stays on record.
   * A sheet is withdrawn before the sheets of the same amendment count.
   */
  AmendRound: {
    why: Why,
    sheets: Schema.Array(Sheet),
    withdrawn: listOf(SheetRef),
    facts: Schema.Array(Fact),
    awards: Schema.Array(Award)
  },
  /** Puts the outcomes on public notice, both days included. */
  PublishNotice: { from: CalendarDate, until: CalendarDate },
  ConfirmRound: {}
})
export type RoundCommand = typeof RoundCommand.Type
