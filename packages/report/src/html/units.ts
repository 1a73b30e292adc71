import type { View } from "../internal/view.ts"
import type { ReportMessage } from "../texts/messages.ts"
import { words } from "./bilingual.ts"
import { type Element, h } from "./element.ts"
import { section } from "./section.ts"
import { unit } from "./unit.ts"

const columns: ReadonlyArray<
  readonly [string, ReportMessage["_tag"] & ("Rank" | "Unit" | "Level" | "Total" | "DecidingReason")]
> = [
  ["rank", "Rank"],
  ["name", "Unit"],
  ["level", "Level"],
  ["total", "Total"],
  ["why", "DecidingReason"]
]

/** Every unit by rank; a row opens without any script. */
export const units = (view: View): Element =>
  section(
    "units",
    { _tag: "Units" },
    h("p", { class: "note" }, words({ _tag: "ReadUnits" })),
    h(
      "div",
      { class: "row columns" },
      columns.map(([name, _tag]) => h("span", { class: name }, words({ _tag })))
    ),
    view.ordered.map((outcome, i) => unit(view, outcome, i + 1))
  )
