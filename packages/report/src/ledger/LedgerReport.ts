import type { Unit } from "@zhengyou/core"
import type { Ledger } from "@zhengyou/promotion"

/** A ledger of problems to be shown, with the units for their names; a unit that is not among them goes by its id. */
export interface LedgerReport {
  readonly ledger: Ledger
  readonly units: ReadonlyArray<Unit>
}
