import { html } from "hono/html"
import { decidingReason, type Grading, gradingOf, gradingTextZhCN, type RoundState, render, textIn } from "zhengyou"
import { book, units } from "../book.ts"
import type { Rater } from "../raters.ts"
import { type Html, page } from "./layout.ts"

const nameOf = (
  list: ReadonlyArray<{ readonly id: string; readonly name: Parameters<typeof textIn>[0] }>,
  id: string
) => {
  const found = list.find((one) => one.id === id)
  return found === undefined ? id : textIn(found.name, "zh-CN")
}

const levelRow = (outcome: Grading["outcomes"][number]): Html => html`<tr>
  <td class="number">${"rank" in outcome ? outcome.rank : "—"}</td>
  <td>${nameOf(units, outcome.unit)}</td>
  <td class="number">${"total" in outcome ? outcome.total?.shown : "—"}</td>
  <td>${
    "level" in outcome
      ? html`<span class="level ${outcome.level}">${nameOf(book.ladder, outcome.level)}</span>`
      : html`<span class="level">未定级</span>`
  }</td>
  <td><a class="reason" href="/units/${outcome.unit}">${render(gradingTextZhCN, decidingReason(outcome))}</a></td>
</tr>`

const levels = (grading: Grading): Html => {
  const rankOf = (outcome: Grading["outcomes"][number]) => ("rank" in outcome ? outcome.rank : units.length + 1)
  return html`<section class="card" id="levels">
    <h2>评定结果</h2>
    <table>
      <thead><tr><th class="number">名次</th><th>窗口</th><th class="number">总分</th><th>等级</th><th>理由</th></tr></thead>
      <tbody>${grading.outcomes.toSorted((a, b) => rankOf(a) - rankOf(b)).map(levelRow)}</tbody>
    </table>
  </section>`
}

const people = (raters: ReadonlyArray<Rater>): Html => html`<section class="card">
  <h2>评分人</h2>
  <div class="people">${raters.map((rater) =>
    rater.submitted === ""
      ? html`<a href="/score/${rater.id}"><span>${rater.name}</span><span>评分 →</span></a>`
      : html`<a class="done"><span>${rater.name}</span><span>已交</span></a>`
  )}</div>
</section>`

const phases: Readonly<Record<RoundState["phase"], string>> = {
  none: "未立项",
  planned: "已立项",
  open: "评分中",
  sealed: "评分结束",
  graded: "已定级",
  onNotice: "公示中",
  confirmed: "已确认"
}

/** The front page: how far the scoring is, and what came of it. */
export const overviewPage = (state: RoundState, raters: ReadonlyArray<Rater>): Html => {
  const grading = gradingOf(state)
  const done = raters.filter(({ submitted }) => submitted !== "").length
  return page(
    "2026 年服务窗口评定",
    html`<section class="card">
        <h1>2026 年服务窗口评定 <span class="badge">${phases[state.phase]}</span></h1>
        <p class="note">${textIn(book.title, "zh-CN")} · ${units.length} 个窗口 · 评分人 ${done}/${raters.length} 位已交</p>
        <div class="bar"><i style="width: ${Math.round((done / raters.length) * 100)}%"></i></div>
      </section>
      ${grading === undefined ? "" : levels(grading)}
      ${grading === undefined ? people(raters) : ""}
      ${grading === undefined ? html`<form method="post" action="/grade"><button class="button">结束评分并定级</button></form>` : ""}`
  )
}
