import { assert } from "@effect/vitest"
import { type Exact, formatRounded, type Tally } from "@zhengyou/core"
import {
  type Formula,
  formulaPresets,
  type Measured,
  measure,
  type Questionnaire,
  type Satisfaction
} from "@zhengyou/satisfaction"
import { Result } from "effect"

const rated = ["satisfied", "fairlySatisfied", "dissatisfied"] as const
const choices = [...rated, "unknown"] as const

export const questionnaire = {
  id: "style-2011",
  frame: "staff-and-students",
  subjects: ["z01", "z02"],
  scales: [
    {
      id: "four",
      choices: [
        { id: "satisfied", name: "满意", kind: "rated" },
        { id: "fairlySatisfied", name: "基本满意", kind: "rated" },
        { id: "dissatisfied", name: "不满意", kind: "rated" },
        { id: "unknown", name: "不了解", kind: "neutral" }
      ]
    }
  ],
  questions: [{ id: "overall", name: "总体评价", scale: "four" }],
  groups: [
    { id: "staff", name: "教职工", parts: [{ id: "staff-of-z01", unit: "z01" }] },
    { id: "students", name: "学生", subjects: ["z01"] }
  ]
} as const satisfies Questionnaire

/** A tally of one subject and group from its counts, in the order of {@link choices}; blank ballots come on top. */
export const tallyOfCounts = (
  counts: ReadonlyArray<number>,
  { subject = "z01", group = "staff", blank = 0 } = {}
): Tally => ({
  returned: [{ subject, group, ballots: counts.reduce((a, b) => a + b, 0) + blank }],
  choices: counts.flatMap((ballots, i) =>
    ballots === 0 ? [] : [{ subject, group, question: "overall", choice: choices[i] ?? "", ballots }]
  )
})

export const formulaOf = (id: string): Formula => {
  const formula = formulaPresets.find((preset) => preset.id === id)
  assert(formula !== undefined)
  return formula
}

export const first = (formula: Formula, tally: Tally, of: Questionnaire = questionnaire): Satisfaction => {
  const figure = Result.getOrThrow(measure(of, formula, tally, []))[0]
  assert(figure !== undefined)
  return figure
}

export const measured = (formula: Formula, tally: Tally, of: Questionnaire = questionnaire): Measured => {
  const figure = first(formula, tally, of)
  assert(figure._tag === "Measured")
  return figure
}

/** A share as a per cent with two places. */
export const percent = ({ n, d }: Exact): string => formatRounded({ n: n * 100n, d }, { mode: "halfExpand", digits: 2 })
