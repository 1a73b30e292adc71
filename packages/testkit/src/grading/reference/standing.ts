import { exactUnsafe, type Scalar, type Unit } from "@zhengyou/core"
import type { GradingInputs, RuleBook } from "@zhengyou/grading"
import { holds, type Lookup, lookupAfter, lookupBefore } from "./facts.ts"
import { type Fraction, isLess, roundedBy } from "./fraction.ts"
import { type ReferenceScore, referenceScore } from "./scoring.ts"

/** Where a unit stands by itself, before quotas, by the words of the book. */
export interface ReferenceStanding {
  readonly tag: "Placed" | "Recognised" | "NotGraded" | "Blocked" | "Undetermined"
  /** Whether it may be graded at all: what seats are counted of. */
  readonly eligible: boolean
  readonly level?: string
  /** The level before any gate. */
  readonly bandLevel?: string
  readonly exact?: Fraction
  readonly decided?: Fraction
  readonly takesSeat?: boolean
  readonly score?: ReferenceScore
  readonly lookup: Lookup
}

/** A stated number: rule books that parse have no other where a number is compared. */
export const readNumber = (scalar: Scalar): Fraction => exactUnsafe(typeof scalar === "boolean" ? 0 : scalar)

const rankIn = (book: RuleBook, level: string): number => book.ladder.findIndex(({ id }) => id === level)

/** A level after the gates; nothing where a gate wants a fact that is not known; `out` where one takes the unit out. */
const afterGates = (book: RuleBook, level: string, lookup: Lookup): string | undefined | { readonly out: true } => {
  const asked = book.gates.map((gate) => ({ then: gate.then, holding: holds(gate.when, lookup, readNumber) }))
  if (asked.some(({ then, holding }) => holding === true && "notGraded" in then)) return { out: true }
  let so = level
  for (const { then, holding } of asked) {
    if (holding === undefined) return undefined
    if (!holding || "notGraded" in then) continue
    const found = "atMost" in then ? { _tag: "Level" as const, value: then.atMost } : lookup(then.notAbove)
    if (found?._tag !== "Level") return undefined
    if (rankIn(book, found.value) > rankIn(book, so)) so = found.value
  }
  return so
}

/** The band of a decided total: the first, from the best on, that begins no higher. */
const bandLevelOf = (book: RuleBook, decided: Fraction): string | undefined =>
  book.bands.find(({ from }) => !isLess(decided, from))?.level

/** Stands one unit by the words of the book: eligibility, recognition, points, bands, gates. */
export const referenceStanding = (book: RuleBook, inputs: GradingInputs, unit: Unit): ReferenceStanding => {
  const before = lookupBefore(inputs, unit)
  const eligible = book.eligibility.map((rule) => holds(rule.require, before, readNumber))
  if (eligible.includes(false)) return { tag: "NotGraded", eligible: false, lookup: before }
  if (eligible.includes(undefined)) return { tag: "Blocked", eligible: false, lookup: before }
  const gated = (level: string, lookup: Lookup, rest: Partial<ReferenceStanding>): ReferenceStanding => {
    const after = afterGates(book, level, lookup)
    const base = { ...rest, eligible: true, lookup }
    if (after === undefined) return { ...base, tag: "Blocked" }
    if (typeof after === "object") return { ...base, tag: "NotGraded" }
    return { ...base, tag: rest.score === undefined ? "Recognised" : "Placed", level: after }
  }
  const recognised = book.recognitions.map((rule) => ({ rule, holding: holds(rule.when, before, readNumber) }))
  const found = recognised.find(({ holding }) => holding === true)
  if (found !== undefined)
    return gated(found.rule.level, before, { bandLevel: found.rule.level, takesSeat: found.rule.takesSeat })
  if (recognised.some(({ holding }) => holding === undefined)) return { tag: "Blocked", eligible: true, lookup: before }
  const score = referenceScore(book, inputs, unit.id)
  const { exact } = score
  const decided = exact && (book.decideOn === "rounded" ? roundedBy(exact, book.rounding.total) : exact)
  const lookup = lookupAfter(book, before, unit, score, decided)
  if (exact === undefined || decided === undefined) return { tag: "Blocked", eligible: true, score, lookup }
  const bandLevel = bandLevelOf(book, decided)
  const so = { score, exact, decided, takesSeat: true }
  if (bandLevel === undefined) return { ...so, tag: "Undetermined", eligible: true, lookup }
  return gated(bandLevel, lookup, { ...so, bandLevel })
}
