import type { Id, Tally } from "@zhengyou/core"
import type { Questionnaire } from "../Questionnaire.ts"
import type { Invited } from "../Satisfaction.ts"
import { boxesOf } from "./vetTally.ts"

/** What came in about a subject from one group. */
interface GroupCounts {
  returned: number
  issued: number | undefined
  due: number | undefined
  readonly choices: Map<Id, Map<Id, number>>
}

/** What came in about a subject by group. */
export type SubjectCounts = Map<Id, GroupCounts>

/** Adds what is known; nothing where nothing is. */
export const add = (a: number | undefined, b: number | undefined): number | undefined =>
  b === undefined ? a : (a ?? 0) + b

/** The counts by subject and group, a unit's own people left out. */
export const gathered = (
  questionnaire: Questionnaire,
  tally: Tally,
  invited: ReadonlyArray<Invited>
): ReadonlyMap<Id, SubjectCounts> => {
  const boxes = boxesOf(questionnaire)
  const subjects = new Map<Id, SubjectCounts>(questionnaire.subjects.map((id) => [id, new Map()]))
  const countsOf = (subject: Id, boxId: Id): GroupCounts | undefined => {
    const box = boxes.get(boxId)
    const groups = subjects.get(subject)
    if (box === undefined || groups === undefined || box.unit === subject) return undefined
    const counts = groups.get(box.group.id) ?? { returned: 0, issued: undefined, due: undefined, choices: new Map() }
    groups.set(box.group.id, counts)
    return counts
  }
  for (const { subject, group, ballots } of tally.returned) {
    const counts = countsOf(subject, group)
    if (counts !== undefined) counts.returned += ballots
  }
  for (const { subject, group, issued, due } of invited) {
    const counts = countsOf(subject, group)
    if (counts === undefined) continue
    counts.issued = add(counts.issued, issued)
    counts.due = add(counts.due, due)
  }
  for (const { subject, group, question, choice, ballots } of tally.choices) {
    const choices = countsOf(subject, group)?.choices
    const inQuestion = choices?.get(question) ?? new Map<Id, number>()
    inQuestion.set(choice, (inQuestion.get(choice) ?? 0) + ballots)
    choices?.set(question, inQuestion)
  }
  return subjects
}
