/**
 * Gives commands to one stream of an SQLite file, each of three events, and prints the id of each as soon as it is answered.
 *
 * Arguments: the file, the prefix of the command ids, how many commands.
 */
import { writeSync } from "node:fs"
import { execute } from "@zhengyou/storage"
import * as Effect from "effect/Effect"
import { layerSqlite } from "../../src/index.ts"
import { metaOf, points } from "../points.ts"

const [path = "", prefix = "", count = "0"] = process.argv.slice(2)

const program = Effect.gen(function* () {
  for (let n = 0; n < Number(count); n++) {
    const id = `${prefix}-${n}`
    yield* execute(points, "s", [1, 10, 100], undefined, metaOf(id))
    writeSync(1, `${id}\n`)
  }
})

await Effect.runPromise(Effect.provide(program, layerSqlite(path)))
