import {
  type CompiledCondition,
  type FactLookup,
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
import { levelNamed, named } from "./named.ts"
import type { UnitScore } from "./scoreUnit.ts"
import { because, type Finished, type Placed, type Standing } from "./standing.ts"

/** A rule of the book with its condition made ready. */
export interface ReadyRule {
  readonly rule: Named
  readonly holds: CompiledCondition
}

/** A gate with its condition made ready, and the fact that it freezes on. */
export interface ReadyGate extends ReadyRule {
  readonly then: GateEffect
  readonly frozenBy: Named | undefined
}

/** A recognition with its condition made ready. */
export interface ReadyRecognition extends ReadyRule {
  readonly level: string
  readonly takesSeat: boolean
}

/** A rule with what came of asking it. */
export interface Asked<R extends ReadyRule> {
  readonly rule: R
  readonly verdict: Verdict
}

/** Asks every rule, whatever comes of the others. */
export const ask = <R extends ReadyRule>(rules: ReadonlyArray<R>, lookup: FactLookup): ReadonlyArray<Asked<R>> =>
  rules.map((rule) => ({ rule, verdict: rule.holds(lookup) }))

/** The facts whose absence leaves a question open. */
const missingFacts = (rule: Named, verdict: Verdict): ReadonlyArray<GradingReason> => {
  const unknown = verdict.cited.flatMap(
    (one): ReadonlyArray<[string, Named]> => (one.holds === undefined ? [[one.fact.id, one.fact]] : [])
  )
  return [...new Map(unknown).values()].map((fact) => ({ _tag: "FactMissing", rule: named(rule), fact }))
}

/** Whether a unit may be graded: nothing where it may, otherwise how it ends. */
export const turnAway = (unit: Unit, asked: ReadonlyArray<Asked<ReadyRule>>): Finished | undefined => {
  const unmet = asked.flatMap(
    ({ rule: { rule }, verdict }): ReadonlyArray<GradingReason> =>
      verdict.holds === false ? [{ _tag: "NotEligible", rule: named(rule), cited: verdict.cited }] : []
  )
  const [first, ...rest] = unmet
  if (first !== undefined) return { _tag: "NotGraded", unit: unit.id, reasons: [first, ...rest] }
  const open = asked.flatMap(({ rule: { rule }, verdict }) =>
    verdict.holds === undefined ? missingFacts(rule, verdict) : []
  )
  const [missing, ...others] = open
  return missing === undefined
    ? undefined
    : { _tag: "Blocked", unit: unit.id, scores: [], panels: [], reasons: [missing, ...others] }
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

/** The level that a gate allows at most, given the level so far; nothing where the fact that it freezes on is unknown. */
const ceilingOf = (gate: ReadyGate, placed: Placed): { readonly level: string; readonly fact?: Named } | undefined => {
  if ("atMost" in gate.then) return { level: gate.then.atMost }
  if (!("notAbove" in gate.then)) return { level: placed.level }
  const found = placed.lookup(gate.then.notAbove)
  return found?._tag === "Level" && gate.frozenBy !== undefined
    ? { level: found.value, fact: gate.frozenBy }
    : undefined
}

/** A unit after a gate that lowers or freezes: on the gate's level where that is the lower one. */
export const lowered = (book: RuleBookShape, placed: Placed, gate: ReadyGate, verdict: Verdict): Placed => {
  const ceiling = verdict.holds === true ? ceilingOf(gate, placed) : undefined
  const level = ceiling === undefined ? placed.level : lowerLevel(book.ladder, placed.level, ceiling.level)
  if (ceiling === undefined || level === placed.level) return placed
  const base = {
    gate: named(gate.rule),
    from: levelNamed(book.ladder, placed.level),
    to: levelNamed(book.ladder, level),
    cited: verdict.cited
  }
  const reason: GradingReason =
    ceiling.fact === undefined ? { _tag: "GateLowered", ...base } : { _tag: "GateFroze", ...base, fact: ceiling.fact }
  return { ...placed, level, reasons: because(placed.reasons, reason) }
}

/** The facts that a gate wants and does not have: those of its condition, and the level that it freezes on. */
const wanting = (gate: ReadyGate, verdict: Verdict, placed: Placed): ReadonlyArray<GradingReason> => {
  if (verdict.holds === undefined) return missingFacts(gate.rule, verdict)
  const isFrozenBlindly = verdict.holds && ceilingOf(gate, placed) === undefined
  return isFrozenBlindly && gate.frozenBy !== undefined
    ? [{ _tag: "FactMissing", rule: named(gate.rule), fact: gate.frozenBy }]
    : []
}

/** Takes a placed unit through the gates: they lower, freeze, take out, or wait for a fact. */
export const throughGates = (book: RuleBookShape, placed: Placed, asked: ReadonlyArray<Asked<ReadyGate>>): Standing => {
  const { id: unit } = placed.unit
  const { scores, panels } = placed
  const shut = asked.find(({ rule: gate, verdict }) => verdict.holds === true && "notGraded" in gate.then)
  if (shut !== undefined) {
    const reason: GradingReason = { _tag: "GateExcluded", gate: named(shut.rule.rule), cited: shut.verdict.cited }
    return { _tag: "NotGraded", unit, reasons: because(placed.reasons, reason) }
  }
  const [missing, ...others] = asked.flatMap(({ rule: gate, verdict }) => wanting(gate, verdict, placed))
  if (missing !== undefined) return { _tag: "Blocked", unit, scores, panels, reasons: [missing, ...others] }
  return asked.reduce<Placed>((so, { rule: gate, verdict }) => lowered(book, so, gate, verdict), placed)
}

/** A unit that a rule recognises without scoring it, or nothing where none does. */
export const recognise = (
  book: RuleBookShape,
  unit: Unit,
  asked: ReadonlyArray<Asked<ReadyRecognition>>,
  lookup: FactLookup
): Placed | Finished | undefined => {
  const found = asked.find(({ verdict }) => verdict.holds === true)
  if (found !== undefined) {
    const { rule, level, takesSeat } = found.rule
    const { cited } = found.verdict
    const reason: GradingReason = {
      _tag: "Recognised",
      rule: named(rule),
      level: levelNamed(book.ladder, level),
      cited
    }
    return {
      _tag: "Placed",
      unit,
      level,
      total: undefined,
      takesSeat,
      scores: [],
      panels: [],
      lookup,
      reasons: [reason]
    }
  }
  const [missing, ...others] = asked.flatMap(({ rule: recognition, verdict }) =>
    verdict.holds === undefined ? missingFacts(recognition.rule, verdict) : []
  )
  return missing === undefined
    ? undefined
    : { _tag: "Blocked", unit: unit.id, scores: [], panels: [], reasons: [missing, ...others] }
}

/** What keeps a unit from having a total: the reasons that say so, of all that its scoring left. */
const blocking = (reasons: ReadonlyArray<GradingReason>): ReadonlyArray<GradingReason> =>
  reasons.filter((reason) => "counts" in reason && reason.counts !== "zero")

/** Places a scored unit on a level by its total, before any gate or quota. */
export const placeUnit = (book: RuleBookShape, unit: Unit, score: UnitScore, lookup: FactLookup): Placed | Finished => {
  const { scores, panels, total, reasons } = score
  const so = { scores, panels }
  if (total === undefined) {
    const [first, ...rest] = blocking(reasons)
    const nothing: GradingReason = { _tag: "NothingToScore" }
    return { _tag: "Blocked", unit: unit.id, ...so, reasons: first === undefined ? [nothing] : [first, ...rest] }
  }
  const reason = bandReason(book, total)
  const why = because(reasons, reason)
  if (reason._tag === "BelowBands") return { _tag: "Undetermined", unit: unit.id, total, ...so, reasons: why }
  const level = reason.level.id
  return { _tag: "Placed", unit, level, total, takesSeat: true, ...so, lookup, reasons: why }
}
