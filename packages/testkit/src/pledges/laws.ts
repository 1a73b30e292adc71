import { keptOnEvidence, noOwnJudge, nothingUnreviewed, totalLifecycle } from "./laws/lifecycle.ts"
import type { PledgeLaw } from "./PledgeLaw.ts"

/** All laws of pledges, those about the policy first: see each one's `says`. */
export const pledgeLaws: ReadonlyArray<PledgeLaw> = [totalLifecycle, nothingUnreviewed, noOwnJudge, keptOnEvidence]
