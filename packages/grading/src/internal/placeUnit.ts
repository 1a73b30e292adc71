import {
  type CompiledCondition,
  type FactLookup,
  type Ladder,
  levelRank,
  lowerLevel,
  type Named,
  type Unit,
  type Verdict
} from "@zhengyou/core"
import { bandOf } from "../Band.ts"
import type { GateEffect } from "../Gate.ts"
import type { GradingReason } from "../GradingReason.ts"
import type { Total } from "../Outcome.ts"
import type { RuleBookShape } from "../RuleBook.ts"
import { named } from "./named.ts"
import type { UnitScore } from "./scoreUnit.ts"
import { because, type Placed, type Standing } from "./standing.ts"

/** A rule of the book with its condition made ready. */
export interface ReadyRule {
  readonly rule: Named
  readonly holds: CompiledCondition
}

/** A gate with its condition made ready. */
export interface ReadyGate extends ReadyRule {
  readonly then: GateEffect
}

const levelNamed = (ladder: Ladder, id: string): Named => named(ladder[levelRank(ladder, id)] ?? { id, name: id })

/** The facts whose absence leaves a question open. */
const missingFacts = (rule: Named, verdict: Verdict): ReadonlyArray<GradingReason> => {
  const unknown = verdict.cited.flatMap(
    (one): ReadonlyArray<[string, Named]> => (one.holds === undefined ? [[one.fact.id, one.fact]] : [])
  )
  return [...new Map(unknown).values()].map((fact) => ({ _tag: "FactMissing", rule: named(rule), fact }))
}

/** Whether a unit may be graded: nothing where it may, otherwise how it ends. */
export const turnAway = (unit: Unit, rules: ReadonlyArray<ReadyRule>, lookup: FactLookup): Standing | undefined => {
  const asked = rules.map(({ rule, holds }) => ({ rule, verdict: holds(lookup) }))
  const unmet = asked.flatMap(
    ({ rule, verdict }): ReadonlyArray<GradingReason> =>
      verdict.holds === false ? [{ _tag: "NotEligible", rule: named(rule), cited: verdict.cited }] : []
  )
  const [first, ...rest] = unmet
  if (first !== undefined) return { _tag: "NotGraded", unit: unit.id, reasons: [first, ...rest] }
  const open = asked.flatMap(({ rule, verdict }) => (verdict.holds === undefined ? missingFacts(rule, verdict) : []))
  const [missing, ...others] = open
  return missing === undefined
    ? undefined
    : { _tag: "Blocked", unit: unit.id, scores: [], reasons: [missing, ...others] }
}

const bandReason = (book: RuleBookShape, total: Total): Extract<GradingReason, { _tag: "InBand" | "BelowBands" }> => {
  const band = bandOf(book.bands, total.decided)
  if (band === undefined) {
    const lowest = book.bands.at(-1) ?? book.bands[0]
    return { _tag: "BelowBands", total: total.decided, lowest: lowest.from }
  }
  const above = book.bands[book.bands.indexOf(band) - 1]
  const next = above === undefined ? {} : { next: { level: levelNamed(book.ladder, above.level), from: above.from } }
  return { _tag: "InBand", level: levelNamed(book.ladder, band.level), total: total.decided, from: band.from, ...next }
}

/** A unit after a gate that lowers: on the gate's level where that is the lower one. */
const lowered = (book: RuleBookShape, placed: Placed, gate: ReadyGate, verdict: Verdict): Placed => {
  if (verdict.holds !== true || !("atMost" in gate.then)) return placed
  const level = lowerLevel(book.ladder, placed.level, gate.then.atMost)
  if (level === placed.level) return placed
  const reason: GradingReason = {
    _tag: "GateLowered",
    gate: named(gate.rule),
    from: levelNamed(book.ladder, placed.level),
    to: levelNamed(book.ladder, level),
    cited: verdict.cited
  }
  return { ...placed, level, reasons: because(placed.reasons, reason) }
}

const throughGates = (book: RuleBookShape, placed: Placed, gates: ReadonlyArray<ReadyGate>): Standing => {
  const asked = gates.map((gate) => ({ gate, verdict: gate.holds(placed.lookup) }))
  const { unit, scores } = placed
  const shut = asked.find(({ gate, verdict }) => verdict.holds === true && "notGraded" in gate.then)
  if (shut !== undefined) {
    const reason: GradingReason = { _tag: "GateExcluded", gate: named(shut.gate.rule), cited: shut.verdict.cited }
    return { _tag: "NotGraded", unit, reasons: because(placed.reasons, reason) }
  }
  const open = asked.flatMap(({ gate, verdict }) =>
    verdict.holds === undefined ? missingFacts(gate.rule, verdict) : []
  )
  const [missing, ...others] = open
  if (missing !== undefined) return { _tag: "Blocked", unit, scores, reasons: [missing, ...others] }
  return asked.reduce<Placed>((so, { gate, verdict }) => lowered(book, so, gate, verdict), placed)
}

/** Places a scored unit on a level by its total and the gates, before any cap. */
export const placeUnit = (
  book: RuleBookShape,
  unit: Unit,
  score: UnitScore,
  gates: ReadonlyArray<ReadyGate>,
  lookup: FactLookup
): Standing => {
  const { scores, total, reasons } = score
  if (total === undefined) {
    const [first, ...rest] = reasons.filter(
      (reason) => (reason._tag === "PanelMissing" || reason._tag === "CriterionMissing") && reason.counts !== "zero"
    )
    const nothing: GradingReason = { _tag: "CriterionMissing", criterion: named(book.criteria[0]), counts: "block" }
    return { _tag: "Blocked", unit: unit.id, scores, reasons: first === undefined ? [nothing] : [first, ...rest] }
  }
  const reason = bandReason(book, total)
  const so = { unit: unit.id, total, scores, reasons: because(reasons, reason) }
  if (reason._tag === "BelowBands") return { _tag: "Undetermined", ...so }
  return throughGates(book, { _tag: "Placed", ...so, level: reason.level.id, lookup }, gates)
}
