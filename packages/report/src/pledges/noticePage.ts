import { type Id, type Language, textIn } from "@zhengyou/core"
import type { Pledge } from "@zhengyou/pledges"
import { inBoth, nameWords } from "../html/bilingual.ts"
import { document, switchOfLanguages } from "../html/document.ts"
import { type Element, h } from "../html/element.ts"
import { table } from "../html/table.ts"
import { plain, wellFormed } from "../internal/plain.ts"
import type { PledgeReport } from "./PledgeReport.ts"
import { pledgeLabel } from "./texts.ts"
import { categoryName, publishedPledges, targetText, termText, unitNames } from "./view.ts"

const cells = (report: PledgeReport, nameOf: ReturnType<typeof unitNames>, pledge: Pledge) => [
  nameWords(pledge.pledger.kind === "member" ? pledge.pledger.name : nameOf(pledge.pledger.unit)),
  [
    h("bdi", null, wellFormed(pledge.content)),
    pledge.measures.length === 0
      ? null
      : h(
          "ul",
          null,
          pledge.measures.map((measure) => h("li", null, h("bdi", null, wellFormed(measure))))
        )
  ],
  nameWords(categoryName(report, pledge) ?? ""),
  h("bdi", null, wellFormed(targetText(pledge))),
  inBoth(termText(pledge, "zh-CN"), termText(pledge, "en"), "span")
]

/** The page that is published (公示): what everybody may see of the pledges that passed, unit by unit. */
export const noticePage = (report: PledgeReport, language: Language): Element => {
  const pledges = publishedPledges(report)
  const nameOf = unitNames(report)
  const byUnit = new Map<Id, Array<Pledge>>()
  for (const pledge of pledges) {
    const { unit } = pledge.pledger
    const of = byUnit.get(unit)
    if (of === undefined) byUnit.set(unit, [pledge])
    else of.push(pledge)
  }
  const columns = [
    { heading: pledgeLabel("pledger") },
    { heading: pledgeLabel("content") },
    { heading: pledgeLabel("category") },
    { heading: pledgeLabel("target") },
    { heading: pledgeLabel("term") }
  ]
  return document(
    language,
    plain(textIn(report.title, language)),
    h(
      "header",
      null,
      h("div", { class: "top" }, h("p", { class: "kind" }, pledgeLabel("notice")), switchOfLanguages()),
      h("h1", null, nameWords(report.title))
    ),
    h(
      "section",
      { class: "notice-list" },
      pledges.length === 0 ? h("p", null, pledgeLabel("noticeEmpty")) : null,
      [...byUnit].map(([unit, of]) => [
        h("h3", null, nameWords(nameOf(unit))),
        table(
          columns,
          of.map((pledge) => cells(report, nameOf, pledge)),
          "notice"
        )
      ])
    )
  )
}
