// Counts how often plain floats go wrong on random rounds of the kind that offices hold: scores printed, ties, levels.
import { round } from "@zhengyou/core"
import { compileBook, gradeColumns, type RoundColumns, readColumns } from "@zhengyou/grading"
import { Result } from "effect"
import { levelsOf } from "./floats-by-hand.ts"
import { type BenchPanel, bookOf, columnsOf, criteria, randomFrom } from "./round.ts"

const rounds = 1000
const size = 40
const firstSeed = 1
/** Marks in steps of a half or a whole point, weights and numbers of raters, as rule books state them. */
const steps = [50, 100]
const weights = [
  [10, 30, 60],
  [20, 30, 50],
  [15, 35, 50],
  [30, 30, 40]
] as const
const raters = [
  [1, 5, 10],
  [2, 4, 5],
  [1, 7, 5],
  [3, 10, 20]
] as const

/** What one writes by hand: the mean of each panel on each criterion, times the panel's weight, added up. */
const totalsByHand = (panels: ReadonlyArray<BenchPanel>, { marks }: RoundColumns): Float64Array =>
  Float64Array.from({ length: size }, (_, row) => {
    let total = 0
    for (const criterion of criteria) {
      for (const panel of panels) {
        let sum = 0
        for (const one of marks) {
          if (one.panel === panel.id && one.criterion === criterion.id) sum += (one.values[row] ?? 0) / 100
        }
        total += (panel.weight / 100) * (sum / panel.raters)
      }
    }
    return total
  })

const tally = { units: 0, printed: 0, ties: 0, lost: 0, made: 0, levels: 0, rounds: 0, roundsWithOtherLevels: 0 }

for (let n = 0; n < rounds; n++) {
  const random = randomFrom(firstSeed + n)
  const pick = <A>(some: ReadonlyArray<A>): A => some[Math.floor(random() * some.length)] as A
  const [shares, counts] = [pick(weights), pick(raters)]
  const panels = shares.map((weight, i) => ({ id: `panel ${i}`, weight, raters: counts[i] ?? 1 }))
  const columns = columnsOf(size, firstSeed + n, pick(steps), panels)
  const exact = gradeColumns(Result.getOrThrow(readColumns(compileBook(bookOf(panels)), columns)))
  const floats = totalsByHand(panels, columns)
  const veto = columns.facts?.[0]?.values as Uint8Array
  const byFloats = levelsOf(floats, (row) => veto[row] === 1)
  let others = 0
  for (let row = 0; row < size; row++) {
    const total = exact.total(row)
    if (total === undefined) throw new Error("every unit has a total")
    const { n: top, d } = round(total, { mode: "halfExpand", digits: 2 })
    // Both texts have two places; toFixed rounds the float that is there, as programs do.
    if (floats[row]?.toFixed(2) !== (Number((top * 100n) / d) / 100).toFixed(2)) tally.printed++
    if (byFloats[row] !== exact.levels[row]) others++
    for (let other = row + 1; other < size; other++) {
      const isTie = exact.totals[row] === exact.totals[other]
      if (isTie) tally.ties++
      if (isTie && floats[row] !== floats[other]) tally.lost++
      if (!isTie && floats[row] === floats[other]) tally.made++
    }
  }
  tally.units += size
  tally.levels += others
  tally.rounds++
  if (others > 0) tally.roundsWithOtherLevels++
}

console.log(
  [
    `${tally.rounds} random rounds of ${size} units, seeds ${firstSeed} to ${firstSeed + rounds - 1}: 5 criteria (30, 25, 20, 15, 10 points),`,
    `3 panels with weights of ${weights.map((one) => one.join("/")).join(", ")} per cent and ${raters.map((one) => one.join("/")).join(", ")} raters, marks in`,
    "steps of 0.5 or 1, each unit at 70 to 97 per cent of every maximum and its raters within 3 per cent of that; a veto for 3 per cent, a cap of 30 per cent.",
    `another score printed to two places: ${tally.printed} of ${tally.units} units`,
    `ties lost: ${tally.lost} of ${tally.ties} pairs of units with exactly the same total`,
    `ties made: ${tally.made} pairs of units with different totals`,
    `another level: ${tally.levels} units, in ${tally.roundsWithOtherLevels} of ${tally.rounds} rounds`
  ].join("\n")
)
