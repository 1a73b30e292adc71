// What one writes by hand in floating point: over the same records, and over the same columns.
import type { GradingInputs, RoundColumns, Sheet } from "@zhengyou/grading"
import { bounds, cap, criteria, panels } from "./round.ts"

/** Levels by total, veto and cap: whoever ties across the cut falls, as the book says. */
export const levelsOf = (totals: ArrayLike<number>, isVetoed: (row: number) => boolean): Uint8Array => {
  const levels = new Uint8Array(totals.length)
  const best: Array<number> = []
  for (let row = 0; row < totals.length; row++) {
    const total = totals[row] ?? 0
    const level = total >= bounds[0] ? 0 : total >= bounds[1] ? 1 : total >= bounds[2] ? 2 : 3
    levels[row] = isVetoed(row) ? Math.max(level, 2) : level
    if (levels[row] === 0) best.push(row)
  }
  const seats = Math.floor((totals.length * cap) / 100)
  if (best.length <= seats) return levels
  best.sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0))
  const first = totals[best[seats] ?? 0] ?? 0
  for (const row of best) if ((totals[row] ?? 0) <= first) levels[row] = 1
  return levels
}

/** Totals from sheets: the mean of each panel on each criterion, weighed. Nothing is checked. */
export const totalsOf = ({ units, sheets }: Pick<GradingInputs, "units" | "sheets">): Float64Array => {
  const rows = new Map(units.map(({ id }, row) => [id, row]))
  const panelOf = new Map<string, number>(panels.map(({ id }, i) => [id, i]))
  const width = panels.length * criteria.length
  const sums = new Float64Array(units.length * width)
  const counts = new Float64Array(units.length * panels.length)
  for (const { unit, panel, scores } of sheets) {
    const row = rows.get(unit) ?? 0
    const p = panelOf.get(panel) ?? 0
    const at = row * width + p * criteria.length
    counts[row * panels.length + p] = (counts[row * panels.length + p] ?? 0) + 1
    for (let c = 0; c < criteria.length; c++) {
      const mark = scores[criteria[c]?.id ?? ""] as Exclude<Sheet["scores"][string], string>
      sums[at + c] = (sums[at + c] ?? 0) + Number(mark.n) / Number(mark.d)
    }
  }
  const totals = new Float64Array(units.length)
  for (let row = 0; row < units.length; row++) {
    let total = 0
    for (let c = 0; c < criteria.length; c++) {
      for (let p = 0; p < panels.length; p++) {
        const sum = sums[row * width + p * criteria.length + c] ?? 0
        total += (((panels[p]?.weight ?? 0) / 100) * sum) / (counts[row * panels.length + p] ?? 1)
      }
    }
    totals[row] = total
  }
  return totals
}

/** The float loop over records: totals, gate, bands, cap. */
export const gradeByFloats = (inputs: GradingInputs): Uint8Array => {
  const vetoed = new Set(
    inputs.facts.flatMap(({ unit, value }) => (value._tag === "Flag" && value.value ? [unit] : []))
  )
  return levelsOf(totalsOf(inputs), (row) => vetoed.has(inputs.units[row]?.id ?? ""))
}

/**
 * The float loop over records with the checks that `gradeMany` makes: no unit, panel or criterion that the book does not know, no mark out of its
 * range, nothing given twice; a unit without a mark or a veto has the level 255.
 */
export const gradeByCheckedFloats = ({ units, sheets, facts }: GradingInputs): Uint8Array => {
  const rows = new Map<string, number>()
  for (const [row, { id }] of units.entries()) {
    if (rows.has(id)) throw new Error(`unit ${id} twice`)
    rows.set(id, row)
  }
  const own = panels.map(({ id, weight }) => ({ id, weight, raters: new Map<string, Uint8Array>() }))
  const places = new Map<string, number>(panels.map(({ id }, i) => [id, i]))
  const width = panels.length * criteria.length
  const sums = new Float64Array(units.length * width)
  const counts = new Uint16Array(units.length * width)
  for (const { unit, panel, rater, scores } of sheets) {
    const row = rows.get(unit)
    const p = places.get(panel)
    const raters = p === undefined ? undefined : own[p]?.raters
    if (row === undefined || p === undefined || raters === undefined) throw new Error(`a sheet on ${unit} by ${panel}`)
    let seen = raters.get(rater)
    if (seen === undefined) {
      seen = new Uint8Array(units.length)
      raters.set(rater, seen)
    }
    if (seen[row] === 1) throw new Error(`two sheets of ${rater} on ${unit}`)
    seen[row] = 1
    const at = row * width + p * criteria.length
    let known = 0
    for (let c = 0; c < criteria.length; c++) {
      const { id, maximum } = criteria[c] as (typeof criteria)[number]
      const mark = scores[id]
      if (mark === undefined) continue
      known++
      const x = typeof mark === "string" ? Number.NaN : Number(mark.n) / Number(mark.d)
      if (!(x >= 0 && x <= maximum)) throw new Error(`${id} of ${rater} on ${unit}`)
      sums[at + c] = (sums[at + c] as number) + x
      counts[at + c] = (counts[at + c] as number) + 1
    }
    let given = 0
    for (const _ in scores) given++
    if (given > known) throw new Error(`a criterion of ${rater} on ${unit}`)
  }
  const vetoes = new Uint8Array(units.length).fill(255)
  for (const { unit, fact, value } of facts) {
    const row = rows.get(unit)
    if (row === undefined || fact !== "veto" || value._tag !== "Flag" || vetoes[row] !== 255) throw new Error(fact)
    vetoes[row] = Number(value.value)
  }
  const totals = new Float64Array(units.length)
  for (let row = 0; row < units.length; row++) {
    let total = 0
    for (let c = 0; c < criteria.length; c++) {
      for (let p = 0; p < panels.length; p++) {
        const at = row * width + p * criteria.length + c
        // Without a mark the mean is NaN, and so is the total.
        total += (((panels[p]?.weight ?? 0) / 100) * (sums[at] as number)) / (counts[at] as number)
      }
    }
    totals[row] = vetoes[row] === 255 ? Number.NaN : total
  }
  const levels = levelsOf(totals, (row) => vetoes[row] === 1)
  for (let row = 0; row < units.length; row++) if (Number.isNaN(totals[row])) levels[row] = 255
  return levels
}

/** The weights of the columns: a panel's share over its raters. */
export const weightsOf = ({ marks }: RoundColumns): ReadonlyArray<number> =>
  marks.map(({ panel }) => {
    const { weight = 0, raters = 1 } = panels.find(({ id }) => id === panel) ?? {}
    return weight / 100 / raters / 100
  })

/** A bare dot product of columns and weights, in the fastest form found: five columns at a time over blocks that stay in the cache. */
export const dot = (
  columns: ReadonlyArray<Float64Array>,
  weights: ReadonlyArray<number>,
  size: number
): Float64Array => {
  const totals = new Float64Array(size)
  const out = new Float64Array(2048)
  for (let from = 0; from < size; from += 2048) {
    const count = Math.min(2048, size - from)
    out.fill(0)
    for (let j = 0; j < columns.length; j += 5) {
      const [a, b, c, d, e] = columns.slice(j, j + 5) as [
        Float64Array,
        Float64Array,
        Float64Array,
        Float64Array,
        Float64Array
      ]
      const [v, w, x, y, z] = weights.slice(j, j + 5) as [number, number, number, number, number]
      addFive(a, b, c, d, e, v, w, x, y, z, from, count, out)
    }
    totals.set(count === 2048 ? out : out.subarray(0, count), from)
  }
  return totals
}

const addFive = (
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  d: Float64Array,
  e: Float64Array,
  v: number,
  w: number,
  x: number,
  y: number,
  z: number,
  from: number,
  count: number,
  out: Float64Array
): void => {
  for (let i = 0; i < count; i++) {
    const k = from + i
    out[i] =
      (out[i] as number) +
      (a[k] as number) * v +
      (b[k] as number) * w +
      (c[k] as number) * x +
      (d[k] as number) * y +
      (e[k] as number) * z
  }
}
