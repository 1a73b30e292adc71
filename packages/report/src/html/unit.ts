import { decidingReason, type Outcome } from "@zhengyou/grading"
import type { View } from "../internal/view.ts"
import { nameWords, reasonWords, words } from "./bilingual.ts"
import { type Element, h } from "./element.ts"
import { levelMark } from "./levelMark.ts"
import { working } from "./working.ts"

const row = ({ report, unitName }: View, outcome: Outcome): Element =>
  h(
    "summary",
    null,
    h(
      "div",
      { class: "row" },
      h("span", { class: "rank" }, outcome._tag === "Graded" ? outcome.rank : "–"),
      h("span", { class: "name" }, nameWords(unitName(outcome.unit))),
      h("span", { class: "level" }, levelMark(report.book.ladder, outcome)),
      h("span", { class: "total" }, "total" in outcome ? outcome.total.shown : "–"),
      h("span", { class: "why" }, reasonWords(decidingReason(outcome)))
    )
  )

/** One unit: its row, and behind it all its reasons and the working. A link to `#unit-<place>` opens it. */
export const unit = (view: View, outcome: Outcome, place: number): Element =>
  h(
    "details",
    { class: "unit" },
    row(view, outcome),
    h(
      "div",
      { class: "inside", id: `unit-${place}` },
      h("h3", null, words({ _tag: "ReasonsInOrder" })),
      h(
        "ol",
        null,
        outcome.reasons.map((reason) => h("li", null, reasonWords(reason)))
      ),
      working(view.report.book, outcome)
    )
  )
