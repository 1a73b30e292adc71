import { StoreUnavailable } from "@zhengyou/storage"
import * as Effect from "effect/Effect"
import * as Migrator from "effect/sql/Migrator"
import * as SqlClient from "effect/sql/SqlClient"
import { validPrefix } from "../TablePrefix.ts"
import { type Dialect, dialectOf } from "./Dialect.ts"
import { ballotTables, eventsTable, headTable, modelsTable, tallyView, views } from "./ourTables.ts"
import { unavailable } from "./refusals.ts"
import { type Names, namesOf } from "./Table.ts"

/** A store's place in a database: the client, what is particular to the database, and the names of the tables. */
export interface Place {
  readonly sql: SqlClient.SqlClient
  readonly dialect: Dialect
  readonly names: Names
}

/** The one row of the head, where it is not there yet. The head came later than the events, so it starts at the last of them. */
const firstHead = (sql: SqlClient.SqlClient, names: Names, kind: "counts" | "locks") => {
  const [head, events] = [sql(names.head), sql(names.events)]
  const isThere = sql`EXISTS (SELECT 1 FROM ${head})`
  return kind === "counts"
    ? sql`INSERT INTO ${head} (one, position) SELECT 1, COALESCE(MAX(position), 0) FROM ${events} HAVING NOT ${isThere}`
    : sql`INSERT INTO ${head} (one) SELECT 1 FROM DUAL WHERE NOT ${isThere}`
}

/** What was added to the tables, oldest first. */
const stepsOf = ({ sql, dialect, names }: Place) => ({
  "0001_events": dialect.createTable(eventsTable(names)),
  "0002_head":
    dialect.head === undefined
      ? Effect.void
      : Effect.andThen(dialect.createTable(headTable(names, dialect.head)), firstHead(sql, names, dialect.head)),
  "0003_views": Effect.forEach(views(names), dialect.createView, { discard: true }),
  "0004_read_models": dialect.createTable(modelsTable(names)),
  "0005_ballots": Effect.andThen(
    Effect.forEach(ballotTables(names), dialect.createTable, { discard: true }),
    dialect.createView(tallyView(names))
  )
})

const latestStep = 5

/** The last step that was done; nothing where there are no tables, or where they cannot be read. */
const stepDone = ({ sql, names }: Place): Effect.Effect<number> =>
  sql<{ readonly last: number | null }>`SELECT MAX(migration_id) AS last FROM ${sql(names.migrations)}`.pipe(
    Effect.map(([row]) => row?.last ?? 0),
    Effect.orElseSucceed(() => 0)
  )

const migrator = (place: Place) => {
  const { dialect, names } = place
  const steps = stepsOf(place)
  const loader = dialect.transactionalTables
    ? Migrator.fromRecord(steps)
    : // A step that is done while it is loaded is noted afterwards: a process that dies between the two does it again.
      Effect.map(Migrator.fromRecord(steps), (found) =>
        found.map(
          ([id, name, load]): Migrator.ResolvedMigration => [id, name, Effect.as(Effect.flatten(load), Effect.void)]
        )
      )
  return Migrator.make({})({ table: names.migrations, loader })
}

/** Where a store lives, by the client and the prefix that the application provides. */
export const findPlace: Effect.Effect<Place, StoreUnavailable, SqlClient.SqlClient> = Effect.gen(function* () {
  const client = yield* SqlClient.SqlClient
  // The application may have asked for its own naming of columns; ours are fixed.
  const sql = client.withoutTransforms()
  const names = namesOf(yield* validPrefix)
  const dialect = dialectOf(sql)
  if (dialect !== undefined) return { sql, dialect, names }
  const cause = sql.onDialectOrElse({ mssql: () => "mssql", clickhouse: () => "clickhouse", orElse: () => sql.driver })
  return yield* new StoreUnavailable({ operation: "migrate", trouble: "unsupported", retryable: false, cause })
})

/** Makes the tables, or brings them up to date; a process that finds them so needs no right to change them. */
export const migratePlace = (place: Place): Effect.Effect<void, StoreUnavailable> =>
  Effect.gen(function* () {
    const { sql, dialect, names } = place
    yield* dialect.checkSettings
    const done = yield* stepDone(place)
    if (done > latestStep)
      return yield* new StoreUnavailable({
        operation: "migrate",
        trouble: "unsupported",
        retryable: false,
        cause: `${names.migrations}: ${done} > ${latestStep}`
      })
    if (done < latestStep)
      yield* Effect.provideService(dialect.alone(names.migrations, migrator(place)), SqlClient.SqlClient, sql)
  }).pipe(Effect.catchTag(["SqlError", "MigrationError"], (error) => Effect.fail(unavailable("migrate")(error))))
