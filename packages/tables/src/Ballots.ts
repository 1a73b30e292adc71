import { mergeTallies, type Tally } from "@zhengyou/core"
import * as Result from "effect/Result"
import { faultLimit, type TableFault, type TableFaults } from "./errors.ts"
import { counts, countsRead } from "./internal/ballotCounts.ts"
import type { BallotNames } from "./internal/ballotNames.ts"
import { findHeader } from "./internal/header.ts"
import { headerKey, matcher } from "./internal/names.ts"
import { collectFaults } from "./internal/reader.ts"
import { type BallotRow, ballotsRead, single, tallyIn } from "./internal/singleBallots.ts"
import type { Table } from "./Table.ts"

export type { BallotNames, QuestionNamed, VotersNamed } from "./internal/ballotNames.ts"
export type { BallotRow } from "./internal/singleBallots.ts"

/** Ballots as they were read: the counts, the ballots where each has a row, and the faults of those that were left out. */
export interface ReadBallots {
  readonly tally: Tally
  readonly ballots: ReadonlyArray<BallotRow>
  readonly leftOut: ReadonlyArray<TableFault>
}

/** The first faults, with a last one that counts the rest. */
const limited = (first: TableFault, rest: ReadonlyArray<TableFault>): TableFaults => {
  const more = rest.length + 1 - faultLimit
  if (more <= 0) return [first, ...rest]
  const { file } = first
  return [first, ...rest.slice(0, faultLimit - 1), { file, problem: { _tag: "MoreFaults", count: more } }]
}

/**
 * Reads ballots (测评票) from a table: either counts, or one row for each ballot.
 *
 * **Details**
 *
 * Counts have columns 单位、群体、题目、选项、票数; a row whose 选项 is 收回 states how many ballots came in, which otherwise is the largest number of answers to
 * a question. Single ballots have columns 单位、群体, one for each question, and where there is one 凭证; a blank cell leaves its question
 * out (弃权). Single ballots with faults are left out and listed for `"leaveOut"`; counts with faults are always refused, since nobody knows what they should
 * have been.
 *
 * **Refusals**
 *
 * Every fault with its row and column: among them an unknown unit, group, question or choice, a count that is none, a token used twice.
 *
 * @example
 * ```ts
 * import { readBallots, readTable } from "@zhengyou/tables"
 * import { Result } from "effect"
 *
 * const bytes = new TextEncoder().encode("单位,群体,题目,选项,票数\n教务处,学生,总体,满意,93\n教务处,学生,总体,不满意,7\n教务处,学生,,收回,104\n")
 * const names = {
 *   units: [{ id: "jwc", name: "教务处" }],
 *   groups: [{ id: "students", name: "学生" }],
 *   questions: [{ id: "overall", name: "总体", choices: [{ id: "yes", name: "满意" }, { id: "no", name: "不满意" }] }]
 * }
 * const read = readTable(bytes, { file: "ballots.csv", kind: "csv" }).pipe(
 *   Result.flatMap((table) => readBallots(table, names, "refuse"))
 * )
 * Result.getOrThrow(read).tally.returned // => [{ subject: "jwc", group: "students", ballots: 104 }]
 * ```
 */
export const readBallots = (
  table: Table,
  names: BallotNames,
  faulty: "refuse" | "leaveOut"
): Result.Result<ReadBallots, TableFaults> => {
  const faults = collectFaults(table)
  const items = { entries: names.questions, match: matcher("question", names.questions, headerKey) }
  const header = findHeader(table, [counts, single], items, "question", faults)
  if (header === undefined) return faults.orElse(() => ({ tally: mergeTallies(), ballots: [], leftOut: [] }))
  if (header.layout === counts) {
    const tally = countsRead(table, header, names, faults)
    return faults.orElse(() => ({ tally, ballots: [], leftOut: [] }))
  }
  const read = ballotsRead(table, header, names, faults)
  const whole = faults.orElse(() => read)
  const ofTable = Result.isFailure(whole) ? whole.failure : []
  const [first, ...rest] = faulty === "refuse" ? [...ofTable, ...read.leftOut] : ofTable
  return first === undefined
    ? Result.succeed({ tally: tallyIn(read.ballots), ...read })
    : Result.fail(limited(first, rest))
}
