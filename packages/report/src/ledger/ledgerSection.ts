import { type CalendarDate, isProvisional, textIn } from "@zhengyou/core"
import type { ComponentChildren } from "preact"
import { inBoth, nameWords } from "../html/bilingual.ts"
import { type Element, h } from "../html/element.ts"
import { table } from "../html/table.ts"
import { plain, wellFormed } from "../internal/plain.ts"
import type { LedgerReport } from "./LedgerReport.ts"
import { type LedgerRow, type LedgerView, ledgerViewOf, standings } from "./ledgerView.ts"
import {
  closedLinesText,
  daysText,
  ledgerFigures,
  ledgerLabel,
  ledgerSentence,
  ledgerWord,
  reopenedText
} from "./texts.ts"

const state = ({ standing, entry }: LedgerRow): ComponentChildren => [
  h("span", { class: `mark state-${standing}` }, ledgerLabel(standing)),
  standing === "overdue" ? h("small", null, ledgerLabel(entry.status)) : null
]

/** How many lines stand how, as one bar and its legend. */
const progress = ({ counts }: LedgerView, lines: number): Element => {
  const shown = standings.filter((one) => (counts.get(one) ?? 0) > 0).toReversed()
  const share = (count: number): number => (count / lines) * 100
  let from = 0
  const segments = shown.map((standing) => {
    const [x, width] = [from, share(counts.get(standing) ?? 0)]
    from += width
    return h("rect", {
      class: `state-${standing}`,
      x: `${x.toFixed(3)}%`,
      y: 0,
      width: `${width.toFixed(3)}%`,
      height: 18
    })
  })
  return h(
    "div",
    { class: "progress" },
    h("svg", { class: "bar", height: 18, "aria-hidden": "true" }, segments),
    h(
      "p",
      { class: "legend" },
      shown.map((standing) =>
        h(
          "span",
          null,
          h("i", { class: `cell state-${standing}` }),
          ledgerLabel(standing),
          h("b", null, ` ${counts.get(standing) ?? 0}`)
        )
      )
    )
  )
}

const kind = ({ problem }: Pick<LedgerRow, "problem">): Element =>
  h("span", { class: `kind-${problem.kind}` }, ledgerLabel(problem.kind))

/** Every problem with one cell for each of its units. */
const matrix = ({ problems }: LedgerView): Element =>
  h(
    "div",
    { class: "matrix" },
    problems.map(({ problem, rows }) =>
      h(
        "div",
        { class: "of" },
        kind({ problem }),
        h("span", { class: "name" }, nameWords(problem.title)),
        h(
          "span",
          { class: "cells" },
          rows.map(({ unit, standing }) =>
            h("i", {
              class: `cell state-${standing}`,
              title: plain(`${textIn(unit, "zh-CN")} ${ledgerWord(standing, "zh-CN")} ${ledgerWord(standing, "en")}`)
            })
          ),
          rows.length === 1 ? h("span", { class: "where" }, nameWords(rows[0]?.unit ?? "")) : null
        ),
        h("span", { class: "num" }, `${rows.filter(({ standing }) => standing === "closed").length}/${rows.length}`)
      )
    )
  )

/** The name of a unit, once for all the rows that follow each other. */
const unitNames = (rows: ReadonlyArray<LedgerRow>): ReadonlyArray<ComponentChildren> =>
  rows.map(({ unit, entry }, i) => (rows[i - 1]?.entry.unit === entry.unit ? "" : nameWords(unit)))

const what = (row: LedgerRow): ComponentChildren => [
  kind(row),
  " ",
  nameWords(row.problem.title),
  ...row.entry.reopened.map((day) =>
    h("small", null, inBoth(reopenedText(day, "zh-CN"), reopenedText(day, "en"), "span"))
  ),
  ...(row.plan === undefined
    ? []
    : [h("small", null, ledgerLabel("cause"), " ", h("bdi", null, wellFormed(row.plan.cause)))])
]

const measures = ({ plan }: LedgerRow): ComponentChildren =>
  plan === undefined
    ? h("span", { class: "nobody" }, ledgerLabel("noPlan"))
    : plan.measures.map((one) => h("div", null, h("bdi", null, wellFormed(one))))

const due = ({ plan, daysLeft }: LedgerRow): ComponentChildren =>
  plan === undefined
    ? "–"
    : [
        plan.deadline.due,
        isProvisional(plan.deadline) ? h("small", null, ledgerLabel("provisional")) : null,
        daysLeft === undefined
          ? null
          : h(
              "small",
              { class: daysLeft < 0 ? "late" : "early" },
              inBoth(daysText(daysLeft, "zh-CN"), daysText(daysLeft, "en"), "span")
            )
      ]

const lines = (rows: ReadonlyArray<LedgerRow>, last: "state" | "closedOn"): Element => {
  const names = unitNames(rows)
  return table(
    [
      { heading: ledgerLabel("unit") },
      { heading: ledgerLabel("problem") },
      { heading: ledgerLabel("measures") },
      { heading: ledgerLabel("owner") },
      { heading: ledgerLabel("due") },
      { heading: ledgerLabel(last) }
    ],
    rows.map((row, i) => [
      names[i],
      what(row),
      measures(row),
      row.plan === undefined ? "–" : h("bdi", null, wellFormed(row.plan.owner)),
      due(row),
      last === "state" ? state(row) : (row.entry.closed ?? "")
    ]),
    "ledger-lines"
  )
}

const sentence = (view: LedgerView): Element => {
  const figures = ledgerFigures(view)
  return h(
    "p",
    { class: "ledger-summary" },
    inBoth(ledgerSentence(figures, "zh-CN"), ledgerSentence(figures, "en"), "span")
  )
}

/** The ledger of problems on a day: how far it is, problem by problem, and every line by unit with what is overdue first. */
export const ledgerSection = (report: LedgerReport, on: CalendarDate): Element => {
  const view = ledgerViewOf(report, on)
  const all = view.open.length + view.closed.length
  const heading = h("h2", { id: "h-ledger" }, ledgerLabel("ledger"))
  const attributes = { class: "ledger", "aria-labelledby": "h-ledger" }
  if (all === 0) return h("section", attributes, heading, h("p", null, ledgerLabel("noProblems")))
  return h(
    "section",
    attributes,
    heading,
    sentence(view),
    progress(view, all),
    h("h3", null, ledgerLabel("byProblem")),
    matrix(view),
    h("h3", null, ledgerLabel("open")),
    view.open.length === 0 ? h("p", null, ledgerLabel("allClosed")) : lines(view.open, "state"),
    view.closed.length === 0
      ? null
      : h(
          "details",
          { class: "folded" },
          h(
            "summary",
            null,
            inBoth(closedLinesText(view.closed.length, "zh-CN"), closedLinesText(view.closed.length, "en"), "span")
          ),
          lines(view.closed, "closedOn")
        )
  )
}
