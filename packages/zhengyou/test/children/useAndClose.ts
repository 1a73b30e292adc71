// Opens the store of its argument, uses it, closes it, and says so. It then ends only if nothing is left open.
import { openStore } from "../../src/index.ts"
import { metaOf, points } from "../points.ts"

const [, , address = "", prefix = ""] = process.argv
const store = await openStore(address, { prefix })
const underway = store.execute(points, "s", 5, undefined, metaOf("c1"))
await store.transaction((tx) => tx.execute(points, "t", 5, undefined, metaOf("c1")))
await Promise.all([store.close(), store.close()])
const { state } = await underway
console.log(`closed at ${state}`)
