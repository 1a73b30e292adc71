import { type Id, type Language, textIn } from "@zhengyou/core"
import { type PledgeReview, Principle, Severity } from "@zhengyou/pledges"
import type { ComponentChildren } from "preact"
import { inBoth, nameWords } from "../html/bilingual.ts"
import { document, switchOfLanguages } from "../html/document.ts"
import { type Element, h } from "../html/element.ts"
import { table } from "../html/table.ts"
import { plain, wellFormed } from "../internal/plain.ts"
import { pledgeCard } from "./card.ts"
import type { PledgeReport } from "./PledgeReport.ts"
import { type PledgeLabel, pledgeLabel } from "./texts.ts"
import { categoryName, coverageIn, outcomeOf, policyIn, summaryIn, termText, unitNames, unpublished } from "./view.ts"

const inLanguages = (of: (language: Language) => string) => inBoth(of("zh-CN"), of("en"), "span")

const part = (name: PledgeLabel, kind: string, ...children: ReadonlyArray<ComponentChildren>): Element =>
  h(
    "section",
    { class: kind, "aria-labelledby": `h-${name}` },
    h("h2", { id: `h-${name}` }, pledgeLabel(name)),
    ...children
  )

/** How many findings there are under each principle, by how grave they are. */
const findingCounts = ({ reviews }: PledgeReport): Element => {
  const all = reviews.flatMap(({ findings }) => findings)
  const cell = (severity: Severity, count: number) =>
    count === 0 ? "" : h("span", { class: `sev-count sev-${severity}` }, count)
  const row = (heading: ComponentChildren, findings: typeof all) => [
    heading,
    ...Severity.literals.map((severity) => cell(severity, findings.filter((one) => one.severity === severity).length)),
    findings.length
  ]
  return part(
    "findings",
    "found",
    table(
      [
        { heading: pledgeLabel("principle") },
        ...Severity.literals.map((severity) => ({ heading: pledgeLabel(severity), number: true })),
        { heading: pledgeLabel("total"), number: true }
      ],
      [
        ...Principle.literals.map((principle) =>
          row(
            pledgeLabel(principle),
            all.filter((one) => one.principle === principle)
          )
        ),
        row(pledgeLabel("total"), all)
      ]
    )
  )
}

/** Which units had a pledge online by the deadline. */
const coveragePart = (report: PledgeReport): Element => {
  const { coverage } = report
  const nameOf = unitNames(report)
  const { pledged, none } = unpublished(report)
  const names = (units: ReadonlyArray<Id>): ComponentChildren =>
    units.length === 0
      ? pledgeLabel("nobody")
      : units.map((unit, i) => [i === 0 ? null : inBoth("、", ", ", "span"), nameWords(nameOf(unit))])
  const groups = [
    ["inTime", "closed", coverage.inTime, String(coverage.inTime.length)],
    ["late", "planned", coverage.late.map(({ unit }) => unit), undefined],
    ["unpublished", "overdue", pledged, undefined],
    ["none", "opened", none, undefined]
  ] as const
  let start = 0
  return part(
    "coverage",
    "cover",
    h(
      "p",
      null,
      inLanguages((language) => coverageIn(report, language))
    ),
    h(
      "svg",
      { class: "bar", "aria-hidden": "true" },
      groups.map(([, state, units]) => {
        const width = (100 * units.length) / Math.max(1, coverage.units)
        const x = start
        start += width
        return width === 0
          ? null
          : h("rect", { class: `state-${state}`, x: `${x.toFixed(3)}%`, width: `${width.toFixed(3)}%`, height: 14 })
      })
    ),
    h(
      "dl",
      null,
      groups.map(([name, state, units, count]) =>
        h(
          "div",
          null,
          h("dt", null, h("span", { class: `cell state-${state}` }), pledgeLabel(name), ` ${units.length}`),
          h("dd", null, count === undefined || units.length <= 12 ? names(units) : count)
        )
      )
    )
  )
}

const order = ({ findings }: PledgeReview): number => (findings.some(({ severity }) => severity === "error") ? 0 : 1)

const reviewsPart = (report: PledgeReport): ReadonlyArray<Element | null> => {
  const { reviews } = report
  const faulty = reviews.filter(({ findings }) => findings.length > 0).toSorted((a, b) => order(a) - order(b))
  const sound = reviews.filter(({ findings }) => findings.length === 0)
  const nameOf = unitNames(report)
  return [
    part(
      "reviews",
      "reviews",
      h("p", { class: "note" }, pledgeLabel(faulty.length === 0 ? "allSound" : "howToRead")),
      faulty.map((review) => pledgeCard(report, nameOf, review))
    ),
    sound.length === 0
      ? null
      : part(
          "sound",
          "sound",
          table(
            [
              { heading: pledgeLabel("pledgeId") },
              { heading: pledgeLabel("pledger") },
              { heading: pledgeLabel("category") },
              { heading: pledgeLabel("content") },
              { heading: pledgeLabel("term") },
              { heading: pledgeLabel("outcome") }
            ],
            sound.map((review) => {
              const { pledge } = review
              const outcome = outcomeOf(review)
              return [
                h("bdi", null, wellFormed(pledge.id)),
                [
                  nameWords(nameOf(pledge.pledger.unit)),
                  pledge.pledger.kind === "member" ? [" · ", nameWords(pledge.pledger.name)] : null
                ],
                nameWords(categoryName(report, pledge) ?? ""),
                h("bdi", null, wellFormed(pledge.content)),
                inLanguages((language) => termText(pledge, language)),
                h("span", { class: `mark of-outcome ${outcome}` }, pledgeLabel(outcome))
              ]
            })
          )
        )
  ]
}

/** The page of a review of pledges, for those who review. */
export const pledgesPage = (report: PledgeReport, language: Language): Element =>
  document(
    language,
    plain(textIn(report.title, language)),
    h(
      "header",
      null,
      h("div", { class: "top" }, h("p", { class: "kind" }, pledgeLabel("kind")), switchOfLanguages()),
      h("h1", null, nameWords(report.title)),
      h(
        "p",
        { class: "facts" },
        h(
          "span",
          null,
          inLanguages((at) => policyIn(report, at))
        ),
        h("span", null, pledgeLabel("asOf"), ` ${report.asOf}`)
      )
    ),
    h(
      "p",
      { class: "summary" },
      inLanguages((at) => summaryIn(report, at))
    ),
    h("div", { class: "pair" }, findingCounts(report), coveragePart(report)),
    reviewsPart(report)
  )
