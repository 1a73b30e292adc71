// Writes the made-up ballots of both years again, byte for byte.
import { readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { readRoster, readTable, writeCsv } from "@zhengyou/tables"
import { Result } from "effect"
import { ballotsOf, rowsOf, years } from "./src/madeUpBallots.ts"

const at = (name: string): string => path.join(import.meta.dirname, name)

const roster = readTable(readFileSync(at("roster.csv")), { file: "roster.csv", kind: "csv" }).pipe(
  Result.flatMap(readRoster),
  Result.getOrThrow
)
for (const year of years) {
  const cells = ballotsOf(
    roster.map(({ id }) => id),
    year
  )
  writeFileSync(at(`ballots-${year.year}.csv`), writeCsv(rowsOf(cells)))
}
