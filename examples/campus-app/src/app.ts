// The application: its routes.
import { Hono } from "hono"
import { gradingOf, refusalLines, sheetsOf, textZhCN } from "zhengyou"
import type { Database } from "./database.ts"
import { messagePage } from "./pages/layout.ts"
import { overviewPage } from "./pages/overview.ts"
import { scoringPage } from "./pages/scoring.ts"
import { unitPage } from "./pages/unit.ts"
import { allRaters, findRater, markSubmitted } from "./raters.ts"
import { gradeRound, readRound, submitSheets } from "./round.ts"

export const makeApp = ({ store, query, together }: Database): Hono => {
  const app = new Hono()

  app.get("/", async (c) => c.html(overviewPage(await readRound(store), await allRaters(query))))

  app.get("/score/:rater", async (c) => {
    const rater = await findRater(query, c.req.param("rater"))
    return rater === undefined ? c.notFound() : c.html(scoringPage(rater))
  })

  app.post("/score/:rater", async (c) => {
    const rater = await findRater(query, c.req.param("rater"))
    if (rater === undefined) return c.notFound()
    const form = await c.req.parseBody()
    await together(async (query, store) => {
      await markSubmitted(query, rater.id)
      await submitSheets(store, rater, (unit, criterion) => String(form[`${unit}.${criterion}`] ?? ""))
    })
    return c.redirect("/")
  })

  app.post("/grade", async (c) => {
    await gradeRound(store)
    return c.redirect("/")
  })

  app.get("/units/:unit", async (c) => {
    const page = unitPage(await readRound(store), c.req.param("unit"))
    return page === undefined ? c.notFound() : c.html(page)
  })

  // For the campus's other systems.
  app.get("/round.json", async (c) => {
    const state = await readRound(store)
    const sheets = state.phase === "none" ? 0 : sheetsOf(state).length
    const levels = (gradingOf(state)?.outcomes ?? []).map((outcome) => ({
      unit: outcome.unit,
      level: "level" in outcome ? outcome.level : null
    }))
    return c.json({ phase: state.phase, sheets, levels })
  })

  // A refusal is an answer to the user; whatever else was thrown is a mistake in a program.
  app.onError((error, c) => {
    const lines = refusalLines(error, textZhCN)
    if (lines === undefined) console.error(error)
    return c.html(messagePage("未能办理", lines ?? ["系统出错，请联系管理员"]), lines === undefined ? 500 : 422)
  })

  app.notFound((c) => c.html(messagePage("没有这一页", ["请从首页进入"]), 404))

  return app
}
