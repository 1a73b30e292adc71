import { closedUntilReopened, noShortCut, ownWork } from "./laws/ledgers.ts"
import { addingNeverAdmits, conditionsMet, nothingElseAsked, stepsWithin, timesKept } from "./laws/moves.ts"
import { fromInForce, historyStands, tableReconciles, unitsConserved } from "./laws/registers.ts"
import type { PromotionLaw } from "./PromotionLaw.ts"

/** All laws of promotion: see each one's `says`. */
export const promotionLaws: ReadonlyArray<PromotionLaw> = [
  stepsWithin,
  conditionsMet,
  timesKept,
  nothingElseAsked,
  addingNeverAdmits,
  unitsConserved,
  tableReconciles,
  fromInForce,
  historyStands,
  ownWork,
  closedUntilReopened,
  noShortCut
]
