import { textIn } from "@zhengyou/core"
import { plain } from "../internal/plain.ts"
import type { View } from "../internal/view.ts"
import { comparisons } from "./comparisons.ts"
import { completeness } from "./completeness.ts"
import { distribution } from "./distribution.ts"
import { document } from "./document.ts"
import { type Element, h } from "./element.ts"
import { heading } from "./heading.ts"
import { quotas } from "./quotas.ts"
import { receipt } from "./receipt.ts"
import { rules } from "./rules.ts"
import { summary } from "./summary.ts"
import { totals } from "./totals.ts"
import { units } from "./units.ts"

/** The whole page. */
export const page = (view: View): Element =>
  document(
    view.language,
    plain(textIn(view.report.title, view.language)),
    heading(view),
    summary(view),
    h("div", { class: "charts" }, distribution(view), totals(view)),
    units(view),
    rules(view),
    quotas(view),
    completeness(view),
    comparisons(view),
    receipt(view)
  )
