export { type CheckPledgeLawsOptions, checkPledgeLaws, pledgeSetting } from "./pledges/checkPledgeLaws.ts"
export { describePledgeLaws } from "./pledges/describePledgeLaws.ts"
export { workCalendars } from "./pledges/generators/calendars.ts"
export { type Drafted, draftsFor, pledgesFor } from "./pledges/generators/drafts.ts"
export { pledgeHistoriesFor } from "./pledges/generators/histories.ts"
export { anyPledgePolicy } from "./pledges/generators/policies.ts"
export { contextOf } from "./pledges/generators/worlds.ts"
export { pledgeLaws } from "./pledges/laws.ts"
export { type PledgeEngine, pledgeEngine } from "./pledges/PledgeEngine.ts"
export type {
  PledgeCaseOf,
  PledgeHistory,
  PledgeLaw,
  PledgeLawCase,
  PledgeSetting,
  PledgeStep,
  PledgeWorld
} from "./pledges/PledgeLaw.ts"
