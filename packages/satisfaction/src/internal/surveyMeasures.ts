import { type Id, mergeTallies, type Tally } from "@zhengyou/core"
import * as Result from "effect/Result"
import { type PublishedTable, withhold } from "../disclosure.ts"
import type { TallyInvalid } from "../errors.ts"
import type { Formula } from "../Formula.ts"
import { measure } from "../measure.ts"
import type { Questionnaire } from "../Questionnaire.ts"
import type { Satisfaction } from "../Satisfaction.ts"
import type { SurveyPlan } from "../SurveyPlan.ts"
import { gathered } from "./gathered.ts"
import { boxesOf } from "./vetTally.ts"

/** All units as one, each ballot of a unit's own people left out. */
const overallOf = (questionnaire: Questionnaire, tally: Tally) => {
  const boxes = boxesOf(questionnaire)
  const asOne = <A extends { readonly subject: Id; readonly group: Id }>(cells: ReadonlyArray<A>): ReadonlyArray<A> =>
    cells.flatMap((cell) => {
      const box = boxes.get(cell.group)
      return box === undefined || box.unit === cell.subject
        ? []
        : [{ ...cell, subject: questionnaire.id, group: box.group.id }]
    })
  return {
    one: {
      ...questionnaire,
      subjects: [questionnaire.id] as const,
      groups: [groupOf(questionnaire.groups[0]), ...questionnaire.groups.slice(1).map(groupOf)] as const
    },
    asOne,
    tally: mergeTallies({ returned: asOne(tally.returned), choices: asOne(tally.choices) })
  }
}

const groupOf = ({ id, name }: Questionnaire["groups"][0]) => ({ id, name })

/** The figures of the units and of all together, and the ballots of units and groups that may be told. */
export interface Measures {
  readonly units: ReadonlyArray<Satisfaction>
  readonly overall: Satisfaction
  readonly shown: PublishedTable
}

/** Measures all units, and all together. */
export const measures = (plan: SurveyPlan, formula: Formula, tally: Tally): Result.Result<Measures, TallyInvalid> =>
  Result.gen(function* () {
    const { questionnaire, invited, minimum } = plan
    const units = yield* measure(questionnaire, formula, tally, invited)
    const whole = overallOf(questionnaire, tally)
    const sums = new Map<string, { subject: Id; group: Id; issued?: number; due?: number }>()
    for (const { group, issued, due } of whole.asOne(invited)) {
      const sum = sums.get(group) ?? { subject: questionnaire.id, group }
      if (issued !== undefined) sum.issued = (sum.issued ?? 0) + issued
      if (due !== undefined) sum.due = (sum.due ?? 0) + due
      sums.set(group, sum)
    }
    const overall = yield* measure(whole.one, formula, whole.tally, [...sums.values()])
    const counts = gathered(questionnaire, tally, [])
    const table = questionnaire.subjects.map((subject) =>
      questionnaire.groups.map(({ id }) => counts.get(subject)?.get(id)?.returned ?? 0)
    )
    // Counts that were measured are whole and not negative, so that the table is one.
    const shown = Result.getOrThrow(withhold(table, { minimum }))
    return {
      units,
      overall: overall[0] ?? {
        _tag: "NotMeasured",
        subject: questionnaire.id,
        reason: { _tag: "NothingReturned", subject: questionnaire.id }
      },
      shown
    }
  })
