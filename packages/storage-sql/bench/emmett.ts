import { execFile } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"

const execute = promisify(execFile)

/** Appends of one event, one after another, each stream in its turn; prints how many milliseconds they took. */
const measuring = (opening: string, count: number): string => `
${opening}
const appends = async (prefix) => {
  for (let n = 0; n < ${count}; n++)
    await store.appendToStream(prefix + (n % 10), [{ type: "Scored", data: { unit: "z1", points: n } }])
}
const turn = process.argv[2]
await appends("before-" + turn + "-")
const start = performance.now()
await appends("measured-" + turn + "-")
console.log(performance.now() - start)
await store.close?.()
process.exit(0)`

/** The store of emmett that is compared with ours on a database; both name each other's version exactly. */
const storeOn = {
  SQLite: {
    name: "emmett-sqlite 0.38.5",
    // Builds `sqlite3` from its source where there is none ready: that takes minutes.
    packages: ["@event-driven-io/emmett@0.38.5", "@event-driven-io/emmett-sqlite@0.38.5", "sqlite3@5.1.7"],
    opening: () => `import { getSQLiteEventStore } from "@event-driven-io/emmett-sqlite"
const store = getSQLiteEventStore({ fileName: "emmett.sqlite", schema: { autoMigration: "CreateOrUpdate" } })`
  },
  PostgreSQL: {
    name: "emmett-postgresql 0.42.0",
    packages: [
      "@event-driven-io/emmett@0.42.0",
      "@event-driven-io/emmett-postgresql@0.42.0",
      "@event-driven-io/pongo@0.16.11"
    ],
    opening: (address: string) => `import { getPostgreSQLEventStore } from "@event-driven-io/emmett-postgresql"
const store = getPostgreSQLEventStore(${JSON.stringify(address)})`
  }
}

/** How long emmett takes for some appends, in a process of its own. */
export type MeasureEmmett = (turn: number) => Promise<number>

/**
 * Installs emmett's store for a database into a temporary folder and gives it to be measured; where it has none or cannot be
 * installed, that is said.
 */
export const withEmmett = async (
  database: string,
  address: string,
  count: number,
  use: (name: string, measure: MeasureEmmett) => Promise<void>
): Promise<void> => {
  if (database !== "SQLite" && database !== "PostgreSQL") return console.log(`${database}: emmett has no store for it`)
  const { name, packages, opening } = storeOn[database]
  const folder = mkdtempSync(join(tmpdir(), "emmett-"))
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }))
  writeFileSync(join(folder, "measure.js"), measuring(opening(address), count))
  try {
    await execute("npm", ["install", "--no-audit", "--no-fund", ...packages], { cwd: folder })
    await use(name, async (turn) => {
      const { stdout } = await execute(process.execPath, ["measure.js", String(turn)], { cwd: folder })
      return Number(stdout.trim())
    })
  } catch (error) {
    const lines = String(error).split("\n")
    console.log(`${name}: not measured: ${lines.slice(1).find((line) => line.includes("Error:")) ?? lines[0]}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
