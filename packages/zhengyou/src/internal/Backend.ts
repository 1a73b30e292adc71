import type { Ports, StoreUnavailable } from "@zhengyou/storage"
import type * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { Connection } from "../Connection.ts"
import type { ConnectionUnsuitable } from "../errors.ts"

/** What differs from one store to another. */
export interface Backend {
  readonly ports: Context.Context<Ports>
  /** Gives an effect the driver's own connection, and runs all of it in one transaction. */
  readonly transact: <A, E>(
    work: (connection: unknown) => Effect.Effect<A, E, Ports>
  ) => Effect.Effect<A, E | StoreUnavailable, Ports>
  /** The ports inside a transaction of the application; fails where the connection is of another kind. */
  readonly within: (
    connection: Connection
  ) => Effect.Effect<Context.Context<Ports>, ConnectionUnsuitable | StoreUnavailable>
  /**
   * Whether others use the same connection between our statements, so that an operation must not be interleaved with
   * them.
   */
  readonly isShared: boolean
}
