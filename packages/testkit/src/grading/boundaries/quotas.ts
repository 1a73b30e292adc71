import type { GradingInputs, Quota, RuleBook } from "@zhengyou/grading"
import { say } from "../../internal/say.ts"
import { add, divide, type Fraction, multiply, roundTo, subtract, whole } from "../reference/fraction.ts"
import { referenceStanding } from "../reference/standing.ts"
import type { Boundary, Side } from "./Boundary.ts"
import { boundary, totalOf } from "./bands.ts"
import { type Settled, settle } from "./settle.ts"
import { solved } from "./solve.ts"

/** The most units that are made up for a quota. */
const manyUnits = 40

const seatsOf = ({ seats }: Quota, units: number): number =>
  "count" in seats
    ? seats.count
    : Number(roundTo(multiply(seats.share, whole(units)), { mode: seats.rounding, digits: 0 }).n)

/** The totals that have a level: from its band's bound up to the next one's, or up to the highest total. */
const rangeOf = (book: RuleBook, level: string): readonly [Fraction, Fraction] | undefined => {
  const at = book.bands.findIndex((band) => band.level === level)
  const own = book.bands[at]
  return own && [own.from, book.bands[at - 1]?.from ?? book.convertTo ?? book.fullMarks]
}

/** Totals that lie within a range, highest first: so many different ones, the last twice where there is to be a tie. */
const totalsIn = ([from, to]: readonly [Fraction, Fraction], units: number, tied: boolean): ReadonlyArray<Fraction> => {
  const share = (i: number) => add(from, multiply(subtract(to, from), divide(whole(units - i), whole(units + 1))))
  return Array.from({ length: units }, (_, i) => share(tied && i === units - 1 ? Math.max(0, i - 1) : i))
}

/** The round of units of given totals, alike in all else; nothing where one of the totals cannot be had. */
const roundOfTotals = (
  book: RuleBook,
  settled: Settled,
  totals: ReadonlyArray<Fraction>
): GradingInputs | undefined => {
  const rounds = totals.map((total, i) => solved(book, settled, total, totalOf(book), `u${i + 1}`))
  const all = rounds.flatMap((one) => (one === undefined ? [] : [one]))
  const [first] = all
  if (first === undefined || all.length < totals.length) return undefined
  return {
    ...first,
    units: all.flatMap(({ units }) => units),
    sheets: all.flatMap(({ sheets }) => sheets),
    facts: all.flatMap(({ facts }) => facts)
  }
}

/** How many units a round needs for a cut to fall among units on a level, and how many of them are on it. */
const sizeOf = (quota: Quota): { readonly units: number; readonly seats: number } | undefined => {
  for (let units = 2; units <= manyUnits; units++) {
    const seats = seatsOf(quota, units)
    if (seats >= 1 && seats + 1 <= units) return { units: "count" in quota.seats ? seats + 1 : units, seats }
  }
  return undefined
}

const cut: Readonly<Record<Side, { readonly more: 0 | 1; readonly tied: boolean }>> = {
  below: { more: 0, tied: false },
  on: { more: 1, tied: true },
  above: { more: 1, tied: false }
}

const ofQuota = (book: RuleBook, settled: Settled, quota: Quota): Boundary => {
  const { kind, level } = quota
  // A cap counts the units of its level, a floor those above it: these are of the best level.
  const own = rangeOf(book, kind === "cap" ? level : (book.bands[0]?.level ?? level))
  const other = rangeOf(book, book.bands.at(-1)?.level ?? level)
  const size = sizeOf(quota)
  return boundary(
    "quotaCut",
    `quotas.${kind}.${level}`,
    "count" in quota.seats ? String(quota.seats.count) : `${size?.seats}/${size?.units}`,
    (side) => {
      if (size === undefined)
        return say(
          `没有一个不超过 ${manyUnits} 个单位的名册让名额不够`,
          `no roster of at most ${manyUnits} units runs out of seats`
        )
      if (own === undefined || other === undefined || own[0] === other[0])
        return say(
          "没有分数段能让一些单位在此等级、另一些在别的等级",
          "no bands put some units on the level and others below"
        )
      const { more, tied } = cut[side]
      const many = Math.min(size.units, size.seats + more)
      const totals = [
        ...totalsIn(own, many, tied),
        ...Array.from({ length: size.units - many }, () => add(other[0], { n: 1n, d: 1000n }))
      ]
      const inputs = roundOfTotals(book, settled, totals)
      if (inputs === undefined) return say("没有评分恰好得到这些总分", "no marks come to these totals")
      const wanted = kind === "cap" ? level : book.bands[0]?.level
      const isThere = inputs.units
        .slice(0, many)
        .every((unit) => referenceStanding(book, inputs, unit).level === wanted)
      return isThere
        ? { unit: `u${many}`, inputs }
        : say("门槛让这些单位到不了此等级", "gates keep these units from the level")
    }
  )
}

/** The cuts of quotas: all seats taken, one unit too many, and two units tied for the last seat. */
export const quotaBoundaries = (book: RuleBook): ReadonlyArray<Boundary> => {
  const settled = settle(book)
  return book.quotas.map((quota) => ofQuota(book, settled, quota))
}
