import { CalendarDate, Id, Ladder, Unit } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { Successor } from "./RegisterCommand.ts"

/** What can happen in the register of levels. */
export const RegisterEvent = Schema.TaggedUnion({
  RegisterOpened: { ladder: Ladder, on: CalendarDate },
  UnitEnrolled: { unit: Unit, on: CalendarDate },
  LevelPut: { unit: Id, level: Id, on: CalendarDate, source: Schema.String },
  LevelMoved: { unit: Id, from: Id, to: Id, on: CalendarDate, case: Id },
  LevelEnded: { unit: Id, on: CalendarDate, why: Schema.String },
  UnitClosed: { unit: Id, on: CalendarDate },
  UnitsMerged: { units: Schema.NonEmptyArray(Id), into: Id, on: CalendarDate },
  UnitSplit: { unit: Id, into: Schema.NonEmptyArray(Successor), on: CalendarDate }
})
export type RegisterEvent = typeof RegisterEvent.Type
