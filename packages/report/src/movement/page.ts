import { type CalendarDate, type Language, textIn } from "@zhengyou/core"
import { type ClaimCheck, claimText, type MovementRow, type MovementTable } from "@zhengyou/promotion"
import type { ComponentChildren } from "preact"
import { inBoth, nameWords } from "../html/bilingual.ts"
import { document, switchOfLanguages } from "../html/document.ts"
import { type Element, h } from "../html/element.ts"
import { table } from "../html/table.ts"
import { plain } from "../internal/plain.ts"
import { ledgerSection } from "../ledger/ledgerSection.ts"
import { flow } from "./flow.ts"
import type { MovementReport } from "./MovementReport.ts"
import { label } from "./texts.ts"

const part = (name: "flow" | "table" | "claims", ...children: ReadonlyArray<ComponentChildren>): Element =>
  h("section", { class: name, "aria-labelledby": `h-${name}` }, h("h2", { id: `h-${name}` }, label(name)), ...children)

const figures = ["in", "out", "founded", "merged", "closed"] as const

const movements = ({ rows }: MovementTable): Element =>
  table(
    [
      { heading: label("level") },
      { heading: label("between"), number: true },
      ...figures.map((name) => ({ heading: label(name), number: true })),
      { heading: label("until"), number: true }
    ],
    rows.map((row: MovementRow) => [
      row.level === undefined ? label("notGraded") : nameWords(row.level.name),
      row.before,
      ...figures.map((name) => row[name]),
      row.after
    ])
  )

const claim = (check: ClaimCheck, { ladder }: MovementTable): Element => {
  const [head = [], ...readings] = ((zh, en) => zh.map((line, i) => [line, en[i] ?? ""]))(
    claimText(check, ladder, "zh-CN").split("\n"),
    claimText(check, ladder, "en").split("\n")
  )
  const both = ([zh = "", en = ""]: ReadonlyArray<string>) => inBoth(zh.trim(), en.trim(), "span")
  return h(
    "li",
    { class: check.verdict },
    both(head),
    h(
      "ul",
      null,
      readings.map((one) => h("li", null, both(one)))
    )
  )
}

/** Where units went between two days, as a picture and as a table. */
export const movementCharts = (accounts: MovementTable, from: CalendarDate, to: CalendarDate): Element =>
  h(
    "div",
    { class: "charts movement" },
    part("flow", flow(accounts)),
    part("table", h("p", { class: "note" }, `${from} – ${to}`), movements(accounts))
  )

/** The page on the movements of levels between two days. */
export const movementPage = (report: MovementReport, language: Language): Element => {
  const { title, from, to, table: accounts, claims, ledger } = report
  return document(
    language,
    plain(textIn(title, language)),
    h(
      "header",
      null,
      h("div", { class: "top" }, h("p", { class: "kind" }, label("kind")), switchOfLanguages()),
      h("h1", null, nameWords(title)),
      h(
        "p",
        { class: "facts" },
        h("span", null, label("between"), ` ${from}`),
        h("span", null, label("until"), ` ${to}`)
      )
    ),
    movementCharts(accounts, from, to),
    claims.length === 0
      ? null
      : part(
          "claims",
          h(
            "ul",
            null,
            claims.map((one) => claim(one, accounts))
          )
        ),
    ledger === undefined ? null : ledgerSection(ledger, to)
  )
}
