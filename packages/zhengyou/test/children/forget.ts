// Forgets to await what is refused: Node ends the process, and says why.
import { openStore } from "../../src/index.ts"
import { metaOf } from "../points.ts"

const store = await openStore("memory:")
void store.append("s", 7, [], metaOf("c1"))
