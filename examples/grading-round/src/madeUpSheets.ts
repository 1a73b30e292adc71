// The sheets of 2012 were never published. These are made up: every branch has a quality of its own, every rater a severity,
// and chance does the rest. Only integers are drawn and added, so that every machine makes the same workbook.
import { type Exact, exactUnsafe, type Unit } from "@zhengyou/core"
import { uniformInt } from "pure-rand/distribution/uniformInt"
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus"
import { raters, selfRater } from "./raters.ts"

/** Chosen so that the levels come out as they were published: 12, 22 and 3. Nothing else aims at them. */
export const publishedSeed = 1249

/** One row of the workbook; a criterion without a score has the word that stands in its cell. */
export interface MadeUpRow {
  readonly unit: Unit
  readonly panel: "self" | "committee" | "experts"
  readonly rater: string
  readonly cells: ReadonlyArray<Exact | string>
  readonly remark: string
}

type Draw = (from: number, to: number) => number

const drawFrom = (seed: number): Draw => {
  const generator = xoroshiro128plus(seed)
  return (from, to) => uniformInt(generator, from, to)
}

const criteria = 5

const each = <A>(count: number, make: (index: number) => A): ReadonlyArray<A> =>
  Array.from({ length: count }, (_, index) => make(index))

/** A bell around nought: the sum of three even draws. */
const around = (draw: Draw, spread: number): number =>
  draw(-spread, spread) + draw(-spread, spread) + draw(-spread, spread)

/** Hundredths of a mark on one criterion of 20: three in ten branches are strong, one in ten is weak. */
const quality = (draw: Draw): number => {
  const kind = draw(1, 100)
  if (kind <= 30) return draw(1780, 1930)
  return kind <= 90 ? draw(1540, 1810) : draw(1340, 1520)
}

/** To half a mark, and never above full marks. */
const mark = (hundredths: number): Exact => exactUnsafe(Math.min(40, Math.max(0, Math.round(hundredths / 50))) / 2)

interface Branch {
  readonly unit: Unit
  /** The strength on each criterion, in hundredths of a mark. */
  readonly strengths: ReadonlyArray<number>
}

const branchOf = (unit: Unit, draw: Draw): Branch => {
  const general = quality(draw)
  return { unit, strengths: each(criteria, () => general + around(draw, 25)) }
}

const selfRow = ({ unit, strengths }: Branch, draw: Draw): MadeUpRow => {
  // Branches see themselves in a kinder light, by 1 to 7 marks of 100.
  const kindness = draw(20, 140)
  const cells = strengths.map((strength) => mark(strength + kindness + around(draw, 15)))
  return { unit, panel: "self", rater: selfRater, cells, remark: "" }
}

const severities = { committee: [-45, 45], experts: [-70, 25] } as const

const panelRows = (
  panel: "committee" | "experts",
  branches: ReadonlyArray<Branch>,
  draw: Draw
): ReadonlyArray<MadeUpRow> =>
  raters[panel].flatMap((rater) => {
    const [from, to] = severities[panel]
    const severity = draw(from, to)
    return branches.map(({ unit, strengths }) => {
      const cells = strengths.map((strength) => mark(strength + severity + around(draw, 30)))
      return { unit, panel, rater, cells, remark: "" }
    })
  })

interface Gap {
  readonly rater: string
  readonly unit: Unit | undefined
  /** The one criterion without a score; all of them where it is left out. */
  readonly criterion?: number
  readonly word: string
  readonly remark: string
}

/** Who was away, and which cells nobody filled in. One branch lacks two experts, so that its mean is one of three. */
const gapsOf = (units: ReadonlyArray<Unit>, draw: Draw): ReadonlyArray<Gap> => {
  const any = () => units[draw(0, units.length - 1)]
  const lacksTwo = any()
  const away = { word: "缺考", remark: "出差" }
  return [
    { rater: "专家二", unit: lacksTwo, ...away },
    { rater: "专家四", unit: lacksTwo, ...away },
    { rater: "专家二", unit: any(), ...away },
    { rater: "委员六", unit: any(), word: "缺席", remark: "请假" },
    { rater: "专家五", unit: any(), criterion: draw(0, criteria - 1), word: "—", remark: "" },
    { rater: "委员三", unit: any(), criterion: draw(0, criteria - 1), word: "—", remark: "" }
  ]
}

const withGap = (row: MadeUpRow, { criterion, word, remark }: Gap): MadeUpRow => ({
  ...row,
  cells: row.cells.map((cell, index) => (criterion === undefined || criterion === index ? word : cell)),
  remark
})

/** The made-up sheets of some branches: the same seed gives the same sheets. */
export const madeUpSheets = (units: ReadonlyArray<Unit>, seed: number): ReadonlyArray<MadeUpRow> => {
  const draw = drawFrom(seed)
  const branches = units.map((unit) => branchOf(unit, draw))
  const rows = [
    ...branches.map((branch) => selfRow(branch, draw)),
    ...panelRows("committee", branches, draw),
    ...panelRows("experts", branches, draw)
  ]
  const gaps = gapsOf(units, draw)
  return rows.map((row) =>
    gaps.filter(({ rater, unit }) => rater === row.rater && unit === row.unit).reduce(withGap, row)
  )
}
