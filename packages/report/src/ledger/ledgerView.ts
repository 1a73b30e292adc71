import { type CalendarDate, daysBetween, type Id, type Text } from "@zhengyou/core"
import { type EntryStatus, entriesOf, type LedgerEntry, type Problem, type Rectification } from "@zhengyou/promotion"
import * as HashMap from "effect/HashMap"
import type { LedgerReport } from "./LedgerReport.ts"

/** How a line stands: its state, or that it is past its deadline. */
export type Standing = EntryStatus | "overdue"

/** Every standing, what presses most first. */
export const standings: ReadonlyArray<Standing> = ["overdue", "opened", "planned", "inProgress", "submitted", "closed"]

/** One line of the ledger as it is shown. */
export interface LedgerRow {
  readonly entry: LedgerEntry
  readonly problem: Problem
  readonly unit: Text
  readonly standing: Standing
  readonly plan?: Rectification
  /** Until the deadline, negative when it has passed; for lines that have a plan and are not closed. */
  readonly daysLeft?: number
}

/** A ledger made ready to be shown on a day. */
export interface LedgerView {
  readonly counts: ReadonlyMap<Standing, number>
  /** Lines that are not closed: units with what is longest overdue first, each unit's lines together. */
  readonly open: ReadonlyArray<LedgerRow>
  /** Closed lines by unit. */
  readonly closed: ReadonlyArray<LedgerRow>
  /** The lines of each problem, common problems first. */
  readonly problems: ReadonlyArray<{ readonly problem: Problem; readonly rows: ReadonlyArray<LedgerRow> }>
}

const urgency = ({ daysLeft = Number.MAX_SAFE_INTEGER }: LedgerRow): number => daysLeft

const groupedBy = <K>(
  rows: ReadonlyArray<LedgerRow>,
  key: (row: LedgerRow) => K
): ReadonlyArray<readonly [K, ReadonlyArray<LedgerRow>]> => {
  const groups = new Map<K, Array<LedgerRow>>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group === undefined) groups.set(key(row), [row])
    else group.push(row)
  }
  return [...groups]
}

/** Makes a ledger ready: lines by unit, what is overdue first. */
export const ledgerViewOf = ({ ledger, units }: LedgerReport, on: CalendarDate): LedgerView => {
  const places = new Map<Id, number>(units.map(({ id }, i) => [id, i]))
  const names = new Map(units.map(({ id, name }) => [id, name]))
  const place = (unit: Id): number => places.get(unit) ?? units.length
  const byUnit = (a: LedgerEntry, b: LedgerEntry): number => {
    if (a.unit !== b.unit) return place(a.unit) - place(b.unit) || (a.unit < b.unit ? -1 : 1)
    return a.problem < b.problem ? -1 : 1
  }
  const rows = entriesOf(ledger)
    .toSorted(byUnit)
    .flatMap((entry): ReadonlyArray<LedgerRow> => {
      const problem = HashMap.getUnsafe(ledger.problems, entry.problem)
      const plan = entry.status === "opened" ? undefined : entry.plans.at(-1)
      const unit = names.get(entry.unit) ?? entry.unit
      if (plan === undefined) return [{ entry, problem, unit, standing: entry.status }]
      if (entry.status === "closed") return [{ entry, problem, unit, standing: "closed", plan }]
      const daysLeft = daysBetween(on, plan.deadline.due)
      return [{ entry, problem, unit, standing: daysLeft < 0 ? "overdue" : entry.status, plan, daysLeft }]
    })
  const mostUrgent = (group: ReadonlyArray<LedgerRow>) =>
    group.reduce((least, row) => Math.min(least, urgency(row)), Number.MAX_SAFE_INTEGER)
  const open = groupedBy(
    rows.filter(({ standing }) => standing !== "closed"),
    ({ entry }) => entry.unit
  )
    .map(([, group]) => group.toSorted((a, b) => urgency(a) - urgency(b)))
    .toSorted((a, b) => mostUrgent(a) - mostUrgent(b))
  const kindOf = ({ kind }: Problem): number => (kind === "common" ? 0 : 1)
  return {
    counts: new Map(standings.map((one) => [one, rows.filter(({ standing }) => standing === one).length])),
    open: open.flat(),
    closed: rows.filter(({ standing }) => standing === "closed"),
    problems: groupedBy(rows, ({ problem }) => problem)
      .map(([problem, of]) => ({ problem, rows: of }))
      .toSorted((a, b) => kindOf(a.problem) - kindOf(b.problem) || (a.problem.id < b.problem.id ? -1 : 1))
  }
}
