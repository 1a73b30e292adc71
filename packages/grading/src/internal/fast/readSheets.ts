import { Id, type Unit } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { dropsOf } from "../../Aggregator.ts"
import type { CompiledBook } from "../../fast/compileBook.ts"
import type { GradingInputs } from "../../GradingInputs.ts"
import { isAllowed, type Mark } from "../../Scoring.ts"
import type { Sheet } from "../../Sheet.ts"
import { isSame } from "./isSame.ts"
import type { LinearBook } from "./linearBook.ts"
import type { ReadyPanel, Slot } from "./readyPanels.ts"
import { emptyHalves, type Halves, unitsIn } from "./unitsIn.ts"

/** The largest denominator that sheets may have, as the inputs are checked everywhere. */
export const finest = 10n ** 12n

const isId = Schema.is(Id)
const isPlainId = (id: string): boolean => (/^[\w.:-]{1,120}$/.test(id) && id !== "__proto__") || isId(id)

/** A rater of a panel, with the last row that a sheet of theirs was about. */
interface Who {
  readonly panel: string
  readonly rater: string
  readonly reading: Reading
  last: number
}

/** A panel while a round's sheets are read. */
interface Reading {
  readonly ready: ReadyPanel
  /** The criteria in the order in which sheets name them: sheets mostly agree on it. */
  readonly order: Array<string>
  readonly inOrder: Array<Slot>
  readonly raters: Map<string, Who>
}

const readingOf = (ready: ReadyPanel): Reading => ({
  ready,
  order: [...ready.slots.keys()],
  inOrder: [...ready.slots.values()],
  raters: new Map()
})

/** The sheets of a round as sums of marks by unit and cell. */
export interface ReadSheets {
  readonly rows: ReadonlyMap<string, number>
  /** The sheets of a row, in the order given. */
  readonly sheetsOf: (row: number) => ReadonlyArray<Sheet>
  /** By row and cell: what is kept of the marks, in units of `10 ** -objectDigits`. */
  readonly sums: Float64Array
  /** How many marks each cell has, by the number of the row's pattern. */
  readonly patterns: ReadonlyArray<Int32Array>
  /** The pattern of each row; -1 where the ordinary engine must stand the unit. */
  readonly patternOf: Int32Array
}

const rowsOf = (units: ReadonlyArray<Unit>): ReadonlyMap<string, number> | undefined => {
  const rows = new Map<string, number>()
  for (let row = 0; row < units.length; row++) {
    const id = units[row]?.id ?? ""
    if (!isPlainId(id)) return undefined
    rows.set(id, row)
  }
  return rows.size === units.length ? rows : undefined
}

/** Brings a round's sheets together by unit; nothing where one is about no unit of the round. */
const together = (
  sheets: ReadonlyArray<Sheet>,
  rows: ReadonlyMap<string, number>
): ReadonlyArray<Sheet> | undefined => {
  const byRow = Array.from({ length: rows.size }, (): Array<Sheet> => [])
  for (const sheet of sheets) {
    const own = byRow[rows.get(sheet.unit) ?? -1]
    if (own === undefined) return undefined
    own.push(sheet)
  }
  return byRow.flat()
}

/**
 * Reads a round's units and sheets; nothing where anything may be wrong with them, which is then looked at in full.
 */
export const readSheets = (compiled: CompiledBook, inputs: GradingInputs): ReadSheets | undefined => {
  const { units, sheets } = inputs
  const rows = rowsOf(units)
  if (rows === undefined) return undefined
  // Sheets mostly stand together by unit: they are brought together only where reading finds that they do not.
  const read = readInOrder(compiled, units, rows, sheets)
  if (read !== "scattered") return read
  const sorted = together(sheets, rows)
  const again = sorted && readInOrder(compiled, units, rows, sorted)
  return again === "scattered" ? undefined : again
}

/** What a round's sheets are read into, a unit at a time. */
interface Reader {
  readonly cells: LinearBook["cells"]
  readonly panels: ReadonlyMap<string, Reading>
  /** Who mostly gives the first sheet of a unit, the second and so on. */
  readonly usual: Array<Who>
  readonly sums: Float64Array
  /** How many marks each cell of the unit has. */
  readonly counts: Int32Array
  /** The marks of the unit in the cells that drop some; nothing where none does. */
  readonly trimmed: ReadonlyArray<Array<number> | undefined> | undefined
  readonly halves: Halves
}

const readerFor = ({ linear, panels }: CompiledBook, size: number): Reader => {
  const cells = linear?.cells ?? []
  const readings = new Map<string, Reading>()
  for (const [id, ready] of panels) readings.set(id, readingOf(ready))
  const isTrimming = cells.some(({ aggregate }) => aggregate.method !== "mean")
  return {
    cells,
    panels: readings,
    usual: [],
    sums: new Float64Array(size * cells.length),
    counts: new Int32Array(cells.length),
    trimmed: isTrimming ? cells.map(({ aggregate }) => (aggregate.method === "mean" ? undefined : [])) : undefined,
    halves: emptyHalves()
  }
}

const whoIs = ({ panels }: Reader, { panel, rater }: Sheet): Who | undefined => {
  const reading = panels.get(panel)
  const known = reading?.raters.get(rater)
  if (reading === undefined || known !== undefined) return known
  if (!isPlainId(rater)) return undefined
  const who = { panel, rater, reading, last: -1 }
  reading.raters.set(rater, who)
  return who
}

/** What reading came to: whole numbers hold it, the ordinary engine must stand the unit, or something may be wrong. */
type Found = "whole" | "aside" | "faulty"

/** Reads one sheet, the n-th of its unit. */
const readSheet = (reader: Reader, sheet: Sheet, nth: number, row: number): Found => {
  const { usual, sums, counts, trimmed, halves } = reader
  // The same raters mostly come in the same order for every unit.
  let who = usual[nth]
  if (who === undefined || who.panel !== sheet.panel || who.rater !== sheet.rater) {
    who = whoIs(reader, sheet)
    if (who === undefined) return "faulty"
    usual[nth] = who
  }
  if (who.last === row) return "faulty"
  who.last = row
  const { ready, order, inOrder } = who.reading
  const group = ready.groups === undefined ? 0 : ready.groups.get(sheet.group ?? "")
  if (group === undefined) return "faulty"
  const base = row * counts.length
  const given = sheet.scores
  let isAside = ready.recuses && sheet.raterUnit === sheet.unit
  let at = 0
  let lastId = ""
  for (const id in given) {
    let slot = inOrder[at]
    if (slot === undefined || order[at] !== id) {
      slot = ready.slots.get(id)
      if (slot === undefined) return "faulty"
      order[at] = id
      inOrder[at] = slot
    }
    at++
    lastId = id
    const mark = given[id] as Mark
    const cell = slot.cells[group] as number
    const x = typeof mark === "string" ? -1 : unitsIn(mark.n, mark.d, halves)
    if (cell < 0 || x < 0) {
      if (!isAllowed(slot.criterion, mark) || (typeof mark !== "string" && mark.d > finest)) return "faulty"
      isAside = true
      continue
    }
    if (x > slot.greatest) return "faulty"
    counts[cell] = (counts[cell] as number) + 1
    if (trimmed !== undefined) trimmed[cell]?.push(x)
    sums[base + cell] = (sums[base + cell] as number) + x
  }
  // What is inherited is no mark, and `for in` names it behind a record's own keys.
  if (at > 0 && !Object.hasOwn(given, lastId)) return "faulty"
  return isAside || (ready.panel.per === "sheet" && at !== ready.slots.size) ? "aside" : "whole"
}

/** Numbers patterns: the same number for the same counts. */
const patternsOf = () => {
  const patterns: Array<Int32Array> = []
  const byKey = new Map<string, number>()
  let last = -1
  const numberOf = (counts: Int32Array): number => {
    if (isSame(counts, patterns[last])) return last
    const key = counts.join()
    last = byKey.get(key) ?? patterns.length
    if (last === patterns.length) {
      byKey.set(key, last)
      patterns.push(counts.slice())
    }
    return last
  }
  return { patterns, numberOf }
}

/** Reads sheets that stand together by unit; nothing where anything may be wrong with them. */
const readInOrder = (
  compiled: CompiledBook,
  units: ReadonlyArray<Unit>,
  rows: ReadonlyMap<string, number>,
  sheets: ReadonlyArray<Sheet>
): ReadSheets | "scattered" | undefined => {
  const reader = readerFor(compiled, units.length)
  const { sums, counts, trimmed, cells } = reader
  const { patterns, numberOf } = patternsOf()
  const patternOf = new Int32Array(units.length).fill(-1)
  const first = new Int32Array(units.length)
  const last = new Int32Array(units.length)
  let row = -1
  for (let from = 0; from < sheets.length; from = last[row] as number) {
    const unitId = (sheets[from] as Sheet).unit
    // Units mostly come in the same order in both lists.
    row = units[row + 1]?.id === unitId ? row + 1 : (rows.get(unitId) ?? -1)
    if (row < 0) return undefined
    if (last[row] !== 0) return "scattered"
    first[row] = from
    counts.fill(0)
    let isAside = false
    let i = from
    for (; i < sheets.length && (sheets[i] as Sheet).unit === unitId; i++) {
      const found = readSheet(reader, sheets[i] as Sheet, i - from, row)
      if (found === "faulty") return undefined
      if (found === "aside") isAside = true
    }
    last[row] = i
    if (trimmed !== undefined) trimAll(trimmed, cells, sums, row * cells.length)
    if (!isAside) patternOf[row] = numberOf(counts)
  }
  return { rows, sheetsOf: (of) => sheets.slice(first[of], last[of]), sums, patterns, patternOf }
}

/** Takes the marks that a cell drops out of its sum, for one unit, and empties the lists of marks. */
const trimAll = (
  trimmed: ReadonlyArray<Array<number> | undefined>,
  cells: LinearBook["cells"],
  sums: Float64Array,
  base: number
): void => {
  for (const [cell, marks] of trimmed.entries()) {
    const aggregate = cells[cell]?.aggregate
    if (marks === undefined || marks.length === 0 || aggregate === undefined) continue
    const { lowest, highest } = dropsOf(aggregate, marks.length)
    marks.sort((a, b) => a - b)
    for (let i = 0; i < marks.length; i++) {
      if (i < lowest || i >= marks.length - highest) sums[base + cell] = (sums[base + cell] ?? 0) - (marks[i] ?? 0)
    }
    marks.length = 0
  }
}
