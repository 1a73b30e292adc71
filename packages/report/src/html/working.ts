import { isSameExact } from "@zhengyou/core"
import { type Outcome, type PanelScore, type RuleBook, scores } from "@zhengyou/grading"
import type { ComponentChildren } from "preact"
import { inFull, placesFor, withPlaces } from "../internal/numbers.ts"
import { conversionOf, type WorkedCriterion, workedCriteria } from "../internal/working.ts"
import type { ReportMessage } from "../texts/messages.ts"
import { nameWords, words } from "./bilingual.ts"
import { type Element, h } from "./element.ts"
import { table } from "./table.ts"

const panelCell = (panel: PanelScore | undefined, places: number): ComponentChildren => {
  if (panel === undefined) return "–"
  const { scored, counted, score, missing } = panel
  return [
    score === undefined ? words({ _tag: "NoScore" }) : withPlaces(score, places),
    h("small", null, words({ _tag: "PanelRaters", scored, counted: missing === undefined ? counted : scored }))
  ]
}

const rowOf = (
  book: RuleBook,
  { criterion, scored }: WorkedCriterion,
  places: number
): ReadonlyArray<ComponentChildren> => [
  [
    nameWords(criterion.name),
    h("small", null, words({ _tag: "OutOf", maximum: criterion.maximum, weight: criterion.weight }))
  ],
  ...book.panels.map((panel) =>
    scores(panel, criterion.id)
      ? panelCell(
          scored?.panels.find((one) => one.panel === panel.id),
          places
        )
      : "–"
  ),
  scored?.score === undefined ? words({ _tag: "NoScore" }) : h("b", null, withPlaces(scored.score, places))
]

const line = (name: ReportMessage, value: string): Element =>
  h("div", null, h("dt", null, words(name)), h("dd", null, value))

const totalLines = (outcome: Outcome): Element | null => {
  if (!("total" in outcome)) return null
  const { exact, decided } = outcome.total
  return h(
    "dl",
    null,
    line({ _tag: "ExactTotal" }, inFull(exact)),
    isSameExact(exact, decided) ? null : line({ _tag: "DecidedTotal" }, outcome.total.shown)
  )
}

/** How a unit's total comes about: criteria by panels with their scores and raters; nothing where nothing was scored. */
export const working = (book: RuleBook, outcome: Outcome): Element | null => {
  if (outcome._tag === "NotGraded" || outcome.scores.length === 0) return null
  const worked = workedCriteria(book, outcome)
  const conversion = conversionOf(book, worked)
  const shown = worked.flatMap(({ scored }) => (scored === undefined ? [] : [scored, ...scored.panels]))
  const places = placesFor(shown.flatMap(({ score }) => score ?? []))
  const panels = book.panels.map(({ name, weight }) => ({
    heading: [nameWords(name), h("small", null, words({ _tag: "PanelWeight", weight }))],
    number: true
  }))
  return h(
    "div",
    { class: "working" },
    h("h3", null, words({ _tag: "Working" })),
    table(
      [{ heading: words({ _tag: "Criterion" }) }, ...panels, { heading: words({ _tag: "Score" }), number: true }],
      worked.map((one) => rowOf(book, one, places)),
      "scores"
    ),
    conversion === undefined || !("total" in outcome)
      ? null
      : h("p", { class: "note" }, words({ _tag: "Scaled", ...conversion })),
    totalLines(outcome)
  )
}
