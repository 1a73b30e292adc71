import { mergeTallies, type Tally } from "@zhengyou/core"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import { normalizeCell } from "../Cell.ts"
import type { TableFault } from "../errors.ts"
import type { Row, Table } from "../Table.ts"
import { type BallotNames, cellOf, matchersOf, recordsIn } from "./ballotNames.ts"
import { optionalName, orFault } from "./fields.ts"
import type { Header, Layout } from "./header.ts"
import type { Matcher } from "./names.ts"
import { collectFaults, type Faults, isBlank, soundCell } from "./reader.ts"
import { readIdentifier } from "./values.ts"

/** A row for each ballot. */
export const single: Layout = { required: ["unit", "voters"], optional: ["token"], hasItems: true }

/** One ballot, and the row of the table that it stands in. */
export interface BallotRow {
  readonly subject: string
  readonly group: string
  readonly answers: Readonly<Record<string, string>>
  readonly token?: string
  readonly row: number
}

/** What a ballot says to one question; a blank cell or a dash leaves it out. */
const answerIn = (row: Row, at: number, match: Matcher | undefined, faults: Faults): string | undefined => {
  const cell = soundCell(row, at, false, faults)
  if (cell === undefined || match === undefined || isBlank(cell)) return undefined
  const found = match(cell.text)
  if ("id" in found) return found.id
  if (Option.isNone(normalizeCell(cell.text))) return undefined
  if (orFault(readIdentifier(cell), row.number, at, faults) !== undefined) faults.add(found.problem, row.number, at)
  return undefined
}

/** The faults of one row, which are told or left out together. */
const rowFaults = (table: Table, header: Header): Faults => {
  const faults = collectFaults(table)
  faults.head(header.row)
  return faults
}

/** Reads ballots one by one; the faults of each are kept apart, so that the rest may be counted. */
export const ballotsRead = (
  table: Table,
  header: Header,
  names: BallotNames,
  faults: Faults
): { readonly ballots: ReadonlyArray<BallotRow>; readonly leftOut: ReadonlyArray<TableFault> } => {
  const find = matchersOf(names)
  const tokens = new Map<string, number>()
  const ballots: Array<BallotRow> = []
  const leftOut: Array<TableFault> = []
  for (const row of recordsIn(table, header, find, faults)) {
    const own = rowFaults(table, header)
    const cell = cellOf(row, header, names, find, own)
    const token = optionalName(row, header, "token", own)
    const answers = [...header.items].flatMap(([question, at]): ReadonlyArray<readonly [string, string]> => {
      const choice = answerIn(row, at, find.choices.get(question), own)
      return choice === undefined ? [] : [[question, choice]]
    })
    const first = token === undefined ? undefined : tokens.get(token)
    if (first !== undefined) own.add({ _tag: "Duplicate", columns: ["token"], rows: [first, row.number] }, row.number)
    else if (token !== undefined) tokens.set(token, row.number)
    const read = own.orElse(() => undefined)
    if (Result.isFailure(read)) for (const fault of read.failure) leftOut.push(fault)
    else if (cell !== undefined) {
      ballots.push({ ...cell, answers: Object.fromEntries(answers), ...(token && { token }), row: row.number })
    }
  }
  return { ballots, leftOut }
}

/** The counts of ballots. */
export const tallyIn = (ballots: ReadonlyArray<BallotRow>): Tally =>
  mergeTallies({
    returned: ballots.map(({ subject, group }) => ({ subject, group, ballots: 1 })),
    choices: ballots.flatMap(({ subject, group, answers }) =>
      Object.entries(answers).map(([question, choice]) => ({ subject, group, question, choice, ballots: 1 }))
    )
  })
