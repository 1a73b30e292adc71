import { formatExact, hashOf } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { Formula } from "../Formula.ts"
import type { Questionnaire } from "../Questionnaire.ts"

const encodeFormula = Schema.encodeSync(Formula)

/** Equal where scales, questions, formula, base, groups and frame are: names and sources do not matter. */
export const comparabilityKey = (questionnaire: Questionnaire, formula: Formula): string => {
  const { id: _, name, source, ...figures } = encodeFormula(formula)
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1)
  const scales = questionnaire.scales.map(({ id, choices }) => ({
    id,
    choices: choices.map((choice) => ({ id: choice.id, kind: choice.kind }))
  }))
  return hashOf({
    frame: questionnaire.frame,
    scales: scales.toSorted(byId),
    questions: questionnaire.questions.map(({ id, scale }) => ({ id, scale })).toSorted(byId),
    groups: questionnaire.groups.map(({ id }) => id).toSorted(),
    formula: JSON.parse(JSON.stringify({ ...figures, fullMarks: formatExact(formula.fullMarks) }))
  })
}
