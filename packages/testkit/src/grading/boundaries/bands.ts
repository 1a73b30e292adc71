import type { Text } from "@zhengyou/core"
import type { RuleBook } from "@zhengyou/grading"
import { figure, say } from "../../internal/say.ts"
import { add, type Fraction, isLess, isSame, nought, roundTo, subtract } from "../reference/fraction.ts"
import { referenceStanding } from "../reference/standing.ts"
import type { Boundary, Hit, Side, ThresholdKind } from "./Boundary.ts"
import { type Settled, settle } from "./settle.ts"
import { type Figure, solved } from "./solve.ts"

const sides: ReadonlyArray<Side> = ["below", "on", "above"]

/** A value and its neighbours one step away. */
export const around = (value: Fraction, step: Fraction): Readonly<Record<Side, Fraction>> => ({
  below: subtract(value, step),
  on: value,
  above: add(value, step)
})

/** Puts together what was found on each side, with a reason for each side on which nothing was. */
export const boundary = (
  kind: ThresholdKind,
  at: string,
  value: string,
  find: (side: Side) => Omit<Hit, "side"> | Text
): Boundary => {
  const found = sides.map((side) => ({ side, one: find(side) }))
  return {
    kind,
    at,
    value,
    hits: found.flatMap(({ side, one }) => (typeof one === "object" && "inputs" in one ? [{ side, ...one }] : [])),
    missed: found.flatMap(({ side, one }) =>
      typeof one === "object" && "inputs" in one ? [] : [{ side, because: one }]
    )
  }
}

const noMarks = say("没有一组评分恰好得到这个数", "no marks come to exactly this figure")

/** The exact total of the only unit. */
export const totalOf =
  (book: RuleBook): Figure =>
  (inputs) => {
    const [unit] = inputs.units
    return unit && referenceStanding(book, inputs, unit).exact
  }

/** The boundary of a figure that marks come to, in steps. */
export const figureBoundary = (
  book: RuleBook,
  kind: ThresholdKind,
  at: string,
  value: Fraction,
  step: Fraction,
  figureOf: Figure,
  settled: Settled = settle(book)
): Boundary => {
  // Where roundings stand between marks and the figure, a small step may not be there to be made, but a larger one.
  const steps = [1n, 10n, 100n, 1000n].map((times): Fraction => ({ n: step.n * times, d: step.d }))
  return boundary(kind, at, figure(value), (side) => {
    const targets = side === "on" ? [value] : steps.map((one) => around(value, one)[side])
    const possible = targets.filter((target) => !isLess(target, nought))
    if (possible.length === 0) return say("没有低于零的分数", "there are no figures below nought")
    for (const target of possible) {
      const inputs = solved(book, settled, target, figureOf)
      if (inputs !== undefined) return { unit: "u1", inputs }
    }
    return noMarks
  })
}

/** The exact total at which rounding begins to reach a bound, where that is another number than the bound. */
const edgeOf = (book: RuleBook, from: Fraction): Fraction | undefined => {
  const { total } = book.rounding
  if (book.decideOn === "exact" || total === undefined) return undefined
  const unit: Fraction = { n: 1n, d: 10n ** BigInt(total.digits) }
  if (!isSame(roundTo(from, { mode: "floor", digits: total.digits }), from)) return undefined
  if (total.mode === "ceil" || total.mode === "expand") return subtract(from, unit)
  return total.mode.startsWith("half") ? subtract(from, { n: 1n, d: 2n * unit.d }) : undefined
}

/** The bounds of the bands, and the totals that are just rounded up to them. */
export const bandBoundaries = (book: RuleBook): ReadonlyArray<Boundary> => {
  // A unit that no gate touches where there can be one; for the rest gates do not matter to a band.
  const settled = settle(book)
  const open: RuleBook = { ...book, gates: [] }
  return book.bands.flatMap(({ level, from }): ReadonlyArray<Boundary> => {
    const edge = edgeOf(book, from)
    const digits = BigInt(book.rounding.total?.digits ?? 2)
    return [
      figureBoundary(open, "band", `bands.${level}`, from, { n: 1n, d: 1000n }, totalOf(open), settled),
      ...(edge === undefined
        ? []
        : [
            figureBoundary(
              open,
              "roundingEdge",
              `bands.${level}`,
              edge,
              { n: 1n, d: 10n ** (digits + 3n) },
              totalOf(open),
              settled
            )
          ])
    ]
  })
}
