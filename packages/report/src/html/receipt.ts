import { wellFormed } from "../internal/plain.ts"
import type { View } from "../internal/view.ts"
import { words } from "./bilingual.ts"
import { type Element, h } from "./element.ts"
import { section } from "./section.ts"

/** What the result was computed from, and how to check it. */
export const receipt = ({ report }: View): Element => {
  const { semantics, rules, inputs, result } = report.grading.receipt
  const lines = [
    ["Semantics", semantics],
    ["RulesHash", rules],
    ["InputsHash", inputs],
    ["ResultHash", result]
  ] as const
  return section(
    "receipt",
    { _tag: "Receipt" },
    h("p", { class: "note" }, words({ _tag: "HowToCheck" })),
    h(
      "dl",
      null,
      lines.map(([_tag, value]) =>
        h("div", null, h("dt", null, words({ _tag })), h("dd", null, h("code", null, wellFormed(value))))
      )
    )
  )
}
