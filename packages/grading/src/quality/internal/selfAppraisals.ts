import { dividedByUnsafe, type Exact, type Id, minus, plus, times, zero } from "@zhengyou/core"
import { allLeaves } from "../../Criterion.ts"
import { named } from "../../internal/named.ts"
import { weighted } from "../../internal/panelScores.ts"
import { scoreUnit } from "../../internal/scoreUnit.ts"
import type { CriterionScore } from "../../Outcome.ts"
import type { Panel } from "../../Panel.ts"
import type { RuleBookShape } from "../../RuleBook.ts"
import type { Sheet } from "../../Sheet.ts"
import type { SelfAppraisal } from "../SelfAppraisal.ts"
import { sortedGroups } from "./panelSheets.ts"

/** The scores that panels really gave: one that stands in for a missing one says nothing of what a panel thinks. */
const givenScores = (score: CriterionScore): ReadonlyMap<Id, Exact> =>
  new Map(score.panels.flatMap((one) => (one.score && one.missing === undefined ? [[one.panel, one.score]] : [])))

const weightedMean = (panels: ReadonlyArray<Panel>, given: ReadonlyMap<Id, Exact>): Exact | undefined =>
  weighted(
    panels.flatMap(({ id, weight }) => {
      const score = given.get(id)
      return score === undefined ? [] : [{ weight, score }]
    })
  )

const selfAppraisal = (book: RuleBookShape, self: Panel, unit: Id, sheets: ReadonlyArray<Sheet>): SelfAppraisal => {
  const otherPanels = book.panels.filter(({ id }) => id !== self.id)
  const compared: Array<Id> = []
  let [own, others, possible] = [zero, zero, zero]
  const leaves = allLeaves(book.criteria)
  for (const [i, score] of scoreUnit(book, unit, leaves, sheets, []).scores.entries()) {
    const leaf = leaves[i]
    const given = givenScores(score)
    const ownScore = given.get(self.id)
    const othersScore = weightedMean(otherPanels, given)
    if (leaf === undefined || ownScore === undefined || othersScore === undefined) continue
    compared.push(leaf.criterion.id)
    own = plus(own, times(leaf.factor, ownScore))
    others = plus(others, times(leaf.factor, othersScore))
    possible = plus(possible, times(leaf.factor, leaf.criterion.maximum))
  }
  if (compared.length === 0) return { _tag: "NotComparable", unit, panel: named(self) }
  const scale = dividedByUnsafe(book.convertTo ?? book.fullMarks, possible)
  const totals = { self: times(own, scale), others: times(others, scale), gap: times(minus(own, others), scale) }
  return { _tag: "Compared", unit, panel: named(self), criteria: compared, ...totals }
}

/** The self-appraisal of every unit that has a sheet beside what the other panels gave. */
export const selfAppraisals = (
  book: RuleBookShape,
  sheets: ReadonlyArray<Sheet>,
  self: Panel
): ReadonlyArray<SelfAppraisal> =>
  sortedGroups(sheets, (sheet) => sheet.unit).map(([unit, own]) => selfAppraisal(book, self, unit, own))
