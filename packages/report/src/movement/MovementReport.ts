import type { CalendarDate, Text } from "@zhengyou/core"
import type { ClaimCheck, MovementTable } from "@zhengyou/promotion"

/** What a page on the movements of levels shows: the accounts between two days, and the sentences that were held against them. */
export interface MovementReport {
  readonly title: Text
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly table: MovementTable
  readonly claims: ReadonlyArray<ClaimCheck>
}
