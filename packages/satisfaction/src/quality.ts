import { dividedByUnsafe, type Exact, exactUnsafe, type Id, minus, one, sum, times } from "@zhengyou/core"
import * as Result from "effect/Result"
import type { BoxedBallot } from "./ballots.ts"
import { NotEstimable } from "./errors.ts"
import type { Formula } from "./Formula.ts"
import type { Questionnaire } from "./Questionnaire.ts"

const count = (n: number): Exact => ({ n: BigInt(n), d: 1n })

/** The sum of squares about the mean, times the number of values: whole where the values are, and the same for both sides of a ratio. */
const spread = (values: ReadonlyArray<Exact>): Exact => {
  const total = sum(values)
  return minus(times(count(values.length), sum(values.map((x) => times(x, x)))), times(total, total))
}

/** How far the questions of a scale measure one thing, and from how many complete ballots that was seen. */
export interface ScaleReliability {
  readonly alpha: Exact
  readonly ballots: number
  readonly questions: number
}

/**
 * Cronbach's alpha of complete answers (克隆巴赫系数), a row for each ballot, exact.
 *
 * **Details**
 *
 * 1 where the questions differ by no more than a constant; below nought where they move against each other. A high alpha says that the questions agree,
 * not that they measure satisfaction.
 *
 * **Refusals**
 *
 * `NotEstimable` for fewer than two questions or ballots, rows of different lengths, and sums that do not differ.
 *
 * @example
 * ```ts
 * import { exactUnsafe, formatRounded } from "@zhengyou/core"
 * import { cronbachAlpha } from "@zhengyou/satisfaction"
 * import { Result } from "effect"
 *
 * // Shrout and Fleiss (1979), table 2: six targets, four judges, for whom they give .91.
 * const rows = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
 * const { alpha } = Result.getOrThrow(cronbachAlpha(rows.map((row) => row.map((x) => exactUnsafe(x)))))
 * formatRounded(alpha, { mode: "halfExpand", digits: 2 }) // => "0.91"
 * ```
 */
export const cronbachAlpha = (
  rows: ReadonlyArray<ReadonlyArray<Exact>>
): Result.Result<ScaleReliability, NotEstimable> => {
  const refuse = (reason: NotEstimable["reason"]) => Result.fail(new NotEstimable({ reason }))
  const questions = rows[0]?.length ?? 0
  if (rows.length === 0) return refuse("noAnswers")
  if (rows.length === 1) return refuse("oneAnswer")
  if (questions < 2) return refuse("oneQuestion")
  if (rows.some((row) => row.length !== questions)) return refuse("notACount")
  const total = spread(rows.map((row) => sum(row)))
  if (total.n === 0n) return refuse("noVariation")
  const items = sum(Array.from({ length: questions }, (_, q) => spread(rows.flatMap((row) => row[q] ?? []))))
  const alpha = times({ n: BigInt(questions), d: BigInt(questions - 1) }, minus(one, dividedByUnsafe(items, total)))
  return Result.succeed({ alpha, ballots: rows.length, questions })
}

/** The points of a ballot's answers in the order of the questions; nothing where one is left out or is no opinion. */
const pointsOf = (questionnaire: Questionnaire, formula: Formula) => {
  const worth = new Map(
    questionnaire.questions.map(({ id, scale }) => {
      const rated = questionnaire.scales.find((one) => one.id === scale)?.choices.filter(({ kind }) => kind === "rated")
      return [
        id,
        new Map(
          rated?.map((choice) => [
            choice.id,
            formula.points === "marks" ? exactUnsafe(choice.id) : formula.points[choice.id]
          ])
        )
      ]
    })
  )
  return ({ answers }: BoxedBallot): ReadonlyArray<Exact> | undefined => {
    const points = questionnaire.questions.flatMap(({ id }) => {
      const choice = Object.hasOwn(answers, id) ? answers[id] : undefined
      return (choice === undefined ? undefined : worth.get(id)?.get(choice)) ?? []
    })
    return points.length === questionnaire.questions.length ? points : undefined
  }
}

/** Something about ballots that a person should look at; no ballot is left out for it. */
export type BallotFlag =
  | { readonly _tag: "StraightLined"; readonly group: Id; readonly ballots: number; readonly of: number }
  | { readonly _tag: "AlikeInARow"; readonly at: number; readonly ballots: number; readonly group: Id }

/** What may be looked for: how many ballots in a row must be alike in everything to be flagged. */
export interface FlagLimits {
  readonly alikeInARow: number
}

const answersKey = ({ subject, group, answers }: BoxedBallot): string =>
  JSON.stringify([subject, group, Object.entries(answers).toSorted(([a], [b]) => (a < b ? -1 : 1))])

/**
 * The reliability of a questionnaire, and what looks like ballots that nobody thought about (异常提示).
 *
 * **Details**
 *
 * Alpha is of the ballots that answer every question with an opinion. `StraightLined` counts, for each group, the complete ballots that give one and the
 * same answer to all of at least three questions (一律同选); `AlikeInARow` names where ballots of a subject and group with the same answers follow each other,
 * as copied ones do. Both may be honest: they are shown to the organiser and change nothing. Ballots know no voter, so how far single raters agree
 * cannot be told from them.
 */
export const ballotQuality = (
  questionnaire: Questionnaire,
  formula: Formula,
  ballots: ReadonlyArray<BoxedBallot>,
  limits: FlagLimits
): {
  readonly reliability: Result.Result<ScaleReliability, NotEstimable>
  readonly flags: ReadonlyArray<BallotFlag>
} => {
  const pointsIn = pointsOf(questionnaire, formula)
  const rows = ballots.flatMap((ballot) => {
    const points = pointsIn(ballot)
    return points === undefined ? [] : [{ ballot, points }]
  })
  const complete = new Map<Id, { of: number; straight: number }>()
  for (const { ballot } of rows) {
    const seen = complete.get(ballot.group) ?? { of: 0, straight: 0 }
    seen.of += 1
    if (new Set(Object.values(ballot.answers)).size === 1) seen.straight += 1
    complete.set(ballot.group, seen)
  }
  const straight = [...complete].flatMap(
    ([group, { of, straight: same }]): ReadonlyArray<BallotFlag> =>
      same === 0 || questionnaire.questions.length < 3 ? [] : [{ _tag: "StraightLined", group, ballots: same, of }]
  )
  return {
    reliability: cronbachAlpha(rows.map(({ points }) => points)),
    flags: [...straight, ...runsOf(ballots, limits)]
  }
}

/** Ballots that follow each other and are alike, where there are as many as the limit. */
const runsOf = (ballots: ReadonlyArray<BoxedBallot>, { alikeInARow }: FlagLimits): ReadonlyArray<BallotFlag> => {
  const flags: Array<BallotFlag> = []
  const keys = ballots.map(answersKey)
  for (let at = 0, end = 0; at < ballots.length; at = end) {
    while (end < ballots.length && keys[end] === keys[at]) end += 1
    const group = ballots[at]?.group
    if (group !== undefined && end - at >= Math.max(2, alikeInARow))
      flags.push({ _tag: "AlikeInARow", at, ballots: end - at, group })
  }
  return flags
}
