import type { CalendarDate, Id } from "@zhengyou/core"
import type { EntryStatus, Problem, Rectification } from "./Problem.ts"

/** One line of a ledger that is kept as a table: a problem in one unit, as it stands. */
export interface LedgerLine {
  readonly problem: Id
  readonly unit: Id
  readonly title: Problem["title"]
  /** Where it is left out, a problem of one unit is individual and one of several is common. */
  readonly kind?: Problem["kind"]
  readonly opened: CalendarDate
  /** The day on which it came back after it had been closed (反弹); the plan and the state are those since then. */
  readonly reopened?: CalendarDate
  readonly status: EntryStatus
  readonly plan?: Omit<Rectification, "deadline"> & { readonly due: CalendarDate }
  readonly closed?: CalendarDate
  readonly verifier?: Id
}
