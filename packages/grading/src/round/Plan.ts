import { CalendarDate, Id, Text, Unit } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { RuleBook } from "../RuleBook.ts"

/** A rater of a panel, with the units to score: every unit of the round where none are named (评委分工). */
export const Assignment = Schema.Struct({
  panel: Id,
  rater: Id,
  units: Schema.optionalKey(Schema.Array(Id))
}).annotate({ identifier: "Assignment" })
export interface Assignment extends Schema.Schema.Type<typeof Assignment> {}

/**
 * What a round sets out to do (评定方案): which units, by which book, as of which day, and who scores whom.
 *
 * **Details**
 *
 * Where a panel has assigned raters, only they may submit its sheets, and each is expected to score their units. A panel
 * without any is expected to reach its minimum of raters on each unit. `lotSeed` is the published text that lots are drawn from.
 */
export const Plan = Schema.Struct({
  title: Text,
  book: RuleBook,
  units: Schema.Array(Unit),
  asOf: Schema.optionalKey(CalendarDate),
  assignments: Schema.Array(Assignment),
  lotSeed: Schema.optionalKey(Schema.NonEmptyString)
}).annotate({ identifier: "Plan" })
export interface Plan extends Schema.Schema.Type<typeof Plan> {}
