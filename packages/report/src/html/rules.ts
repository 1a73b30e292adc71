import { formatExact } from "@zhengyou/core"
import type { View } from "../internal/view.ts"
import { nameWords, words } from "./bilingual.ts"
import { type Element, h } from "./element.ts"
import { section } from "./section.ts"
import { table } from "./table.ts"

/** How sheets become a total under this book: the panels and what is decided on. */
export const rules = ({ report }: View): Element => {
  const { panels, combine, decideOn, rounding } = report.book
  return section(
    "rules",
    { _tag: "Rules" },
    table(
      [
        { heading: words({ _tag: "Panel" }) },
        { heading: words({ _tag: "Weight" }), number: true },
        { heading: words({ _tag: "MinimumRaters" }), number: true },
        { heading: words({ _tag: "Aggregation" }) }
      ],
      panels.map((panel) => [
        nameWords(panel.name),
        formatExact(panel.weight),
        panel.minimumRaters,
        words({ _tag: "HowAggregated", panel })
      ])
    ),
    combine === "panels" ? h("p", { class: "note" }, words({ _tag: "PanelsFirst" })) : null,
    h("p", { class: "note" }, words({ _tag: "DecidedOn", on: decideOn, digits: rounding.total?.digits ?? 0 }))
  )
}
