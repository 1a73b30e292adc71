import type { CalendarDate, Text } from "@zhengyou/core"
import type { ClaimCheck, MovementTable } from "@zhengyou/promotion"
import type { LedgerReport } from "../ledger/LedgerReport.ts"

/** What a page on the movements of levels shows: the accounts between two days, the sentences that were held against them, and the ledger. */
export interface MovementReport {
  readonly title: Text
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly table: MovementTable
  readonly claims: ReadonlyArray<ClaimCheck>
  /** The ledger of problems as it stands on the second day. */
  readonly ledger?: LedgerReport
}
