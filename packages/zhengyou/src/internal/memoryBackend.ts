import type { ReadModel } from "@zhengyou/core"
import { makeMemory, type ReadModelsInvalid, type StoredDataInvalid } from "@zhengyou/storage"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Scope from "effect/Scope"
import { ConnectionUnsuitable } from "../errors.ts"
import type { Backend } from "./Backend.ts"

/** A store that is gone when the process ends. */
export const memoryBackend = Effect.fnUntraced(function* (
  models: ReadonlyArray<ReadModel>
): Effect.fn.Return<Backend, ReadModelsInvalid | StoredDataInvalid, Scope.Scope> {
  const memory = yield* makeMemory
  const ports = yield* Layer.build(memory.layer(models))
  return {
    ports,
    transact: (work) => memory.withTransaction(work(undefined)),
    within: () => Effect.fail(new ConnectionUnsuitable({ store: "memory" })),
    isShared: false
  }
})
