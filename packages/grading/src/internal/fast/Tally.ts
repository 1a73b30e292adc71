import type { Rounding } from "@zhengyou/core"
import { levelRank } from "@zhengyou/core"
import type { CompiledBook } from "../../fast/compileBook.ts"
import { knownFacts } from "../knownFacts.ts"
import { factsOfUnit } from "../unitFacts.ts"
import { type Ask, askOf, boundOf, type FactView } from "./ask.ts"
import type { IntegerPlan } from "./integerPlan.ts"
import type { Source } from "./Source.ts"

/** The kinds of outcome, by the numbers that a compact grading has for them. */
export const outcomeKinds = ["Graded", "Recognised", "NotGraded", "Blocked", "Undetermined"] as const

/** Where units stand before the quotas, by rows, and those that the ordinary engine must stand. */
export interface Tally {
  readonly kinds: Uint8Array
  readonly levels: Int16Array
  /** Decided totals in whole units of the plan's scale; NaN for units without one. */
  readonly totals: Float64Array
  readonly isEligible: Uint8Array
  /** The rows that whole numbers could not settle. */
  readonly left: Array<number>
}

export const emptyTally = (size: number): Tally => ({
  kinds: new Uint8Array(size),
  levels: new Int16Array(size).fill(-1),
  totals: new Float64Array(size).fill(Number.NaN),
  isEligible: new Uint8Array(size).fill(1),
  left: []
})

/** Rounds a whole number that is not negative to a multiple of a step: both, and what comes of it, are below 2^53. */
export const roundedTo = (x: number, step: number, mode: Rounding["mode"]): number => {
  let whole = Math.floor(x / step)
  // The division rounds, so the quotient may be one off; the products are exact.
  if (whole * step > x) whole--
  const rest = x - whole * step
  if (rest === 0) return x
  const isUp = {
    ceil: true,
    expand: true,
    floor: false,
    trunc: false,
    halfCeil: 2 * rest >= step,
    halfExpand: 2 * rest >= step,
    halfFloor: 2 * rest > step,
    halfTrunc: 2 * rest > step,
    halfEven: 2 * rest > step || (2 * rest === step && whole % 2 === 1)
  }[mode]
  return (isUp ? whole + 1 : whole) * step
}

/** Settles the rows from one up to another whose exact totals stand in the tally, NaN where there is none. */
export type Settle = (from: number, to: number) => void

/** The gates as rows ask them: the level that each lowers to at most, or what else it does. */
const gatesOf = ({ book }: CompiledBook, ask: (when: (typeof book.gates)[number]["when"]) => Ask) =>
  book.gates.map(({ when, then }) => ({
    ask: ask(when),
    shuts: "notGraded" in then,
    freezes: "notAbove" in then,
    ceiling: "atMost" in then ? levelRank(book.ladder, then.atMost) : -1
  }))

/** Makes a book's conditions, bands and rounding ready for the rows of a tally; `scores` has the scores that conditions ask for. */
export const settler = (
  compiled: CompiledBook,
  plan: IntegerPlan,
  source: Source,
  tally: Tally,
  scores: ReadonlyMap<string, Float64Array>
): Settle => {
  const { book } = compiled
  const { kinds, levels, totals, isEligible, left } = tally
  const known = knownFacts(book)
  const declared = new Set(book.facts.map(({ id }) => id))
  const view = (name: string): FactView => {
    if (declared.has(name)) return source.fact(name)
    if (name === "score.total") return { numbers: (row) => totals[row] ?? Number.NaN, scale: plan.scale }
    const own = scores.get(name)
    if (own !== undefined) return { numbers: (row) => own[row] ?? Number.NaN, scale: plan.scale }
    return { values: (row) => factsOfUnit(source.unit(row), [], source.asOf)(name) }
  }
  const eligibility = book.eligibility.map(({ require }) => askOf(require, known, view))
  const recognitions = book.recognitions.map(({ when }) => askOf(when, known, view))
  const gates = gatesOf(compiled, (when) => askOf(when, known, view))
  const bands = Float64Array.from(book.bands, ({ from }) => boundOf(from, plan.scale).ceil)
  const ranks = Int16Array.from(book.bands, ({ level }) => levelRank(book.ladder, level))
  const mode = book.rounding.total?.mode ?? "halfExpand"
  const { step } = plan

  /** Whether a unit may be scored; 2 where it may, 0 where it is not eligible, 1 where the ordinary engine must say. */
  const admitted = (row: number): number => {
    let answer = 2
    for (const ask of eligibility) answer = Math.min(answer, ask(row))
    if (answer < 2) return answer
    for (const ask of recognitions) if (ask(row) !== 0) return 1
    return 2
  }
  /** The level after the gates; -1 where one shuts the unit out, -2 where the ordinary engine must say. */
  const gated = (row: number, level: number): number => {
    let lowest = level
    let isOpen = false
    for (const { ask, shuts, freezes, ceiling } of gates) {
      const answer = ask(row)
      if (answer === 2 && shuts) return -1
      if (answer === 1 || (answer === 2 && freezes)) isOpen = true
      if (answer === 2 && ceiling > lowest) lowest = ceiling
    }
    return isOpen ? -2 : lowest
  }
  const asks = eligibility.length + recognitions.length > 0
  return (from, to) => {
    for (let row = from; row < to; row++) {
      const may = asks ? admitted(row) : 2
      const exact = totals[row] ?? Number.NaN
      if (may === 0) {
        totals[row] = Number.NaN
        kinds[row] = 2
        isEligible[row] = 0
        continue
      }
      if (may === 1 || Number.isNaN(exact)) {
        left.push(row)
        continue
      }
      const total = step === undefined ? exact : roundedTo(exact, step, mode)
      totals[row] = total
      let band = 0
      while (band < bands.length && total < (bands[band] ?? 0)) band++
      if (band === bands.length) {
        kinds[row] = 4
        continue
      }
      const reached = ranks[band] ?? 0
      const level = gates.length === 0 ? reached : gated(row, reached)
      if (level >= 0) levels[row] = level
      else if (level === -2) left.push(row)
      else {
        kinds[row] = 2
        totals[row] = Number.NaN
      }
    }
  }
}
