/**
 * Gives commands to one stream of a store, each of three events, and prints the id of each as soon as it is answered. What
 * can succeed later is tried again.
 *
 * Arguments: the path of an SQLite file or the address of a server, the prefix of the tables, the prefix of the command
 * ids, how many commands.
 */
import { writeSync } from "node:fs"
import { execute, StoreUnavailable } from "@zhengyou/storage"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schedule from "effect/Schedule"
import { layerEventStore, sqliteFile, TablePrefix } from "../../src/index.ts"
import { metaOf, points } from "../points.ts"

const [place = "", tables = "", prefix = "", count = "0"] = process.argv.slice(2)

/** A driver takes time to load, and each process needs one. */
const clientOf = async () => {
  if (place.startsWith("postgres")) return (await import("../../src/postgres.ts")).postgresServer(place)
  if (place.startsWith("mysql")) return (await import("../../src/mysql.ts")).mysqlServer(place)
  return sqliteFile(place)
}

const again = {
  while: (error: unknown) => error instanceof StoreUnavailable && error.retryable,
  schedule: Schedule.spaced("5 millis")
}

const program = Effect.gen(function* () {
  for (let n = 0; n < Number(count); n++) {
    const id = `${prefix}-${n}`
    yield* Effect.retry(execute(points, "s", [1, 10, 100], undefined, metaOf(id)), again)
    writeSync(1, `${id}\n`)
  }
})

const layer = layerEventStore.pipe(Layer.provide(Layer.succeed(TablePrefix, tables)), Layer.provide(await clientOf()))
await Effect.runPromise(Effect.provide(program, layer))
