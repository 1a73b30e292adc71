import { type CalendarDate, compareExact, type Fact, formatExact, type Unit } from "@zhengyou/core"
import * as Result from "effect/Result"
import { InputsInvalid } from "./errors.ts"
import { applyCaps } from "./internal/applyCaps.ts"
import { groupBy } from "./internal/groupBy.ts"
import { inputFaults } from "./internal/inputFaults.ts"
import { placeUnit, turnAway } from "./internal/placeUnit.ts"
import { readyRules } from "./internal/readyRules.ts"
import { receiptOf } from "./internal/receiptOf.ts"
import { scoreUnit } from "./internal/scoreUnit.ts"
import type { Standing } from "./internal/standing.ts"
import { factsOfUnit, factsWithScores } from "./internal/unitFacts.ts"
import type { Grading, Outcome } from "./Outcome.ts"
import type { RuleBook } from "./RuleBook.ts"
import type { Sheet } from "./Sheet.ts"

/** What a round is graded from: the units, their sheets and facts, and the day that their age is counted to. */
export interface GradingInputs {
  readonly units: ReadonlyArray<Unit>
  readonly sheets: ReadonlyArray<Sheet>
  readonly facts: ReadonlyArray<Fact>
  readonly asOf?: CalendarDate
}

/** Competition ranks by decided total: equal totals share a rank, and the next rank counts everybody above. */
const ranked = (standings: ReadonlyArray<Standing>): ReadonlyArray<Outcome> => {
  const ranks = new Map<string, number>()
  standings
    .flatMap((one) => (one._tag === "Placed" ? [one.total.decided] : []))
    .toSorted((a, b) => compareExact(b, a))
    .forEach((total, i) => {
      const key = formatExact(total)
      if (!ranks.has(key)) ranks.set(key, i + 1)
    })
  return standings.map((one): Outcome => {
    if (one._tag !== "Placed") return one
    const { unit, level, total, scores, reasons } = one
    return { _tag: "Graded", unit, level, total, rank: ranks.get(formatExact(total.decided)) ?? 1, scores, reasons }
  })
}

/**
 * Grades units by a rule book (分类定级): an outcome with its reasons for each, in the order of the units.
 *
 * **Details**
 *
 * Sheets and facts may come in any order. A cap's eligible units are those that meet every eligibility rule, graded or
 * not. Neither the clock nor chance is asked: the same inputs give the same grading and the same receipt.
 *
 * **Refusals**
 *
 * `InputsInvalid` with every fault: unknown units, panels, criteria or facts, scores out of range, anything given twice.
 */
export const grade = (book: RuleBook, inputs: GradingInputs): Result.Result<Grading, InputsInvalid> => {
  const faults = inputFaults(book, inputs)
  if (faults.length > 0) return Result.fail(new InputsInvalid({ faults }))
  const { eligibility, gates } = readyRules(book)
  const sheets = groupBy(inputs.sheets, (sheet) => sheet.unit)
  const facts = groupBy(inputs.facts, (fact) => fact.unit)
  let eligible = 0
  const standings = inputs.units.map((unit): Standing => {
    const before = factsOfUnit(unit, facts.get(unit.id) ?? [], inputs.asOf)
    const away = turnAway(unit, eligibility, before)
    if (away !== undefined) return away
    eligible += 1
    const score = scoreUnit(book, sheets.get(unit.id) ?? [])
    return placeUnit(book, unit, score, gates, factsWithScores(book, before, score))
  })
  const capped = applyCaps(book, standings, { eligible, all: inputs.units.length })
  const outcomes = ranked(capped.standings)
  return Result.succeed({
    book: { id: book.id, version: book.version },
    outcomes,
    caps: capped.caps,
    receipt: receiptOf(book, inputs, outcomes)
  })
}
