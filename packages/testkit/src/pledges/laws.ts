import { absenceNeverHelps, evaluationWithin, keptCountedOnce } from "./laws/evaluation.ts"
import { keptOnEvidence, noOwnJudge, nothingUnreviewed, totalLifecycle } from "./laws/lifecycle.ts"
import { historyStays, overdueByCalendar, storedAndRead } from "./laws/record.ts"
import { copyFound, findingsPoint, repairedIsSound, requiredIsMissed } from "./laws/review.ts"
import { rollUpBounds, rollUpContinuous, rollUpNested, rollUpOrder, rollUpProportions } from "./laws/rollUp.ts"
import { workingDaysCounted } from "./laws/time.ts"
import type { PledgeLaw } from "./PledgeLaw.ts"

/** All laws of pledges, those about the policy first: see each one's `says`. */
export const pledgeLaws: ReadonlyArray<PledgeLaw> = [
  absenceNeverHelps,
  totalLifecycle,
  nothingUnreviewed,
  noOwnJudge,
  keptOnEvidence,
  historyStays,
  overdueByCalendar,
  storedAndRead,
  repairedIsSound,
  copyFound,
  findingsPoint,
  requiredIsMissed,
  workingDaysCounted,
  evaluationWithin,
  keptCountedOnce,
  rollUpBounds,
  rollUpOrder,
  rollUpContinuous,
  rollUpProportions,
  rollUpNested
]
