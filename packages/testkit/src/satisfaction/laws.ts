import { alikeStillUncertain } from "./laws/alike.ts"
import { betterNeverLowers } from "./laws/better.ts"
import { changeInInterval, swapNegates } from "./laws/change.ts"
import { columnsAsBallots, everyBallotOnce, mergedAsOnce } from "./laws/counting.ts"
import { rateByDefinition } from "./laws/definition.ts"
import { dontKnowAside, groupOrder, ownUnitAside } from "./laws/figures.ts"
import { confidenceWidens, estimateInInterval, moreNeverWiden } from "./laws/intervals.ts"
import { percentsClose, smallWithheld, withheldStaysHidden } from "./laws/publication.ts"
import type { SatisfactionLaw } from "./SatisfactionLaw.ts"

/** All laws of satisfaction, the one about the rules first: see each one's `says`. */
export const satisfactionLaws: ReadonlyArray<SatisfactionLaw> = [
  betterNeverLowers,
  rateByDefinition,
  dontKnowAside,
  ownUnitAside,
  groupOrder,
  everyBallotOnce,
  mergedAsOnce,
  columnsAsBallots,
  estimateInInterval,
  confidenceWidens,
  alikeStillUncertain,
  moreNeverWiden,
  changeInInterval,
  swapNegates,
  withheldStaysHidden,
  smallWithheld,
  percentsClose
]
