import { type Cell, type Columns, type ReadModel, type Row, type RowChange, readModel } from "@zhengyou/core"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import { EventStore } from "../../../EventStore.ts"
import type { RowQuery } from "../../../ReadModels.ts"
import { ReadModels } from "../../../ReadModels.ts"
import { metaOf } from "../points.ts"

const Cells = Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite, Schema.Boolean, Schema.Null]))

/** An event that says itself what it changes, so that a case can ask for any change. */
const Changed = Schema.TaggedStruct("Changed", {
  changes: Schema.Array(
    Schema.Union([
      Schema.TaggedStruct("Put", { row: Cells }),
      Schema.TaggedStruct("Update", { where: Cells, values: Cells }),
      Schema.TaggedStruct("Remove", { where: Cells })
    ])
  )
})

/** A change as events carry it. */
export type AnyChange = (typeof Changed.Type)["changes"][number]

const about = { "zh-CN": "试验", en: "Trial" }

/** Columns of every type; some are called as words of SQL, since an adapter has to quote names. */
const columns = {
  group: { type: "text", max: 60, about },
  order: { type: "integer", about },
  select: { type: "text", max: 20, about, optional: true },
  amountPaid: { type: "decimal", digits: 12, places: 4, about, optional: true },
  isOpen: { type: "flag", about },
  where: { type: "date", about, optional: true },
  at: { type: "instant", about, optional: true },
  count: { type: "integer", about, optional: true }
} as const satisfies Columns

// The events say what to change; whether it fits the columns is what the cases are about.
const asTold = <C extends Columns, K extends keyof C & string>({ changes }: typeof Changed.Type) =>
  changes as unknown as ReadonlyArray<RowChange<C, K>>

const modelOf = (name: string, version: number) =>
  readModel({
    name,
    version,
    about,
    columns,
    key: ["group", "order"],
    streams: "rows",
    stored: {
      schemaVersion: 2,
      event: Changed,
      // Version 1 put one row.
      upcasts: { 1: (row) => ({ _tag: "Changed", changes: [{ _tag: "Put", row }] }) }
    },
    on: { Changed: (event) => asTold<typeof columns, "group" | "order">(event) }
  })

/** The model of most cases. */
export const table = modelOf("table", 1)

/** Its next version. */
export const nextTable = modelOf("table", 2)

/** Another model beside it, of the same events. */
export const other = modelOf("otherTable", 1)

/** A model in the order of time. */
export const calendar = readModel({
  name: "calendar",
  version: 1,
  about,
  columns: { day: { type: "date", about }, at: { type: "instant", about }, what: { type: "text", max: 10, about } },
  key: ["day", "at"],
  streams: "calendar",
  stored: { schemaVersion: 2, event: Changed },
  on: { Changed: asTold }
})

/** A row of {@link table}. */
export type TableRow = Row<typeof columns>

/** A row with values only where a case wants them. */
export const rowOf = (group: string, order: number, rest: Partial<TableRow> = {}): TableRow => ({
  group,
  order,
  select: null,
  amountPaid: null,
  isOpen: false,
  where: null,
  at: null,
  count: null,
  ...rest
})

/** Puts rows. */
export const put = (...rows: ReadonlyArray<{ readonly [name: string]: Cell }>): ReadonlyArray<AnyChange> =>
  rows.map((row) => ({ _tag: "Put", row }))

/** An event with changes. */
export const changed = (changes: ReadonlyArray<AnyChange>) => ({
  type: "Changed",
  schemaVersion: 2,
  data: { _tag: "Changed", changes }
})

/** Appends one event with changes at the end of a stream. */
export const change = (stream: string, expected: number, changes: ReadonlyArray<AnyChange>) =>
  EventStore.use((store) => store.append(stream, expected, [changed(changes)], metaOf(`c${expected}`)))

/** The rows of a page. */
export const rowsOf = <C extends Columns, K extends keyof C & string>(
  model: ReadModel<C, K>,
  query: Partial<RowQuery<C, K>> = {}
) => ReadModels.use((models) => Effect.map(models.query(model, { limit: 10_000, ...query }), ({ rows }) => rows))

/** Rebuilds a model, and gives the progress. */
export const rebuilt = (model: ReadModel) => ReadModels.use((models) => Stream.runCollect(models.rebuild(model)))
