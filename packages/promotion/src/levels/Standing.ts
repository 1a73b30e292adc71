import { CalendarDate, Id } from "@zhengyou/core"
import * as Schema from "effect/Schema"

/** The level of a unit at some time; no level where it is not graded. */
export const Standing = Schema.Struct({ unit: Id, level: Schema.optionalKey(Id) }).annotate({ identifier: "Standing" })
export interface Standing extends Schema.Schema.Type<typeof Standing> {}

/** One change of a unit's level, on the day from which the new one is in force. */
export interface Move {
  readonly on: CalendarDate
  readonly from: Id
  readonly to: Id
}

/** What the rules of promotion ask of a unit's past: its level, since when, and every move of its own. */
export const LevelRecord = Schema.Struct({
  level: Schema.optionalKey(Id),
  since: Schema.optionalKey(CalendarDate),
  moves: Schema.Array(Schema.Struct({ on: CalendarDate, from: Id, to: Id }))
}).annotate({ identifier: "LevelRecord" })
export interface LevelRecord extends Schema.Schema.Type<typeof LevelRecord> {}
