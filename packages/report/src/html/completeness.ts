import type { Id, Text } from "@zhengyou/core"
import type { Outstanding } from "@zhengyou/grading"
import type { ComponentChildren } from "preact"
import { wellFormed } from "../internal/plain.ts"
import type { View } from "../internal/view.ts"
import { nameWords, words } from "./bilingual.ts"
import { type Element, h } from "./element.ts"
import { section } from "./section.ts"
import { table } from "./table.ts"

const named = (things: ReadonlyArray<{ readonly id: Id; readonly name: Text }>, id: Id): Text =>
  things.find((thing) => thing.id === id)?.name ?? id

const rowOf = ({ report, unitName }: View, missing: Outstanding): ReadonlyArray<ComponentChildren> => {
  const { panels, criteria } = report.book
  const all = missing.criteria.length === criteria.length
  return [
    nameWords(unitName(missing.unit)),
    nameWords(named(panels, missing.panel)),
    missing.rater === undefined ? words({ _tag: "AnyRater" }) : h("bdi", null, wellFormed(missing.rater)),
    all
      ? words({ _tag: "AllCriteria" })
      : missing.criteria.map((id, i) => [i === 0 ? null : " · ", nameWords(named(criteria, id))])
  ]
}

/** Who has not scored; nothing where the report does not say. */
export const completeness = (view: View): Element | null => {
  const given = view.report.completeness
  if (given === undefined) return null
  const { sheets, outstanding } = given
  return section(
    "completeness",
    { _tag: "Completeness" },
    h("p", null, words({ _tag: "Collected", sheets, outstanding: outstanding.length })),
    outstanding.length === 0
      ? null
      : table(
          [
            { heading: words({ _tag: "Unit" }) },
            { heading: words({ _tag: "Panel" }) },
            { heading: words({ _tag: "Rater" }) },
            { heading: words({ _tag: "Outstanding" }) }
          ],
          outstanding.map((missing) => rowOf(view, missing))
        )
  )
}
