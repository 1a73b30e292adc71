import { type Id, mergeTallies, type Tally } from "@zhengyou/core"
import type { Invited, Questionnaire } from "@zhengyou/satisfaction"
import fc from "fast-check"
import { seldom } from "../../internal/seldom.ts"
import type { SurveyCounts } from "../SatisfactionLaw.ts"
import { choicesOf, type Place, placesOf } from "./places.ts"

/** What one box holds about a subject: ballots that leave everything out, and some answers to each question. */
interface BoxParts {
  readonly blank: number
  readonly answers: ReadonlyArray<ReadonlyArray<readonly [choice: number, ballots: number]>>
  /** Ballots given out beyond those returned, and people beyond those given one. */
  readonly kept: number
  readonly unasked: number
  /** One ballot more came back than was given out. */
  readonly over: true | undefined
}

const boxParts = (questionnaire: Questionnaire, most: number): fc.Arbitrary<BoxParts> =>
  fc.record({
    blank: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(4) }),
    answers: fc.tuple(
      ...questionnaire.questions.map((question) =>
        fc.array(
          fc.tuple(
            fc.nat(Math.max(0, choicesOf(questionnaire, question).length - 1)),
            fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: most }))
          ),
          { maxLength: 4 }
        )
      )
    ),
    kept: fc.nat(9),
    unasked: fc.nat(9),
    over: seldom(fc.constant(true as const), 12)
  })

const tallyIn = (questionnaire: Questionnaire, { subject, box }: Place, parts: BoxParts): Tally => {
  const totals = parts.answers.map((counts) => counts.reduce((sum, [, ballots]) => sum + ballots, 0))
  return {
    returned: [{ subject, group: box, ballots: Math.max(0, ...totals) + parts.blank }],
    choices: questionnaire.questions.flatMap((question, q) =>
      (parts.answers[q] ?? []).map(([at, ballots]) => ({
        subject,
        group: box,
        question: question.id,
        choice: choicesOf(questionnaire, question)[at]?.id ?? "",
        ballots
      }))
    )
  }
}

/** Every box of the whole groups, the subject's own people, and at most two parts of others: questionnaires may have very many. */
const somePlaces = (questionnaire: Questionnaire, subject: Id): ReadonlyArray<Place> => {
  const places = placesOf(questionnaire, subject)
  const isPart = ({ box, group, isOwn }: Place) => box !== group && !isOwn
  return [...places.filter((place) => !isPart(place)), ...places.filter(isPart).slice(0, 2)]
}

const countsOfSubject = (questionnaire: Questionnaire, subject: Id, most: number): fc.Arbitrary<SurveyCounts> => {
  const places = somePlaces(questionnaire, subject)
  const part = boxParts(questionnaire, most)
  // One box in six has nothing about the subject.
  const present = fc.oneof(
    { withCrossShrink: true },
    { weight: 1, arbitrary: fc.constant(undefined) },
    { weight: 5, arbitrary: part }
  )
  return fc.tuple(...places.map(() => present)).map((boxes) => {
    const held = places.flatMap((place, i) => {
      const parts = boxes[i]
      return parts === undefined ? [] : [{ place, parts, tally: tallyIn(questionnaire, place, parts) }]
    })
    return {
      tally: mergeTallies(...held.map(({ tally }) => tally)),
      invited: held.map(({ place, parts, tally }): Invited => {
        const returned = tally.returned[0]?.ballots ?? 0
        const issued = parts.over === true && returned > 0 ? returned - 1 : returned + parts.kept
        return { subject, group: place.box, issued, due: issued + parts.unasked }
      })
    }
  })
}

/**
 * What may come in for a given questionnaire (收回情况): counts of one subject or two, with the ballots issued and the people due.
 *
 * **Details**
 *
 * Nothing is filtered: `measure` takes each. Boxes without ballots, blank ballots and small counts are common; now and then more came
 * back than was given out.
 *
 * @example
 * ```ts
 * import { formulaPresets, measure, scalePresets } from "@zhengyou/satisfaction"
 * import { countsFor } from "@zhengyou/testkit/satisfaction"
 * import { Result } from "effect"
 * import fc from "fast-check"
 *
 * const questionnaire = {
 *   id: "style", frame: "staff", subjects: ["z01"], scales: [scalePresets[0]!],
 *   questions: [{ id: "overall", name: "总体", scale: "satisfied-3" }], groups: [{ id: "staff", name: "教职工" }]
 * } as const
 * fc.assert(
 *   fc.property(countsFor(questionnaire), ({ tally, invited }) =>
 *     formulaPresets.every((formula) => Result.isSuccess(measure(questionnaire, formula, tally, invited)))
 *   )
 * )
 * ```
 */
export const countsFor = (questionnaire: Questionnaire, most = 60): fc.Arbitrary<SurveyCounts> => {
  const subjects = fc.uniqueArray(fc.nat(questionnaire.subjects.length - 1), { minLength: 1, maxLength: 2 })
  return subjects.chain((at) =>
    fc.tuple(...at.map((i) => countsOfSubject(questionnaire, questionnaire.subjects[i] ?? "", most))).map((each) => ({
      tally: mergeTallies(...each.map(({ tally }) => tally)),
      invited: each.flatMap(({ invited }) => invited)
    }))
  )
}

/** The counts of one group that are the greatest of any subject: no smaller population can have given them. */
const greatestOf = (questionnaire: Questionnaire, { tally, invited }: SurveyCounts, group: Id): number =>
  Math.max(
    ...questionnaire.subjects.map((subject) => {
      const boxes = new Set(
        placesOf(questionnaire, subject).flatMap((place) => (place.group === group ? [place.box] : []))
      )
      const sumOf = (rows: ReadonlyArray<{ readonly subject: Id; readonly group: Id }>, of: (i: number) => number) =>
        rows.reduce((sum, row, i) => (row.subject === subject && boxes.has(row.group) ? sum + of(i) : sum), 0)
      return Math.max(
        sumOf(tally.returned, (i) => tally.returned[i]?.ballots ?? 0),
        sumOf(invited, (i) => invited[i]?.issued ?? 0),
        sumOf(invited, (i) => invited[i]?.due ?? 0)
      )
    })
  )

/**
 * Samples (抽样设计): how many people each group was drawn from to give such counts, from everybody was asked to one in three.
 *
 * **Details**
 *
 * A group may be left out, which means that it was drawn from many.
 */
export const populationsFor = (
  questionnaire: Questionnaire,
  counts: SurveyCounts
): fc.Arbitrary<ReadonlyMap<Id, number>> => {
  const greatest = questionnaire.groups.map(({ id }) => greatestOf(questionnaire, counts, id))
  const size = (n: number) =>
    fc.oneof(
      { weight: 1, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constant(n) },
      { weight: 2, arbitrary: fc.nat(2 * n + 1).map((more) => n + more) }
    )
  return fc
    .tuple(...greatest.map(size))
    .map(
      (sizes) =>
        new Map(questionnaire.groups.flatMap(({ id }, i) => (sizes[i] === undefined ? [] : [[id, sizes[i]] as const])))
    )
}
