import { type FactValue, Id, type Unit } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { dropsOf } from "../../Aggregator.ts"
import { allCriteria, type Criterion } from "../../Criterion.ts"
import type { CompiledBook } from "../../fast/compileBook.ts"
import type { GradingInputs } from "../../GradingInputs.ts"
import { type Panel, scores } from "../../Panel.ts"
import { isAllowed, type Mark } from "../../Scoring.ts"
import { exactLimit, greatestMark } from "./integerPlan.ts"
import type { LinearBook } from "./linearBook.ts"

/** Marks are added up in units of a ten-thousandth; a unit with a finer one goes through the ordinary engine. */
export const objectDigits = 4
const unit = 10 ** objectDigits

/** How many ten-thousandths a part of one is, by its denominator; 0 where that is no whole number. */
const unitsOf = Float64Array.from({ length: unit + 1 }, (_, d) => (d > 0 && unit % d === 0 ? unit / d : 0))

/** The largest denominator that sheets may have, as the inputs are checked everywhere. */
const finest = 10n ** 12n

const isId = Schema.is(Id)
const isPlainId = (id: string): boolean => (/^[\w.:-]{1,120}$/.test(id) && id !== "__proto__") || isId(id)

/** What a panel makes of a criterion's marks: the greatest in whole units, and the first of the cells that they go to. */
interface Slot {
  readonly criterion: Criterion
  /** The cell by the place of the rater's group; -1 for marks that no sum counts. */
  readonly cells: ReadonlyArray<number>
  readonly greatest: number
}

interface ReadyPanel {
  readonly panel: Panel
  readonly groups: ReadonlyMap<string, number> | undefined
  readonly slots: ReadonlyMap<string, Slot>
  /** The criteria in the order in which sheets name them: sheets mostly agree on it. */
  readonly order: Array<string>
  readonly inOrder: Array<Slot>
  /** The last row that each rater gave a sheet to, plus one. */
  readonly stamps: Array<number>
}

const readyPanel = (compiled: CompiledBook, linear: LinearBook | undefined, panel: Panel): ReadyPanel => {
  const groups = panel.groups?.map(({ id }) => id)
  const own = allCriteria(compiled.book.criteria).filter(({ id }) => scores(panel, id))
  const slots = own.map((criterion): Slot => {
    const { kind } = criterion.scoring
    const isLinear = kind === "points" || kind === "outOf"
    const greatest = greatestMark(criterion, objectDigits)
    const cellOf = (group: string | undefined) =>
      linear?.cells.findIndex((one) => one.panel === panel && one.criterion === criterion && one.group === group) ?? -1
    return {
      criterion,
      // Beyond whole doubles a mark could not be told from its neighbours.
      cells: (groups ?? [undefined]).map((group) => (isLinear && greatest < exactLimit ? cellOf(group) : -1)),
      greatest: Number(greatest)
    }
  })
  return {
    panel,
    groups: groups && new Map(groups.map((id, i) => [id, i])),
    slots: new Map(slots.map((slot) => [slot.criterion.id, slot])),
    order: slots.map(({ criterion }) => criterion.id),
    inOrder: [...slots],
    stamps: []
  }
}

/** The sheets of a round as sums of marks by unit and cell. */
export interface ReadSheets {
  readonly rows: ReadonlyMap<string, number>
  /** The first sheet of each row, and the next sheet of the same row after each; -1 for none. */
  readonly head: Int32Array
  readonly next: Int32Array
  /** By row and cell: what is kept of the marks, in units of `10 ** -objectDigits`. */
  readonly sums: Float64Array
  /** How many marks each cell has, by the number of the row's pattern. */
  readonly patterns: ReadonlyArray<Int32Array>
  /** The pattern of each row; -1 where the ordinary engine must stand the unit. */
  readonly patternOf: Int32Array
}

const rowsOf = (units: ReadonlyArray<Unit>): ReadonlyMap<string, number> | undefined => {
  const rows = new Map<string, number>()
  for (const [row, { id }] of units.entries()) {
    if (!isPlainId(id)) return undefined
    rows.set(id, row)
  }
  return rows.size === units.length ? rows : undefined
}

/**
 * Reads a round's units and sheets in one pass; nothing where anything may be wrong with them, which is then looked at in full.
 */
export const readSheets = (compiled: CompiledBook, inputs: GradingInputs): ReadSheets | undefined => {
  const { units, sheets } = inputs
  const rows = rowsOf(units)
  if (rows === undefined) return undefined
  const { linear } = compiled
  const panels = new Map(compiled.book.panels.map((panel) => [panel.id, readyPanel(compiled, linear, panel)]))
  const cells = linear?.cells ?? []
  const width = cells.length
  const head = new Int32Array(units.length).fill(-1)
  const next = new Int32Array(sheets.length).fill(-1)
  let [unitBefore, rowBefore] = ["", -1]
  for (let i = sheets.length - 1; i >= 0; i--) {
    const id = sheets[i]?.unit ?? ""
    // Sheets mostly stand together by unit.
    if (id !== unitBefore || rowBefore < 0) {
      rowBefore = rows.get(id) ?? -1
      unitBefore = id
      if (rowBefore < 0) return undefined
    }
    next[i] = head[rowBefore] ?? -1
    head[rowBefore] = i
  }
  const raters = new Map<string, number>()
  const sums = new Float64Array(units.length * width)
  const patterns: Array<Int32Array> = []
  const patternOf = new Int32Array(units.length).fill(-1)
  const byKey = new Map<string, number>()
  const counts = new Int32Array(width)
  const trimmed = cells.map(({ aggregate }): Array<number> | undefined =>
    aggregate.method === "mean" ? undefined : []
  )
  const isTrimming = trimmed.some((one) => one !== undefined)
  const usual: Array<{ panel: string; id: string; ready: ReadyPanel; rater: number }> = []
  let last = -1

  for (let row = 0; row < units.length; row++) {
    let isAside = false
    counts.fill(0)
    const base = row * width
    let place = 0
    for (let i = head[row] ?? -1; i >= 0; i = next[i] ?? -1) {
      const sheet = sheets[i]
      if (sheet === undefined) return undefined
      // The same raters mostly come in the same order for every unit.
      let who = usual[place]
      if (who === undefined || who.panel !== sheet.panel || who.id !== sheet.rater) {
        const ready = panels.get(sheet.panel)
        let rater = raters.get(sheet.rater)
        if (ready === undefined || (rater === undefined && !isPlainId(sheet.rater))) return undefined
        rater ??= raters.size
        raters.set(sheet.rater, rater)
        who = { panel: sheet.panel, id: sheet.rater, ready, rater }
        usual[place] = who
      }
      place++
      const { ready, rater } = who
      if (ready.stamps[rater] === row + 1) return undefined
      ready.stamps[rater] = row + 1
      const group = ready.groups === undefined ? 0 : ready.groups.get(sheet.group ?? "")
      if (group === undefined) return undefined
      if (ready.panel.recuse !== undefined && sheet.raterUnit === sheet.unit) isAside = true
      const { order, inOrder } = ready
      const given = sheet.scores
      // Marks that are inherited are none, and `for in` would take them for some.
      const prototype = Object.getPrototypeOf(given)
      if (prototype !== Object.prototype && prototype !== null) return undefined
      let at = 0
      for (const id in given) {
        let slot = inOrder[at]
        if (slot === undefined || order[at] !== id) {
          slot = Object.hasOwn(given, id) ? ready.slots.get(id) : undefined
          if (slot === undefined) return undefined
          order[at] = id
          inOrder[at] = slot
        }
        at++
        const mark = given[id] as Mark
        const cell = slot.cells[group] ?? -1
        const size = typeof mark === "string" ? 0 : Number(mark.d)
        const each = size <= unit ? (unitsOf[size] ?? 0) : 0
        if (cell < 0 || each === 0 || typeof mark === "string") {
          if (!isAllowed(slot.criterion, mark) || (typeof mark !== "string" && mark.d > finest)) return undefined
          isAside = true
          continue
        }
        const x = Number(mark.n) * each
        // Both differences are whole and small, or the mark is out of range.
        if (!(x >= 0 && x <= slot.greatest)) return undefined
        counts[cell] = (counts[cell] ?? 0) + 1
        if (isTrimming) trimmed[cell]?.push(x)
        sums[base + cell] = (sums[base + cell] ?? 0) + x
      }
      if (ready.panel.per === "sheet" && at !== ready.slots.size) isAside = true
    }
    if (isTrimming) trimAll(trimmed, cells, sums, base)
    if (isAside) continue
    const before = patterns[last]
    if (before === undefined || !isSame(before, counts)) {
      const key = counts.join()
      last = byKey.get(key) ?? patterns.length
      if (last === patterns.length) {
        byKey.set(key, last)
        patterns.push(counts.slice())
      }
    }
    patternOf[row] = last
  }
  return { rows, head, next, sums, patterns, patternOf }
}

const isSame = (a: Int32Array, b: Int32Array): boolean => {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
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

/** A fact's values by row. */
export type FactRows = ReadonlyMap<string, ReadonlyArray<FactValue | undefined>>

/** Reads a round's facts; nothing where anything may be wrong with them. */
export const readFacts = (
  { book }: CompiledBook,
  inputs: GradingInputs,
  rows: ReadonlyMap<string, number>
): FactRows | undefined => {
  const declared = new Map(
    book.facts.map((fact) => [
      fact.id,
      { fact, values: new Array<FactValue | undefined>(inputs.units.length).fill(undefined) }
    ])
  )
  const tags = { number: "Number", flag: "Flag", level: "Level", date: "Date", text: "Text" } as const
  const levels = new Set(book.ladder.map(({ id }) => id))
  for (const { unit: id, fact: name, value } of inputs.facts) {
    const row = rows.get(id)
    const known = declared.get(name)
    if (row === undefined || known === undefined || known.values[row] !== undefined) return undefined
    const { type, minimum, maximum } = known.fact
    if (value._tag !== tags[type] || (value._tag === "Level" && !levels.has(value.value))) return undefined
    if (value._tag === "Number") {
      const { n, d } = value.value
      if (d > finest) return undefined
      if (minimum !== undefined && n * minimum.d < minimum.n * d) return undefined
      if (maximum !== undefined && n * maximum.d > maximum.n * d) return undefined
    }
    known.values[row] = value
  }
  return new Map([...declared].map(([name, { values }]) => [name, values]))
}
