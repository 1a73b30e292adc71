import { readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"
import type { Poll } from "@zhengyou/core"
import { BallotBox, type Vote } from "@zhengyou/storage"
import { Effect, Layer, Result } from "effect"
import { SqlClient } from "effect/sql"
import { layerStore, sqliteFile, TablePrefix } from "../src/index.ts"
import { databases, newFile, newPrefix } from "./stores.ts"

const choices = ["satisfied", "fair", "unsatisfied"] as const
const poll: Poll = {
  id: "style-2012",
  subjects: ["z01", "z02"],
  groups: [{ id: "staff" }],
  questions: [{ id: "overall", choices }]
}

const count = 30
const numbers = Array.from({ length: count }, (_, n) => n)
// As an application draws them: nothing in a token says who has it.
const token = (n: number): string => `Qm9yaW5n${String((n * 7919) % 1000).padStart(4, "0")}LWJ1dC1maXhlZA`
const tokens = numbers.map(token)

const voteOf = (n: number, first: number): Vote => ({
  token: token(n),
  ballots: poll.subjects.map((subject, s) => ({
    subject,
    answers: { overall: choices[(first + s) % choices.length] ?? "fair" }
  }))
})

/** A poll in which every voter votes, in the order and batches that are given. */
const votingIn = (batches: ReadonlyArray<ReadonlyArray<Vote>>) =>
  Effect.gen(function* () {
    const box = yield* BallotBox
    yield* box.open(poll)
    yield* box.issue(poll.id, { group: "staff" }, tokens)
    for (const batch of batches)
      assert.isTrue((yield* box.cast(poll.id, batch)).every(Result.isSuccess), "every vote counts")
    yield* box.close(poll.id)
  })

type Row = Readonly<Record<string, unknown>>

/** Every table of a store that has rows, as it lies there: with the database's own name for the place of a row. */
const dump = Effect.fnUntraced(function* (prefix: string) {
  const sql = yield* SqlClient.SqlClient
  const isOurs = sql`table_name LIKE ${`${prefix}%`} AND table_type = 'BASE TABLE'`
  const found = yield* sql.onDialectOrElse({
    sqlite: () => sql<Row>`SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE ${`${prefix}%`}`,
    mysql: () =>
      sql<Row>`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND ${isOurs}`,
    orElse: () => sql<Row>`SELECT table_name AS name FROM information_schema.tables WHERE ${isOurs}`
  })
  const place = sql.onDialectOrElse({
    sqlite: () => "rowid AS place, ",
    pg: () => "ctid::text AS place, ",
    orElse: () => ""
  })
  const tables: Record<string, ReadonlyArray<Row>> = {}
  for (const name of found.map((row) => String(row["name"]))) {
    const rows = yield* sql<Row>`SELECT ${sql.literal(place)}t.* FROM ${sql(name)} t`
    if (rows.length > 0) tables[name.slice(prefix.length)] = rows
  }
  return tables
})

/** The tables of a store in which that was voted. */
const dumpAfter = (batches: ReadonlyArray<ReadonlyArray<Vote>>) => {
  const prefix = newPrefix()
  return Effect.gen(function* () {
    const client = yield* SqlClient.SqlClient
    const store = layerStore([]).pipe(
      Layer.provide([Layer.succeed(TablePrefix, prefix), Layer.succeed(SqlClient.SqlClient, client)])
    )
    yield* Effect.provide(votingIn(batches), store, { local: true })
    return yield* dump(prefix)
  })
}

const ballotTables = ["ballots_by_choice", "ballots_returned", "polls", "tokens"]
const ballotsOf = (tables: Readonly<Record<string, ReadonlyArray<Row>>>) =>
  Object.fromEntries(ballotTables.map((name) => [name, tables[name]]))

const withoutPlaces = (tables: Readonly<Record<string, ReadonlyArray<Row> | undefined>>) =>
  Object.fromEntries(
    Object.entries(tables).map(([name, rows = []]) => [
      name,
      rows
        .map(({ place: _, ...row }) =>
          JSON.stringify(Object.values(row), (_key, value: unknown) =>
            typeof value === "bigint" ? Number(value) : value
          )
        )
        .toSorted()
    ])
  )

const instant = /\d{4}-\d{2}-\d{2}|\d{1,2}:\d{2}|\b\d{10,}\b/

const asCast = numbers.map((n) => voteOf(n, n))

for (const database of databases)
  describe(`what ${database.name} knows after a poll`, () => {
    it.live("is counts and used tokens: no table of votes, no token, no time", () =>
      Effect.gen(function* () {
        const tables = yield* dumpAfter([asCast])
        const { migrations: _, head: _head, ...left } = tables
        assert.deepStrictEqual(Object.keys(left).toSorted(), ballotTables)
        const columns = (name: string) => Object.keys(left[name]?.[0] ?? {}).filter((column) => column !== "place")
        assert.deepStrictEqual(ballotTables.map(columns), [
          ["poll", "subject", "voter_group", "question", "choice", "ballots"],
          ["poll", "subject", "voter_group", "ballots"],
          ["poll", "contents", "closed"],
          ["poll", "hash", "voter_group", "excepted", "used"]
        ])
        const cells = Object.values(left).flatMap((rows) =>
          rows.flatMap(({ place: _place, hash: _hash, ...row }) => Object.values(row).map(String))
        )
        assert.deepStrictEqual(
          cells.filter((cell) => instant.test(cell)),
          []
        )
        const everything = Object.values(tables).flatMap((rows) =>
          rows.flatMap((row) => Object.values(row).map(String))
        )
        assert.deepStrictEqual(
          everything.filter((cell) => tokens.some((one) => cell.includes(one))),
          []
        )
      }).pipe(Effect.provide(database.client()))
    )

    it.live("is the same, and lies in the same places, whoever of a batch voted what and came first", () =>
      Effect.gen(function* () {
        const one = yield* dumpAfter([asCast])
        const turned = yield* dumpAfter([numbers.map((n) => voteOf(n, n + 1)).toReversed()])
        assert.deepStrictEqual(ballotsOf(turned), ballotsOf(one))
      }).pipe(Effect.provide(database.client()))
    )

    it.live("is the same in whatever batches the votes came", () =>
      Effect.gen(function* () {
        const one = withoutPlaces(ballotsOf(yield* dumpAfter([asCast])))
        const turned = asCast.toReversed()
        const many = withoutPlaces(
          ballotsOf(yield* dumpAfter([turned.slice(0, 11), turned.slice(11, 12), turned.slice(12)]))
        )
        assert.deepStrictEqual(many, one)
      }).pipe(Effect.provide(database.client()))
    )
  })

describe("an SQLite file and its log", () => {
  it.live("hold no token, not even where nobody asks", () => {
    const file = newFile()
    return Effect.gen(function* () {
      yield* votingIn([asCast])
      const bytes = [file, `${file}-wal`].map((path) => readFileSync(path).toString("latin1")).join("")
      assert.isTrue(bytes.includes("satisfied"))
      assert.deepStrictEqual(
        tokens.filter((one) => bytes.includes(one)),
        []
      )
    }).pipe(Effect.provide(Layer.provideMerge(layerStore([]), sqliteFile(file))))
  })
})
