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
import { emptyHalves, unitsIn } from "./unitsIn.ts"

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

/** Reads sheets that stand together by unit; nothing where anything may be wrong with them. */
const readInOrder = (
  compiled: CompiledBook,
  units: ReadonlyArray<Unit>,
  rows: ReadonlyMap<string, number>,
  sheets: ReadonlyArray<Sheet>
): ReadSheets | "scattered" | undefined => {
  const { linear } = compiled
  const panels = new Map<string, Reading>()
  for (const [id, ready] of compiled.panels) panels.set(id, readingOf(ready))
  const cells = linear?.cells ?? []
  const width = cells.length
  const sums = new Float64Array(units.length * width)
  const patterns: Array<Int32Array> = []
  const patternOf = new Int32Array(units.length).fill(-1)
  const byKey = new Map<string, number>()
  const counts = new Int32Array(width)
  const trimmed = cells.map(({ aggregate }): Array<number> | undefined =>
    aggregate.method === "mean" ? undefined : []
  )
  const isTrimming = trimmed.some((one) => one !== undefined)
  const usual: Array<Who> = []
  const first = new Int32Array(units.length)
  const last = new Int32Array(units.length)
  let pattern = -1
  const halves = emptyHalves()

  const whoIs = ({ panel, rater }: Sheet): Who | undefined => {
    const reading = panels.get(panel)
    const known = reading?.raters.get(rater)
    if (reading === undefined || known !== undefined) return known
    if (!isPlainId(rater)) return undefined
    const who = { panel, rater, reading, last: -1 }
    reading.raters.set(rater, who)
    return who
  }

  let row = -1
  for (let from = 0; from < sheets.length; ) {
    const unitId = (sheets[from] as Sheet).unit
    // Units mostly come in the same order in both lists.
    row = units[row + 1]?.id === unitId ? row + 1 : (rows.get(unitId) ?? -1)
    if (row < 0) return undefined
    if (last[row] !== 0) return "scattered"
    let isAside = false
    counts.fill(0)
    const base = row * width
    let i = from
    for (; i < sheets.length; i++) {
      const sheet = sheets[i] as Sheet
      if (sheet.unit !== unitId) break
      // The same raters mostly come in the same order for every unit.
      let who = usual[i - from]
      if (who === undefined || who.panel !== sheet.panel || who.rater !== sheet.rater) {
        who = whoIs(sheet)
        if (who === undefined) return undefined
        usual[i - from] = who
      }
      const { ready, order, inOrder } = who.reading
      if (who.last === row) return undefined
      who.last = row
      const group = ready.groups === undefined ? 0 : ready.groups.get(sheet.group ?? "")
      if (group === undefined) return undefined
      if (ready.recuses && sheet.raterUnit === sheet.unit) isAside = true
      const given = sheet.scores
      let at = 0
      let lastId = ""
      for (const id in given) {
        let slot = inOrder[at]
        if (slot === undefined || order[at] !== id) {
          slot = ready.slots.get(id)
          if (slot === undefined) return undefined
          order[at] = id
          inOrder[at] = slot
        }
        at++
        lastId = id
        const mark = given[id] as Mark
        const cell = slot.cells[group] as number
        const x = typeof mark === "string" ? -1 : unitsIn(mark.n, mark.d, halves)
        if (cell < 0 || x < 0) {
          if (!isAllowed(slot.criterion, mark) || (typeof mark !== "string" && mark.d > finest)) return undefined
          isAside = true
          continue
        }
        if (x > slot.greatest) return undefined
        counts[cell] = (counts[cell] as number) + 1
        if (isTrimming) trimmed[cell]?.push(x)
        sums[base + cell] = (sums[base + cell] as number) + x
      }
      // What is inherited is no mark, and `for in` names it behind a record's own keys.
      if (at > 0 && !Object.hasOwn(given, lastId)) return undefined
      if (ready.panel.per === "sheet" && at !== ready.slots.size) isAside = true
    }
    first[row] = from
    last[row] = i
    from = i
    if (isTrimming) trimAll(trimmed, cells, sums, base)
    if (isAside) continue
    const before = patterns[pattern]
    if (!isSame(counts, before)) {
      const key = counts.join()
      pattern = byKey.get(key) ?? patterns.length
      if (pattern === patterns.length) {
        byKey.set(key, pattern)
        patterns.push(counts.slice())
      }
    }
    patternOf[row] = pattern
  }
  return { rows, sheetsOf: (row) => sheets.slice(first[row], last[row]), sums, patterns, patternOf }
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
