import { dividedByUnsafe, type Exact, minus, plus, sum, times } from "@zhengyou/core"
import type { Intraclass, Reliability } from "../Agreement.ts"
import { type Given, inMarks, sortedGroups, whole } from "./panelSheets.ts"

interface MeanSquares {
  readonly units: Exact
  readonly raters: Exact
  readonly rest: Exact
}

type Groups = ReadonlyArray<readonly [string, ReadonlyArray<Given>]>

const squared = (x: Exact): Exact => times(x, x)

/** The two-way analysis of variance of a complete table without repetition. */
const meanSquaresOf = (given: ReadonlyArray<Given>, units: Groups, raters: Groups): MeanSquares => {
  const common = dividedByUnsafe(squared(sum(given.map(({ score }) => score))), whole(given.length))
  const between = (groups: Groups, size: number): Exact => {
    const squares = sum(groups.map(([, scores]) => squared(sum(scores.map(({ score }) => score)))))
    return minus(dividedByUnsafe(squares, whole(size)), common)
  }
  const ofUnits = between(units, raters.length)
  const ofRaters = between(raters, units.length)
  const all = minus(sum(given.map(({ score }) => squared(score))), common)
  const rest = minus(minus(all, ofUnits), ofRaters)
  const [unitsFree, ratersFree] = [units.length - 1, raters.length - 1]
  return {
    units: dividedByUnsafe(ofUnits, whole(unitsFree)),
    raters: dividedByUnsafe(ofRaters, whole(ratersFree)),
    rest: dividedByUnsafe(rest, whole(unitsFree * ratersFree))
  }
}

/**
 * Reliability from the mean square of the units, that of the rest, and what lenient and severe raters add to the error
 * of one score. Where units differ at all, both divisors are above nought.
 */
const reliability = (units: Exact, rest: Exact, added: Exact, raters: number): Reliability => {
  const told = minus(units, rest)
  const error = plus(rest, added)
  const single = dividedByUnsafe(told, plus(told, times(whole(raters), error)))
  if (single.n <= 0n) return { single }
  return { single, average: dividedByUnsafe(told, plus(told, error)) }
}

/** The intraclass correlations of Shrout and Fleiss (1979), as fractions. */
export const intraclassOf = (given: ReadonlyArray<Given>, parts: bigint): Intraclass => {
  const units = sortedGroups(given, ({ unit }) => unit)
  const raters = sortedGroups(given, ({ rater }) => rater)
  if (units.every(([, scores]) => scores.length < 2)) return { _tag: "NotShared" }
  if (units.length === 1) return { _tag: "OneUnit" }
  if (given.length !== units.length * raters.length) return { _tag: "Incomplete" }
  const meanSquares = meanSquaresOf(given, units, raters)
  if (meanSquares.units.n === 0n) return { _tag: "UnitsAlike" }
  const ofRater = dividedByUnsafe(minus(meanSquares.raters, meanSquares.rest), whole(units.length))
  return {
    _tag: "Measured",
    units: units.length,
    raters: raters.length,
    meanSquares: {
      units: inMarks(meanSquares.units, parts ** 2n),
      raters: inMarks(meanSquares.raters, parts ** 2n),
      rest: inMarks(meanSquares.rest, parts ** 2n)
    },
    agreement: reliability(meanSquares.units, meanSquares.rest, ofRater, raters.length),
    consistency: reliability(meanSquares.units, meanSquares.rest, whole(0), raters.length)
  }
}
