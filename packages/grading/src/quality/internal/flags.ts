import { compareExact, dividedByUnsafe, type Exact, isSameExact, minus, one, times } from "@zhengyou/core"
import type { Criterion } from "../../Criterion.ts"
import { named } from "../../internal/named.ts"
import { sheetKey } from "../../Sheet.ts"
import type { QualityFlag } from "../QualityFlag.ts"
import type { SelfAppraisal } from "../SelfAppraisal.ts"
import { givenOn, inMarks, type PanelSheets, type ScoredSheet, scoreOn, sortedGroups } from "./panelSheets.ts"

/** Self-appraisals that lie above the other panels by more than a limit. */
export const highSelfAppraisals = (
  appraisals: ReadonlyArray<SelfAppraisal>,
  limit: Exact
): ReadonlyArray<QualityFlag> =>
  appraisals.flatMap((one): ReadonlyArray<QualityFlag> => {
    if (one._tag === "NotComparable" || compareExact(one.gap, limit) <= 0) return []
    const { unit, panel, self, others, gap } = one
    return [{ _tag: "SelfAppraisalHigh", unit, panel, self, others, gap, limit }]
  })

/** Cells in which the raters of a panel differ by more than a share of the criterion's maximum. */
export const ratersApart = (one: PanelSheets, limit: Exact): ReadonlyArray<QualityFlag> =>
  one.criteria.flatMap((criterion) =>
    sortedGroups(givenOn(one, criterion), ({ unit }) => unit).flatMap(([unit, cell]): ReadonlyArray<QualityFlag> => {
      const sorted = cell.map(({ score }) => score).toSorted(compareExact)
      const [least, most] = [sorted[0], sorted.at(-1)]
      if (least === undefined || most === undefined) return []
      const [lowest, highest] = [inMarks(least, one.parts), inMarks(most, one.parts)]
      const { maximum } = criterion
      if (compareExact(minus(highest, lowest), times(limit, maximum)) <= 0) return []
      const where = { unit, panel: named(one.panel), criterion: named(criterion), scored: cell.length }
      return [{ _tag: "RatersApart", ...where, lowest, highest, maximum, limit }]
    })
  )

const allEqual = (numbers: ReadonlyArray<Exact>): boolean => {
  const [first] = numbers
  return first !== undefined && numbers.every((x) => isSameExact(x, first))
}

const straightLine = ({ panel, criteria }: PanelSheets, sheet: ScoredSheet): ReadonlyArray<QualityFlag> => {
  const scored = criteria.flatMap((criterion: Criterion) => {
    const score = scoreOn(sheet, criterion)
    return score === undefined ? [] : [{ score, share: dividedByUnsafe(score, criterion.maximum) }]
  })
  if (scored.length < 2) return []
  const sameShare = allEqual(scored.map(({ share }) => share))
  const sameScore = allEqual(scored.map(({ score }) => score))
  if (!sameShare && !sameScore) return []
  const full = scored.every(({ share }) => isSameExact(share, one))
  const pattern = full ? "full" : sameScore ? "sameScore" : "sameShare"
  const { unit, rater } = sheet
  return [{ _tag: "StraightLined", unit, panel: named(panel), rater, scored: scored.length, pattern }]
}

/** Sheets of several criteria that do not tell any of them apart. */
export const straightLined = (one: PanelSheets): ReadonlyArray<QualityFlag> =>
  sortedGroups(one.sheets, sheetKey).flatMap(([, sheets]) => sheets.flatMap((sheet) => straightLine(one, sheet)))
