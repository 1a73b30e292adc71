import { citedText, type Language, type Named, textIn } from "@zhengyou/core"
import type { Checked, PromotionDecision } from "@zhengyou/promotion"
import type { ComponentChildren } from "preact"
import { inBoth, nameWords } from "../html/bilingual.ts"
import { document, switchOfLanguages } from "../html/document.ts"
import { type Element, h } from "../html/element.ts"
import { toneAt } from "../html/levelMark.ts"
import { table } from "../html/table.ts"
import { plain } from "../internal/plain.ts"
import { ledgerSection } from "../ledger/ledgerSection.ts"
import { movementCharts } from "../movement/page.ts"
import type { PromotionReport } from "./PromotionReport.ts"
import { promotionLabel, roundSentence, rulesText } from "./texts.ts"
import { inForceOf, outcomeCounts, reasonTexts, unitNamesOf } from "./view.ts"

const levelMark = ({ rules: { ladder } }: PromotionReport, level: Named | undefined): Element => {
  if (level === undefined) return h("span", { class: "mark tone-none" }, promotionLabel("notGraded"))
  const place = ladder.findIndex(({ id }) => id === level.id)
  return h("span", { class: `mark tone-${toneAt(place, ladder.length)}` }, nameWords(level.name))
}

const inBothLanguages = (of: (language: Language) => string) => inBoth(of("zh-CN"), of("en"), "span")

const check = ({ requirement, holds, cited }: Checked): Element => {
  const state = holds === undefined ? "unknown" : holds ? "holds" : "fails"
  return h(
    "li",
    { class: state },
    h("b", null, promotionLabel(state)),
    " ",
    nameWords(requirement.name),
    cited.length === 0
      ? null
      : h(
          "small",
          null,
          inBothLanguages((language) => citedText(cited, language))
        )
  )
}

const days = (decision: PromotionDecision): ComponentChildren => {
  const { on, decided } = decision.application
  const told = [
    ["applied", on],
    ["decided", decided],
    ["inForce", inForceOf(decision)]
  ] as const
  return told.map(([word, day]) => (day === undefined ? null : h("span", null, promotionLabel(word), ` ${day}`)))
}

const decisionRow = (
  report: PromotionReport,
  name: ReturnType<typeof unitNamesOf>,
  decision: PromotionDecision
): Element => {
  const { application, from, to, outcome, examination } = decision
  const [zh, en] = [reasonTexts(decision, "zh-CN"), reasonTexts(decision, "en")]
  return h(
    "details",
    { class: "unit" },
    h(
      "summary",
      null,
      h(
        "div",
        { class: "row decision" },
        h("span", { class: "name" }, nameWords(name(application.unit))),
        h(
          "span",
          { class: "level" },
          levelMark(report, from),
          h("span", { class: "arrow" }, "→"),
          levelMark(report, to)
        ),
        h("span", { class: `outcome ${outcome}` }, promotionLabel(outcome)),
        h("span", { class: "why" }, inBoth(zh.join("；"), en.join("; "), "span"))
      )
    ),
    h(
      "div",
      { class: "inside" },
      h("p", { class: "facts" }, days(decision)),
      examination.checked.length === 0
        ? null
        : [h("h3", null, promotionLabel("conditions")), h("ul", { class: "checks" }, examination.checked.map(check))],
      h("h3", null, promotionLabel("reasons")),
      h(
        "ul",
        null,
        zh.map((text, i) => h("li", null, inBoth(text, en[i] ?? "", "span")))
      )
    )
  )
}

const decisions = (report: PromotionReport): Element => {
  const name = unitNamesOf(report)
  return h(
    "section",
    { class: "decisions", "aria-labelledby": "h-decisions" },
    h("h2", { id: "h-decisions" }, promotionLabel("decisions")),
    h("p", { class: "note" }, promotionLabel("readDecisions")),
    report.round.decisions.map((one) => decisionRow(report, name, one))
  )
}

const targets = ({ round }: PromotionReport): Element | null =>
  round.targets.length === 0
    ? null
    : h(
        "section",
        { class: "targets", "aria-labelledby": "h-targets" },
        h("h2", { id: "h-targets" }, promotionLabel("targets")),
        table(
          [
            { heading: promotionLabel("level") },
            { heading: promotionLabel("units"), number: true },
            { heading: promotionLabel("needed"), number: true },
            { heading: promotionLabel("moved"), number: true },
            { heading: promotionLabel("isMet") }
          ],
          round.targets.map(({ level, units, needed, moved, isMet }) => [
            nameWords(level.name),
            units,
            needed,
            moved,
            promotionLabel(isMet ? "yes" : "no")
          ])
        )
      )

/** The page of a round of promotion. */
export const promotionPage = (report: PromotionReport, language: Language): Element => {
  const { title, rules, units, round, from, asOf, ledger } = report
  const counts = outcomeCounts(report)
  return document(
    language,
    plain(textIn(title, language)),
    h(
      "header",
      null,
      h("div", { class: "top" }, h("p", { class: "kind" }, promotionLabel("kind")), switchOfLanguages()),
      h("h1", null, nameWords(title)),
      h(
        "p",
        { class: "facts" },
        h(
          "span",
          null,
          inBothLanguages((at) => rulesText(textIn(rules.title, at), rules.id, rules.version, at))
        ),
        h("span", null, promotionLabel("asOf"), ` ${asOf}`)
      )
    ),
    h(
      "p",
      { class: "summary" },
      inBothLanguages((at) => roundSentence(round.decisions.length, counts, at))
    ),
    movementCharts(round.table, from, asOf),
    decisions(report),
    targets(report),
    ledger === undefined ? null : ledgerSection({ ledger, units }, asOf)
  )
}
