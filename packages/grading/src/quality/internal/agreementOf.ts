import { sum, times } from "@zhengyou/core"
import { groupBy } from "../../internal/groupBy.ts"
import { named } from "../../internal/named.ts"
import type { PanelAgreement } from "../Agreement.ts"
import { alphaOf } from "./alphaOf.ts"
import { intraclassOf } from "./intraclassOf.ts"
import { type Given, givenOn, type PanelSheets } from "./panelSheets.ts"

/** The weighted totals of the sheets on which every criterion of the panel has a score. */
const totals = (one: PanelSheets): ReadonlyArray<Given> => {
  const weighted = one.criteria.flatMap((criterion) =>
    givenOn(one, criterion).map((given) => ({ ...given, score: times(criterion.weight, given.score) }))
  )
  const bySheet = groupBy(weighted, ({ unit, rater }) => JSON.stringify([unit, rater]))
  return [...bySheet.values()].flatMap((scores) => {
    const [first] = scores
    if (first === undefined || scores.length < one.criteria.length) return []
    return [{ ...first, score: sum(scores.map(({ score }) => score)) }]
  })
}

/** How far the raters of a panel agree, on each criterion and in all. */
export const agreementOf = (one: PanelSheets): PanelAgreement => {
  const coefficients = (given: ReadonlyArray<Given>) => ({
    alpha: alphaOf(given),
    intraclass: intraclassOf(given, one.parts)
  })
  return {
    panel: named(one.panel),
    total: coefficients(totals(one)),
    criteria: one.criteria.map((criterion) => ({
      criterion: named(criterion),
      ...coefficients(givenOn(one, criterion))
    }))
  }
}
