import * as Effect from "effect/Effect"
import { EventStore } from "../../../EventStore.ts"
import { ReadModels } from "../../../ReadModels.ts"
import { casesOf, refused, same } from "../check.ts"
import { metaOf } from "../points.ts"
import { calendar, change, changed, other, put, rowOf, rowsOf, table } from "./models.ts"

const rowCase = casesOf("ReadModels", [table, other, calendar])

const follows = rowCase(
  "rows are there as soon as the append is acknowledged, in every model that reads it",
  Effect.gen(function* () {
    yield* same("the rows at the start", yield* rowsOf(table), [])
    yield* change("rows", 0, put(rowOf("b", 2), rowOf("a", 1)))
    yield* same("the rows", yield* rowsOf(table), [rowOf("a", 1), rowOf("b", 2)])
    yield* same("the rows of the other model", yield* rowsOf(other), [rowOf("a", 1), rowOf("b", 2)])
    yield* same("the rows of a model of other streams", yield* rowsOf(calendar), [])
    const models = yield* ReadModels
    const { position } = yield* models.query(table, { limit: 1 })
    yield* same("the position", position, 1)
    yield* same("where the models stand", yield* models.status, [
      { model: "table", version: 1, isBuilt: true, position: 1 },
      { model: "otherTable", version: 1, isBuilt: true, position: 1 },
      { model: "calendar", version: 1, isBuilt: true, position: 1 }
    ])
  })
)

const changes = rowCase(
  "a row is put, put again, updated and removed, alone or with all that share a part of its key",
  Effect.gen(function* () {
    yield* change("rows", 0, put(rowOf("a", 1), rowOf("a", 2), rowOf("b", 1), rowOf("b", 2)))
    yield* change("rows", 1, put(rowOf("a", 1, { select: "again" })))
    yield* change("rows", 2, [
      { _tag: "Update", where: { group: "b" }, values: { isOpen: true, count: 7 } },
      { _tag: "Update", where: { group: "a", order: 2 }, values: { count: 9 } },
      { _tag: "Update", where: { group: "c" }, values: { count: 1 } }
    ])
    yield* same("the rows after the updates", yield* rowsOf(table), [
      rowOf("a", 1, { select: "again" }),
      rowOf("a", 2, { count: 9 }),
      rowOf("b", 1, { isOpen: true, count: 7 }),
      rowOf("b", 2, { isOpen: true, count: 7 })
    ])
    yield* change("rows", 3, [
      { _tag: "Remove", where: { order: 2 } },
      { _tag: "Remove", where: { group: "b", order: 9 } },
      { _tag: "Update", where: { group: "b" }, values: { count: null } }
    ])
    yield* same("the rows in the end", yield* rowsOf(table), [
      rowOf("a", 1, { select: "again" }),
      rowOf("b", 1, { isOpen: true })
    ])
  })
)

const inOneBatch = rowCase(
  "the events of one append change rows in their order",
  Effect.gen(function* () {
    const store = yield* EventStore
    const events = [
      changed(put(rowOf("a", 1, { count: 1 }))),
      changed([{ _tag: "Update", where: { group: "a" }, values: { count: 2 } }]),
      changed([{ _tag: "Remove", where: { group: "a" } }]),
      changed(put(rowOf("a", 1, { count: 3 })))
    ]
    yield* store.append("rows", 0, events, metaOf("c0"))
    yield* same("the rows", yield* rowsOf(table), [rowOf("a", 1, { count: 3 })])
  })
)

const values = rowCase(
  "values of every type survive unchanged",
  Effect.gen(function* () {
    const rows = [
      rowOf("𠮷林路支部 🏫", -9007199254740991, { select: "", amountPaid: "-12345678.0001", count: 0 }),
      rowOf("𠮷林路支部 🏫", 9007199254740991, { select: "𠮷".repeat(20), amountPaid: "0.0000", isOpen: true }),
      rowOf("'; DROP TABLE x; --", 0, { select: "a'b\"c\\d%e_f`g", where: "2012-02-29", count: -1 }),
      rowOf("\r\n\t", 0, { select: "null", amountPaid: "99999999.9999", where: "9999-12-31" }),
      rowOf("e\u0301", 0, { select: "\u00e9", at: "2012-04-01T08:00:00.120Z" }),
      rowOf("\u00e9", 0, { select: " x ", at: "1999-12-31T23:59:59.999Z" })
    ]
    yield* change("rows", 0, put(...rows))
    for (const row of rows)
      yield* same("a row found by its key", yield* rowsOf(table, { where: { group: row.group, order: row.order } }), [
        row
      ])
  })
)

const instants = rowCase(
  "an instant is kept to the millisecond",
  Effect.gen(function* () {
    yield* change(
      "rows",
      0,
      put(rowOf("a", 1, { at: "2012-04-01T08:00:00Z" }), rowOf("a", 2, { at: "2012-04-01T08:00:00.1239Z" }))
    )
    const found = yield* rowsOf(table)
    yield* same(
      "the instants",
      found.map(({ at }) => at),
      ["2012-04-01T08:00:00.000Z", "2012-04-01T08:00:00.123Z"]
    )
  })
)

const unfit = [
  { group: "x".repeat(61) },
  { group: "𠮷".repeat(61) },
  { group: "a\u0000" },
  { order: 0.5 },
  { order: 9007199254740992 },
  { order: null },
  { order: "1" },
  { select: "x".repeat(21) },
  { amountPaid: "1.5" },
  { amountPaid: "123456789.0000" },
  { amountPaid: "-0.0000" },
  { amountPaid: 1 },
  { isOpen: null },
  { isOpen: 1 },
  { where: "2012-02-30" },
  { at: "2012-04-01" },
  { unknown: 1 }
]

const unfitting = rowCase(
  "an append whose rows do not fit their columns is refused whole",
  Effect.gen(function* () {
    const store = yield* EventStore
    yield* change("rows", 0, put(rowOf("a", 1)))
    for (const wrong of unfit) {
      const events = [changed(put(rowOf("a", 2))), changed(put({ ...rowOf("a", 3), ...wrong }))]
      const append = store.append("rows", 1, events, metaOf("c1"))
      const { faults } = yield* refused(`a row with ${JSON.stringify(wrong).slice(0, 40)}`, "NotStorable", append)
      // Both models refuse it, or the first that looks.
      yield* same("the path of the fault", faults[0]?.path.slice(0, 2), ["events", 1])
    }
    const { order: _, ...lacking } = rowOf("a", 4)
    yield* refused("a row without its key", "NotStorable", change("rows", 1, put(lacking)))
    yield* refused("a change of the whole table", "NotStorable", change("rows", 1, [{ _tag: "Remove", where: {} }]))
    yield* refused(
      "a change of a key",
      "NotStorable",
      change("rows", 1, [{ _tag: "Update", where: { group: "a" }, values: { order: 2 } }])
    )
    yield* refused(
      "a change by what is no key",
      "NotStorable",
      change("rows", 1, [{ _tag: "Remove", where: { isOpen: true } }])
    )
    yield* same("the rows", yield* rowsOf(table), [rowOf("a", 1)])
    yield* same("the records", (yield* store.readAll(0, 10)).length, 1)
  })
)

const nothingTwice = rowCase(
  "a command that comes again, and an append that is refused, change no rows",
  Effect.gen(function* () {
    const store = yield* EventStore
    yield* change("rows", 0, put(rowOf("a", 1, { count: 1 })))
    yield* change("rows", 1, [{ _tag: "Update", where: { group: "a" }, values: { count: 2 } }])
    yield* store.append("rows", 0, [changed(put(rowOf("a", 1, { count: 1 })))], metaOf("c0"))
    yield* refused(
      "an append at another version",
      "VersionConflict",
      store.append("rows", 1, [changed(put(rowOf("b", 1)))], metaOf("late"))
    )
    yield* same("the rows", yield* rowsOf(table), [rowOf("a", 1, { count: 2 })])
  })
)

const earlier = rowCase(
  "events of earlier versions make the rows of today, and events that nobody reads make none",
  Effect.gen(function* () {
    const store = yield* EventStore
    const events = [
      { type: "RowPut", schemaVersion: 1, data: rowOf("a", 1) },
      { type: "Noted", schemaVersion: 2, data: ["anything"] }
    ]
    yield* store.append("rows/2012", 0, events, metaOf("c0"))
    yield* store.append("elsewhere", 0, [{ type: "Changed", schemaVersion: 2, data: 7 }], metaOf("c1"))
    yield* same("the rows", yield* rowsOf(table), [rowOf("a", 1)])
    yield* refused(
      "an event that its read model cannot read",
      "NotStorable",
      store.append("rows/2012", 2, [{ type: "Changed", schemaVersion: 2, data: 7 }], metaOf("c2"))
    )
    yield* same("the records", (yield* store.readAll(0, 10)).length, 3)
  })
)

/** How a store keeps rows. */
export const keepingRows = [follows, changes, inOneBatch, values, instants, unfitting, nothingTwice, earlier]
