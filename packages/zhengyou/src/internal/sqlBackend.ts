import type { ReadModel } from "@zhengyou/core"
import type { Ports, ReadModelsInvalid, StoreUnavailable } from "@zhengyou/storage"
import {
  type JoinedDatabase,
  joinTransaction,
  layerOpenedStore,
  layerStore,
  nativeConnection,
  TablePrefix,
  transact
} from "@zhengyou/storage-sql"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Scope from "effect/Scope"
import * as SqlClient from "effect/sql/SqlClient"
import type { Connection } from "../Connection.ts"
import { ConnectionUnsuitable } from "../errors.ts"
import type { Backend } from "./Backend.ts"
import { statementsOn } from "./statementsOn.ts"

interface Opening {
  readonly database: JoinedDatabase
  readonly client: Layer.Layer<SqlClient.SqlClient, StoreUnavailable>
  readonly models: ReadonlyArray<ReadModel>
  readonly prefix: string | undefined
  readonly isShared: boolean
}

/** A store on an SQL database. */
export const sqlBackend = Effect.fnUntraced(function* ({
  database,
  client,
  models,
  prefix,
  isShared
}: Opening): Effect.fn.Return<Backend, ReadModelsInvalid | StoreUnavailable, Scope.Scope> {
  const named = prefix === undefined ? Layer.empty : Layer.succeed(TablePrefix, prefix)
  const built = yield* Layer.build(layerStore(models).pipe(Layer.provide(named), Layer.provideMerge(client)))
  const sql = Context.get(built, SqlClient.SqlClient)
  /** One set of ports for each connection of the application: what is asked of it takes turns. */
  const joined = new WeakMap<Connection, Context.Context<Ports>>()
  const within = Effect.fnUntraced(function* (connection: Connection) {
    const run = statementsOn(database, connection)
    if (run === undefined) return yield* new ConnectionUnsuitable({ store: database })
    const known = joined.get(connection)
    if (known !== undefined) return known
    // These layers hold nothing that has to be given back.
    const ports = yield* Effect.scoped(
      Layer.build(layerOpenedStore(models).pipe(Layer.provide([joinTransaction(database, run), named])))
    )
    joined.set(connection, ports)
    return ports
  })
  return {
    ports: built,
    transact: (work) =>
      Effect.provideService(transact(Effect.flatMap(nativeConnection, work)), SqlClient.SqlClient, sql),
    within,
    isShared
  }
})
