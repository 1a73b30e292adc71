import { type Fact, Id, type Unit } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { leavesFor } from "../Criterion.ts"
import { groupBy } from "../internal/groupBy.ts"
import { ask, recognise, turnAway } from "../internal/placeUnit.ts"
import { readyRules } from "../internal/readyRules.ts"
import { factsOfUnit } from "../internal/unitFacts.ts"
import { type Panel, scores } from "../Panel.ts"
import { markOn, type Sheet } from "../Sheet.ts"
import type { Plan } from "./Plan.ts"

/** Scores that are still expected: of a unit, by a panel, by a rater where one was assigned, on these criteria. */
export const Outstanding = Schema.Struct({
  unit: Id,
  panel: Id,
  rater: Schema.optionalKey(Id),
  criteria: Schema.Array(Id)
}).annotate({ identifier: "Outstanding" })
export interface Outstanding extends Schema.Schema.Type<typeof Outstanding> {}

/** Who has not scored (完整性报告): how many sheets there are, and everything that is still expected. */
export const Completeness = Schema.Struct({ sheets: Schema.Int, outstanding: Schema.Array(Outstanding) }).annotate({
  identifier: "Completeness"
})
export interface Completeness extends Schema.Schema.Type<typeof Completeness> {}

const lacking = (
  criteria: ReadonlyArray<Id>,
  panel: Panel,
  sheets: ReadonlyArray<Sheet>,
  needed: number
): ReadonlyArray<Id> =>
  criteria.flatMap((id) => {
    const given = sheets.filter((sheet) => markOn(sheet, id) !== undefined).length
    return scores(panel, id) && given < needed ? [id] : []
  })

const expectedOf = (
  plan: Plan,
  panel: Panel,
  { id: unit, type }: Unit,
  sheets: ReadonlyArray<Sheet>
): ReadonlyArray<Outstanding> => {
  const items = leavesFor(plan.book.criteria, type).map(({ criterion }) => criterion.id)
  const assigned = plan.assignments.filter((one) => one.panel === panel.id)
  if (assigned.length === 0) {
    const criteria = lacking(items, panel, sheets, panel.minimumRaters)
    return criteria.length === 0 ? [] : [{ unit, panel: panel.id, criteria }]
  }
  return assigned.flatMap(({ rater, units }): ReadonlyArray<Outstanding> => {
    if (units !== undefined && !units.includes(unit)) return []
    const own = sheets.filter((sheet) => sheet.rater === rater)
    const criteria = lacking(items, panel, own, 1)
    return criteria.length === 0 ? [] : [{ unit, panel: panel.id, rater, criteria }]
  })
}

/**
 * Reports who has not scored yet: nothing is expected of units that the book does not grade, or recognises.
 *
 * **Details**
 *
 * In the order of the units, then of the book's panels.
 */
export const completenessOf = (plan: Plan, sheets: ReadonlyArray<Sheet>, facts: ReadonlyArray<Fact>): Completeness => {
  const { eligibility, recognitions } = readyRules(plan.book)
  const factsByUnit = groupBy(facts, (fact) => fact.unit)
  const sheetsByUnit = groupBy(sheets, (sheet) => sheet.unit)
  const outstanding = plan.units.flatMap((unit) => {
    const lookup = factsOfUnit(unit, factsByUnit.get(unit.id) ?? [], plan.asOf)
    if (turnAway(unit, ask(eligibility, lookup))?._tag === "NotGraded") return []
    if (recognise(plan.book, unit, ask(recognitions, lookup), lookup)?._tag === "Placed") return []
    const own = sheetsByUnit.get(unit.id) ?? []
    return plan.book.panels.flatMap((panel) =>
      expectedOf(
        plan,
        panel,
        unit,
        own.filter((sheet) => sheet.panel === panel.id)
      )
    )
  })
  return { sheets: sheets.length, outstanding }
}
