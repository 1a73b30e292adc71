import type { MovementTable } from "@zhengyou/promotion"
import { nameWords } from "../html/bilingual.ts"
import { type Element, h } from "../html/element.ts"
import { toneAt } from "../html/levelMark.ts"
import { type Block, flowOf, type Ribbon } from "./flowOf.ts"
import { label } from "./texts.ts"

const [width, side, thick, tallest] = [600, 120, 14, 380]
const [left, right] = [side, width - side]

const rounded = (x: number): number => Math.round(x * 100) / 100

const toneOf = ({ ladder }: MovementTable, place: number): string =>
  place >= ladder.length ? "none" : toneAt(place, ladder.length)

const path = ({ units, start, end }: Ribbon, scale: number): string => {
  const [x1, x2, middle] = [left + thick, right - thick, width / 2]
  const [a, b, c, e] = [start, end, start + units, end + units].map((y) => rounded(y * scale))
  return `M${x1} ${a}C${middle} ${a} ${middle} ${b} ${x2} ${b}V${e}C${middle} ${e} ${middle} ${c} ${x1} ${c}Z`
}

const block = (table: MovementTable, one: Block, at: "before" | "after", scale: number): ReadonlyArray<Element> => {
  if (one.units === 0) return []
  const isLeft = at === "before"
  const { name } = table.ladder[one.place] ?? {}
  const [y, height] = [rounded(one.y * scale), rounded(one.units * scale)]
  return [
    h("rect", {
      class: `tone-${toneOf(table, one.place)}`,
      x: isLeft ? left : right - thick,
      y,
      width: thick,
      height
    }),
    h(
      "text",
      {
        class: "flow-name",
        x: isLeft ? left - 10 : right + 10,
        y: rounded(y + height / 2 + 5),
        "text-anchor": isLeft ? "end" : "start"
      },
      name === undefined ? label("notGraded", "tspan") : nameWords(name, "tspan"),
      h("tspan", null, ` ${one.units}`)
    )
  ]
}

const ribbon = (table: MovementTable, one: Ribbon, scale: number): Element =>
  h("path", { class: `flow tone-${toneOf(table, one.to)}${one.from === one.to ? " stays" : ""}`, d: path(one, scale) })

/** How many units moved, in the middle of their band. */
const count = ({ from, to, units, start, end }: Ribbon, scale: number): Element | null =>
  from === to
    ? null
    : h(
        "text",
        {
          class: "flow-count",
          x: width / 2,
          y: rounded(((start + end + units) / 2) * scale + 4),
          "text-anchor": "middle"
        },
        units
      )

/** The flow of levels between two days as a drawing (Sankey diagram): the wider a band, the more units went that way. */
export const flow = (table: MovementTable): Element => {
  const { before, after, ribbons, height } = flowOf(table)
  const scale = height === 0 ? 1 : Math.min(24, tallest / height)
  return h(
    "svg",
    {
      class: "flow-plot",
      viewBox: `-4 -10 ${width + 8} ${rounded(height * scale + 20)}`,
      role: "img",
      "aria-labelledby": "h-flow"
    },
    ribbons.map((one) => ribbon(table, one, scale)),
    ribbons.map((one) => count(one, scale)),
    before.map((one) => block(table, one, "before", scale)),
    after.map((one) => block(table, one, "after", scale))
  )
}
