import { dividedByUnsafe, type Exact, minus } from "@zhengyou/core"
import { named } from "../../internal/named.ts"
import type { RaterSeverity } from "../RaterSeverity.ts"
import { givenOn, inMarks, mean, type PanelSheets, sortedGroups } from "./panelSheets.ts"

interface Deviation {
  readonly rater: string
  /** Nothing where nobody else of the panel scored the same. */
  readonly deviation: Exact | undefined
}

const deviationsOn = (one: PanelSheets): ReadonlyArray<Deviation> =>
  one.criteria.flatMap((criterion) =>
    sortedGroups(givenOn(one, criterion), ({ unit }) => unit).flatMap(([, cell]) => {
      const centre = mean(cell.map(({ score }) => score))
      return cell.map(({ rater, score }) => ({
        rater,
        deviation: cell.length < 2 ? undefined : dividedByUnsafe(minus(score, centre), criterion.maximum)
      }))
    })
  )

/** How lenient or severe each rater of a panel is. */
export const severities = (one: PanelSheets): ReadonlyArray<RaterSeverity> =>
  sortedGroups(deviationsOn(one), ({ rater }) => rater).map(([rater, found]): RaterSeverity => {
    const panel = named(one.panel)
    const deviations = found.flatMap(({ deviation }) => deviation ?? [])
    if (deviations.length === 0) return { _tag: "Alone", panel, rater }
    return { _tag: "Compared", panel, rater, deviation: inMarks(mean(deviations), one.parts), cells: deviations.length }
  })
