import type { View } from "../internal/view.ts"
import { words } from "./bilingual.ts"
import { type Element, h } from "./element.ts"

/** The grading in one sentence. */
export const summary = ({ report, graded, levels, unplaced }: View): Element =>
  h(
    "p",
    { class: "summary" },
    words({ _tag: "Summary", all: report.grading.outcomes.length, graded, levels, unplaced })
  )
