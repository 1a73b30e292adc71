import { type Id, type Language, render, type Text } from "@zhengyou/core"
import {
  type DecisionOutcome,
  DecisionOutcome as Outcomes,
  type PromotionDecision,
  promotionTextEn,
  promotionTextZhCN
} from "@zhengyou/promotion"
import type { PromotionReport } from "./PromotionReport.ts"
import { clearText } from "./texts.ts"

/** The names of a report's units. */
export const unitNamesOf = ({ units }: Pick<PromotionReport, "units">): ((unit: Id) => Text) => {
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return (unit) => names.get(unit) ?? unit
}

/** How many applications came to what. */
export const outcomeCounts = ({
  round: { decisions }
}: Pick<PromotionReport, "round">): ReadonlyArray<readonly [DecisionOutcome, number]> =>
  Outcomes.literals.map((one) => [one, decisions.filter(({ outcome }) => outcome === one).length])

/** Everything that speaks against a decision's move, or one text that says that nothing does. */
export const reasonTexts = ({ outcome, examination }: PromotionDecision, language: Language): ReadonlyArray<string> => {
  const { against, checked } = examination
  if (against.length === 0) return [clearText(outcome, checked.length, language)]
  return against.map((reason) => render(language === "en" ? promotionTextEn : promotionTextZhCN, reason))
}

/** The day from which a granted level is in force. */
export const inForceOf = ({ outcome, application: { decided, inForce = decided } }: PromotionDecision) =>
  outcome === "granted" ? inForce : undefined
