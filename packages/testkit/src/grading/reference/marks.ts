import { parseExact } from "@zhengyou/core"
import type { Aggregator, Criterion, CriterionNode, Mark } from "@zhengyou/grading"
import * as Result from "effect/Result"
import {
  divide,
  type Fraction,
  isLess,
  larger,
  multiply,
  nought,
  roundTo,
  smaller,
  subtract,
  total,
  whole
} from "./fraction.ts"

/** An item that applies to a unit, and what its score is multiplied by. */
export interface Item {
  readonly criterion: Criterion
  readonly factor: Fraction
}

/** The items that apply to a type of unit. */
export const itemsFor = (
  nodes: ReadonlyArray<CriterionNode>,
  type: string | undefined,
  factor: Fraction = whole(1)
): ReadonlyArray<Item> =>
  nodes
    .filter(({ onlyFor }) => onlyFor === undefined || (type !== undefined && onlyFor.includes(type)))
    .flatMap((node) => {
      const own = multiply(factor, node.weight)
      return "items" in node ? itemsFor(node.items, type, own) : [{ criterion: node, factor: own }]
    })

/** A label that reads as a number is that number. */
const sameLabel = (label: string, mark: Mark): boolean => {
  const [a, b] = [parseExact(label), typeof mark === "string" ? parseExact(mark) : Result.succeed(mark)]
  if (Result.isSuccess(a) && Result.isSuccess(b)) return a.success.n === b.success.n && a.success.d === b.success.d
  return label === mark
}

/** What a mark is worth, by the words of the scoring. */
export const worthOf = ({ maximum, scoring }: Criterion, mark: Mark): Fraction => {
  if (scoring.kind === "anchors") return scoring.anchors.find(({ label }) => sameLabel(label, mark))?.points ?? nought
  if (scoring.kind === "letters")
    return multiply(maximum, scoring.letters.find(({ label }) => sameLabel(label, mark))?.share ?? nought)
  if (typeof mark === "string") return nought
  switch (scoring.kind) {
    case "points":
      return mark
    case "deduct":
      return larger(scoring.floor, subtract(maximum, multiply(mark, scoring.each)))
    case "count":
      return scoring.capped ? smaller(maximum, multiply(mark, scoring.each)) : multiply(mark, scoring.each)
    case "place": {
      const lost = multiply(multiply(subtract(mark, whole(1)), scoring.step), maximum)
      return larger(nought, subtract(maximum, lost))
    }
    case "rate":
      return scoring.steps.find(({ from }) => !isLess(mark, from))?.points ?? scoring.below
    case "outOf":
      return divide(multiply(mark, maximum), scoring.of)
  }
}

/** How many scores an aggregator drops at the low and at the high end. */
const dropsOf = (aggregate: Aggregator, scores: number): readonly [number, number] => {
  if (!("onlyAbove" in aggregate) || scores <= aggregate.onlyAbove) return [0, 0]
  if (aggregate.method === "trimmedMean") return [aggregate.dropLowest, aggregate.dropHighest]
  const each = Number(roundTo(multiply(aggregate.share, whole(scores)), { mode: aggregate.rounding, digits: 0 }).n)
  return [each, each]
}

const meanOf = (numbers: ReadonlyArray<Fraction>): Fraction => divide(total(numbers), whole(numbers.length))

/** One figure of several, at least one. */
export const combined = (aggregate: Aggregator, numbers: ReadonlyArray<Fraction>): Fraction => {
  const sorted = numbers.toSorted((a, b) => (isLess(a, b) ? -1 : isLess(b, a) ? 1 : 0))
  switch (aggregate.method) {
    case "mean":
      return meanOf(numbers)
    case "min":
      return sorted[0] ?? nought
    case "max":
      return sorted.at(-1) ?? nought
    case "median":
      return meanOf(sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1))
    default: {
      const [low, high] = dropsOf(aggregate, sorted.length)
      return meanOf(sorted.slice(low, sorted.length - high))
    }
  }
}
