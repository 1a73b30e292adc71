import * as Effect from "effect/Effect"
import fc from "fast-check"
import { EventStore } from "../../../EventStore.ts"
import { VersionConflict } from "../../../errors.ts"
import { casesOf, same } from "../check.ts"
import { forAll } from "../forAll.ts"
import { metaOf } from "../points.ts"
import { type AnyChange, changed, rowOf, rowsOf, type TableRow, table } from "./models.ts"

const rowCase = casesOf("ReadModels", [table])

const group = fc.constantFrom("a", "A", "先进", "𠮷", "")
const order = fc.integer({ min: -2, max: 2 })
const cells = fc.record(
  {
    select: fc.oneof(fc.constant(null), fc.string({ unit: "grapheme", maxLength: 6 })),
    isOpen: fc.boolean(),
    count: fc.oneof(fc.constant(null), fc.maxSafeInteger()),
    amountPaid: fc.oneof(
      fc.constant(null),
      fc.integer({ min: 0, max: 9999 }).map((n) => `-${n}.${String(n).padStart(4, "0")}`)
    )
  },
  { requiredKeys: [] }
)
const part = fc.oneof(fc.record({ group }), fc.record({ order }), fc.record({ group, order }))

const anyChange: fc.Arbitrary<AnyChange> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(group, order, cells)
      .map(([g, o, rest]): AnyChange => ({ _tag: "Put", row: rowOf(g, o, tidy(rest)) }))
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(part, cells)
      .map(([where, values]): AnyChange => ({ _tag: "Update", where, values: tidy(values) }))
  },
  { weight: 1, arbitrary: part.map((where): AnyChange => ({ _tag: "Remove", where })) }
)

/** Without texts that a column refuses: too long, or nought with a sign. */
function tidy<A extends { readonly select?: string | null; readonly amountPaid?: string | null }>(values: A): A {
  const select = typeof values.select === "string" ? { select: [...values.select].slice(0, 20).join("") } : {}
  const amountPaid = values.amountPaid === "-0.0000" ? { amountPaid: "0.0000" } : {}
  return { ...values, ...select, ...amountPaid }
}

/** The rows as plainly as they can be kept: a list without an order. */
const applied = (rows: ReadonlyArray<TableRow>, change: AnyChange): ReadonlyArray<TableRow> => {
  const isMeant = (where: { readonly group?: unknown; readonly order?: unknown }) => (row: TableRow) =>
    (where.group === undefined || where.group === row.group) && (where.order === undefined || where.order === row.order)
  switch (change._tag) {
    case "Put": {
      const isSame = isMeant({ group: change.row["group"], order: change.row["order"] })
      // A change of any model: that its row has the columns of this one is what the adapter is asked about.
      return [...rows.filter((row) => !isSame(row)), change.row as unknown as TableRow]
    }
    case "Update":
      return rows.map((row) => (isMeant(change.where)(row) ? { ...row, ...change.values } : row))
    case "Remove":
      return rows.filter((row) => !isMeant(change.where)(row))
  }
}

const places = ["", "A", "a", "先进", "𠮷"]

const sorted = (rows: ReadonlyArray<TableRow>): ReadonlyArray<TableRow> =>
  rows.toSorted((a, b) => places.indexOf(a.group) - places.indexOf(b.group) || a.order - b.order)

const clear: ReadonlyArray<AnyChange> = places.map((group) => ({ _tag: "Remove", where: { group } }))

const append = (stream: string, id: string, changes: ReadonlyArray<AnyChange>) =>
  EventStore.use((store) =>
    store.read(stream).pipe(
      Effect.flatMap((records) => store.append(stream, records.length, [changed(changes)], metaOf(id))),
      Effect.retry({ times: 1000, while: (error) => error instanceof VersionConflict })
    )
  )

const likeTheModel = rowCase(
  "random changes make the rows that a plain list has",
  forAll(fc.array(fc.array(anyChange, { maxLength: 4 }), { maxLength: 8 }), 40, (events) =>
    Effect.gen(function* () {
      const store = yield* EventStore
      const start = (yield* store.read("rows")).length
      yield* append("rows", `clear-${start}`, clear)
      let rows: ReadonlyArray<TableRow> = []
      for (const [i, changes] of events.entries()) {
        yield* append("rows", `${start}-${i}`, changes)
        rows = changes.reduce(applied, rows)
        yield* same("the rows", yield* rowsOf(table), sorted(rows))
      }
      const [first] = yield* rowsOf(table, { limit: 1, descending: true })
      yield* same("the last row", first, sorted(rows).at(-1))
    })
  )
)

const together = rowCase(
  "appends at the same time change rows in the order of their positions",
  forAll(
    fc.array(fc.array(anyChange, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 10 }),
    15,
    (writers) =>
      Effect.gen(function* () {
        const store = yield* EventStore
        const start = (yield* store.readAll(0, 1_000_000)).length
        yield* append("rows", `clear-${start}`, clear)
        yield* Effect.forEach(writers, (changes, i) => append(`rows/${i % 3}`, `${start}-${i}`, changes), {
          concurrency: "unbounded"
        })
        const all = yield* store.readAll(start, 1000)
        const rows = all.reduce((so: ReadonlyArray<TableRow>, record) => {
          const { changes } = record.data as { readonly changes: ReadonlyArray<AnyChange> }
          return changes.reduce(applied, so)
        }, [])
        yield* same("the rows", yield* rowsOf(table), sorted(rows))
      })
  )
)

/** Rows of changes that nobody thought of. */
export const modelledRows = [likeTheModel, together]
