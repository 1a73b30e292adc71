import type { CalendarDate, Fact, Unit } from "@zhengyou/core"
import type { Award } from "../Adjustment.ts"
import { leavesFor } from "../Criterion.ts"
import type { GradingInputs } from "../GradingInputs.ts"
import type { RuleBook } from "../RuleBook.ts"
import type { Sheet } from "../Sheet.ts"
import { groupBy } from "./groupBy.ts"
import { placeUnit, recognise, throughGates, turnAway } from "./placeUnit.ts"
import type { ReadyRules } from "./readyRules.ts"
import { scoreUnit } from "./scoreUnit.ts"
import type { Standing } from "./standing.ts"
import { factsOfUnit, factsWithScores } from "./unitFacts.ts"

/** Where a unit stands by itself, before quotas: `eligible` is whether it may be graded at all. */
export interface Stood {
  readonly unit: Unit
  readonly eligible: boolean
  readonly standing: Standing
}

/** What is given about one unit. */
export interface UnitInputs {
  readonly unit: Unit
  readonly sheets: ReadonlyArray<Sheet>
  readonly facts: ReadonlyArray<Fact>
  readonly awards: ReadonlyArray<Award>
}

/** What is given about each unit, in the order of the units. */
export const inputsByUnit = (inputs: GradingInputs): ReadonlyArray<UnitInputs> => {
  const sheets = groupBy(inputs.sheets, (sheet) => sheet.unit)
  const facts = groupBy(inputs.facts, (fact) => fact.unit)
  const awards = groupBy(inputs.awards ?? [], (award) => award.unit)
  return inputs.units.map((unit) => ({
    unit,
    sheets: sheets.get(unit.id) ?? [],
    facts: facts.get(unit.id) ?? [],
    awards: awards.get(unit.id) ?? []
  }))
}

const gated = (book: RuleBook, standing: Standing, { gates }: ReadyRules): Standing =>
  standing._tag === "Placed" ? throughGates(book, standing, gates) : standing

/** Takes a unit through everything that does not depend on other units. */
export const standUnit = (
  book: RuleBook,
  rules: ReadyRules,
  { unit, sheets, facts, awards }: UnitInputs,
  asOf: CalendarDate | undefined
): Stood => {
  const before = factsOfUnit(unit, facts, asOf)
  const away = turnAway(unit, rules.eligibility, before)
  if (away !== undefined) return { unit, eligible: false, standing: away }
  const recognised = recognise(book, unit, rules.recognitions, before)
  if (recognised !== undefined) return { unit, eligible: true, standing: gated(book, recognised, rules) }
  const score = scoreUnit(book, unit.id, leavesFor(book.criteria, unit.type), sheets, awards)
  const lookup = factsWithScores(book, unit, before, score)
  return { unit, eligible: true, standing: gated(book, placeUnit(book, unit, score, lookup), rules) }
}
