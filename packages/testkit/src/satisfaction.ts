export {
  type CheckSatisfactionLawsOptions,
  checkSatisfactionLaws,
  satisfactionSetting
} from "./satisfaction/checkSatisfactionLaws.ts"
export { describeSatisfactionLaws } from "./satisfaction/describeSatisfactionLaws.ts"
export { ballotsFor } from "./satisfaction/generators/ballots.ts"
export { countsFor, populationsFor } from "./satisfaction/generators/counts.ts"
export { formulaFor } from "./satisfaction/generators/formulas.ts"
export { anyQuestionnaire } from "./satisfaction/generators/questionnaires.ts"
export { countTables } from "./satisfaction/generators/tables.ts"
export { satisfactionLaws } from "./satisfaction/laws.ts"
export { type SatisfactionEngine, satisfactionEngine } from "./satisfaction/SatisfactionEngine.ts"
export type {
  SatisfactionCase,
  SatisfactionLaw,
  SatisfactionRules,
  SatisfactionSetting,
  SurveyCounts
} from "./satisfaction/SatisfactionLaw.ts"
