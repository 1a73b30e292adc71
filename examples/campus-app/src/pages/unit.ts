import { html } from "hono/html"
import {
  awardsOf,
  explain,
  explanationText,
  getOrThrow,
  gradingOf,
  type RoundState,
  roundFactsOf,
  sheetsOf
} from "zhengyou"
import { type Html, page } from "./layout.ts"

/** Why a window has the level that it has, step by step; nothing before it was graded. */
export const unitPage = (state: RoundState, id: string): Html | undefined => {
  if (state.phase === "none" || gradingOf(state) === undefined) return undefined
  const { book, units } = state.plan
  const unit = units.find((one) => one.id === id)
  if (unit === undefined) return undefined
  const inputs = { units, sheets: sheetsOf(state), facts: roundFactsOf(state), awards: awardsOf(state) }
  const explanation = getOrThrow(explain(book, inputs, id))
  return page(
    String(unit.name),
    html`<section class="card"><h1>${unit.name}</h1><p class="note">等级的由来，逐步列出</p>
      <p class="why">${explanationText(explanation, "zh-CN")}</p></section>
      <p><a class="button quiet" href="/">返回</a></p>`
  )
}
