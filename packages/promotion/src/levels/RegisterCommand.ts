import { CalendarDate, Id, Ladder, Unit } from "@zhengyou/core"
import * as Schema from "effect/Schema"

const Words = Schema.NonEmptyString

/** A unit that begins, with the level that it has from the start, if any. */
export const Successor = Schema.Struct({ unit: Unit, level: Schema.optionalKey(Id) }).annotate({
  identifier: "Successor"
})
export interface Successor extends Schema.Schema.Type<typeof Successor> {}

/** What the register of levels can be told. Every change is in force from its day on. */
export const RegisterCommand = Schema.TaggedUnion({
  /** Begins the register with a ladder and the units that are there on a day. */
  OpenRegister: { ladder: Ladder, units: Schema.Array(Unit), on: CalendarDate },
  FoundUnit: { unit: Unit, on: CalendarDate },
  /** Puts levels in force, such as the outcomes of a grading, all or none of them. */
  PutLevels: { levels: Schema.NonEmptyArray(Schema.Struct({ unit: Id, level: Id })), on: CalendarDate, source: Words },
  /** Moves a unit from the level that it has to another, by a case. */
  MoveLevel: { unit: Id, from: Id, to: Id, on: CalendarDate, case: Id },
  /** Ends the level of a unit that stays: it is not graded from then on. */
  EndLevel: { unit: Id, on: CalendarDate, why: Words },
  CloseUnit: { unit: Id, on: CalendarDate },
  /** Closes units that go into another one, which keeps its level. */
  MergeUnits: { units: Schema.NonEmptyArray(Id), into: Id, on: CalendarDate },
  /** Closes a unit that is divided, and founds those that take its place. */
  SplitUnit: { unit: Id, into: Schema.NonEmptyArray(Successor), on: CalendarDate }
})
export type RegisterCommand = typeof RegisterCommand.Type
