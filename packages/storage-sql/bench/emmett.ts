import { execFile } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"

const execute = promisify(execFile)

const count = 500

/** Appends of one event, one after another, each stream in its turn; prints how many in a second. */
const measuring = (opening: string): string => `
${opening}
const appends = async (prefix) => {
  for (let n = 0; n < ${count}; n++)
    await store.appendToStream(prefix + (n % 10), [{ type: "Scored", data: { unit: "z1", points: n } }])
}
await appends("before-")
const start = performance.now()
await appends("measured-")
console.log(Math.round(${count} / ((performance.now() - start) / 1000)))
await store.close?.()
process.exit(0)`

const stores = (postgres: string) => [
  {
    name: "emmett-postgresql 0.42.0",
    packages: [
      "@event-driven-io/emmett@0.42.0",
      "@event-driven-io/emmett-postgresql@0.42.0",
      "@event-driven-io/pongo@0.16.11"
    ],
    opening: `import { getPostgreSQLEventStore } from "@event-driven-io/emmett-postgresql"
const store = getPostgreSQLEventStore(${JSON.stringify(postgres)})`
  },
  {
    name: "emmett-sqlite 0.38.5",
    // Builds `sqlite3` from its source where there is none ready: that takes minutes.
    packages: ["@event-driven-io/emmett@0.38.5", "@event-driven-io/emmett-sqlite@0.38.5", "sqlite3@5.1.7"],
    opening: `import { getSQLiteEventStore } from "@event-driven-io/emmett-sqlite"
const store = getSQLiteEventStore({ fileName: "emmett.sqlite", schema: { autoMigration: "CreateOrUpdate" } })`
  }
]

/** Installs emmett's stores into a temporary folder and measures their appends. */
export const measureEmmett = async (postgres: string): Promise<void> => {
  for (const [index, { name, packages, opening }] of stores(postgres).entries()) {
    const folder = join(mkdtempSync(join(tmpdir(), "emmett-")), String(index))
    mkdirSync(folder)
    writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }))
    writeFileSync(join(folder, "measure.js"), measuring(opening))
    try {
      await execute("npm", ["install", "--no-audit", "--no-fund", ...packages], { cwd: folder })
      const { stdout } = await execute(process.execPath, ["measure.js"], { cwd: folder })
      console.log(`${name}: ${stdout.trim()} appends of one event a second, one after another`)
    } catch (error) {
      console.log(`${name}: not measured: ${String(error).split("\n")[0]}`)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
