import { readFileSync } from "node:fs"
import path from "node:path"
import { parseJson, type Unit, WorkCalendar } from "@zhengyou/core"
import { type PledgePolicy, parsePledgePolicy } from "@zhengyou/pledges"
import { type PledgeRow, readPledges, readRoster, readTable } from "@zhengyou/tables"
import { Result, Schema } from "effect"

/** A file of this example. */
export const fileAt = (name: string): string => path.join(import.meta.dirname, "..", name)

const jsonAt = (name: string): unknown => Result.getOrThrow(parseJson(readFileSync(fileAt(name), "utf8")))

const tableAt = (name: string) => readTable(readFileSync(fileAt(name)), { file: name, kind: "csv" })

/** The policy of the cycle. */
export const policy: PledgePolicy = Result.getOrThrow(parsePledgePolicy(jsonAt("policy.json")))

/** The holidays of 2012. */
export const calendar: WorkCalendar = Schema.decodeUnknownSync(WorkCalendar)(jsonAt("calendar.json"))

/** The units that have to pledge. */
export const roster: ReadonlyArray<Unit> = Result.getOrThrow(Result.flatMap(tableAt("roster.csv"), readRoster))

/** The pledges of a table: those of the year before speak of units by name. */
export const pledgesAt = (name: string): ReadonlyArray<PledgeRow> => {
  const { branch, unit, member } = policy.kinds
  const categories = { branch: branch.categories, unit: unit.categories, member: member.categories }
  const units = name === "drafts-2011.csv" ? {} : { units: roster }
  return Result.getOrThrow(Result.flatMap(tableAt(name), (table) => readPledges(table, { ...units, categories })))
}
