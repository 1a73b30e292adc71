import { type Fault, type Id, mergeTallies, type ReturnedCount, type Tally } from "@zhengyou/core"
import * as Result from "effect/Result"
import { TallyInvalid, type TallyProblem } from "./errors.ts"
import { type AnswerColumn, type Counts, countColumns } from "./internal/countColumns.ts"
import { boxesOf } from "./internal/vetTally.ts"
import type { Questionnaire } from "./Questionnaire.ts"

/**
 * Ballots as columns (按列存放的测评票), a row for each ballot, for millions of them.
 *
 * **Details**
 *
 * `subjects` and `groups` hold places, from 0, in the questionnaire's subjects and in {@link ballotGroups}; `answers` has a column for each question by its id,
 * with 1 for the first choice of its scale and so on, and 0 where the question is left blank.
 */
export interface BallotColumns {
  readonly subjects: Uint16Array
  readonly groups: Uint8Array
  readonly answers: Readonly<Record<Id, Uint8Array>>
}

/** The ids of a questionnaire's boxes of ballots, in the order that {@link BallotColumns} numbers them: each group, and its parts after it. */
export const ballotGroups = (questionnaire: Questionnaire): ReadonlyArray<Id> => [...boxesOf(questionnaire).keys()]

type Faults = Array<Fault<TallyProblem>>

/** Every row whose code is not below a bound. */
const codeFaults = (column: Uint8Array | Uint16Array, below: number, path: Fault<TallyProblem>["path"]): Faults => {
  const faults: Faults = []
  column.forEach((code, i) => {
    if (code >= below) faults.push({ path: [...path, i], problem: { _tag: "UnknownCode", code, last: below - 1 } })
  })
  return faults
}

const lengthFaults = (columns: BallotColumns): Faults => {
  const expected = columns.subjects.length
  const named: ReadonlyArray<readonly [Fault<TallyProblem>["path"], number]> = [
    [["groups"], columns.groups.length],
    ...Object.entries(columns.answers).map(([id, { length }]) => [["answers", id], length] as const)
  ]
  return named.flatMap(([path, found]) =>
    found === expected ? [] : [{ path, problem: { _tag: "OtherLength" as const, found, expected } }]
  )
}

const unknownQuestions = (questionnaire: Questionnaire, { answers }: BallotColumns): Faults => {
  const known = new Set(questionnaire.questions.map(({ id }) => id))
  return Object.keys(answers).flatMap((question) =>
    known.has(question)
      ? []
      : [{ path: ["answers", question], problem: { _tag: "UnknownQuestion" as const, question } }]
  )
}

type MayRate = (cell: Pick<ReturnedCount, "subject" | "group">) => boolean

/** Whether a group rates a subject; a group that is not there is no matter of this. */
const ratingRights = (questionnaire: Questionnaire): MayRate => {
  const rated = new Map(
    [...boxesOf(questionnaire)].map(([id, { group }]) => [id, group.subjects && new Set(group.subjects)])
  )
  return ({ subject, group }) => rated.get(group)?.has(subject) !== false
}

/** Every ballot of a group about a subject that the group does not rate. */
const strayFaults = (
  { subjects }: Questionnaire,
  columns: BallotColumns,
  groups: ReadonlyArray<Id>,
  mayRate: MayRate
): Faults => {
  const faults: Faults = []
  columns.groups.forEach((box, i) => {
    const [group, subject] = [groups[box], subjects[columns.subjects[i] ?? 0]]
    if (group === undefined || subject === undefined || mayRate({ subject, group })) return
    faults.push({ path: ["subjects", i], problem: { _tag: "MayNotRate", group, subject } })
  })
  return faults
}

interface Asked extends AnswerColumn {
  readonly id: Id
  readonly choices: ReadonlyArray<Id>
}

/** The questions that have a column. */
const askedIn = ({ questions, scales }: Questionnaire, { answers }: BallotColumns): ReadonlyArray<Asked> =>
  questions.flatMap(({ id, scale }) => {
    const column = Object.hasOwn(answers, id) ? answers[id] : undefined
    const choices = scales.find((one) => one.id === scale)?.choices.map((choice) => choice.id) ?? []
    return column === undefined ? [] : [{ id, choices, column, most: choices.length }]
  })

/** The counts as a tally, which leaves out counts of nought. */
const tallyFrom = (
  { subjects }: Questionnaire,
  groups: ReadonlyArray<Id>,
  asked: ReadonlyArray<Asked>,
  { returned, chosen }: Counts
): Tally => {
  const cells = subjects.flatMap((subject) => groups.map((group) => ({ subject, group })))
  return mergeTallies({
    returned: cells.map((cell, i) => ({ ...cell, ballots: returned[i] ?? 0 })),
    choices: asked.flatMap(({ id, choices, most }, q) =>
      cells.flatMap((cell, i) =>
        choices.map((choice, k) => ({
          ...cell,
          question: id,
          choice,
          ballots: chosen[q]?.[i * (most + 1) + k + 1] ?? 0
        }))
      )
    )
  })
}

/**
 * Counts ballots that lie in columns (按列计票), as {@link countBallots} counts them one by one.
 *
 * **When to use**
 *
 * For millions of ballots that a host already holds as numbers. Tokens are not looked at: use `countBallots` or a ballot box where there are some.
 *
 * **Refusals**
 *
 * `TallyInvalid` with every fault: codes out of range, subjects that a group does not rate, columns of other lengths, unknown questions.
 *
 * @example
 * ```ts
 * import { countBallotColumns, scalePresets } from "@zhengyou/satisfaction"
 * import { Result } from "effect"
 *
 * const [scale] = scalePresets
 * const questionnaire = {
 *   id: "style", frame: "staff", subjects: ["z01", "z02"], scales: [scale!],
 *   questions: [{ id: "overall", name: "总体", scale: scale!.id }], groups: [{ id: "staff", name: "教职工" }]
 * } as const
 * const columns = { subjects: Uint16Array.of(0, 0, 1), groups: Uint8Array.of(0, 0, 0), answers: { overall: Uint8Array.of(1, 1, 0) } }
 * const tally = Result.getOrThrow(countBallotColumns(questionnaire, columns))
 * tally.returned.map(({ ballots }) => ballots) // => [2, 1]
 * tally.choices.map(({ choice, ballots }) => [choice, ballots]) // => [["satisfied", 2]]
 * ```
 */
export const countBallotColumns = (
  questionnaire: Questionnaire,
  columns: BallotColumns
): Result.Result<Tally, TallyInvalid> => {
  const groups = ballotGroups(questionnaire)
  const shape = [...lengthFaults(columns), ...unknownQuestions(questionnaire, columns)]
  if (shape.length > 0) return Result.fail(new TallyInvalid({ faults: shape }))
  const asked = askedIn(questionnaire, columns)
  const mayRate = ratingRights(questionnaire)
  const counted = countColumns(columns, questionnaire.subjects.length, groups.length, asked)
  const tally = counted && tallyFrom(questionnaire, groups, asked, counted)
  if (tally?.returned.every(mayRate)) return Result.succeed(tally)
  const faults = [
    ...codeFaults(columns.subjects, questionnaire.subjects.length, ["subjects"]),
    ...codeFaults(columns.groups, groups.length, ["groups"]),
    ...strayFaults(questionnaire, columns, groups, mayRate),
    ...asked.flatMap(({ id, choices, column }) => codeFaults(column, choices.length + 1, ["answers", id]))
  ]
  return Result.fail(new TallyInvalid({ faults }))
}
