import { compareExact, type Exact, exactUnsafe, isSameExact, minus, sum, zero } from "@zhengyou/core"
import type { CountTable, PublishedTable } from "@zhengyou/satisfaction"
import * as Result from "effect/Result"
import fc from "fast-check"
import { say } from "../../internal/say.ts"
import type { Breach } from "../../Law.ts"
import { countTables } from "../generators/tables.ts"
import { isGuessable, withTotals } from "../reference/otherTables.ts"
import type { SatisfactionCase, SatisfactionLaw, SatisfactionSetting } from "../SatisfactionLaw.ts"
import { always, breach } from "./support.ts"

const tables: SatisfactionLaw["cases"] = () =>
  fc
    .record({
      table: countTables(),
      minimum: fc.integer({ min: 2, max: 8 }),
      earlier: fc.uniqueArray(fc.nat(29), { maxLength: 2 })
    })
    .map(({ table, minimum, earlier }): SatisfactionCase => {
      const columns = table[0]?.length ?? 1
      const cells = earlier
        .map((at) => ({ row: Math.floor(at / columns), column: at % columns }))
        .filter(({ row }) => row < table.length)
      return { _tag: "Table", table, withholding: { minimum, earlier: cells } }
    })

const published = (
  { engine }: SatisfactionSetting,
  one: SatisfactionCase,
  examine: (open: PublishedTable, table: CountTable) => Breach | undefined
): Breach | undefined => {
  if (one._tag !== "Table") return undefined
  const open = engine.withhold(one.table, one.withholding)
  return Result.isFailure(open)
    ? breach(undefined, say("可公布的表", "a table that can be published"), say("被拒绝", "it was refused"))
    : examine(open.success, one.table)
}

const placeOf = (row: number, column: number) => ({
  zh: `第 ${row + 1} 行第 ${column + 1} 列`,
  en: `row ${row + 1}, column ${column + 1}`
})

/** What is withheld cannot be computed from what is published. */
export const withheldStaysHidden: SatisfactionLaw = {
  id: "withheld-stays-hidden",
  about: "engine",
  says: say(
    "不公布的数，用公布的数和合计推算不出来",
    "what is withheld cannot be found from what is published: another table would be published alike"
  ),
  witness: {
    bug: say(
      "只有一票而不公布的结果，总览里仍给出总分",
      "results withheld for having one voter are still told by the overall grade"
    ),
    source: "e-valuation/EvaP#266"
  },
  unless: always,
  cases: tables,
  examine: (setting, one) =>
    published(setting, one, (open, table) => {
      const cells = withTotals(open.cells, open.rowTotals, open.columnTotals, open.total)
      const counts = withTotals(
        table,
        table.map((row) => row.reduce((a, b) => a + b, 0)),
        (table[0] ?? []).map((_, c) => table.reduce((a, row) => a + (row[c] ?? 0), 0)),
        table.flat().reduce((a, b) => a + b, 0)
      )
      for (const [r, row] of cells.entries()) {
        for (const [c, cell] of row.entries()) {
          if (cell === undefined && isGuessable(counts, cells, r, c)) {
            const { zh, en } = placeOf(r, c)
            return breach(
              undefined,
              say(`${zh}还可能是别的数`, `another count could stand in ${en}`),
              say(`只能是 ${counts[r]?.[c]}`, `it can only be ${counts[r]?.[c]}`)
            )
          }
        }
      }
      return undefined
    })
}

/** Small counts are withheld, and what is published is true. */
export const smallWithheld: SatisfactionLaw = {
  id: "small-withheld",
  about: "engine",
  says: say(
    "不足下限的数和上次不公布的数不公布；公布的数都是真的，零照样公布",
    "counts below the minimum are withheld, and those that an earlier release withheld; what is published is true, noughts too"
  ),
  witness: {
    bug: say("没有一题多于一个答案，结果照样公布", "results are published though no question has more than one answer"),
    source: "e-valuation/EvaP#1175"
  },
  unless: always,
  cases: tables,
  examine: (setting, one) =>
    published(setting, one, ({ cells }, table) => {
      const { minimum, earlier = [] } = one._tag === "Table" ? one.withholding : { minimum: 0 }
      for (const [r, row] of table.entries()) {
        for (const [c, count] of row.entries()) {
          const shown = cells[r]?.[c]
          const isSmall = count > 0 && count < minimum
          const wasHidden = count > 0 && earlier.some(({ row, column }) => row === r && column === c)
          if ((isSmall || wasHidden) && shown !== undefined)
            return breach(undefined, say("不公布", "withheld"), say(`公布了 ${shown}`, `${shown} is published`))
          if ((count === 0 || shown !== undefined) && shown !== count)
            return breach(undefined, `${count}`, shown === undefined ? say("不公布", "withheld") : `${shown}`)
        }
      }
      return undefined
    })
}

const hundred = exactUnsafe(100)
const distance = (a: Exact, b: Exact): Exact => (compareExact(a, b) < 0 ? minus(b, a) : minus(a, b))

/** Closed per cents sum to 100, each within one step of what it is. */
export const percentsClose: SatisfactionLaw = {
  id: "percents-close",
  about: "engine",
  says: say(
    "配平的百分比合计 100；最大余数法每项与准确值相差不到一个最小单位",
    "closed per cents sum to 100, and by largest remainders each lies within one step of what it is"
  ),
  witness: {
    bug: say("各选项百分比合计 101 %", "the per cents of the choices sum to 101 %"),
    source: "formbricks/formbricks#2233"
  },
  unless: always,
  cases: () =>
    fc
      .record({
        first: fc.integer({ min: 1, max: 500 }),
        rest: fc.array(fc.nat(500), { maxLength: 7 }),
        digits: fc.nat(4)
      })
      .map(({ first, rest, digits }) => ({ _tag: "Row", counts: [first, ...rest], digits })),
  examine: ({ engine }, one) => {
    if (one._tag !== "Row") return undefined
    const { counts, digits } = one
    const step = exactUnsafe(`1/${10 ** digits}`)
    const total = counts.reduce((a, b) => a + b, 0)
    for (const closing of ["largestRemainder", "lastBySubtraction"] as const) {
      const row = engine.percentRow(counts, digits, closing)
      const percents = Result.isFailure(row) ? [] : row.success.map(exactUnsafe)
      if (
        !isSameExact(
          percents.reduce((a, b) => sum([a, b]), zero),
          hundred
        )
      )
        return breach(undefined, "100", percents.map((x) => `${Number(x.n) / Number(x.d)}`).join(" + "))
      if (closing === "lastBySubtraction") continue
      for (const [i, percent] of percents.entries()) {
        const exact = exactUnsafe(`${100 * (counts[i] ?? 0)}/${total}`)
        if (compareExact(distance(percent, exact), step) >= 0)
          return breach(
            undefined,
            say(`与 ${exact.n}/${exact.d} 相差不到一个单位`, `within one step of ${exact.n}/${exact.d}`),
            `${percent.n}/${percent.d}`
          )
      }
    }
    return undefined
  }
}
