import { compareExact, formatExact, type Unit } from "@zhengyou/core"
import * as Result from "effect/Result"
import { leavesFor } from "./Criterion.ts"
import { InputsInvalid } from "./errors.ts"
import type { GradingInputs } from "./GradingInputs.ts"
import { applyQuotas } from "./internal/applyQuotas.ts"
import { groupBy } from "./internal/groupBy.ts"
import { inputFaults } from "./internal/inputFaults.ts"
import { placeUnit, recognise, throughGates, turnAway } from "./internal/placeUnit.ts"
import { type ReadyRules, readyRules } from "./internal/readyRules.ts"
import { receiptOf } from "./internal/receiptOf.ts"
import { scoreUnit } from "./internal/scoreUnit.ts"
import type { Standing } from "./internal/standing.ts"
import { factsOfUnit, factsWithScores } from "./internal/unitFacts.ts"
import type { Grading, Outcome } from "./Outcome.ts"
import type { Quota } from "./Quota.ts"
import type { RuleBook } from "./RuleBook.ts"

/** Ranks by decided total: equal totals share a rank, and the next rank counts everybody above, or is the next number. */
const ranked = (standings: ReadonlyArray<Standing>, ranking: RuleBook["ranking"]): ReadonlyArray<Outcome> => {
  const ranks = new Map<string, number>()
  standings
    .flatMap((one) => (one._tag === "Placed" && one.total !== undefined ? [one.total.decided] : []))
    .toSorted((a, b) => compareExact(b, a))
    .forEach((total, i) => {
      const key = formatExact(total)
      if (!ranks.has(key)) ranks.set(key, ranking === "dense" ? ranks.size + 1 : i + 1)
    })
  return standings.map((one): Outcome => {
    if (one._tag !== "Placed") return one
    const { level, total, scores, panels, reasons } = one
    const unit = one.unit.id
    if (total === undefined) return { _tag: "Recognised", unit, level, reasons }
    return {
      _tag: "Graded",
      unit,
      level,
      total,
      rank: ranks.get(formatExact(total.decided)) ?? 1,
      scores,
      panels,
      reasons
    }
  })
}

interface Stood {
  readonly unit: Unit
  readonly eligible: boolean
  readonly standing: Standing
}

/** Takes each unit through everything that does not depend on other units. */
const standEach = (book: RuleBook, rules: ReadyRules, inputs: GradingInputs): ReadonlyArray<Stood> => {
  const sheets = groupBy(inputs.sheets, (sheet) => sheet.unit)
  const facts = groupBy(inputs.facts, (fact) => fact.unit)
  const awards = groupBy(inputs.awards ?? [], (award) => award.unit)
  return inputs.units.map((unit): Stood => {
    const before = factsOfUnit(unit, facts.get(unit.id) ?? [], inputs.asOf)
    const away = turnAway(unit, rules.eligibility, before)
    if (away !== undefined) return { unit, eligible: false, standing: away }
    const recognised = recognise(book, unit, rules.recognitions, before)
    if (recognised !== undefined) return { unit, eligible: true, standing: gated(book, recognised, rules) }
    const leaves = leavesFor(book.criteria, unit.type)
    const score = scoreUnit(book, unit.id, leaves, sheets.get(unit.id) ?? [], awards.get(unit.id) ?? [])
    const lookup = factsWithScores(book, unit, before, score)
    return { unit, eligible: true, standing: gated(book, placeUnit(book, unit, score, lookup), rules) }
  })
}

const gated = (book: RuleBook, standing: Standing, { gates }: ReadyRules): Standing =>
  standing._tag === "Placed" ? throughGates(book, standing, gates) : standing

/** The groups that a quota counts within, each with the numbers that shares are taken of; a single one where it does not. */
const groupsFor =
  (stood: ReadonlyArray<Stood>) =>
  ({ within }: Quota) => {
    const nameOf = ({ unit }: Stood) =>
      within === undefined ? "" : ((within === "unit.type" ? unit.type : unit.parent) ?? "")
    return [...groupBy(stood, nameOf)].map(([name, members]) => ({
      name: within === undefined ? undefined : name,
      units: new Set(members.map(({ unit }) => unit.id)),
      base: {
        eligible: members.filter(({ eligible }) => eligible).length,
        graded: members.filter(({ standing }) => standing._tag === "Placed").length,
        all: members.length
      }
    }))
  }

/**
 * Grades units by a rule book (分类定级): an outcome with its reasons for each, in the order of the units.
 *
 * **Details**
 *
 * Sheets, facts and awards may come in any order. The eligible units of a quota are those that meet every eligibility rule,
 * graded or not. Neither the clock nor chance is asked: the same inputs give the same grading and the same receipt.
 *
 * **Refusals**
 *
 * `InputsInvalid` with every fault: unknown units, panels, criteria or facts, marks that are not allowed, anything given twice.
 */
export const grade = (book: RuleBook, inputs: GradingInputs): Result.Result<Grading, InputsInvalid> => {
  const faults = inputFaults(book, inputs)
  if (faults.length > 0) return Result.fail(new InputsInvalid({ faults }))
  const stood = standEach(book, readyRules(book), inputs)
  const standings = stood.map(({ standing }) => standing)
  const settled = applyQuotas(book, standings, groupsFor(stood), inputs.lotSeed)
  const outcomes = ranked(settled.standings, book.ranking)
  return Result.succeed({
    book: { id: book.id, version: book.version },
    outcomes,
    quotas: settled.quotas,
    receipt: receiptOf(book, inputs, outcomes)
  })
}
