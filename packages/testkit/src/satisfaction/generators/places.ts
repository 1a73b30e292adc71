import type { Id } from "@zhengyou/core"
import type { Choice, Question, Questionnaire } from "@zhengyou/satisfaction"

/** A box of ballots about a subject, and whether they are those of its own people, which do not count. */
export interface Place {
  readonly subject: Id
  readonly box: Id
  readonly group: Id
  readonly isOwn: boolean
}

/** The boxes that may hold ballots about a subject: those of the groups that may rate it, and of their parts. */
export const placesOf = ({ groups }: Questionnaire, subject: Id): ReadonlyArray<Place> =>
  groups
    .filter(({ subjects }) => subjects?.includes(subject) !== false)
    .flatMap(({ id, parts }) => [
      { subject, box: id, group: id, isOwn: false },
      ...(parts ?? []).map((part) => ({ subject, box: part.id, group: id, isOwn: part.unit === subject }))
    ])

/** The choices that a question offers, the best first. */
export const choicesOf = ({ scales }: Questionnaire, { scale }: Question): ReadonlyArray<Choice> =>
  scales.find(({ id }) => id === scale)?.choices ?? []
