import { type Exact, exactUnsafe, type Id } from "@zhengyou/core"
import type { Formula, Questionnaire, TurnoutFloor } from "@zhengyou/satisfaction"
import fc from "fast-check"
import { present } from "../../internal/present.ts"
import { seldom } from "../../internal/seldom.ts"
import { choicesOf } from "./places.ts"

const fullMarks = 20

const whole = (n: number): Exact => exactUnsafe(n)
const weight = fc.constantFrom("1", "2", "0.4", "0.6", "1/3", "2/7", "0.1", "0.7").map(exactUnsafe)
const mode = fc.constantFrom("halfExpand", "floor", "ceil", "halfEven")
const rounding = fc.record({ mode, digits: fc.nat(3) })
const points = fc.nat(fullMarks)
const floorOf: fc.Arbitrary<TurnoutFloor> = fc
  .tuple(fc.constantFrom("issued", "due"), fc.constantFrom("1/2", "2/3", "1"), seldom(fc.constant(true), 3))
  .map(([of, atLeast, exceeded]) => ({ of, atLeast: exactUnsafe(atLeast), ...present("exceeded", exceeded) }))

/** A weight for some of some ids, one at the least. */
const weightsOf = (ids: ReadonlyArray<Id>): fc.Arbitrary<Readonly<Record<Id, Exact>>> =>
  fc
    .tuple(fc.tuple(...ids.map(() => seldom(weight, 2))), fc.nat(ids.length - 1), weight)
    .map(([weights, one, always]) =>
      Object.fromEntries(
        ids.flatMap((id, i) => {
          const given = weights[i] ?? (i === one ? always : undefined)
          return given === undefined ? [] : [[id, given]]
        })
      )
    )

/** The rated choices of all scales, the best first. */
const ratedIn = (questionnaire: Questionnaire): ReadonlyArray<Id> => [
  ...new Set(
    questionnaire.questions.flatMap((question) =>
      choicesOf(questionnaire, question).flatMap(({ id, kind }) => (kind === "rated" ? [id] : []))
    )
  )
]

/** Points that do not rise from the best choice to the worst. */
const pointsOf = (questionnaire: Questionnaire): fc.Arbitrary<Pick<Formula, "points" | "fullMarks">> => {
  const rated = ratedIn(questionnaire)
  if (rated.every((id) => /^\d{1,4}$/.test(id))) {
    return fc.constant({ points: "marks", fullMarks: whole(Math.max(fullMarks, ...rated.map(Number))) })
  }
  return fc.tuple(...rated.map(() => points)).map((drawn) => {
    const falling = drawn.toSorted((a, b) => b - a)
    return {
      points: Object.fromEntries(rated.map((id, i) => [id, whole(falling[i] ?? 0)])),
      fullMarks: whole(fullMarks)
    }
  })
}

/**
 * Formulas for a given questionnaire (满意度公式), by which a better answer never has fewer points: every base, trimming, weights, floors and roundings.
 *
 * @example
 * ```ts
 * import { measure } from "@zhengyou/satisfaction"
 * import { anyQuestionnaire, countsFor, formulaFor } from "@zhengyou/testkit/satisfaction"
 * import { Result } from "effect"
 * import fc from "fast-check"
 *
 * const surveys = anyQuestionnaire().chain((questionnaire) =>
 *   fc.record({ questionnaire: fc.constant(questionnaire), formula: formulaFor(questionnaire), counts: countsFor(questionnaire) })
 * )
 * fc.assert(
 *   fc.property(surveys, ({ questionnaire, formula, counts }) =>
 *     Result.isSuccess(measure(questionnaire, formula, counts.tally, counts.invited))
 *   )
 * )
 * ```
 */
export const formulaFor = (questionnaire: Questionnaire): fc.Arbitrary<Formula> => {
  const groups = questionnaire.groups.map(({ id }) => id)
  const floor = fc
    .record({
      turnout: seldom(floorOf, 2),
      ballots: seldom(fc.nat(9), 2),
      group: seldom(fc.nat(groups.length - 1), 2),
      of: floorOf
    })
    .map(({ turnout, ballots, group, of }) => ({
      ...present("turnout", turnout),
      ...present("ballots", ballots),
      ...present("groups", group === undefined ? undefined : { [groups[group] ?? ""]: of })
    }))
  return fc
    .record({
      worth: pointsOf(questionnaire),
      base: fc.constantFrom("valid", "returned", "issued", "due"),
      neutral: fc.oneof({ withCrossShrink: true }, fc.constant("excluded" as const), points.map(whole)),
      unanswered: points.map(whole),
      trim: seldom(
        fc.record({ share: fc.constantFrom("0.05", "1/5", "1/3").map(exactUnsafe), mode, moreThan: fc.nat(9) }),
        4
      ),
      groups: fc.oneof({ withCrossShrink: true }, fc.constant("pooled" as const), weightsOf(groups)),
      missingGroup: fc.constantFrom("renormalise", "block"),
      questions: seldom(weightsOf(questionnaire.questions.map(({ id }) => id)), 3),
      atGroup: seldom(rounding, 4),
      atQuestion: seldom(rounding, 4),
      atTotal: seldom(rounding, 4),
      floor: seldom(floor, 6),
      overReturned: fc.constantFrom("count", "void")
    })
    .map(
      ({ worth, trim, questions, floor, atGroup, atQuestion, atTotal, ...rest }): Formula => ({
        id: "formula",
        name: "formula",
        ...worth,
        ...rest,
        ...present("trim", trim),
        ...present("questions", questions),
        ...present("floor", floor),
        rounding: { ...present("group", atGroup), ...present("question", atQuestion), ...present("total", atTotal) }
      })
    )
}
