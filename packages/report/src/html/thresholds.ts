import type { ComponentChildren } from "preact"
import { type Near, nearestTo, type Totalled } from "../internal/nearest.ts"
import { signed } from "../internal/numbers.ts"
import { levelOn, type View } from "../internal/view.ts"
import { nameWords, words } from "./bilingual.ts"
import { type Element, h } from "./element.ts"
import { table } from "./table.ts"

const nearWords = (view: View, near: Near | undefined): ComponentChildren => {
  const first = near?.units[0]
  if (near === undefined || first === undefined) return h("span", { class: "nobody" }, words({ _tag: "Nobody" }))
  const others = near.units.length - 1
  return [
    nameWords(view.unitName(first.unit)),
    others === 0 ? null : [" ", words({ _tag: "AndOthers", others })],
    " ",
    h("span", { class: "gap" }, `${first.total.shown} (${signed(near.gap)})`)
  ]
}

/** For each threshold, who just reaches it and who just does not. */
export const thresholds = (view: View, ascending: ReadonlyArray<Totalled>): Element => {
  const { bands, ladder } = view.report.book
  // Nobody can be below nought.
  const real = bands.filter(({ from }) => from.n > 0n)
  return table(
    [
      { heading: words({ _tag: "Threshold" }) },
      { heading: words({ _tag: "JustAbove" }) },
      { heading: words({ _tag: "JustBelow" }) }
    ],
    real.map(({ level, from }) => {
      const { above, below } = nearestTo(ascending, from)
      const threshold = words({ _tag: "LevelFrom", level: levelOn(ladder, level).name, from })
      return [threshold, nearWords(view, above), nearWords(view, below)]
    }),
    "thresholds"
  )
}
