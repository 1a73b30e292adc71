import { type Ballot, type Fault, type Id, mergeTallies, type Tally, tallyOf } from "@zhengyou/core"
import * as Result from "effect/Result"
import { TallyInvalid, type TallyProblem } from "./errors.ts"
import { boxesOf } from "./internal/vetTally.ts"
import type { Questionnaire } from "./Questionnaire.ts"

/** A ballot with the box that it lay in, and its one-time token where there is one. */
export interface BoxedBallot extends Ballot {
  readonly group: Id
  readonly token?: string
}

/** What is done where ballots have faults: nothing is counted, or the rest is. */
export type FaultyBallots = "refuse" | "leaveOut"

/** Ballots counted, and the faults of those that were left out. */
export interface CountedBallots {
  readonly tally: Tally
  readonly leftOut: ReadonlyArray<Fault<TallyProblem>>
}

/** Finds fault with one ballot after another, remembering the tokens that were used. */
const vetter = (questionnaire: Questionnaire) => {
  const boxes = boxesOf(questionnaire)
  const subjects = new Set(questionnaire.subjects)
  const scales = new Map(
    questionnaire.scales.map(({ id, choices }) => [id, new Set(choices.map((choice) => choice.id))])
  )
  const choices = new Map(questionnaire.questions.map(({ id, scale }) => [id, scales.get(scale)]))
  const tokens = new Map<string, number>()
  return ({ subject, group, answers, token }: BoxedBallot, i: number): ReadonlyArray<Fault<TallyProblem>> => {
    const faults: Array<Fault<TallyProblem>> = []
    const fault = (path: Fault<TallyProblem>["path"], problem: TallyProblem) =>
      faults.push({ path: [i, ...path], problem })
    const box = boxes.get(group)
    if (!subjects.has(subject)) fault(["subject"], { _tag: "UnknownSubject", subject })
    if (box === undefined) fault(["group"], { _tag: "UnknownGroup", group })
    else if (subjects.has(subject) && box.group.subjects?.includes(subject) === false) {
      fault(["subject"], { _tag: "MayNotRate", group, subject })
    }
    for (const [question, choice] of Object.entries(answers)) {
      if (!choices.has(question)) fault(["answers", question], { _tag: "UnknownQuestion", question })
      else if (!choices.get(question)?.has(choice)) fault(["answers", question], { _tag: "UnknownChoice", choice })
    }
    if (token !== undefined) {
      const first = tokens.get(token)
      if (first === undefined) tokens.set(token, i)
      else fault(["token"], { _tag: "DuplicateToken", first })
    }
    return faults
  }
}

/**
 * Counts ballots one by one (计票): unknown choices, choices of another scale and tokens used twice are refused with their place.
 *
 * **Details**
 *
 * `"leaveOut"` counts the rest and lists what was left out; of ballots with one token the first is counted. It is said each time, so that nobody
 * leaves ballots out by default.
 *
 * **Refusals**
 *
 * `TallyInvalid` with every fault, for `"refuse"`.
 *
 * @example
 * ```ts
 * import { countBallots, scalePresets } from "@zhengyou/satisfaction"
 * import { Result } from "effect"
 *
 * const [scale] = scalePresets
 * const questionnaire = {
 *   id: "style", frame: "staff", subjects: ["z01"], scales: [scale!],
 *   questions: [{ id: "overall", name: "总体", scale: scale!.id }], groups: [{ id: "staff", name: "教职工" }]
 * } as const
 * const said = (choice: string, token: string) => ({ subject: "z01", group: "staff", answers: { overall: choice }, token })
 * const ballots = [said("satisfied", "t1"), said("great", "t2"), said("satisfied", "t1")]
 * Result.isFailure(countBallots(questionnaire, ballots, "refuse")) // => true
 * const { tally, leftOut } = Result.getOrThrow(countBallots(questionnaire, ballots, "leaveOut"))
 * tally.returned // => [{ subject: "z01", group: "staff", ballots: 1 }]
 * leftOut.map(({ path, problem }) => [path[0], problem._tag]) // => [[1, "UnknownChoice"], [2, "DuplicateToken"]]
 * ```
 */
export const countBallots = (
  questionnaire: Questionnaire,
  ballots: ReadonlyArray<BoxedBallot>,
  faulty: FaultyBallots
): Result.Result<CountedBallots, TallyInvalid> => {
  const faultsOf = vetter(questionnaire)
  const leftOut: Array<Fault<TallyProblem>> = []
  const boxes = new Map<Id, Array<Ballot>>()
  ballots.forEach((ballot, i) => {
    const faults = faultsOf(ballot, i)
    for (const fault of faults) leftOut.push(fault)
    if (faults.length > 0) return
    const box = boxes.get(ballot.group) ?? []
    box.push(ballot)
    boxes.set(ballot.group, box)
  })
  if (leftOut.length > 0 && faulty === "refuse") return Result.fail(new TallyInvalid({ faults: leftOut }))
  return Result.succeed({ tally: mergeTallies(...[...boxes].map(([group, inBox]) => tallyOf(group, inBox))), leftOut })
}
