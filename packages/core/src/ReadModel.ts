import * as Result from "effect/Result"
import type { Recorded } from "./Recorded.ts"
import { type StoredEvents, type StoredProblem, storedDecoder } from "./StoredEvents.ts"
import type { Text } from "./Text.ts"

/** What every column says of itself: what it holds, for whoever reads the table, and whether a row may do without. */
interface Described {
  readonly about: Text
  readonly optional?: true
}

/**
 * A column of a read model: its type and what it holds.
 *
 * **Details**
 *
 * - `text`: at most `max` characters (Unicode code points), without NUL;
 * - `integer`: a whole number that a double holds exactly;
 * - `decimal`: a decimal text with exactly `places` decimals and at most `digits` digits in all, such as `"93.60"`;
 * - `flag`; `date`: a {@link CalendarDate};
 * - `instant`: as in {@link CommandMeta}, kept to the millisecond.
 *
 * A rational that has no end as a decimal belongs into a `text`.
 */
export type Column =
  | (Described & { readonly type: "text"; readonly max: number })
  | (Described & { readonly type: "decimal"; readonly digits: number; readonly places: number })
  | (Described & { readonly type: "integer" | "flag" | "date" | "instant" })

/** The columns of a read model by name. */
export interface Columns {
  readonly [name: string]: Column
}

/** What can stand in a cell: an absent value is `null`. */
export type Cell = string | number | boolean | null

type CellOf<C extends Column> =
  | (C["type"] extends "integer" ? number : C["type"] extends "flag" ? boolean : string)
  | (C extends { readonly optional: true } ? null : never)

/** A row, with a value for every column. */
export type Row<C extends Columns> = string extends keyof C
  ? { readonly [name: string]: Cell }
  : { readonly [Name in keyof C]: CellOf<C[Name]> }

/** Some of the key columns with the values that rows must have in them. */
export type KeyPart<C extends Columns, K extends keyof C & string> = {
  readonly [Name in K]?: Row<C>[Name & keyof Row<C>]
}

/**
 * What an event does to the rows of a read model.
 *
 * **Details**
 *
 * - `Put` writes a whole row, in the place of the one with the same key;
 * - `Update` writes some columns of every row that has these values in the key columns named, at least one;
 * - `Remove` removes those rows.
 *
 * Nothing is read before it is written, so a change means the same on every adapter, and doing it twice is doing it once.
 */
export type RowChange<C extends Columns, K extends keyof C & string = keyof C & string> =
  | { readonly _tag: "Put"; readonly row: Row<C> }
  | {
      readonly _tag: "Update"
      readonly where: KeyPart<C, K>
      readonly values: { readonly [Name in Exclude<keyof C, K>]?: Row<C>[Name & keyof Row<C>] }
    }
  | { readonly _tag: "Remove"; readonly where: KeyPart<C, K> }

/**
 * A table that follows from the recorded events: a pure function from each record to changes of rows.
 *
 * **Details**
 *
 * `name` and the names of columns are of letters and digits, a small letter first, at most 40; on SQL they are written in
 * snake case. `version` is raised whenever the columns or the changes become others. Rows are ordered by the columns of
 * `key`, which are texts, integers, dates or instants and never absent. Records of streams whose name does not begin with
 * `streams` say nothing to it. Build one with {@link readModel}.
 */
export interface ReadModel<C extends Columns = Columns, K extends keyof C & string = keyof C & string> {
  readonly name: string
  readonly version: number
  readonly about: Text
  readonly columns: C
  readonly key: readonly [K, ...ReadonlyArray<K>]
  readonly streams: string
  readonly project: (record: Recorded) => Result.Result<ReadonlyArray<RowChange<C, K>>, StoredProblem>
}

/** A read model as it is written: what each type of event that it reads does to the rows. */
export interface ReadModelDefinition<
  C extends Columns,
  K extends keyof C & string,
  Event extends { readonly _tag: string }
> extends Omit<ReadModel<C, K>, "project"> {
  readonly stored: StoredEvents<Event>
  readonly on: {
    readonly [Tag in Event["_tag"]]?: (
      event: Extract<Event, { readonly _tag: Tag }>,
      record: Recorded
    ) => ReadonlyArray<RowChange<NoInfer<C>, NoInfer<K>>>
  }
}

/**
 * Makes a read model of what each type of event does to its rows.
 *
 * **Details**
 *
 * Events are read as they are stored, those of earlier versions included. A type that `on` does not name changes nothing.
 *
 * @example
 * ```ts
 * import { readModel } from "@zhengyou/core"
 * import { Result, Schema } from "effect"
 *
 * const Scored = Schema.TaggedStruct("Scored", { unit: Schema.String, points: Schema.Int })
 * const points = readModel({
 *   name: "points",
 *   version: 1,
 *   about: { "zh-CN": "各单位得分", en: "The points of each unit" },
 *   columns: {
 *     unit: { type: "text", max: 120, about: { "zh-CN": "单位", en: "Unit" } },
 *     points: { type: "integer", about: { "zh-CN": "得分", en: "Points" } }
 *   },
 *   key: ["unit"],
 *   streams: "",
 *   stored: { schemaVersion: 1, event: Scored },
 *   on: { Scored: ({ unit, points }) => [{ _tag: "Put", row: { unit, points } }] }
 * })
 * const record = {
 *   stream: "s", version: 1, position: 1, type: "Scored", schemaVersion: 1, data: { _tag: "Scored", unit: "z01", points: 90 },
 *   commandId: "c1", actor: "clerk", at: "2012-04-01T08:00:00Z", hash: ""
 * }
 * points.project(record) // => Result.succeed([{ _tag: "Put", row: { unit: "z01", points: 90 } }])
 * ```
 */
export const readModel = <
  const C extends Columns,
  const K extends keyof C & string,
  Event extends { readonly _tag: string }
>({
  stored,
  on,
  ...model
}: ReadModelDefinition<C, K, Event>): ReadModel<C, K> => {
  const decode = storedDecoder(stored)
  return {
    ...model,
    project: (record) => {
      // A type may have had another name in an earlier version, so only a record of this version is known by its type.
      const isOfNoInterest = record.schemaVersion === stored.schemaVersion && !Object.hasOwn(on, record.type)
      if (!record.stream.startsWith(model.streams) || isOfNoInterest) return Result.succeed([])
      return Result.map(decode(record), (event) => {
        // `on` pairs each tag with the function for that tag; TypeScript cannot follow the pairing through a union.
        const change = on[event._tag as Event["_tag"]] as
          | ((event: Event, record: Recorded) => ReadonlyArray<RowChange<C, K>>)
          | undefined
        return change?.(event, record) ?? []
      })
    }
  }
}
