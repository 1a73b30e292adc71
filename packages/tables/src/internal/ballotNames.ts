import type { Named } from "@zhengyou/core"
import type { Row, Table } from "../Table.ts"
import { requiredId } from "./fields.ts"
import type { Header } from "./header.ts"
import { type Matcher, matcher } from "./names.ts"
import { type Faults, recordsOf } from "./reader.ts"

/** A group of voters, and the units that it may rate: all of them where none are named. */
export interface VotersNamed extends Named {
  readonly subjects?: ReadonlyArray<string>
}

/** A question with the choices that it offers. */
export interface QuestionNamed extends Named {
  readonly choices: ReadonlyArray<Named>
}

/** What a table of ballots may name. */
export interface BallotNames {
  readonly units: ReadonlyArray<Named>
  readonly groups: ReadonlyArray<VotersNamed>
  readonly questions: ReadonlyArray<QuestionNamed>
}

/** Finds what the cells of a table of ballots name. */
export interface Matchers {
  readonly unit: Matcher
  readonly voters: Matcher
  readonly question: Matcher
  readonly choices: ReadonlyMap<string, Matcher>
}

/** Makes the matchers of a table of ballots. */
export const matchersOf = ({ units, groups, questions }: BallotNames): Matchers => ({
  unit: matcher("unit", units),
  voters: matcher("voters", groups),
  question: matcher("question", questions),
  choices: new Map(questions.map(({ id, choices }) => [id, matcher("choice", choices)]))
})

/** Whose ballots a row is about, where the group may rate the unit. */
export const cellOf = (row: Row, header: Header, names: BallotNames, find: Matchers, faults: Faults) => {
  const subject = requiredId(row, header, "unit", find.unit, faults)
  const group = requiredId(row, header, "voters", find.voters, faults)
  if (subject === undefined || group === undefined) return undefined
  const voters = names.groups.find(({ id }) => id === group)
  if (voters?.subjects === undefined || voters.subjects.includes(subject)) return { subject, group }
  const unit = names.units.find((one) => one.id === subject)?.name ?? subject
  const { id, name } = voters
  faults.add(
    { _tag: "MayNotRate", voters: { id, name }, unit: { id: subject, name: unit } },
    row.number,
    header.at.get("voters")
  )
  return undefined
}

/** The rows that hold ballots or counts. */
export const recordsIn = (table: Table, header: Header, { unit }: Matchers, faults: Faults): ReadonlyArray<Row> =>
  recordsOf(table, header.row, header.at.get("unit") ?? -1, (text) => "id" in unit(text), faults)
