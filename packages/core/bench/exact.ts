// Core's exact numbers beside fraction.js: the same work, the same answers, in one run. Prints ratios and bundle sizes.
import { strict as assert } from "node:assert"
import { gzipSync } from "node:zlib"
import {
  compareExact,
  dividedByUnsafe,
  type Exact,
  exactUnsafe,
  formatExact,
  formatRounded,
  plus,
  sum,
  times,
  zero
} from "@zhengyou/core"
import { build } from "esbuild"
import Fraction from "fraction.js"
import { Bench } from "tinybench"

const [units, raters, criteria] = [40, 13, 5]

/** Numbers that look random and are the same in every run. */
let state = 42
const below = (limit: number): number => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
  return Math.floor((state / 2_147_483_648) * limit)
}

const weights = ["0.3", "0.25", "1/6", "2/15", "0.15"]
const sheets = Array.from({ length: units }, () =>
  Array.from({ length: criteria }, () => Array.from({ length: raters }, () => (below(10_001) / 100).toFixed(2)))
)
const texts = sheets.flat(2)
const fractions = Array.from({ length: texts.length }, () => `${below(1000)}/${1 + below(1000)}`)

/** Each criterion's mean over the raters, weighted and added. */
const total = (scores: ReadonlyArray<ReadonlyArray<Exact>>, shares: ReadonlyArray<Exact>, count: Exact): Exact =>
  sum(scores.map((given, i) => times(dividedByUnsafe(sum(given), count), shares[i] ?? zero)))

const totalByFraction = (scores: ReadonlyArray<ReadonlyArray<Fraction>>, shares: ReadonlyArray<Fraction>): Fraction =>
  scores.reduce((whole, given, i) => {
    const mean = given.reduce((a, b) => a.add(b), new Fraction(0)).div(raters)
    return whole.add(mean.mul(shares[i] ?? 0))
  }, new Fraction(0))

/** `Fraction.round` takes halves upwards, so the sign is set aside for 四舍五入. */
const roundedByFraction = (x: Fraction): string => {
  const units = x.abs().mul(100).round().n.toString().padStart(3, "0")
  return `${x.s < 0n && units !== "000" ? "-" : ""}${units.slice(0, -2)}.${units.slice(-2)}`
}

const ours = sheets.map((sheet) => sheet.map((given) => given.map(exactUnsafe)))
const theirs = sheets.map((sheet) => sheet.map((given) => given.map((text) => new Fraction(text))))
const ourWeights = weights.map(exactUnsafe)
const theirWeights = weights.map((text) => new Fraction(text))
const count = exactUnsafe(raters)
const ourTotals = ours.map((sheet) => total(sheet, ourWeights, count))
const theirTotals = theirs.map((sheet) => totalByFraction(sheet, theirWeights))
const ourMixed = fractions.map(exactUnsafe)
const theirMixed = fractions.map((text) => new Fraction(text))
const hundred = exactUnsafe(2)

// Speed counts only between equal answers.
for (const [i, x] of ourTotals.entries()) {
  const y = theirTotals[i]
  assert.equal(y?.equals({ n: x.n, d: x.d }), true)
  assert.equal(y === undefined ? "" : roundedByFraction(y), formatRounded(x, { mode: "halfExpand", digits: 2 }))
}

const pairs = [
  ["read decimals", () => texts.map(exactUnsafe), () => texts.map((text) => new Fraction(text))],
  ["read fractions", () => fractions.map(exactUnsafe), () => fractions.map((text) => new Fraction(text))],
  [
    "weighted means, 13 raters, 5 criteria",
    () => ours.map((sheet) => total(sheet, ourWeights, count)),
    () => theirs.map((sheet) => totalByFraction(sheet, theirWeights))
  ],
  [
    "add fractions with various denominators",
    () => ourMixed.map((x, i) => plus(x, ourMixed[i + 1] ?? hundred)),
    () => theirMixed.map((x, i) => x.add(theirMixed[i + 1] ?? 2))
  ],
  [
    "compare",
    () => ourMixed.map((x, i) => compareExact(x, ourMixed[i + 1] ?? hundred)),
    () => theirMixed.map((x, i) => x.compare(theirMixed[i + 1] ?? 2))
  ],
  [
    "round half away from zero to 2 digits",
    () => ourMixed.map((x) => formatRounded(x, { mode: "halfExpand", digits: 2 })),
    () => theirMixed.map(roundedByFraction)
  ],
  [
    "write decimals",
    () => ours.map((sheet) => sheet.map((given) => given.map(formatExact))),
    () => theirs.map((sheet) => sheet.map((given) => given.map((x) => x.toString())))
  ],
  ["write fractions", () => ourMixed.map(formatExact), () => theirMixed.map((x) => x.toFraction())]
] as const

const bench = new Bench({ time: 600, warmupTime: 200 })
for (const [name, exact, fraction] of pairs) bench.add(`${name}: core`, exact).add(`${name}: fraction.js`, fraction)
await bench.run()

const medianOf = (name: string): number => {
  const result = bench.getTask(name)?.result
  if (result === undefined || !("latency" in result)) throw new Error(`${name} was not measured`)
  return result.latency.p50
}

console.log(`${texts.length} numbers a pass; medians in milliseconds\n`)
console.log("work".padEnd(42), "core".padStart(8), "fraction.js".padStart(12), "fraction.js / core".padStart(20))
for (const [name] of pairs) {
  const [core, fraction] = [medianOf(`${name}: core`), medianOf(`${name}: fraction.js`)]
  const ratio = (fraction / core).toFixed(2)
  console.log(name.padEnd(42), core.toFixed(3).padStart(8), fraction.toFixed(3).padStart(12), ratio.padStart(20))
}

/** The size of a bundle without what every application of these packages has anyway. */
const sizeOf = async (source: string): Promise<string> => {
  const bundled = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname, loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    external: ["effect/*"]
  })
  const code = bundled.outputFiles[0]?.contents ?? new Uint8Array()
  return `${code.length} bytes, ${gzipSync(code).length} with gzip`
}

console.log("\nbundled and minified, without effect")
console.log("core, arithmetic with reading and writing:", await sizeOf('export * from "../src/Exact.ts"'))
console.log(
  "core, all of that and rounding:          ",
  await sizeOf('export * from "../src/Exact.ts"; export * from "../src/Rounding.ts"')
)
console.log("fraction.js:                             ", await sizeOf('export { default } from "fraction.js"'))
