export {
  type CheckPromotionLawsOptions,
  checkPromotionLaws,
  promotionSetting
} from "./promotion/checkPromotionLaws.ts"
export { describePromotionLaws } from "./promotion/describePromotionLaws.ts"
export { caseTalesFor } from "./promotion/generators/caseTales.ts"
export { ledgerTales } from "./promotion/generators/ledgerTales.ts"
export { movesFor } from "./promotion/generators/moves.ts"
export { registerTalesFor } from "./promotion/generators/registerTales.ts"
export { roundsFor } from "./promotion/generators/rounds.ts"
export { anyPromotionRules } from "./promotion/generators/rules.ts"
export { promotionLaws } from "./promotion/laws.ts"
export { type PromotionEngine, promotionEngine } from "./promotion/PromotionEngine.ts"
export type {
  CaseStep,
  CaseTale,
  LedgerStep,
  PromotionLaw,
  PromotionLawCase,
  PromotionMove,
  PromotionSetting
} from "./promotion/PromotionLaw.ts"
