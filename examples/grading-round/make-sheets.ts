// Makes sheets.xlsx anew. The scores in it are made up: those of 2012 were never published.
import path from "node:path"
import { Console, Effect } from "effect"
import { writeWhole } from "./src/files.ts"
import { readFrame } from "./src/inputs.ts"
import { publishedSeed } from "./src/madeUpSheets.ts"
import { workbookOf } from "./src/workbook.ts"

const file = path.join(import.meta.dirname, "sheets.xlsx")

await readFrame(import.meta.dirname).pipe(
  Effect.flatMap((frame) => Effect.fromResult(workbookOf(frame, publishedSeed))),
  Effect.flatMap((bytes) => writeWhole(file, bytes)),
  Effect.andThen(Console.log(file)),
  Effect.runPromise
)
