import { type Exact, textIn } from "@zhengyou/core"
import { extent, max, ticks } from "d3-array"
import { lanesOf } from "../internal/lanes.ts"
import { type Totalled, totalled } from "../internal/nearest.ts"
import { forDrawing } from "../internal/numbers.ts"
import { plain } from "../internal/plain.ts"
import { levelOn, type View } from "../internal/view.ts"
import { words } from "./bilingual.ts"
import { type Element, h } from "./element.ts"
import { toneOf } from "./levelMark.ts"
import { section } from "./section.ts"
import { thresholds } from "./thresholds.ts"

/** How wide a dot is on the narrowest page, in per cent, so that no two cover each other there. */
const dotGap = 2.9
/** How wide a threshold's name is on the narrowest page, in per cent. */
const nameGap = 36
const nameHeight = 18
const mostHeight = 150

/** The part of the scale that is drawn: the totals, the thresholds that are not far from them, and some room. */
const domainOf = (totals: ReadonlyArray<number>, bounds: ReadonlyArray<number>): readonly [number, number] => {
  const [low = 0, high = 0] = extent(totals)
  const reach = Math.max((high - low) / 2, 1)
  const close = bounds.filter((bound) => bound >= low - reach && bound <= high + reach)
  const [from, to] = [Math.min(low, ...close), Math.max(high, ...close)]
  const room = Math.max((to - from) * 0.05, 0.5)
  return [from - room, to + room]
}

/** A coordinate in per cent of the drawing's width: it keeps texts their size on every page. */
const x = (percent: number): string => `${percent.toFixed(3)}%`

const dots = (view: View, units: ReadonlyArray<Totalled>, at: (x: Exact) => number, baseline: number, step: number) => {
  const positions = units.map(({ total }) => at(total.decided))
  const lanes = lanesOf(positions, dotGap)
  const places = new Map(view.ordered.map(({ unit }, i) => [unit, i + 1]))
  return units.map((outcome, i) =>
    h(
      "a",
      { href: `#unit-${places.get(outcome.unit) ?? 0}`, tabindex: -1 },
      h(
        "circle",
        {
          class: `dot tone-${toneOf(view.report.book.ladder, outcome)}`,
          cx: x(positions[i] ?? 0),
          cy: baseline - 7 - (lanes[i] ?? 0) * step,
          r: 4
        },
        h("title", null, plain(`${textIn(view.unitName(outcome.unit), view.language)} ${outcome.total.shown}`))
      )
    )
  )
}

const drawing = (view: View, units: ReadonlyArray<Totalled>): Element => {
  const { bands, ladder } = view.report.book
  const totals = units.map(({ total }) => forDrawing(total.decided))
  const [low, high] = domainOf(
    totals,
    bands.map(({ from }) => forDrawing(from))
  )
  const place = (value: number) => ((value - low) / (high - low)) * 100
  const at = (value: Exact) => place(forDrawing(value))
  const drawn = bands.toReversed().filter(({ from }) => at(from) >= 0 && at(from) <= 100)
  const nameLanes = lanesOf(
    drawn.map(({ from }) => at(from)),
    nameGap
  )
  const lanes = (max(lanesOf(totals.map(place), dotGap)) ?? 0) + 1
  const step = Math.min(10, mostHeight / lanes)
  const top = (Math.max(-1, ...nameLanes) + 1) * nameHeight + 8
  const baseline = top + Math.max(40, 14 + (lanes - 1) * step)
  return h(
    "svg",
    { class: "totals-plot", height: baseline + 24, "aria-hidden": "true" },
    drawn.map(({ level, from }, i) => {
      const [end, y] = [at(from) > 100 - nameGap, ((nameLanes[i] ?? 0) + 1) * nameHeight - 5]
      return [
        h("line", { class: "bound", x1: x(at(from)), x2: x(at(from)), y1: y - 10, y2: baseline }),
        h(
          "text",
          { class: "bound-name", x: x(at(from)), dx: end ? -5 : 5, y, "text-anchor": end ? "end" : "start" },
          words({ _tag: "LevelFrom", level: levelOn(ladder, level).name, from }, "tspan")
        )
      ]
    }),
    h("line", { class: "axis", x1: "0%", x2: "100%", y1: baseline, y2: baseline }),
    ticks(low, high, 6)
      .filter((tick) => place(tick) > 2 && place(tick) < 98)
      .map((tick) =>
        h("text", { class: "tick", x: x(place(tick)), y: baseline + 17, "text-anchor": "middle" }, String(tick))
      ),
    dots(view, units, at, baseline, step)
  )
}

/** Where the totals lie between the thresholds, and who is nearest to each. */
export const totals = (view: View): Element | null => {
  const units = totalled(view.ordered)
  if (units.length === 0) return null
  return section(
    "totals",
    { _tag: "Totals" },
    h("p", { class: "note" }, words({ _tag: "ReadTotals" })),
    // Totals beyond the range of a double cannot be drawn.
    units.every(({ total }) => Number.isFinite(forDrawing(total.decided))) ? drawing(view, units) : null,
    thresholds(view, units)
  )
}
