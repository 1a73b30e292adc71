import type { Change } from "@zhengyou/grading"
import type { Comparison } from "../GradingReport.ts"
import { changesOf } from "../internal/changes.ts"
import { quotaMessage, type View } from "../internal/view.ts"
import { nameWords, reasonWords, words } from "./bilingual.ts"
import { type Element, h } from "./element.ts"
import { levelMark } from "./levelMark.ts"
import { section } from "./section.ts"
import { table } from "./table.ts"

const changeTable = (view: View, { book }: Comparison, changes: ReadonlyArray<Change>): Element =>
  table(
    [
      { heading: words({ _tag: "Unit" }) },
      { heading: words({ _tag: "Total" }), number: true },
      { heading: words({ _tag: "ThisGrading" }) },
      { heading: words({ _tag: "OtherGrading" }) },
      { heading: words({ _tag: "Why" }) }
    ],
    changes.map(({ unit, from, to, reason }) => [
      nameWords(view.unitName(unit)),
      "total" in from ? from.total.shown : "–",
      levelMark(view.report.book.ladder, from),
      levelMark(book.ladder, to),
      reasonWords(reason)
    ]),
    "changes"
  )

const comparison = (view: View, other: Comparison): Element => {
  const { title, book, grading } = other
  const changes = changesOf(view.report, view.ordered, other)
  const count = (way: Change["way"]) => changes.filter((change) => change.way === way).length
  return h(
    "div",
    { class: "comparison" },
    h("h3", null, nameWords(title)),
    h("p", { class: "note" }, words({ _tag: "BookUsed", title: book.title, id: book.id, version: book.version })),
    grading.quotas.map((quota) => h("p", null, words(quotaMessage(view, book.ladder, quota)))),
    h("p", null, words({ _tag: "Changes", changed: changes.length, fell: count("fell"), rose: count("rose") })),
    changes.length === 0 ? null : changeTable(view, other, changes)
  )
}

/** Who would come out differently under other rules, and why; nothing where nothing is compared. */
export const comparisons = (view: View): Element | null => {
  const others = view.report.comparisons ?? []
  return others.length === 0
    ? null
    : section(
        "comparisons",
        { _tag: "Comparisons" },
        others.map((other) => comparison(view, other))
      )
}
