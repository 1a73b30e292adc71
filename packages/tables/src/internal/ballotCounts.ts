import { type ChoiceCount, mergeTallies, type ReturnedCount, type Tally } from "@zhengyou/core"
import { trimCell } from "../Cell.ts"
import type { Row, Table } from "../Table.ts"
import { type BallotNames, cellOf, type Matchers, matchersOf, recordsIn } from "./ballotNames.ts"
import { requiredId, requiredName } from "./fields.ts"
import type { Header, Layout } from "./header.ts"
import { headerKey, shown } from "./names.ts"
import { type Faults, isBlank, soundCell } from "./reader.ts"

/** A row for each count. */
export const counts: Layout = {
  required: ["unit", "voters", "question", "choice", "count"],
  optional: [],
  hasItems: false
}

const countLimit = 100_000_000
const returnedWords = new Set(["收回", "收回票数", "收回票", "returned"])

const countOf = (row: Row, header: Header, faults: Faults): number | undefined => {
  const at = header.at.get("count") ?? -1
  const cell = soundCell(row, at, false, faults)
  if (cell === undefined) return undefined
  const text = trimCell(cell.text.normalize("NFKC"))
  const count = /^\d{1,9}$/.test(text) && cell.kind !== "date" ? Number(text) : Number.NaN
  if (count <= countLimit) return count
  faults.add(
    isBlank(cell) ? { _tag: "Blank" } : { _tag: "NotACount", found: shown(cell.text), maximum: countLimit },
    row.number,
    at
  )
  return undefined
}

interface CountRow {
  readonly subject: string
  readonly group: string
  readonly question?: string
  readonly choice?: string
  readonly ballots: number
  readonly row: number
}

/** A row of counts: how often a choice was made, or how many ballots came in. */
const countRow = (
  row: Row,
  header: Header,
  names: BallotNames,
  find: Matchers,
  faults: Faults
): CountRow | undefined => {
  const cell = cellOf(row, header, names, find, faults)
  const ballots = countOf(row, header, faults)
  const choiceText = requiredName(row, header, "choice", faults)
  if (choiceText !== undefined && returnedWords.has(headerKey(choiceText))) {
    return cell === undefined || ballots === undefined ? undefined : { ...cell, ballots, row: row.number }
  }
  const question = requiredId(row, header, "question", find.question, faults)
  const choice =
    question === undefined ? undefined : requiredId(row, header, "choice", find.choices.get(question), faults)
  if (cell === undefined || ballots === undefined || question === undefined || choice === undefined) return undefined
  return { ...cell, question, choice, ballots, row: row.number }
}

/** Reads counts; a count that is at fault makes the whole table so. */
export const countsRead = (table: Table, header: Header, names: BallotNames, faults: Faults): Tally => {
  const find = matchersOf(names)
  const seen = new Map<string, number>()
  const stated = new Map<string, CountRow>()
  const answers = new Map<string, Map<string, number>>()
  const choices: Array<ChoiceCount> = []
  for (const row of recordsIn(table, header, find, faults)) {
    const read = countRow(row, header, names, find, faults)
    if (read === undefined) continue
    const { subject, group, question, choice, ballots } = read
    const key = JSON.stringify([subject, group, question, choice])
    const first = seen.get(key)
    if (first !== undefined) {
      const columns = question === undefined ? (["unit", "voters", "choice"] as const) : counts.required.slice(0, 4)
      faults.add({ _tag: "Duplicate", columns, rows: [first, row.number] }, row.number)
      continue
    }
    seen.set(key, row.number)
    const cell = JSON.stringify([subject, group])
    const sums = answers.get(cell) ?? new Map<string, number>()
    answers.set(cell, sums)
    if (question === undefined || choice === undefined) stated.set(cell, read)
    else {
      sums.set(question, (sums.get(question) ?? 0) + ballots)
      choices.push({ subject, group, question, choice, ballots })
    }
  }
  const returned = [...answers].map(([cell, sums]): ReturnedCount => {
    const [subject = "", group = ""]: ReadonlyArray<string> = JSON.parse(cell)
    const most = Math.max(0, ...sums.values())
    const given = stated.get(cell)
    if (given !== undefined && given.ballots < most) {
      const problem = { _tag: "FewerThanAnswers", returned: given.ballots, answers: most } as const
      faults.add(problem, given.row, header.at.get("count"))
    }
    return { subject, group, ballots: given?.ballots ?? most }
  })
  return mergeTallies({ returned, choices })
}
