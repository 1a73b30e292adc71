import { describe, expect, it } from "vitest"
import { startServer } from "../src/server.ts"
import { formOf, newPath, newPostgres, submit } from "./support.ts"

const databases = { SQLite: async () => `sqlite:${newPath(".db")}`, PostgreSQL: newPostgres }

describe("the application", () => {
  for (const [name, database] of Object.entries(databases))
    it(`keeps neither its own row nor our sheets when a mark is refused, on ${name}`, async () => {
      const { url, stop } = await startServer(await database(), 0)
      const bad = formOf((unit) => (unit === 3 ? ["40.01", "35", "25"] : ["40", "35", "25"]))
      expect(await submit(url, "review-1", bad)).toBe(422)
      const full = formOf(() => ["４０", "35", "25"])
      expect(await submit(url, "review-1", full)).toBe(422)
      expect(await (await fetch(url)).text()).toContain("评分人 0/10 位已交")
      expect(
        await submit(
          url,
          "review-1",
          formOf(() => ["40", "35", "25"])
        )
      ).toBe(302)
      expect(await (await fetch(url)).text()).toContain("评分人 1/10 位已交")
      await stop()
    })

  it("answers what is not there, and what is too early", async () => {
    const { url, stop } = await startServer("sqlite::memory:", 0)
    const statuses = await Promise.all(
      ["nowhere", "score/nobody", "units/w1"].map(async (path) => (await fetch(url + path)).status)
    )
    expect(statuses).toEqual([404, 404, 404])
    expect(
      await submit(
        url,
        "nobody",
        formOf(() => ["1", "1", "1"])
      )
    ).toBe(404)
    await stop()
  })

  it("escapes what comes from outside", async () => {
    const { url, stop } = await startServer("sqlite::memory:", 0)
    const form = formOf(() => ["<script>alert(1)</script>", "1", "1"])
    const answer = await fetch(`${url}score/review-1`, { method: "POST", body: form })
    expect(await answer.text()).not.toContain("<script>")
    await stop()
  })
})
