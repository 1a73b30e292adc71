import { assert, describe, it } from "@effect/vitest"
import type { ReadModel } from "@zhengyou/core"
import { EventStore, StoreUnavailable } from "@zhengyou/storage"
import { contractFor } from "@zhengyou/storage/contract"
import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { inject } from "vitest"
import { migrateTables, TablePrefix } from "../src/index.ts"
import { mysqlServer } from "../src/mysql.ts"
import { postgresServer } from "../src/postgres.ts"
import { metaOf } from "./points.ts"
import { adapterOn, type Database, databaseServers, newPrefix, servers, storeOn } from "./stores.ts"

const event = { type: "Scored", schemaVersion: 1, data: {} }
const append = (id: string) => EventStore.use((store) => store.append(id, 0, [event], metaOf(id)))

const withPrefix = (prefix: string) => Layer.succeed(TablePrefix, prefix)

/** What an application must be allowed, by table; read models have their tables beside these. */
const grants: ReadonlyArray<readonly [rights: string, table: string]> = [
  ["SELECT", "migrations"],
  ["SELECT, INSERT", "events"],
  ["SELECT, UPDATE", "head"],
  ["SELECT, UPDATE", "read_models"],
  ["SELECT, INSERT, UPDATE", "polls"],
  ["SELECT, INSERT, UPDATE", "tokens"],
  ["SELECT, INSERT, UPDATE", "ballots_returned"],
  ["SELECT, INSERT, UPDATE", "ballots_by_choice"]
]

const user = (database: Database, name: string) => {
  const url = new URL(database.dialect === "postgres" ? servers.postgres : (servers.mysql ?? ""))
  url.username = name
  url.password = "secret"
  return database.dialect === "postgres" ? postgresServer(url.href) : mysqlServer(url.href)
}

const asOwner = (...statements: ReadonlyArray<string>) =>
  Effect.flatMap(SqlClient.SqlClient, (sql) =>
    Effect.forEach(statements, (statement) => sql.unsafe(statement), { discard: true })
  )

const cases = contractFor(["transactions", "reopening"]).cases.filter(
  ({ port }) => inject("isAll") || port === "EventStore"
)

// A right is one of the server, whichever driver asks.
for (const database of databaseServers.filter(({ name }) => name !== "PostgreSQL by pg"))
  describe(`a user with the least rights on ${database.name}`, () => {
    const name = newPrefix()
    const isPostgres = database.dialect === "postgres"
    const account = isPostgres ? name : `'${name}'@'%'`
    const [make, ...remove] = isPostgres
      ? [`CREATE ROLE ${account} LOGIN PASSWORD 'secret'`, `DROP OWNED BY ${account}`, `DROP ROLE ${account}`]
      : [`CREATE USER ${account} IDENTIFIED BY 'secret'`, `DROP USER ${account}`]
    const withUser = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
      Effect.acquireUseRelease(
        asOwner(String(make)),
        () => effect,
        () => Effect.orDie(asOwner(...remove))
      ).pipe(Effect.provide(database.client()))
    /** The owner makes the tables and lets the user at them. */
    const prepared = Effect.fnUntraced(function* (prefix: string, models: ReadonlyArray<ReadModel> = []) {
      const sql = yield* SqlClient.SqlClient
      const owner = yield* adapterOn(prefix)
      yield* Effect.scoped(Layer.build(owner.open(models)))
      const rows = yield* sql<{ readonly name: string }>`
        SELECT table_name AS name FROM information_schema.tables WHERE table_name LIKE ${`${prefix}rows%`}`
      yield* asOwner(
        ...grants.map(([rights, table]) => `GRANT ${rights} ON ${prefix}${table} TO ${account}`),
        ...rows.map(({ name: table }) => `GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO ${account}`)
      )
    })

    it.live(`keeps the contract (${cases.length} cases)`, () =>
      withUser(
        Effect.forEach(
          cases,
          Effect.fnUntraced(function* ({ run }) {
            const prefix = newPrefix()
            const owner = yield* SqlClient.SqlClient
            yield* prepared(prefix)
            const known = new Set<string>()
            const asUser = Effect.gen(function* () {
              const { open } = yield* adapterOn(prefix)
              yield* run({
                open: (models) => {
                  const fresh = models.filter(({ name: model, version }) => !known.has(`${model} ${version}`))
                  for (const { name: model, version } of fresh) known.add(`${model} ${version}`)
                  const ready = fresh.length === 0 ? Effect.void : prepared(prefix, models)
                  return Layer.unwrap(Effect.as(Effect.provideService(ready, SqlClient.SqlClient, owner), open(models)))
                }
              })
            })
            yield* Effect.provide(asUser, user(database, name), { local: true })
          }),
          { concurrency: 4, discard: true }
        )
      )
    )

    it.live("cannot change or remove what is kept, nor make tables", () => {
      const prefix = newPrefix()
      const events = `${prefix}events`
      return withUser(
        Effect.andThen(
          prepared(prefix),
          Effect.gen(function* () {
            const sql = yield* SqlClient.SqlClient
            yield* append("s")
            for (const statement of [
              sql`UPDATE ${sql(events)} SET actor = 'x'`,
              sql`DELETE FROM ${sql(events)}`,
              sql`DROP TABLE ${sql(events)}`
            ])
              assert.match((yield* Effect.flip(statement)).reason._tag, /AuthorizationError/)
            const error = yield* Effect.flip(migrateTables).pipe(Effect.provide(withPrefix(newPrefix())))
            assert.instanceOf(error, StoreUnavailable)
            assert.deepStrictEqual([error.operation, error.trouble, error.retryable], ["migrate", "denied", false])
          }).pipe(Effect.provide(storeOn(user(database, name), prefix)))
        )
      )
    })
  })
