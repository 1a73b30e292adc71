import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { parseDate } from "./CalendarDate.ts"
import { Id } from "./Ladder.ts"

const instant = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/

const reason = "a text of 1 to 2000 characters, without NUL"

/** Who asks for a change, when, why, and under which command id: what a store needs to know beside the events. */
export const CommandMeta = Schema.Struct({
  /** Given again, it gets the first answer again and changes nothing. */
  commandId: Id,
  /** The role or account that acts. */
  actor: Id,
  /** The instant as ISO 8601 in UTC, such as `2012-04-01T08:00:00.000Z`. */
  at: Schema.String.check(
    Schema.isPattern(instant, { expected: "an instant such as 2012-04-01T08:00:00Z" }).abort(),
    Schema.makeFilter((at: string) => Result.isSuccess(parseDate(at.slice(0, 10))), {
      expected: "an instant such as 2012-04-01T08:00:00Z"
    })
  ),
  why: Schema.optionalKey(
    Schema.String.check(
      // Some databases cannot keep the character NUL.
      Schema.makeFilter((why: string) => why.trim() !== "" && why.length <= 2000 && !why.includes("\u0000"), {
        expected: reason
      })
    )
  )
}).annotate({ identifier: "CommandMeta" })
export interface CommandMeta extends Schema.Schema.Type<typeof CommandMeta> {}

/**
 * An event as a store keeps it: the event's data in an envelope that says where, when, by whom and why.
 *
 * **Details**
 *
 * `version` counts from 1 within the stream, `position` over the whole store. `hash` covers the record and the hash of
 * the record before it in the stream, so that a change made behind the store's back shows.
 */
export const Recorded = Schema.Struct({
  stream: Id,
  version: Schema.Int,
  position: Schema.Int,
  type: Schema.String,
  schemaVersion: Schema.Int,
  data: Schema.Json,
  ...CommandMeta.fields,
  hash: Schema.String
}).annotate({ identifier: "Recorded" })
export interface Recorded extends Schema.Schema.Type<typeof Recorded> {}
