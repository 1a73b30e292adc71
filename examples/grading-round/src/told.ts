import { type Language, render, type Text } from "@zhengyou/core"
import { type Completeness, type Grading, gradingTextEn, gradingTextZhCN, type Plan } from "@zhengyou/grading"
import { Console } from "effect"
import { changesBetween, figuresOf } from "./figures.ts"
import type { RecordedRound, Tell } from "./round.ts"
import { strictTitle } from "./story.ts"
import { say } from "./texts.ts"

type Names = ReadonlyArray<{ readonly id: string; readonly name: Text }>

const nameOf = (names: Names, id: string): Text => names.find((one) => one.id === id)?.name ?? id

/** Who has not scored what. */
const gapLines = ({ sheets, outstanding }: Completeness, plan: Plan, language: Language): ReadonlyArray<string> => [
  say({ _tag: "Collected", sheets, outstanding: outstanding.length }, language),
  ...outstanding.map(({ unit, panel, rater, criteria }) => {
    const on = plan.book.criteria.filter(({ id }) => criteria.includes(id)).map(({ name }) => name)
    const by = rater ?? panel
    const all = on.length === plan.book.criteria.length
    return say({ _tag: "Lacking", unit: nameOf(plan.units, unit), rater: by, on: all ? "all" : on }, language)
  })
]

/** Tells each step on the error stream as it is done, and who has not scored when the sheets are sealed. */
export const tellOn =
  (language: Language): Tell =>
  (step, before, state) => {
    const done = say({ _tag: "Done", step: step.done, before }, language)
    const gaps = state.phase === "sealed" ? gapLines(state.completeness, state.plan, language) : []
    return Console.error([done, ...gaps].join("\n"))
  }

/** The figures of the round, who would fall under the strict book and why, and the receipt. */
export const closingLines = (
  { state, grading, head }: RecordedRound,
  strict: Grading,
  language: Language
): ReadonlyArray<string> => {
  const fallen = changesBetween(grading, strict)
  return [
    say({ _tag: "Published", figures: figuresOf(state.plan.book, grading) }, language),
    "",
    say(
      { _tag: "StrictHead", title: strictTitle, seats: strict.quotas[0]?.seats ?? 0, fallen: fallen.length },
      language
    ),
    ...fallen.map(({ unit, reason }) =>
      say(
        {
          _tag: "Falls",
          unit: nameOf(state.plan.units, unit),
          reason: render(language === "en" ? gradingTextEn : gradingTextZhCN, reason)
        },
        language
      )
    ),
    "",
    say({ _tag: "Receipt", result: grading.receipt.result, version: head.version, head: head.hash }, language)
  ]
}
