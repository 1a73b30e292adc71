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

type Eight = readonly [number, number, number, number, number, number, number, number]

/** Bounds, eight at a time; a short last eight is filled up with one that every total reaches. */
const eights = (bounds: ReadonlyArray<number>): ReadonlyArray<Eight> =>
  Array.from({ length: Math.ceil(bounds.length / 8) }, (_, i) => {
    const at = (k: number): number => bounds[8 * i + k] ?? -Infinity
    return [at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7)]
  })

/**
 * Counts for each row of a block the bounds that its total does not reach, all of them for NaN.
 *
 * A sum of comparisons is computed without a branch: totals fall in any band, and wrong guesses take a processor longer
 * than all eight comparisons.
 */
const countUnreached = (
  [a, b, c, d, e, f, g, h]: Eight,
  totals: Float64Array,
  from: number,
  count: number,
  unreached: Int32Array
): void => {
  for (let i = 0; i < count; i++) {
    const x = totals[from + i] as number
    unreached[i] =
      (unreached[i] as number) +
      Number(!(x >= a)) +
      Number(!(x >= b)) +
      Number(!(x >= c)) +
      Number(!(x >= d)) +
      Number(!(x >= e)) +
      Number(!(x >= f)) +
      Number(!(x >= g)) +
      Number(!(x >= h))
  }
}

interface Rows {
  readonly levels: Int16Array
  readonly reached: Int32Array
  readonly ceilings: Int16Array
  readonly may: Uint8Array
  readonly ranks: Int16Array
  readonly odd: Int32Array
}

/** Gives each row of a block the level of its band, or the lower one that the gates allow; notes the others in `odd`, and says how many. */
const settleRows = ({ levels, reached, ceilings, may, ranks, odd }: Rows, from: number, count: number): number => {
  let others = 0
  for (let i = 0; i < count; i++) {
    const band = reached[i] as number
    const ceiling = ceilings[i] as number
    if (band >= ranks.length || ceiling >= open || may[i] !== 2) odd[others++] = i
    else levels[from + i] = Math.max(ceiling, ranks[band] as number)
  }
  return others
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
  const bands = book.bands.map(({ from }) => boundOf(from, plan.scale).ceil)
  const bounds = eights(bands)
  const ranks = Int16Array.from(book.bands, ({ level }) => levelRank(book.ladder, level))
  const mode = book.rounding.total?.mode ?? "halfExpand"
  const { step } = plan
  const may = new Uint8Array(blockSize)
  const ceilings = new Int16Array(blockSize)
  const reached = new Int32Array(blockSize)
  const odd = new Int32Array(blockSize)

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
    reached.fill(0)
    for (const eight of bounds) countUnreached(eight, totals, from, count, reached)
    const others = settleRows({ levels, reached, ceilings, may, ranks, odd }, from, count)
    for (let at = 0; at < others; at++) {
      const i = odd[at] ?? 0
      unsettled(from + i, (reached[i] ?? 0) < ranks.length, may[i] ?? 1, ceilings[i] ?? open)
    }
  }
}
