import type { CalendarDate, Fact, Unit } from "@zhengyou/core"
import type { Award } from "../Adjustment.ts"
import { leavesFor } from "../Criterion.ts"
import type { GradingInputs } from "../GradingInputs.ts"
import type { RuleBook } from "../RuleBook.ts"
import type { Sheet } from "../Sheet.ts"
import { groupBy } from "./groupBy.ts"
import {
  type Asked,
  ask,
  placeUnit,
  type ReadyGate,
  type ReadyRecognition,
  type ReadyRule,
  recognise,
  throughGates,
  turnAway
} from "./placeUnit.ts"
import type { ReadyRules } from "./readyRules.ts"
import { scoreUnit, type WorkedScore } from "./scoreUnit.ts"
import type { Placed, Standing } from "./standing.ts"
import { factsOfUnit, factsWithScores } from "./unitFacts.ts"

/** All that was looked at to say where a unit stands, as far as the pipeline went: a later part is absent where it was not reached. */
interface Working {
  readonly eligibility: ReadonlyArray<Asked<ReadyRule>>
  readonly recognitions?: ReadonlyArray<Asked<ReadyRecognition>>
  readonly score?: WorkedScore
  /** The unit on its level by band or by recognition, before the gates. */
  readonly placed?: Placed
  readonly gates?: ReadonlyArray<Asked<ReadyGate>>
}

/** Where a unit stands by itself, before quotas: `eligible` is whether it may be graded at all. */
export interface Stood {
  readonly unit: Unit
  readonly eligible: boolean
  readonly standing: Standing
}

/** Where a unit stands, with the working that says so. */
export interface Worked extends Stood {
  readonly working: Working
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

const gated = (book: RuleBook, unit: Unit, standing: Standing, { gates }: ReadyRules, so: Working): Worked => {
  if (standing._tag !== "Placed") return { unit, eligible: true, standing, working: so }
  const asked = ask(gates, standing.lookup)
  const working = { ...so, placed: standing, gates: asked }
  return { unit, eligible: true, standing: throughGates(book, standing, asked), working }
}

/** Takes a unit through everything that does not depend on other units. */
export const standUnit = (
  book: RuleBook,
  rules: ReadyRules,
  { unit, sheets, facts, awards }: UnitInputs,
  asOf: CalendarDate | undefined
): Worked => {
  const before = factsOfUnit(unit, facts, asOf)
  const eligibility = ask(rules.eligibility, before)
  const away = turnAway(unit, eligibility)
  if (away !== undefined) return { unit, eligible: false, standing: away, working: { eligibility } }
  const recognitions = ask(rules.recognitions, before)
  const recognised = recognise(book, unit, recognitions, before)
  if (recognised !== undefined) return gated(book, unit, recognised, rules, { eligibility, recognitions })
  const score = scoreUnit(book, unit.id, leavesFor(book.criteria, unit.type), sheets, awards)
  const lookup = factsWithScores(book, unit, before, score)
  return gated(book, unit, placeUnit(book, unit, score, lookup), rules, { eligibility, recognitions, score })
}
