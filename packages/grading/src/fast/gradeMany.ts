import * as Result from "effect/Result"
import { InputsInvalid } from "../errors.ts"
import type { GradingInputs } from "../GradingInputs.ts"
import { blockSize } from "../internal/fast/ask.ts"
import { finish } from "../internal/fast/finish.ts"
import type { PatternWeights, RoundPlan } from "../internal/fast/planner.ts"
import { type FactRows, readFacts } from "../internal/fast/readFacts.ts"
import { type ReadSheets, readSheets } from "../internal/fast/readSheets.ts"
import { objectDigits } from "../internal/fast/readyPanels.ts"
import type { Source } from "../internal/fast/Source.ts"
import { emptyTally, settler, type Tally } from "../internal/fast/Tally.ts"
import { groupBy } from "../internal/groupBy.ts"
import { awardFaults, inputFaults, validityFaults } from "../internal/inputFaults.ts"
import { inputsByUnit, type UnitInputs } from "../internal/standUnit.ts"
import type { CompactGrading } from "./CompactGrading.ts"
import type { CompiledBook } from "./compileBook.ts"

const sourceOf = (inputs: GradingInputs, facts: FactRows, read: ReadSheets | undefined): Source => {
  const { units } = inputs
  let all: ReadonlyArray<UnitInputs> | undefined
  const factsBy = new Map<string, GradingInputs["facts"]>()
  const awardsBy = groupBy(inputs.awards ?? [], (award) => award.unit)
  const byUnit = (id: string) => {
    if (factsBy.size === 0) for (const [unit, own] of groupBy(inputs.facts, (fact) => fact.unit)) factsBy.set(unit, own)
    return factsBy.get(id) ?? []
  }
  return {
    size: units.length,
    asOf: inputs.asOf,
    lotSeed: inputs.lotSeed,
    unit: (row) => units[row] ?? { id: "", name: "" },
    fact: (name) => facts.get(name) ?? { values: () => undefined },
    inputs: (row) => {
      const unit = units[row] ?? { id: "", name: "" }
      if (read === undefined) {
        all ??= inputsByUnit(inputs)
        return all[row] ?? { unit, sheets: [], facts: [], awards: [] }
      }
      return { unit, sheets: read.sheetsOf(row), facts: byUnit(unit.id), awards: awardsBy.get(unit.id) ?? [] }
    }
  }
}

/** The sum of a row's cells, each times its weight. */
const sumOf = (weights: Float64Array, sums: Float64Array, base: number): number => {
  let sum = 0
  for (let cell = 0; cell < weights.length; cell++) sum += (weights[cell] as number) * (sums[base + cell] as number)
  return sum
}

const addUpSheets = (
  width: number,
  { plan, weightsOf }: RoundPlan,
  { sums, patternOf }: ReadSheets,
  { units }: GradingInputs,
  { totals }: Tally,
  scores: ReadonlyMap<string, Float64Array>
): void => {
  // Units mostly have the same type and the same marks as the one before.
  let [typeBefore, patternBefore]: [string | undefined, number] = [undefined, -1]
  let weights: PatternWeights | undefined
  for (let row = 0; row < units.length; row++) {
    const type = units[row]?.type
    const pattern = patternOf[row] ?? -1
    if (type !== typeBefore || pattern !== patternBefore) {
      weights = weightsOf(pattern, plan.kindOf(type))
      typeBefore = type
      patternBefore = pattern
    }
    totals[row] = weights === undefined ? Number.NaN : sumOf(weights.total, sums, row * width)
    for (const [name, own] of weights?.scores ?? []) {
      const out = scores.get(name)
      if (out !== undefined) out[row] = sumOf(own, sums, row * width)
    }
  }
}

/**
 * Grades the same inputs as `grade` with the same outcomes, ranks and quotas, in a small part of its time.
 *
 * **When to use**
 *
 * Where many units are graded, or one round many times, and the reasons are read of some of them only.
 *
 * **Details**
 *
 * A unit that lacks a mark or a fact, has awards, marks finer than a ten-thousandth or labels, or is recognised goes through the
 * ordinary engine, as do all units of a book that is not a sum of means.
 *
 * **Refusals**
 *
 * `InputsInvalid` with every fault that `grade` would find.
 */
export const gradeMany = (
  compiled: CompiledBook,
  inputs: GradingInputs
): Result.Result<CompactGrading, InputsInvalid> => {
  const { book, linear } = compiled
  const { awards = [] } = inputs
  const read = validityFaults(book, inputs.asOf).length > 0 ? undefined : readSheets(compiled, inputs)
  const facts = read && readFacts(compiled, inputs, read.rows)
  const isClean =
    read !== undefined &&
    facts !== undefined &&
    (awards.length === 0 || awardFaults(book, new Set(read.rows.keys()), awards).length === 0)
  const tally = emptyTally(inputs.units.length)
  if (!isClean) {
    const faults = inputFaults(book, inputs)
    if (faults.length > 0) return Result.fail(new InputsInvalid({ faults }))
    return Result.succeed(allLeft(compiled, sourceOf(inputs, new Map(), undefined), tally))
  }
  const source = sourceOf(inputs, facts, read)
  const planned = compiled.plan(read.patterns, objectDigits)
  if (linear === undefined || planned === undefined) return Result.succeed(allLeft(compiled, source, tally))
  for (const { unit } of awards) read.patternOf[read.rows.get(unit) ?? -1] = -1
  const { plan } = planned
  const scores = new Map(plan.scores.map((name) => [name, new Float64Array(source.size).fill(Number.NaN)]))
  addUpSheets(linear.cells.length, planned, read, inputs, tally, scores)
  const settle = settler(compiled, plan, source, tally, scores)
  for (let from = 0; from < source.size; from += blockSize) settle(from, Math.min(blockSize, source.size - from))
  return Result.succeed(finish(compiled, plan, source, tally))
}

const allLeft = (compiled: CompiledBook, source: Source, tally: Tally): CompactGrading => {
  for (let row = 0; row < source.size; row++) tally.left.push(row)
  return finish(compiled, undefined, source, tally)
}
