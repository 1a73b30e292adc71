import { type CalendarDate, daysBetween, type Id } from "@zhengyou/core"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import type { LedgerEvent } from "./LedgerEvent.ts"
import type { EntryStatus, Problem, Rectification } from "./Problem.ts"

/** One line of the ledger (台账): a problem in one unit, with everything that was planned and who worked on it. */
export interface LedgerEntry {
  readonly problem: Id
  readonly unit: Id
  readonly status: EntryStatus
  readonly opened: CalendarDate
  /** The plans so far, the one in force last. */
  readonly plans: ReadonlyArray<Rectification>
  /** Everybody who owned, started, reported or submitted: none of them may verify. */
  readonly doers: ReadonlyArray<Id>
  /** The days on which it was opened again. */
  readonly reopened: ReadonlyArray<CalendarDate>
  readonly closed?: CalendarDate
}

/** The ledger of problems (整改台账). */
export interface Ledger {
  readonly problems: HashMap.HashMap<Id, Problem>
  readonly entries: HashMap.HashMap<string, LedgerEntry>
}

/** A ledger without problems. */
export const emptyLedger: Ledger = { problems: HashMap.empty(), entries: HashMap.empty() }

const keyOf = (problem: Id, unit: Id): string => JSON.stringify([problem, unit])

/** The problem of an id, or nothing. */
export const problemOf = (ledger: Ledger, problem: Id): Problem | undefined =>
  Option.getOrUndefined(HashMap.get(ledger.problems, problem))

/** The line of a problem in a unit, or nothing. */
export const entryOf = (ledger: Ledger, problem: Id, unit: Id): LedgerEntry | undefined =>
  Option.getOrUndefined(HashMap.get(ledger.entries, keyOf(problem, unit)))

/** Every line of the ledger. */
export const entriesOf = (ledger: Ledger): ReadonlyArray<LedgerEntry> => Array.from(HashMap.values(ledger.entries))

/** The lines of one unit that are not closed. */
export const openEntriesOf = (ledger: Ledger, unit: Id): ReadonlyArray<LedgerEntry> =>
  entriesOf(ledger).filter((entry) => entry.unit === unit && entry.status !== "closed")

/** How many units a problem has, and in how many it is closed; it is closed as a whole when it is closed in all. */
export const problemProgress = (ledger: Ledger, problem: Id): { readonly units: number; readonly closed: number } => {
  const units = problemOf(ledger, problem)?.units ?? []
  const closed = units.filter((unit) => entryOf(ledger, problem, unit)?.status === "closed")
  return { units: units.length, closed: closed.length }
}

/** A line that is not closed, with its deadline and the days left; negative when it is overdue. */
export interface DueEntry {
  readonly entry: LedgerEntry
  readonly due: CalendarDate | undefined
  readonly daysLeft: number | undefined
}

/** The lines that are not closed by deadline, the longest overdue first and those without a plan last. */
export const entriesByDeadline = (ledger: Ledger, today: CalendarDate): ReadonlyArray<DueEntry> =>
  entriesOf(ledger)
    .filter(({ status }) => status !== "closed")
    .map((entry) => {
      const due = entry.status === "opened" ? undefined : entry.plans.at(-1)?.deadline.due
      return { entry, due, daysLeft: due === undefined ? undefined : daysBetween(today, due) }
    })
    .toSorted((a, b) => {
      const [left, right] = [a, b].map(({ due, entry }) => `${due ?? "~"} ${entry.problem} ${entry.unit}`)
      return (left ?? "") < (right ?? "") ? -1 : 1
    })

const withDoer = ({ doers }: LedgerEntry, doer: Id): ReadonlyArray<Id> =>
  doers.includes(doer) ? doers : [...doers, doer]

const reopen = ({ closed: _, ...entry }: LedgerEntry, on: CalendarDate): LedgerEntry => ({
  ...entry,
  status: "opened",
  reopened: [...entry.reopened, on]
})

const after = (entry: LedgerEntry, event: Exclude<LedgerEvent, { _tag: "ProblemOpened" }>): LedgerEntry => {
  switch (event._tag) {
    case "RectificationPlanned": {
      const { rectification } = event
      const status = entry.status === "opened" ? "planned" : entry.status
      return { ...entry, status, plans: [...entry.plans, rectification], doers: withDoer(entry, rectification.owner) }
    }
    case "RectificationStarted":
      return { ...entry, status: "inProgress", doers: withDoer(entry, event.by) }
    case "ProgressRecorded":
      return { ...entry, doers: withDoer(entry, event.by) }
    case "RectificationSubmitted":
      return { ...entry, status: "submitted", doers: withDoer(entry, event.by) }
    case "RectificationClosed":
      return { ...entry, status: "closed", closed: event.on }
    case "RectificationSentBack":
      return { ...entry, status: "inProgress" }
    case "ProblemReopened":
      return reopen(entry, event.on)
  }
}

/** The ledger after an event; an event that cannot follow leaves it as it is. */
export const evolveLedger = (ledger: Ledger, event: LedgerEvent): Ledger => {
  if (event._tag === "ProblemOpened") {
    const { problem, on } = event
    if (problemOf(ledger, problem.id) !== undefined) return ledger
    const entries = problem.units.reduce(
      (so, unit) =>
        HashMap.set(so, keyOf(problem.id, unit), {
          problem: problem.id,
          unit,
          status: "opened",
          opened: on,
          plans: [],
          doers: [],
          reopened: []
        }),
      ledger.entries
    )
    return { problems: HashMap.set(ledger.problems, problem.id, problem), entries }
  }
  const entry = entryOf(ledger, event.problem, event.unit)
  if (entry === undefined) return ledger
  return { ...ledger, entries: HashMap.set(ledger.entries, keyOf(event.problem, event.unit), after(entry, event)) }
}
