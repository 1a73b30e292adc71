import type { Id } from "@zhengyou/core"
import type { BoxedBallot, Questionnaire } from "@zhengyou/satisfaction"
import fc from "fast-check"
import { choicesOf, type Place, placesOf } from "./places.ts"

/** What a ballot says: a choice in each question, or none. */
const answersTo = (questionnaire: Questionnaire): fc.Arbitrary<Readonly<Record<Id, Id>>> =>
  fc
    .tuple(
      ...questionnaire.questions.map((question) => {
        const choices = choicesOf(questionnaire, question)
        return fc.nat(choices.length).map((code) => [question.id, choices[code - 1]?.id] as const)
      })
    )
    .map((said) =>
      Object.fromEntries(said.flatMap(([question, choice]) => (choice === undefined ? [] : [[question, choice]])))
    )

const ballotIn = (questionnaire: Questionnaire, places: ReadonlyArray<Place>): fc.Arbitrary<BoxedBallot> =>
  fc
    .tuple(fc.constantFrom(...places), answersTo(questionnaire))
    .map(([{ subject, box }, answers]) => ({ subject, group: box, answers }))

/**
 * Ballots of a given questionnaire (选票), few and blank ones first: every group about whom it may rate, also of a unit's own people.
 *
 * @example
 * ```ts
 * import { countBallots } from "@zhengyou/satisfaction"
 * import { anyQuestionnaire, ballotsFor } from "@zhengyou/testkit/satisfaction"
 * import { Result } from "effect"
 * import fc from "fast-check"
 *
 * const boxes = anyQuestionnaire().chain((questionnaire) => ballotsFor(questionnaire).map((ballots) => ({ questionnaire, ballots })))
 * fc.assert(fc.property(boxes, ({ questionnaire, ballots }) => Result.isSuccess(countBallots(questionnaire, ballots, "refuse"))))
 * ```
 */
export const ballotsFor = (questionnaire: Questionnaire, most = 12): fc.Arbitrary<ReadonlyArray<BoxedBallot>> => {
  const places = questionnaire.subjects.flatMap((subject) => placesOf(questionnaire, subject))
  return places.length === 0 ? fc.constant([]) : fc.array(ballotIn(questionnaire, places), { maxLength: most })
}
