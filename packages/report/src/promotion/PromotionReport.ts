import type { CalendarDate, Text, Unit } from "@zhengyou/core"
import type { Ledger, PromotionRound, PromotionRules } from "@zhengyou/promotion"

/**
 * Everything that a report of a round of promotion speaks of (晋级评审结果).
 *
 * **Details**
 *
 * `units` gives the names: a unit that is not among them goes by its id. `from` and `asOf` are the days that the round was decided with. Without a
 * ledger nothing is said of problems.
 */
export interface PromotionReport {
  readonly title: Text
  readonly rules: PromotionRules
  readonly units: ReadonlyArray<Unit>
  readonly round: PromotionRound
  readonly from: CalendarDate
  readonly asOf: CalendarDate
  readonly ledger?: Ledger
}
