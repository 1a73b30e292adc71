import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { afterAll, assert, describe, it } from "@effect/vitest"
import {
  ChainBroken,
  EventStore,
  execute,
  load,
  StoredDataInvalid,
  type StoreTrouble,
  StoreUnavailable,
  verifyStream
} from "@zhengyou/storage"
import { Effect, Layer } from "effect"
import { Reactivity } from "effect/reactivity"
import { SqlClient, Statement } from "effect/sql"
import { layerEventStore, layerSqlite, sqliteFile } from "../src/index.ts"
import { metaOf, points } from "./points.ts"

const folder = mkdtempSync(join(tmpdir(), "zhengyou-"))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
const newPath = () => join(folder, `${files++}.sqlite`)

const give = (id: string, ...given: ReadonlyArray<number>) => execute(points, "s", given, undefined, metaOf(id))
const withApplication = (path: string) => layerEventStore.pipe(Layer.provideMerge(sqliteFile(path)))

const refusalOf = (path: string) =>
  give("c1", 1).pipe(
    Effect.provide(layerSqlite(path), { local: true }),
    Effect.flip,
    Effect.map((error) => {
      assert.instanceOf(error, StoreUnavailable)
      return error
    })
  )

describe("an SQLite file", () => {
  it.effect("keeps what it has when it is opened again", () =>
    Effect.gen(function* () {
      const path = newPath()
      const first = yield* give("c1", 1, 2).pipe(Effect.provide(layerSqlite(path), { local: true }))
      const again = yield* give("c1", 7).pipe(Effect.provide(layerSqlite(path), { local: true }))
      assert.deepStrictEqual(again, { ...first, replayed: true })
    })
  )

  it.live("serves two connections, each seeing what the other did", () =>
    Effect.gen(function* () {
      const path = newPath()
      const ids = Array.from({ length: 40 }, (_, n) => `c${n}`)
      yield* Effect.forEach(
        ["left", "right"],
        (side) =>
          Effect.forEach(ids, (id) => give(`${side}-${id}`, 1), { concurrency: 10, discard: true }).pipe(
            Effect.provide(layerSqlite(path), { local: true })
          ),
        { concurrency: 2, discard: true }
      )
      const { state, version, records } = yield* load(points, "s").pipe(
        Effect.provide(layerSqlite(path), { local: true })
      )
      assert.deepStrictEqual([state, version], [80, 80])
      assert.strictEqual((yield* Effect.fromResult(verifyStream(records))).version, 80)
    })
  )

  it.effect("that cannot be used is refused with what is wrong and where", () =>
    Effect.gen(function* () {
      const text = newPath()
      writeFileSync(text, "a list of branches, not a database; ".repeat(100))
      const readOnly = newPath()
      yield* give("c0", 1).pipe(Effect.provide(layerSqlite(readOnly), { local: true }))
      const directory = join(folder, "directory")
      mkdirSync(directory)
      const cases: ReadonlyArray<readonly [path: string, StoreTrouble]> = [
        [text, "not-a-database"],
        [directory, "cannot-open"],
        [join(folder, "absent", "x.sqlite"), "cannot-open"],
        ["", "cannot-open"],
        ["a\u0000b", "cannot-open"],
        [`file:${readOnly}?mode=ro`, "read-only"]
      ]
      for (const [path, trouble] of cases) {
        const error = yield* refusalOf(path)
        assert.deepStrictEqual([error.trouble, error.retryable], [trouble, false])
        if (error.operation === "open") assert.include(error.cause, JSON.stringify(path))
      }
      const error = yield* refusalOf(directory)
      assert.strictEqual(
        error.message,
        `the store cannot be opened: there is no such file or database, or no permission; check the path or the address ("${directory}": unable to open database file)`
      )
    })
  )

  it.effect("whose pages were overwritten is refused as damaged", () =>
    Effect.gen(function* () {
      const path = newPath()
      yield* Effect.forEach(
        Array.from({ length: 200 }, (_, n) => n),
        (n) => give(`c${n}`, n),
        { discard: true }
      ).pipe(Effect.provide(layerSqlite(path), { local: true }))
      const bytes = readFileSync(path)
      writeFileSync(path, bytes.fill(0xff, 4096))
      const error = yield* refusalOf(path)
      assert.deepStrictEqual([error.trouble, error.retryable], ["damaged", false])
    })
  )

  it.effect("that somebody else keeps locked is busy, and says that waiting helps", () =>
    Effect.gen(function* () {
      const path = newPath()
      const error = yield* Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        yield* sql`PRAGMA busy_timeout = 10`
        const other = new DatabaseSync(path)
        other.exec("BEGIN IMMEDIATE")
        const refused = yield* Effect.flip(give("c1", 1))
        other.close()
        yield* give("c1", 1)
        return refused
      }).pipe(Effect.provide(withApplication(path)))
      assert.instanceOf(error, StoreUnavailable)
      assert.deepStrictEqual([error.operation, error.trouble, error.retryable], ["append", "busy", true])
    })
  )
})

describe("a batch that fails halfway", () => {
  it.effect("leaves nothing", () =>
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const store = yield* EventStore
      yield* sql`
        CREATE TRIGGER full BEFORE INSERT ON zhengyou_events WHEN NEW.version = 1200
        BEGIN SELECT RAISE(ABORT, 'no more'); END`
      const batch = give("c1", ...Array.from({ length: 1500 }, (_, n) => n))
      const error = yield* Effect.flip(batch)
      assert.instanceOf(error, StoreUnavailable)
      assert.deepStrictEqual([error.operation, error.retryable, error.cause], ["append", false, "no more"])
      assert.deepStrictEqual(yield* store.readAll(0, 10), [])
      yield* sql`DROP TRIGGER full`
      assert.deepStrictEqual((yield* batch).version, 1500)
    }).pipe(Effect.provide(withApplication(":memory:")))
  )
})

describe("changes behind the store's back", () => {
  const changed = (statement: string) =>
    Effect.gen(function* () {
      const path = newPath()
      yield* Effect.andThen(give("c1", 59, 87), give("c2", 92)).pipe(Effect.provide(layerSqlite(path), { local: true }))
      const db = new DatabaseSync(path)
      db.exec(statement)
      db.close()
      return yield* load(points, "s").pipe(Effect.provide(layerSqlite(path), { local: true }))
    })

  it.effect("to a score are found, with the version", () =>
    Effect.gen(function* () {
      const { state, records } = yield* changed(
        "UPDATE zhengyou_events SET data = replace(data, '59', '60') WHERE version = 1"
      )
      assert.strictEqual(state, 60 + 87 + 92)
      const error = yield* Effect.flip(Effect.fromResult(verifyStream(records)))
      assert.instanceOf(error, ChainBroken)
      assert.deepStrictEqual(error.breaks, [{ version: 1, problem: "altered" }])
    })
  )

  it.effect("that remove a record are found", () =>
    Effect.gen(function* () {
      const { records } = yield* changed("DELETE FROM zhengyou_events WHERE version = 2")
      const error = yield* Effect.flip(Effect.fromResult(verifyStream(records)))
      assert.deepStrictEqual(error.breaks, [{ version: 2, problem: "misplaced" }])
    })
  )

  it.effect("that leave no JSON, or no event of the decider, are refused when read", () =>
    Effect.gen(function* () {
      const broken = yield* Effect.flip(changed(`UPDATE zhengyou_events SET data = '{"_tag"' WHERE version = 2`))
      assert.instanceOf(broken, StoredDataInvalid)
      assert.deepStrictEqual([broken.stream, broken.version, broken.why], ["s", 2, { _tag: "Unreadable" }])
      const foreign = yield* Effect.flip(
        changed(`UPDATE zhengyou_events SET data = '{"points":1e999}' WHERE version = 3`)
      )
      assert.instanceOf(foreign, StoredDataInvalid)
      assert.deepStrictEqual([foreign.version, foreign.why._tag], [3, "WrongShape"])
    })
  )

  it.effect("that put a wrong type in a column, or a command id in twice, are stopped by the database", () =>
    Effect.gen(function* () {
      const setTo = (column: string, value: string) =>
        Effect.exit(changed(`UPDATE zhengyou_events SET ${column} = ${value}`))
      for (const column of ["version", "schema_version", "position"]) {
        const exit = yield* setTo(column, "'one'")
        assert.match(String(exit), /cannot store TEXT value in INTEGER column|datatype mismatch/)
      }
      const twice = yield* setTo("command_id", "'c1', part = 0")
      assert.match(String(twice), /UNIQUE constraint failed: zhengyou_events.stream, zhengyou_events.command_id/)
    })
  )
})

describe("the application's own client", () => {
  it.effect("may use the application's own naming of columns", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* give("c1", 1, 2)).version, 2)
      const { records } = yield* load(points, "s")
      assert.deepStrictEqual(
        records.map((record) => [record.commandId, record.version]),
        [
          ["c1", 1],
          ["c1", 2]
        ]
      )
      const sql = yield* SqlClient.SqlClient
      assert.deepStrictEqual(Object.keys((yield* sql`SELECT command_id FROM zhengyou_events`)[0] ?? {}), ["COMMAND_ID"])
    }).pipe(Effect.provide(layerEventStore.pipe(Layer.provideMerge(clientWith(Statement.makeCompilerSqlite())))))
  )

  it.effect("is refused on a database that is not supported", () =>
    Effect.gen(function* () {
      const error = yield* give("c1", 1).pipe(
        Effect.provide(layerEventStore.pipe(Layer.provide(clientWith(compilerOfAnotherDatabase)))),
        Effect.flip
      )
      assert.instanceOf(error, StoreUnavailable)
      assert.deepStrictEqual([error.operation, error.trouble], ["migrate", "unsupported"])
    })
  )
})

/** A client whose statements are written by this compiler and whose columns come back in capitals. */
function clientWith(compiler: Statement.Compiler) {
  return Layer.effect(
    SqlClient.SqlClient,
    Effect.flatMap(SqlClient.SqlClient, (inner) =>
      SqlClient.make({
        acquirer: inner.reserve,
        compiler,
        driver: "test",
        spanAttributes: [],
        transformRows: Statement.defaultTransforms((name) => name.toUpperCase()).array
      })
    )
  ).pipe(Layer.provide(sqliteFile(":memory:")), Layer.provide(Reactivity.layer))
}

const compilerOfAnotherDatabase = Statement.makeCompiler({
  dialect: "mssql",
  placeholder: () => "?",
  onIdentifier: (name) => name,
  onCustom: () => ["", []],
  onRecordUpdate: () => ["", []]
})
