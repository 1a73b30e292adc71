import { html } from "hono/html"
import { criteria, units } from "../book.ts"
import type { Rater } from "../raters.ts"
import { type Html, page } from "./layout.ts"

/** The form of a rater: a row for each window, a field for each criterion. */
export const scoringPage = (rater: Rater): Html =>
  page(
    `${rater.name}评分`,
    html`<section class="card">
      <h1>${rater.name} <span class="badge">${rater.panel === "review" ? "考评组" : "学生代表"}</span></h1>
      <p class="note">每项可以有小数；提交一次即记录在案。</p>
      <form method="post">
        <table>
          <thead><tr><th>窗口</th>${criteria.map(
            ({ name, maximum }) => html`<th class="number">${name}（满分 ${maximum}）</th>`
          )}</tr></thead>
          <tbody>${units.map(
            (unit) =>
              html`<tr><td>${unit.name}</td>${criteria.map(
                ({ id }) =>
                  html`<td class="number"><input name="${unit.id}.${id}" inputmode="decimal" required aria-label="${unit.name} ${id}" /></td>`
              )}</tr>`
          )}</tbody>
        </table>
        <p><button class="button">提交</button> <a class="button quiet" href="/">返回</a></p>
      </form>
    </section>`
  )
