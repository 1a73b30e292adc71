import { betterHelps, upOrDown } from "./laws/book.ts"
import { caseByRules, grantedFirst, ownCase } from "./laws/cases.ts"
import { closedUntilReopened, noShortCut, ownWork } from "./laws/ledgers.ts"
import {
  addingNeverAdmits,
  conditionsMet,
  nothingElseAsked,
  reviewByRules,
  stepsWithin,
  timesKept
} from "./laws/moves.ts"
import { fromInForce, historyStands, tableReconciles, unitsConserved } from "./laws/registers.ts"
import { replay } from "./laws/replay.ts"
import { listOrder, roundByRules } from "./laws/rounds.ts"
import type { PromotionLaw } from "./PromotionLaw.ts"

/** All laws of promotion, those about the rules first: see each one's `says`. */
export const promotionLaws: ReadonlyArray<PromotionLaw> = [
  betterHelps,
  upOrDown,
  stepsWithin,
  conditionsMet,
  timesKept,
  nothingElseAsked,
  addingNeverAdmits,
  reviewByRules,
  unitsConserved,
  tableReconciles,
  fromInForce,
  historyStands,
  ownWork,
  closedUntilReopened,
  noShortCut,
  caseByRules,
  grantedFirst,
  ownCase,
  roundByRules,
  listOrder,
  replay
]
