import { type Condition, levelRank } from "@zhengyou/core"
import type { CompiledBook } from "../../fast/compileBook.ts"
import { factsOfUnit } from "../unitFacts.ts"
import { type Ask, askOf, blockSize, type FactView } from "./ask.ts"
import { type BandTable, mixed, open } from "./bandTable.ts"
import type { IntegerPlan } from "./integerPlan.ts"
import { roundTo } from "./roundTo.ts"
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

/** What gates do to a row that is not graded; otherwise they lower it to a place on the ladder, or leave it `open`. */
const shut = 32_767

/** Lowers the ceilings of a block's rows to what a gate holds by its answer. */
const lower = (ceilings: Int16Array, answers: Uint8Array, heldBy: Int16Array, count: number): void => {
  for (let i = 0; i < count; i++) {
    const held = heldBy[answers[i] as number] as number
    if (held > (ceilings[i] as number)) ceilings[i] = held
  }
}

/** Makes the gates ready: for each row of a block, the lowest level that they allow, `shut` or `open`. */
const gatesFor = ({ book }: CompiledBook, askFor: (when: Condition) => Ask, block: number) => {
  const answers = new Uint8Array(block)
  const gates = book.gates.map(({ when, then }) => ({
    ask: askFor(when),
    // A level that is frozen on a fact is for the ordinary engine to find.
    heldBy: Int16Array.of(
      0,
      open,
      "notGraded" in then ? shut : "notAbove" in then ? open : levelRank(book.ladder, then.atMost)
    )
  }))
  return (from: number, count: number, ceilings: Int16Array): void => {
    ceilings.fill(0, 0, count)
    for (const { ask, heldBy } of gates) {
      ask(from, count, answers)
      lower(ceilings, answers, heldBy, count)
    }
  }
}

/**
 * Makes eligibility and recognition ready: 2 for a row that may be scored, 0 for one that is not eligible, 1 where the ordinary engine must
 * say. Nothing where the book admits every row.
 */
const admissionFor = ({ book }: CompiledBook, askFor: (when: Condition) => Ask, block: number) => {
  if (book.eligibility.length + book.recognitions.length === 0) return undefined
  const answers = new Uint8Array(block)
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

interface Rows {
  readonly levels: Int16Array
  readonly totals: Float64Array
  readonly ceilings: Int16Array
  readonly bands: BandTable
  readonly odd: Int32Array
}

/** Gives each row of a block the level of its band, or the lower one that the gates allow; notes the others in `odd`, and says how many. */
const settleRows = ({ levels, totals, ceilings, bands, odd }: Rows, from: number, count: number): number => {
  const { cells, factor } = bands
  let others = 0
  for (let i = 0; i < count; i++) {
    const rank = cells[((totals[from + i] as number) * factor) | 0] as number
    const ceiling = ceilings[i] as number
    const level = Math.max(ceiling, rank)
    levels[from + i] = level
    if (level >= mixed) odd[others++] = i
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
  const block = Math.min(blockSize, source.size)
  const view = viewsOf(compiled, plan, source, totals, scores)
  const askFor = (when: Condition): Ask => askOf(when, compiled.known, view, block)
  const admit = admissionFor(compiled, askFor, block)
  const gate = gatesFor(compiled, askFor, block)
  const mode = book.rounding.total?.mode ?? "halfExpand"
  const { step, bands } = plan
  const may = new Uint8Array(block).fill(2)
  const ceilings = new Int16Array(block)
  const odd = new Int32Array(block)

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
    if (step !== undefined) roundTo(totals, from, count, step, mode)
    gate(from, count, ceilings)
    if (admit !== undefined) {
      admit(from, count, may)
      for (let i = 0; i < count; i++) if (may[i] !== 2) ceilings[i] = open
    }
    const others = settleRows({ levels, totals, ceilings, bands, odd }, from, count)
    for (let at = 0; at < others; at++) {
      const i = odd[at] ?? 0
      const [rank, ceiling] = [bands.rankOf(totals[from + i] ?? Number.NaN), ceilings[i] ?? open]
      if (rank < open && ceiling < open) levels[from + i] = Math.max(rank, ceiling)
      else unsettled(from + i, rank < open, may[i] ?? 1, ceiling)
    }
  }
}
