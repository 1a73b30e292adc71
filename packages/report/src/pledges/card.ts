import type { Language, Path } from "@zhengyou/core"
import type { Finding, PledgeReview } from "@zhengyou/pledges"
import type { ComponentChildren } from "preact"
import { inBoth, nameWords } from "../html/bilingual.ts"
import { type Element, h } from "../html/element.ts"
import { wellFormed } from "../internal/plain.ts"
import { stretchesOf } from "./marked.ts"
import type { PledgeReport } from "./PledgeReport.ts"
import { pledgeLabel } from "./texts.ts"
import { categoryName, findingText, outcomeOf, placeIn, targetText, termText, textAt, type unitNames } from "./view.ts"

const inLanguages = (of: (language: Language) => string) => inBoth(of("zh-CN"), of("en"), "span")

const gravity = { error: 0, warning: 1, note: 2 } as const

/** The findings of a pledge as its card numbers them: the gravest first. */
const numbered = ({ findings }: PledgeReview): ReadonlyArray<Finding> =>
  findings.toSorted((a, b) => gravity[a.severity] - gravity[b.severity])

const isSamePath = (a: Path, b: Path): boolean => a.length === b.length && a.every((part, i) => part === b[i])

/** A text with the words marked that findings are about; what is about the whole of it marks nothing. */
const marked = (text: string, path: Path, findings: ReadonlyArray<Finding>): ReadonlyArray<ComponentChildren> => {
  const places = findings.flatMap(({ span, path: at }, i) =>
    span === undefined || !isSamePath(at, path) || (span.from <= 0 && span.to >= text.length)
      ? []
      : [{ number: i + 1, ...span }]
  )
  return stretchesOf(text, places).map((stretch) => {
    const [first] = stretch.within.toSorted((a, b) => a - b)
    const of = first === undefined ? undefined : findings[first - 1]
    if (of === undefined) return wellFormed(stretch.text)
    return h(
      "mark",
      { class: `sev-${of.severity}` },
      wellFormed(stretch.text),
      stretch.ending.length === 0 ? null : h("sup", null, stretch.ending.join(","))
    )
  })
}

const textPart = (review: PledgeReview, findings: ReadonlyArray<Finding>): Element => {
  const { pledge } = review
  const target = targetText(pledge)
  const facts = [
    target === "" ? null : h("span", null, pledgeLabel("target"), " ", h("bdi", null, wellFormed(target))),
    pledge.term === undefined
      ? null
      : h(
          "span",
          null,
          pledgeLabel("term"),
          " ",
          inLanguages((language) => termText(pledge, language))
        ),
    pledge.verification === undefined
      ? null
      : h("span", null, pledgeLabel("verification"), " ", h("bdi", null, wellFormed(pledge.verification)))
  ]
  return h(
    "div",
    { class: "pledge-text" },
    h("p", null, h("bdi", null, marked(pledge.content, ["content"], findings))),
    pledge.measures.length === 0
      ? null
      : h(
          "ol",
          null,
          pledge.measures.map((_, i) => {
            const path = ["measures", i]
            return h("li", null, h("bdi", null, marked(textAt(pledge, path) ?? "", path, findings)))
          })
        ),
    h("p", { class: "facts" }, facts)
  )
}

const findingItem = (finding: Finding, i: number): Element =>
  h(
    "li",
    { class: `sev-${finding.severity}` },
    h("b", null, i + 1),
    h(
      "div",
      null,
      h(
        "small",
        null,
        pledgeLabel(finding.severity),
        " · ",
        pledgeLabel(finding.principle),
        " · ",
        inLanguages((language) => placeIn(finding.path, language))
      ),
      inLanguages((language) => findingText(finding, language))
    )
  )

/** A pledge with what was found in it: its words on one side, the findings on the other. */
export const pledgeCard = (
  report: PledgeReport,
  nameOf: ReturnType<typeof unitNames>,
  review: PledgeReview
): Element => {
  const { pledge } = review
  const findings = numbered(review)
  const category = categoryName(report, pledge)
  const outcome = outcomeOf(review)
  return h(
    "article",
    { class: "pledge" },
    h(
      "header",
      null,
      h(
        "h3",
        null,
        nameWords(nameOf(pledge.pledger.unit)),
        pledge.pledger.kind === "member" ? [" · ", nameWords(pledge.pledger.name)] : null
      ),
      h("span", null, h("bdi", null, wellFormed(pledge.id))),
      category === undefined ? null : h("span", null, nameWords(category)),
      h("span", { class: `mark of-outcome ${outcome}` }, pledgeLabel(outcome))
    ),
    textPart(review, findings),
    h("ol", { class: "pledge-findings" }, findings.map(findingItem))
  )
}
