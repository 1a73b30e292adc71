import { type Exact, isSameExact, type Text } from "@zhengyou/core"
import { type Outcome, type PanelScore, type RuleBook, scores } from "@zhengyou/grading"
import type { ComponentChildren } from "preact"
import { inFull, placesFor, withPlaces } from "../internal/numbers.ts"
import { conversionOf, type WorkedRow, workedRows } from "../internal/working.ts"
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

/** A heading or a criterion as it stands under its headings: an em space for each. */
const nodeCell = (
  depth: number,
  { name, maximum, weight }: { readonly name: Text; readonly maximum?: Exact; readonly weight: Exact }
): ComponentChildren => [
  "\u2003".repeat(depth),
  nameWords(name),
  maximum === undefined ? null : h("small", null, words({ _tag: "OutOf", maximum, weight }))
]

const rowOf = (book: RuleBook, row: WorkedRow, places: number): ReadonlyArray<ComponentChildren> => {
  if ("group" in row) return [nodeCell(row.depth, row.group), ...book.panels.map(() => null), null]
  return criterionRow(book, row, places)
}

const criterionRow = (
  book: RuleBook,
  { depth, criterion, scored }: Exclude<WorkedRow, { readonly group: unknown }>,
  places: number
): ReadonlyArray<ComponentChildren> => [
  nodeCell(depth, criterion),
  ...book.panels.map((panel) =>
    scores(panel, criterion.id)
      ? panelCell(
          scored.panels.find((one) => one.panel === panel.id),
          places
        )
      : "–"
  ),
  scored.score === undefined ? words({ _tag: "NoScore" }) : h("b", null, withPlaces(scored.score, places))
]

/** The totals of the panels, where each makes one. */
const panelTotals = (
  book: RuleBook,
  totals: ReadonlyArray<PanelScore>,
  places: number
): ReadonlyArray<ReadonlyArray<ComponentChildren>> =>
  totals.length === 0
    ? []
    : [
        [
          words({ _tag: "PanelTotal" }),
          ...book.panels.map(({ id }) =>
            panelCell(
              totals.find((one) => one.panel === id),
              places
            )
          ),
          null
        ]
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
  if (!("scores" in outcome) || outcome.scores.length === 0) return null
  const worked = workedRows(book, outcome)
  const conversion = conversionOf(book, worked)
  const shown = [...outcome.scores.flatMap((one) => [one, ...one.panels]), ...outcome.panels]
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
      [...worked.map((one) => rowOf(book, one, places)), ...panelTotals(book, outcome.panels, places)],
      "scores"
    ),
    conversion === undefined || !("total" in outcome)
      ? null
      : h("p", { class: "note" }, words({ _tag: "Scaled", ...conversion })),
    totalLines(outcome)
  )
}
