import type { Text } from "@zhengyou/core"
import type { Choice, Question, SurveyFigure, SurveyPlan, SurveyRow } from "@zhengyou/satisfaction"
import { percentRow } from "@zhengyou/satisfaction"
import * as Result from "effect/Result"
import { nameWords } from "../html/bilingual.ts"
import { type Element, h } from "../html/element.ts"
import { toneAt } from "../html/levelMark.ts"

/** More choices than this cannot be told apart in a bar. */
const mostChoices = 7

const toneOf = (choice: Choice, rated: ReadonlyArray<Choice>): string => {
  const place = rated.indexOf(choice)
  return place < 0 ? "none" : toneAt(place, rated.length)
}

const choicesOf = ({ questionnaire }: SurveyPlan, question: Question): ReadonlyArray<Choice> =>
  questionnaire.scales.find(({ id }) => id === question.scale)?.choices ?? []

const bar = (row: SurveyFigure, question: Question, choices: ReadonlyArray<Choice>): Element | null => {
  const rated = choices.filter(({ kind }) => kind === "rated")
  const counts = choices.map(
    ({ id }) => row.choices.find((one) => one.question === question.id && one.choice === id)?.ballots ?? 0
  )
  const total = counts.reduce((a, b) => a + b, 0)
  const percents = percentRow(counts, 1, "largestRemainder")
  if (Result.isFailure(percents)) return null
  const starts = counts.map((_, i) => (100 * counts.slice(0, i).reduce((a, b) => a + b, 0)) / total)
  return h(
    "svg",
    { class: "stack", height: 22, "aria-hidden": "true" },
    choices.map((choice, i) => {
      const [start = 0, width = 0] = [starts[i], (100 * (counts[i] ?? 0)) / total]
      if (width === 0) return null
      return [
        h("rect", {
          class: `tone-${toneOf(choice, rated)}`,
          x: `${start.toFixed(3)}%`,
          width: `${width.toFixed(3)}%`,
          y: 2,
          height: 18
        }),
        width < 7
          ? null
          : h(
              "text",
              { class: "inside-bar", x: `${(start + width / 2).toFixed(3)}%`, y: 15, "text-anchor": "middle" },
              percents.success[i] ?? ""
            )
      ]
    })
  )
}

const legend = (choices: ReadonlyArray<Choice>): Element => {
  const rated = choices.filter(({ kind }) => kind === "rated")
  return h(
    "p",
    { class: "legend" },
    choices.map((choice) =>
      h(
        "span",
        null,
        h(
          "svg",
          { "aria-hidden": "true" },
          h("rect", { class: `tone-${toneOf(choice, rated)}`, width: 18, height: 10 })
        ),
        nameWords(choice.name)
      )
    )
  )
}

/** How the ballots chose in each question: a bar for all units and for each. */
export const choiceBars = (
  plan: SurveyPlan,
  rows: ReadonlyArray<SurveyRow>,
  nameOf: (row: SurveyRow) => Text
): ReadonlyArray<Element> =>
  plan.questionnaire.questions.flatMap((question) => {
    const choices = choicesOf(plan, question)
    if (choices.length > mostChoices) return []
    return [
      h(
        "div",
        { class: "stacks" },
        plan.questionnaire.questions.length === 1 ? null : h("h3", null, nameWords(question.name)),
        legend(choices),
        rows.flatMap((row, i) => {
          const drawn = row._tag === "Figure" ? bar(row, question, choices) : null
          if (drawn === null || row._tag !== "Figure") return []
          return [
            h(
              "div",
              { class: i === 0 ? "stack-row all" : "stack-row" },
              h("span", { class: "label" }, nameWords(nameOf(row))),
              drawn,
              h("span", { class: "num" }, String(row.returned))
            )
          ]
        })
      )
    ]
  })
