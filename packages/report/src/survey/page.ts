import { formatExact, type Language, textIn } from "@zhengyou/core"
import type { SurveyRow } from "@zhengyou/satisfaction"
import type { ComponentChildren } from "preact"
import { nameWords } from "../html/bilingual.ts"
import { document, switchOfLanguages } from "../html/document.ts"
import { type Element, h } from "../html/element.ts"
import { table } from "../html/table.ts"
import { plain } from "../internal/plain.ts"
import { choiceBars } from "./choices.ts"
import { axisMarks, changeAxis, changeMark, rateAxis, rateMark } from "./plots.ts"
import type { SurveyReport } from "./SurveyReport.ts"
import { type Label, label } from "./texts.ts"
import {
  byRate,
  changeIn,
  changeRangeOf,
  estimateIn,
  figuresIn,
  linkedOf,
  namesIn,
  percentOf,
  pointsOf,
  rangeOf,
  remarkOn,
  toldInBoth
} from "./view.ts"

const part = (name: Label, ...children: ReadonlyArray<ComponentChildren>): Element =>
  h("section", { class: name, "aria-labelledby": `h-${name}` }, h("h2", { id: `h-${name}` }, label(name)), ...children)

const allUnits = { "zh-CN": "全部单位", en: "All units" }

/** A row's figure in words: the rate and its interval; or why there is none. */
const figureWords = (row: SurveyRow): ComponentChildren => {
  if (row._tag === "Withheld") return label("withheld")
  if (row._tag === "NoFigure") return toldInBoth(row.reason)
  const found = estimateIn(row)
  return [h("b", null, percentOf(row.rate)), found === undefined ? null : h("small", null, rangeOf(found))]
}

const changeWords = (row: SurveyRow): ComponentChildren => {
  const change = changeIn(row)
  const remark = remarkOn(row)
  if (change !== undefined) {
    return [h("b", null, pointsOf(change.points)), h("small", null, changeRangeOf(change))]
  }
  return row._tag === "Figure" && remark !== undefined ? h("small", null, toldInBoth(remark)) : null
}

const rates = (
  { figures }: SurveyReport,
  rows: ReadonlyArray<SurveyRow>,
  nameOf: (row: SurveyRow) => ReturnType<typeof nameWords>
): Element => {
  const all = [figures.overall, ...rows]
  const axis = rateAxis(all)
  const compared = all.some((row) => row._tag === "Figure" && row.change !== undefined)
  const changes = changeAxis(all)
  const line = (row: SurveyRow, i: number): Element =>
    h(
      "div",
      { class: i === 0 ? "rate-row all" : "rate-row" },
      h("span", { class: "label" }, nameOf(row)),
      rateMark(row, axis, figures.overall) ?? h("span", null),
      h("span", { class: row._tag === "Figure" ? "num" : "note-in" }, figureWords(row)),
      compared ? (changeMark(row, changes) ?? h("span", null)) : null,
      compared ? h("span", { class: "num" }, changeWords(row)) : null
    )
  return part(
    "rates",
    h("p", { class: "note" }, label(compared ? "howToRead" : "howToReadRates")),
    h(
      "div",
      { class: compared ? "rate-rows compared" : "rate-rows" },
      h(
        "div",
        { class: "rate-row head" },
        h("span", null, label("unit")),
        axisMarks(axis, (mark) => `${mark}%`),
        h("span", { class: "num" }, label("rate")),
        compared ? axisMarks(changes, (mark) => `${mark > 0 ? "+" : ""}${String(mark).replace("-", "−")}`) : null,
        compared ? h("span", { class: "num" }, label("change")) : null
      ),
      all.map(line)
    )
  )
}

/** The ballots of each unit by group; a withheld one is a dash. */
const counts = (
  { plan, figures }: SurveyReport,
  rows: ReadonlyArray<SurveyRow>,
  nameOf: (row: SurveyRow) => ReturnType<typeof nameWords>
): Element => {
  const { groups } = plan.questionnaire
  return part(
    "counts",
    table(
      [
        { heading: label("unit") },
        ...groups.map(({ name }) => ({ heading: nameWords(name), number: true })),
        { heading: label("returned"), number: true },
        { heading: label("places"), number: true }
      ],
      [figures.overall, ...rows].map((row) =>
        row._tag === "Figure"
          ? [
              nameOf(row),
              ...row.groups.map(({ ballots }) => (ballots === undefined ? label("none") : ballots)),
              row.returned,
              row.places === undefined ? label("none") : `${row.places.best}–${row.places.worst}`
            ]
          : [nameOf(row), ...groups.map(() => label("none")), label("none"), label("none")]
      )
    )
  )
}

const links = (
  { plan, figures }: SurveyReport,
  rows: ReadonlyArray<SurveyRow>,
  nameOf: (row: SurveyRow) => ReturnType<typeof nameWords>
): Element | null => {
  if (plan.link === undefined && plan.gates.length === 0) return null
  const firm = (depends: boolean) => (depends ? h("small", null, label("sampling")) : null)
  const leaders = new Map(plan.leaders.map(({ id, name }) => [id, name]))
  return part(
    "links",
    table(
      [
        { heading: label("unit") },
        ...(plan.link === undefined ? [] : [{ heading: label("scoreAndRange"), number: true }]),
        ...plan.gates.map(({ name }) => ({ heading: nameWords(name) }))
      ],
      figuresIn(rows).map((row) => [
        nameOf(row),
        ...(plan.link === undefined ? [] : [row.linked === undefined ? label("none") : linkedOf(row.linked)]),
        ...plan.gates.map(({ id }) => {
          const gate = row.gates.find((one) => one.gate === id)
          return gate === undefined
            ? label("none")
            : [label(gate.passed ? "passed" : "failed"), firm(gate.dependsOnSampling)]
        })
      ])
    ),
    figures.leaders.length === 0
      ? null
      : [
          h("h3", null, label("leaders")),
          table(
            [{ heading: label("leader") }, { heading: label("scoreAndRange"), number: true }],
            figures.leaders.map(({ leader, score }) => [
              nameWords(leaders.get(leader) ?? leader),
              score === undefined ? label("none") : linkedOf(score)
            ])
          )
        ]
  )
}

const bases = { valid: "baseValid", returned: "baseReturned", issued: "baseIssued", due: "baseDue" } as const

const formula = ({ plan, figures }: SurveyReport): Element => {
  const { name, base, source } = figures.formula
  const line = (key: Label, value: ComponentChildren): Element =>
    h("div", null, h("dt", null, label(key)), h("dd", null, value))
  return part(
    "formula",
    h(
      "dl",
      null,
      line("formulaName", nameWords(name)),
      line("base", label(bases[base])),
      source === undefined ? null : line("source", source),
      line("confidence", formatExact(plan.level)),
      line("minimum", String(plan.minimum))
    ),
    h("p", { class: "note below" }, label("noError"))
  )
}

const summary = ({ figures: { overall } }: SurveyReport): Element => {
  const remark = remarkOn(overall)
  return h(
    "p",
    { class: "summary" },
    label("overall"),
    " ",
    overall._tag === "Figure" ? h("b", null, percentOf(overall.rate)) : label("withheld"),
    overall._tag === "Figure" ? [" (", label("returned"), ` ${overall.returned})`] : null,
    overall._tag === "Figure" && overall.previous !== undefined
      ? [" · ", label("previous"), ` ${percentOf(overall.previous)}`]
      : null,
    overall._tag === "Withheld" || remark === undefined ? null : [" · ", toldInBoth(remark)]
  )
}

/** The page on a survey. */
export const surveyPage = (report: SurveyReport, language: Language): Element => {
  const { title, plan, figures } = report
  const rows = byRate(figures.units)
  const nameIn = namesIn(report)
  const nameOf = (row: SurveyRow) => (row === figures.overall ? allUnits : nameIn(row.subject))
  const words = (row: SurveyRow) => nameWords(nameOf(row))
  const bars = choiceBars(plan, [figures.overall, ...rows], nameOf)
  return document(
    language,
    plain(textIn(title, language)),
    h(
      "header",
      null,
      h("div", { class: "top" }, h("p", { class: "kind" }, label("kind")), switchOfLanguages()),
      h("h1", null, nameWords(title))
    ),
    summary(report),
    rates(report, rows, words),
    bars.length === 0 ? null : part("choices", bars),
    links(report, rows, words),
    counts(report, rows, words),
    formula(report)
  )
}
