import type { GradingLaw } from "./GradingLaw.ts"
import { capsByTotal, capsHold, seatsCounted, seatsFilled } from "./laws/caps.ts"
import {
  bandsInOrder,
  boundIncluded,
  levelByDefinition,
  oneComparison,
  reasonsLead,
  totalByDefinition
} from "./laws/definition.ts"
import { absenceNeverHelps, missingIsNotZero, unknownWaits } from "./laws/missing.ts"
import { benefitsHelp, monotone, vetoDominance } from "./laws/order.ts"
import { adjustmentCap, recusal, trimsOnlyAbove, voidSheets } from "./laws/panels.ts"
import { ineligibleAside, moreSeats, ranks, tiesAlike } from "./laws/places.ts"
import { continuity, scaleInvariance, unanimity, weightHomogeneity, zeroWeight } from "./laws/proportion.ts"
import { bookOrder, independence, names, replay, rowOrder, saveAndLoad } from "./laws/symmetry.ts"
import { whyNotFlips } from "./laws/whyNot.ts"

/** All laws, those about the book first: see each one's `says`. */
export const laws: ReadonlyArray<GradingLaw> = [
  monotone,
  benefitsHelp,
  absenceNeverHelps,
  totalByDefinition,
  levelByDefinition,
  boundIncluded,
  oneComparison,
  bandsInOrder,
  reasonsLead,
  whyNotFlips,
  unanimity,
  weightHomogeneity,
  zeroWeight,
  scaleInvariance,
  continuity,
  missingIsNotZero,
  unknownWaits,
  vetoDominance,
  trimsOnlyAbove,
  recusal,
  voidSheets,
  adjustmentCap,
  rowOrder,
  names,
  bookOrder,
  independence,
  saveAndLoad,
  replay,
  seatsCounted,
  capsHold,
  seatsFilled,
  capsByTotal,
  tiesAlike,
  moreSeats,
  ineligibleAside,
  ranks
]
