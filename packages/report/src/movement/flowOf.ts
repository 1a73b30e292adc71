import type { Id } from "@zhengyou/core"
import type { MovementTable } from "@zhengyou/promotion"

/** A block of units of one level, before or after, in units of the drawing. */
export interface Block {
  /** The place of the level, best first; the last place is for units that are not graded. */
  readonly place: number
  readonly units: number
  readonly y: number
}

/** A band of units that went from one block to another: where it begins and ends, and how wide it is. */
export interface Ribbon {
  readonly from: number
  readonly to: number
  readonly units: number
  readonly start: number
  readonly end: number
}

/** The flow of levels as two columns of blocks with ribbons between them. */
export interface Flow {
  readonly before: ReadonlyArray<Block>
  readonly after: ReadonlyArray<Block>
  readonly ribbons: ReadonlyArray<Ribbon>
  readonly height: number
}

const stack = (sizes: ReadonlyArray<number>, gap: number): ReadonlyArray<Block> => {
  let y = 0
  return sizes.map((units, place) => {
    const block = { place, units, y }
    y += units === 0 ? 0 : units + gap
    return block
  })
}

/**
 * Lays out the flow of a movement table, one unit of the drawing for each unit that is counted.
 *
 * **Details**
 *
 * Ribbons leave and reach their blocks in the order of the levels, so that those of one block never cross. Units that were founded or are gone
 * have no ribbon: their block is larger than its ribbons.
 */
export const flowOf = ({ ladder, rows, transitions }: MovementTable): Flow => {
  const placeOf = (level: Id | undefined): number =>
    level === undefined ? ladder.length : ladder.findIndex(({ id }) => id === level)
  const most = rows.reduce((sum, row) => sum + Math.max(row.before, row.after), 0)
  // What stands between two blocks, in units: it has to be seen however many units there are.
  const gap = Math.max(3, Math.ceil(most / 20))
  const before = stack(
    rows.map((row) => row.before),
    gap
  )
  const after = stack(
    rows.map((row) => row.after),
    gap
  )
  const [left, right] = [before.map(({ y }) => y), after.map(({ y }) => y)]
  const take = (ends: Array<number>, place: number, units: number): number => {
    const y = ends[place] ?? 0
    ends[place] = y + units
    return y
  }
  const ribbons = transitions
    .map((one) => ({ from: placeOf(one.from), to: placeOf(one.to), units: one.units.length }))
    .toSorted((a, b) => a.from - b.from || a.to - b.to)
    .map((one) => ({ ...one, start: take(left, one.from, one.units), end: take(right, one.to, one.units) }))
  const bottom = (blocks: ReadonlyArray<Block>) => Math.max(0, ...blocks.map(({ y, units }) => y + units))
  return { before, after, ribbons, height: Math.max(bottom(before), bottom(after)) }
}
