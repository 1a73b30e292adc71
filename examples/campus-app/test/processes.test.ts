import { once } from "node:events"
import { describe, expect, it } from "vitest"
import { formOf, newPath, newPostgres, raterIds, startProcess, submit } from "./support.ts"

const databases = {
  "one SQLite file": async () => `sqlite:${newPath(".db")}`,
  "one PostgreSQL database": newPostgres
}

const read = async (url: string): Promise<unknown> => (await fetch(`${url}round.json`)).json()

describe("two processes of the application", () => {
  for (const [name, database] of Object.entries(databases))
    it(`run a round together on ${name}, lose no sheet, and end by themselves`, async () => {
      const address = await database()
      const processes = await Promise.all([startProcess(address), startProcess(address)])
      // Every rater clicks twice, and the two clicks reach different processes.
      const statuses = await Promise.all(
        raterIds.flatMap((rater) =>
          processes.map(({ url }) =>
            submit(
              url,
              rater,
              formOf((unit) => [`${40 - unit}`, "30.5", "20"])
            )
          )
        )
      )
      expect(statuses).toEqual(raterIds.flatMap(() => [302, 302]))

      const [first, second] = processes
      await fetch(`${first.url}grade`, { method: "POST", redirect: "manual" })
      const levels = ["w1", "w2", "w3", "w4", "w5"].map((unit) => ({ unit, level: "good" }))
      expect(await read(second.url)).toEqual({ phase: "graded", sheets: raterIds.length * 5, levels })
      expect(await (await fetch(second.url)).text()).toContain(`评分人 ${raterIds.length}/${raterIds.length} 位已交`)

      // Asked to end, they close what they have open; nothing else ends them.
      for (const { child } of processes) child.kill("SIGTERM")
      const exits = await Promise.all(
        processes.map(({ child }) => (child.exitCode === null ? once(child, "exit") : [child.exitCode]))
      )
      expect(exits.map(([code]) => code)).toEqual([0, 0])
    })
})
