// The ballots of 2010 and 2011 were never published. These are made up: every office has a standing of its own and chance does the rest; then single
// ballots are turned over at random until the year's total is the published one. Only integers are drawn and compared, so that every machine makes the same files.
import { uniformInt } from "pure-rand/distribution/uniformInt"
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus"

type Draw = (from: number, to: number) => number

const drawFrom = (seed: number): Draw => {
  const generator = xoroshiro128plus(seed)
  return (from, to) => uniformInt(generator, from, to)
}

/** A year: what it is drawn from, how many of the valid ballots were satisfied or fairly so, and how much offices stood above or below. */
export interface Year {
  readonly year: number
  readonly seed: number
  readonly favourable: number
  /** The share of favourable ballots of a middling office, in thousandths. */
  readonly middle: number
}

/** 4,662 of 5,010 is 93.05 %, 4,769 of 5,010 is 95.19 %: the published rates, 2.14 points apart. */
export const years: ReadonlyArray<Year> = [
  { year: 2010, seed: 2010, favourable: 4662, middle: 930 },
  { year: 2011, seed: 2011, favourable: 4769, middle: 952 }
]

/** The valid ballots of an office by group: 167 in all, so that 30 offices have 5,010. */
const groupSizes = [
  ["teachers", 52],
  ["students", 97],
  ["staff", 18]
] as const

/** The counts of one office and group in a year. */
export interface MadeUpCell {
  readonly unit: string
  readonly group: string
  favourable: number
  readonly valid: number
  /** Of the favourable ballots, how many of a hundred say fairly satisfied. */
  readonly fairly: number
  readonly unknown: number
}

const cellsOf = (unit: string, place: number, year: Year, draw: Draw): ReadonlyArray<MadeUpCell> => {
  // An office keeps its standing: most lie within three points of the middle, a few lag behind.
  const standing = drawFrom(7000 + place)
  const lag = standing(1, 10) === 1 ? standing(50, 110) : 0
  const share = year.middle + standing(-30, 30) - lag + draw(-12, 12)
  // A small office has few staff of others who deal with it.
  const few = place % 13 === 5
  return groupSizes.map(([group, size]) => {
    const moved = few ? (group === "staff" ? -15 : group === "students" ? 15 : 0) : 0
    const valid = size + moved
    const favourable = Array.from({ length: valid }, () => draw(1, 1000) <= share).filter(Boolean).length
    return { unit, group, favourable, valid, fairly: draw(18, 40), unknown: valid < 5 ? 0 : draw(0, 14) }
  })
}

/** The counts of a year, whose total is the published one. */
export const ballotsOf = (units: ReadonlyArray<string>, year: Year): ReadonlyArray<MadeUpCell> => {
  const draw = drawFrom(year.seed)
  const cells = units.flatMap((unit, i) => cellsOf(unit, i, year, draw))
  let off = cells.reduce((n, { favourable }) => n + favourable, 0) - year.favourable
  while (off !== 0) {
    const cell = cells[draw(0, cells.length - 1)]
    const step = off > 0 ? -1 : 1
    if (cell === undefined || cell.favourable + step < 0 || cell.favourable + step > cell.valid) continue
    cell.favourable += step
    off += step
  }
  return cells
}

/** The counts as rows of a table under their header. */
export const rowsOf = (cells: ReadonlyArray<MadeUpCell>): ReadonlyArray<ReadonlyArray<string>> => [
  ["单位", "群体", "题目", "选项", "票数"],
  ...cells.flatMap(({ unit, group, favourable, valid, fairly, unknown }) => {
    const fairlySatisfied = Math.floor((favourable * fairly) / 100)
    const counts = {
      satisfied: favourable - fairlySatisfied,
      fairlySatisfied,
      dissatisfied: valid - favourable,
      unknown
    }
    return Object.entries(counts).map(([choice, count]) => [unit, group, "overall", choice, String(count)])
  })
]
