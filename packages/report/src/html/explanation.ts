import { type Language, textIn } from "@zhengyou/core"
import { type Explanation, type ExplanationNode, stepText } from "@zhengyou/grading"
import { plain } from "../internal/plain.ts"
import { inBoth, nameWords, words } from "./bilingual.ts"
import { document, switchOfLanguages } from "./document.ts"
import { type Element, h } from "./element.ts"

const stepWords = ({ step }: ExplanationNode) => inBoth(stepText(step, "zh-CN"), stepText(step, "en"), "span")

/** Whether a step is one that others do without: a mark that does not count, a rule that did not fire. */
const isQuiet = ({ step }: ExplanationNode): boolean =>
  ("fate" in step && step._tag !== "QuotaAsked" && step.fate !== "counted") ||
  (step._tag === "RuleAsked" && step.kind !== "eligibility" && step.holds === false)

const nodes = (parts: ReadonlyArray<ExplanationNode>): Element | null =>
  parts.length === 0
    ? null
    : h(
        "ul",
        null,
        parts.map((part) =>
          h("li", { class: `${part.step._tag}${isQuiet(part) ? " quiet" : ""}` }, stepWords(part), nodes(part.parts))
        )
      )

/** The tree of an explanation, nested as its steps are. */
const tree = ({ root }: Explanation): Element =>
  h("div", { class: "explanation" }, h("p", { class: "verdict" }, stepWords(root)), nodes(root.parts))

/** The page of one explanation. */
export const explanationPage = (explanation: Explanation, language: Language): Element => {
  const { root, book } = explanation
  const name = root.step._tag === "ExplainedOutcome" ? root.step.unit.name : book.title
  const { title, id, version } = book
  return document(
    language,
    plain(textIn(name, language)),
    h(
      "header",
      null,
      h("div", { class: "top" }, h("p", { class: "kind" }, words({ _tag: "ExplanationOf" })), switchOfLanguages()),
      h("h1", null, nameWords(name)),
      h("p", { class: "facts" }, h("span", null, words({ _tag: "BookUsed", title, id, version })))
    ),
    tree(explanation)
  )
}
