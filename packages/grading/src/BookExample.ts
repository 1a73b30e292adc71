import { CalendarDate, Exact, Id, Scalar, Text, Unit } from "@zhengyou/core"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { Award } from "./Adjustment.ts"
import { listOf } from "./internal/listOf.ts"
import { Sheet } from "./Sheet.ts"

/** What a worked example says of one unit: only what it states is held against the outcome. */
export const Expectation = Schema.Struct({
  unit: Id,
  outcome: Schema.optionalKey(Schema.Literals(["graded", "recognised", "not-graded", "blocked", "undetermined"])),
  level: Schema.optionalKey(Id),
  /** The total that decides: rounded where the book decides on the rounded one. */
  total: Schema.optionalKey(Exact),
  rank: Schema.optionalKey(Schema.Int)
}).annotate({ identifier: "Expectation" })
export interface Expectation extends Schema.Schema.Type<typeof Expectation> {}

/**
 * A worked example that a rule book carries (算例): a small round, and what must come of it.
 *
 * **Details**
 *
 * `facts` are written plainly, by unit and fact: numbers as numbers or texts such as "46/50", flags as true and false, days
 * as "2012-03-29".
 */
export const BookExample = Schema.Struct({
  name: Text,
  units: Schema.NonEmptyArray(Unit),
  sheets: listOf(Sheet),
  facts: Schema.Record(Id, Schema.Record(Id, Scalar)).pipe(Schema.withDecodingDefaultTypeKey(Effect.succeed({}))),
  awards: listOf(Award),
  asOf: Schema.optionalKey(CalendarDate),
  lotSeed: Schema.optionalKey(Schema.NonEmptyString),
  expect: Schema.NonEmptyArray(Expectation)
}).annotate({ identifier: "BookExample" })
export interface BookExample extends Schema.Schema.Type<typeof BookExample> {}
