import { DatabaseSync } from "node:sqlite"
import type { ReadModel } from "@zhengyou/core"
import { sqliteDatabase, sqliteFile } from "@zhengyou/storage-sql"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import { PreventSchedulerYield } from "effect/References"
import * as Scope from "effect/Scope"
import type { MysqlPool, PgPool } from "./Connection.ts"
import { AddressUnknown, DriverMissing } from "./errors.ts"
import { memoryBackend } from "./internal/memoryBackend.ts"
import { runPromise, Thrown } from "./internal/run.ts"
import { sqlBackend } from "./internal/sqlBackend.ts"
import { storeOn } from "./internal/storeOn.ts"
import type { Store } from "./Store.ts"

/** What a store is opened with. */
export interface OpenOptions {
  /** The read models that the store keeps rows of, such as `gradingRounds("grading-round/")`. */
  readonly readModels?: ReadonlyArray<ReadModel>
  /** What the names of the store's tables begin with; `zhengyou_` where none is given. */
  readonly prefix?: string
}

/** The connection that a pool lends. */
type LentBy<Pool> = Pool extends { getConnection(): Promise<infer Lent> }
  ? Lent
  : // A pool of pg can also be asked with a callback, which stands last among its types.
    Pool extends { connect: { (): Promise<infer Lent>; (callback: never): unknown } }
    ? Lent
    : never

const isNotFound = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND"

/** Loads what needs a driver; the application installs the driver of its database alone. */
const withDriver = <Module>(driver: DriverMissing["driver"], load: () => Promise<Module>) =>
  Effect.tryPromise({
    try: load,
    catch: (error) => (isNotFound(error) ? new DriverMissing({ driver }) : new Thrown({ error }))
  })

const mysql = withDriver("mysql2", () => import("@zhengyou/storage-sql/mysql"))
const pg = withDriver("pg", () => import("@zhengyou/storage-sql/pg"))

const isMysqlPool = (place: object): place is MysqlPool => "getConnection" in place
const isPgPool = (place: object): place is PgPool => "connect" in place

/** The path of an address such as `sqlite:campus.db` or `sqlite:///var/lib/campus.db`. */
const sqlitePath = (address: string): string => address.slice("sqlite:".length).replace(/^\/\/(?=.)/, "")

const backendOf = Effect.fnUntraced(function* (place: unknown, { readModels: models = [], prefix }: OpenOptions) {
  const shared = { models, prefix, isShared: false }
  if (typeof place === "string") {
    if (place === "memory:") return yield* memoryBackend(models)
    if (place.startsWith("sqlite:"))
      return yield* sqlBackend({ ...shared, database: "sqlite", client: sqliteFile(sqlitePath(place)) })
    if (/^postgres(ql)?:\/\//.test(place))
      return yield* sqlBackend({ ...shared, database: "postgres", client: (yield* pg).pgServer(place) })
    if (place.startsWith("mysql://"))
      return yield* sqlBackend({ ...shared, database: "mysql", client: (yield* mysql).mysqlServer(place) })
  } else if (place instanceof DatabaseSync)
    return yield* sqlBackend({ ...shared, database: "sqlite", client: sqliteDatabase(place), isShared: true })
  else if (typeof place === "object" && place !== null) {
    if (isMysqlPool(place))
      return yield* sqlBackend({ ...shared, database: "mysql", client: (yield* mysql).mysqlPool(place) })
    if (isPgPool(place))
      return yield* sqlBackend({ ...shared, database: "postgres", client: (yield* pg).pgPool(place) })
  }
  return yield* new AddressUnknown({})
})

/**
 * Opens a store, for applications that await promises.
 *
 * **When to use**
 *
 * In an application that is not written with Effect; one that is provides the layers of `@zhengyou/storage-sql`.
 *
 * **Details**
 *
 * By an address: `memory:`, `sqlite:campus.db`, `postgres://…` with `pg` installed, `mysql://…` with `mysql2`. Or on what the application has already, so that
 * its transactions include our writes: a pool of `pg`, a pool of `mysql2/promise`, a `DatabaseSync` of `node:sqlite`. The tables are made
 * where there are none.
 *
 * **Refusals**
 *
 * Rejects with `AddressUnknown`, `DriverMissing`, `ReadModelsInvalid` or `StoreUnavailable`.
 *
 * @example
 * ```ts
 * import { dateUnsafe, getOrThrow, GradingRound, gradingRounds, openStore, parseRuleBook } from "zhengyou"
 *
 * const book = getOrThrow(
 *   parseRuleBook({
 *     format: "zhengyou/rule-book@2",
 *     id: "windows",
 *     version: "1",
 *     title: "服务窗口评定办法",
 *     ladder: [{ id: "good", name: "好" }, { id: "fair", name: "一般" }],
 *     criteria: [{ id: "service", name: "服务", maximum: 100, missing: "block" }],
 *     fullMarks: 100,
 *     panels: [{ id: "staff", name: "考评组", weight: 1, aggregate: { method: "mean" }, missing: "block" }],
 *     rounding: {},
 *     decideOn: "exact",
 *     bands: [{ level: "good", from: 80 }, { level: "fair", from: 0 }]
 *   })
 * )
 * const rounds = gradingRounds("round/")
 * const store = await openStore("memory:", { readModels: [rounds] })
 * const plan = { title: "2026 年评定", book, units: [{ id: "w7", name: "7 号窗口" }], assignments: [] }
 * const meta = { commandId: "plan", actor: "clerk", at: "2026-11-23T08:00:00Z" }
 * await store.execute(GradingRound, "round/2026", { _tag: "PlanRound", plan }, { today: dateUnsafe("2026-11-23") }, meta)
 * const { rows } = await store.query(rounds, { limit: 10 })
 * rows.map(({ title, phase }) => [title, phase]) // => [["2026 年评定", "planned"]]
 * await store.close()
 * ```
 */
export function openStore(address: string, options?: OpenOptions): Promise<Store<undefined>>
export function openStore<Pool extends PgPool | MysqlPool>(
  pool: Pool,
  options?: OpenOptions
): Promise<Store<LentBy<Pool>>>
export function openStore(database: DatabaseSync, options?: OpenOptions): Promise<Store<DatabaseSync>>
export async function openStore(
  place: string | PgPool | MysqlPool | DatabaseSync,
  options: OpenOptions = {}
): Promise<Store<unknown>> {
  const scope = Effect.runSync(Scope.make())
  const opening = backendOf(place, options).pipe(
    Scope.provide(scope),
    Effect.onError((cause) => Scope.close(scope, Exit.failCause(cause))),
    Effect.provideService(PreventSchedulerYield, place instanceof DatabaseSync)
  )
  return storeOn(await runPromise(opening), scope)
}
