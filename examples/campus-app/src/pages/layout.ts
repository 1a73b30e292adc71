import { html } from "hono/html"
import { style } from "./style.ts"

export type Html = ReturnType<typeof html>

/** A whole page; what is put into `html` is escaped by it. */
export const page = (title: string, body: Html): Html => html`<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <style>${style}</style>
  </head>
  <body>
    <header><a href="/">服务窗口评定</a><span>2026</span></header>
    <main>${body}</main>
    <footer>结果由规则书计算，逐项有据，随时可复核</footer>
  </body>
</html>`

/** A page that says something and leads back. */
export const messagePage = (title: string, lines: ReadonlyArray<string>): Html =>
  page(
    title,
    html`<section class="card"><h1>${title}</h1><ul class="faults">${lines.map((line) => html`<li>${line}</li>`)}</ul>
      <a class="button quiet" href="/">回到首页</a></section>`
  )
