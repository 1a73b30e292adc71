import { type Condition, levelRank, type Rounding } from "@zhengyou/core"
import type { CompiledBook } from "../../fast/compileBook.ts"
import { knownFacts } from "../knownFacts.ts"
import { factsOfUnit } from "../unitFacts.ts"
import { type Ask, askOf, blockSize, boundOf, type FactView } from "./ask.ts"
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
  levels: new Int16Array(size),
  totals: new Float64Array(size),
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

/** Settles so many rows from one on whose exact totals stand in the tally, NaN where there is none; a block of them at most. */
export type Settle = (from: number, count: number) => void

/** The facts that rules ask for, as blocks read them. */
const viewsOf = (
  { book }: CompiledBook,
  plan: IntegerPlan,
  source: Source,
  totals: Float64Array,
  scores: ReadonlyMap<string, Float64Array>
) => {
  const declared = new Set(book.facts.map(({ id }) => id))
  return (name: string): FactView => {
    if (declared.has(name)) return source.fact(name)
    if (name === "score.total") return { numbers: totals, scale: plan.scale }
    const own = scores.get(name)
    if (own !== undefined) return { numbers: own, scale: plan.scale }
    return { values: (row) => factsOfUnit(source.unit(row), [], source.asOf)(name) }
  }
}

/** What the gates do to a row: a place on the ladder that they lower to, or one of these. */
const shut = 32_767
const open = 32_766

/** Makes the gates ready: for each row of a block, the lowest level that they allow, `shut` or `open`. */
const gatesFor = ({ book }: CompiledBook, askFor: (when: Condition) => Ask) => {
  const answers = new Uint8Array(blockSize)
  const gates = book.gates.map(({ when, then }) => ({
    ask: askFor(when),
    // A level that is frozen on a fact is for the ordinary engine to find.
    held: "notGraded" in then ? shut : "notAbove" in then ? open : levelRank(book.ladder, then.atMost)
  }))
  return (from: number, count: number, ceilings: Int16Array): void => {
    ceilings.fill(0, 0, count)
    for (const { ask, held } of gates) {
      ask(from, count, answers)
      for (let i = 0; i < count; i++) {
        const answer = answers[i] ?? 1
        const ceiling = answer === 2 ? held : answer === 1 ? open : 0
        if (ceiling > (ceilings[i] ?? 0)) ceilings[i] = ceiling
      }
    }
  }
}

/** Makes eligibility and recognition ready: 2 for a row that may be scored, 0 for one that is not eligible, 1 where the ordinary engine must say. */
const admissionFor = ({ book }: CompiledBook, askFor: (when: Condition) => Ask) => {
  const answers = new Uint8Array(blockSize)
  const eligibility = book.eligibility.map(({ require }) => askFor(require))
  const recognitions = book.recognitions.map(({ when }) => askFor(when))
  return (from: number, count: number, may: Uint8Array): void => {
    may.fill(2, 0, count)
    for (const ask of eligibility) {
      ask(from, count, answers)
      for (let i = 0; i < count; i++) may[i] = Math.min(may[i] ?? 1, answers[i] ?? 1)
    }
    for (const ask of recognitions) {
      ask(from, count, answers)
      for (let i = 0; i < count; i++) if (may[i] === 2 && answers[i] !== 0) may[i] = 1
    }
  }
}

/** Makes a book's conditions, bands and rounding ready for the rows of a tally; `scores` has the scores that gates ask for. */
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
  const view = viewsOf(compiled, plan, source, totals, scores)
  const askFor = (when: Condition): Ask => askOf(when, known, view)
  const admit = admissionFor(compiled, askFor)
  const gate = gatesFor(compiled, askFor)
  const bands = Float64Array.from(book.bands, ({ from }) => boundOf(from, plan.scale).ceil)
  const ranks = Int16Array.from(book.bands, ({ level }) => levelRank(book.ladder, level))
  const mode = book.rounding.total?.mode ?? "halfExpand"
  const { step } = plan
  const may = new Uint8Array(blockSize)
  const ceilings = new Int16Array(blockSize)

  /** A row that has no level by its total, or none that whole numbers find. */
  const unsettled = (row: number, isPlaced: boolean, answer: number, ceiling: number): void => {
    levels[row] = -1
    if (answer === 1 || (answer === 2 && (Number.isNaN(totals[row]) || (isPlaced && ceiling === open)))) left.push(row)
    else if (answer === 2 && !isPlaced) kinds[row] = 4
    else {
      kinds[row] = 2
      isEligible[row] = Number(answer === 2)
      totals[row] = Number.NaN
    }
  }

  return (from, count) => {
    if (step !== undefined) {
      for (let row = from; row < from + count; row++) totals[row] = roundedTo(totals[row] ?? Number.NaN, step, mode)
    }
    admit(from, count, may)
    gate(from, count, ceilings)
    for (let i = 0; i < count; i++) {
      const total = totals[from + i] as number
      let band = 0
      while (band < bands.length && !(total >= (bands[band] as number))) band++
      const ceiling = ceilings[i] as number
      const answer = may[i] as number
      if (band === bands.length || answer !== 2 || ceiling >= open) {
        unsettled(from + i, band < bands.length, answer, ceiling)
      } else {
        const reached = ranks[band] as number
        levels[from + i] = Math.max(ceiling, reached)
      }
    }
  }
}
