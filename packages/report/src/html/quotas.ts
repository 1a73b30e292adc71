import { levelOn, type View } from "../internal/view.ts"
import { nameWords, words } from "./bilingual.ts"
import { type Element, h } from "./element.ts"
import { section } from "./section.ts"
import { table } from "./table.ts"

/** What the quotas came to, each with those who fell, the first in line first; nothing where the book has none. */
export const quotas = ({ report, unitName }: View): Element | null => {
  const { grading, book } = report
  if (grading.quotas.length === 0) return null
  return section(
    "quotas",
    { _tag: "Quotas" },
    table(
      [
        { heading: words({ _tag: "Level" }) },
        { heading: words({ _tag: "QuotaKind" }) },
        { heading: words({ _tag: "Group" }) },
        { heading: words({ _tag: "Seats" }), number: true },
        { heading: words({ _tag: "Candidates" }), number: true },
        { heading: words({ _tag: "Kept" }), number: true },
        { heading: words({ _tag: "IsMet" }) },
        { heading: words({ _tag: "Reserve" }) }
      ],
      grading.quotas.map(({ kind, level, group, seats, candidates, kept, isMet, reserve }) => [
        nameWords(levelOn(book.ladder, level).name),
        words({ _tag: kind === "cap" ? "Cap" : "Floor" }),
        group === undefined ? words({ _tag: "AllUnits" }) : group === "" ? "–" : nameWords(unitName(group)),
        seats,
        candidates,
        kept,
        words({ _tag: isMet ? "Yes" : "No" }),
        reserve.length === 0
          ? "–"
          : reserve.map((unit, i) => [i === 0 ? null : h("br", null), nameWords(unitName(unit))])
      ])
    )
  )
}
