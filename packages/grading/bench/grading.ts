// Prints how long a round takes, by both fast doors, by `grade`, by hand in floats and by two rule engines: ratios from one run.
import { strict as assert } from "node:assert"
import { cpus } from "node:os"
import { compileBook, grade, gradeColumns, gradeMany, readColumns } from "@zhengyou/grading"
import { Result } from "effect"
import { capped, jsonRules, plainOf, zen } from "./engines.ts"
import { dot, gradeByCheckedFloats, gradeByFloats, levelsOf, weightsOf } from "./floats-by-hand.ts"
import { book, columnsOf, levels, recordsOf } from "./round.ts"

type Work = () => unknown

/** The least milliseconds of each piece of work, which take turns: on a busy machine the least says the most. */
const timed = async <K extends string>(work: Readonly<Record<K, Work>>, turns: number): Promise<Record<K, number>> => {
  const names = Object.keys(work) as Array<K>
  const times = new Map<K, Array<number>>(names.map((name) => [name, []]))
  for (let turn = -2; turn < turns; turn++) {
    for (const name of names) {
      const start = performance.now()
      await work[name]()
      if (turn >= 0) times.get(name)?.push(performance.now() - start)
    }
  }
  const least = (name: K) => Math.min(...(times.get(name) ?? []))
  return Object.fromEntries(names.map((name) => [name, least(name)])) as Record<K, number>
}

const compiled = compileBook(book)
const rows: Array<ReadonlyArray<string>> = []
const figure = (x: number): string =>
  x.toLocaleString("en-US", { minimumSignificantDigits: 3, maximumSignificantDigits: 3 })
const row = (what: string, units: number, ms: number, ratio: string) =>
  rows.push([what, units.toLocaleString("en-US"), figure(ms), figure((ms * 1e6) / units), ratio])
const times = (x: number): string => `${x >= 100 ? x.toFixed(0) : x.toFixed(2)} ×`

const objects = async (size: number, turns: number): Promise<void> => {
  const inputs = recordsOf(columnsOf(size, 7, 50))
  const plain = plainOf(inputs)
  const [byZen, byRules] = [zen(), jsonRules()]
  const ours = Result.getOrThrow(gradeMany(compiled, inputs))
  const names = levels.map((level) => book.ladder.findIndex(({ id }) => id === level))
  const same = (found: Uint8Array, who: string): void => {
    const differing = [...found].filter((level, i) => names[level] !== ours.levels[i]).length
    // Marks are in halves here, and floats may still lose a bound or a tie: those few are told, not hidden.
    if (differing > 0) console.log(`${who}: ${differing} of ${size} levels differ`)
    assert.ok(differing <= size / 200, who)
  }
  assert.equal(ours.settledInWholeNumbers, size)
  same(gradeByFloats(inputs), "float loop")
  same(gradeByCheckedFloats(inputs), "float loop that checks")
  same(capped(await byZen(plain)), "zen")
  same(capped(await byRules(plain)), "json-rules-engine")
  const many = await timed(
    {
      ours: () => gradeMany(compiled, inputs),
      floats: () => gradeByFloats(inputs),
      checked: () => gradeByCheckedFloats(inputs)
    },
    turns * 5
  )
  row("float loop over the same objects, without checks", size, many.floats, "1")
  row("float loop over the same objects, with the same checks", size, many.checked, "")
  const [bare, checked] = [times(many.floats / many.ours), times(many.checked / many.ours)]
  row("gradeMany", size, many.ours, `${bare} and ${checked} their speed`)
  const engines = await timed(
    {
      zen: async () => capped(await byZen(plain)),
      rules: async () => capped(await byRules(plain)),
      plain: () => plainOf(inputs),
      grade: () => (size > 1000 ? undefined : grade(book, inputs))
    },
    Math.min(7, turns)
  )
  const engineRow = (name: string, ms: number) => row(name, size, ms, `gradeMany ${times(ms / many.ours)} its speed`)
  engineRow("GoRules Zen, its input given", engines.zen)
  engineRow("GoRules Zen, its input made from the objects", engines.zen + engines.plain)
  engineRow("json-rules-engine, its input given", engines.rules)
  engineRow("json-rules-engine, its input made from the objects", engines.rules + engines.plain)
  if (size <= 1000) row("grade, with all reasons and receipt", size, engines.grade, "")
  perUnit = { zen: engines.zen / size, rules: engines.rules / size }
}

let perUnit = { zen: 0, rules: 0 }
const sizes: Array<{ readonly ours: number; readonly dot: number }> = []

const columns = async (size: number, turns: number): Promise<void> => {
  const given = columnsOf(size, 7, 50)
  const read = Result.getOrThrow(readColumns(compiled, given))
  const arrays = given.marks.map(({ values }) => values)
  const weights = weightsOf(given)
  const veto = given.facts?.[0]?.values as Uint8Array
  assert.equal(gradeColumns(read).settledInWholeNumbers, size)
  const found = await timed(
    {
      dot: () => dot(arrays, weights, size),
      ours: () => gradeColumns(read),
      check: () => readColumns(compiled, given),
      floats: () => levelsOf(dot(arrays, weights, size), (i) => veto[i] === 1)
    },
    turns
  )
  row("bare float64 dot product", size, found.dot, "1")
  row("dot product, gate, bands and cap in floats", size, found.floats, `${times(found.floats / found.dot)} its time`)
  row("gradeColumns", size, found.ours, `${times(found.ours / found.dot)} its time`)
  row("readColumns, once for a round", size, found.check, `${times(found.check / found.dot)} its time`)
  const both = found.check + found.ours
  row("readColumns and gradeColumns", size, both, `${times(both / found.dot)} its time`)
  row(
    "GoRules Zen, by its time a unit",
    size,
    perUnit.zen * size,
    `gradeColumns ${times((perUnit.zen * size) / found.ours)} its speed`
  )
  row(
    "json-rules-engine, by its time a unit",
    size,
    perUnit.rules * size,
    `gradeColumns ${times((perUnit.rules * size) / found.ours)} its speed`
  )
  sizes.push(found)
  if (size < 1_000_000) return
  const before = memory()
  const kept = gradeColumns(read)
  const bytes = (memory() - before) / size
  const columnBytes = (arrays.length * 8 + 1) as number
  assert.equal(kept.size, size)
  notes.push(
    `memory: ${bytes.toFixed(1)} bytes a unit for the grading that is kept; the columns themselves take ${columnBytes} bytes a unit`
  )
}

const memory = (): number => {
  globalThis.gc?.()
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

const notes: Array<string> = []
await objects(39, 40)
await objects(10_000, 7)
await columns(39, 201)
await columns(10_000, 51)
await columns(1_000_000, 11)
const [, small, large] = sizes
if (small !== undefined && large !== undefined) {
  const allowed = (1_000_000 * Math.log(1_000_000)) / (10_000 * Math.log(10_000))
  const growth = (large.ours / small.ours).toFixed(0)
  const bare = (large.dot / small.dot).toFixed(0)
  notes.push(
    `growth from 10,000 to 1,000,000 units: gradeColumns ${growth} ×, the dot product ${bare} × (n log n would be ${allowed.toFixed(0)} ×)`
  )
}

const heads = ["work", "units", "ms", "ns a unit", "ratio"]
const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((cells) => cells[i]?.length ?? 0)))
console.log(
  `Node ${process.version}, ${cpus()[0]?.model ?? "?"}, ${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}`
)
const line = (cells: ReadonlyArray<string>): string =>
  `| ${cells.map((cell, i) => (i === 0 || i === 4 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(" | ")} |`
console.log(line(heads))
console.log(`| --- | ---: | ---: | ---: | --- |`)
for (const cells of rows) console.log(line(cells))
for (const note of notes) console.log(note)
