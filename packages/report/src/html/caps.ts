import { levelOn, type View } from "../internal/view.ts"
import { nameWords, words } from "./bilingual.ts"
import type { Element } from "./element.ts"
import { section } from "./section.ts"
import { table } from "./table.ts"

/** What the caps came to; nothing where the book has none. */
export const caps = ({ report }: View): Element | null => {
  const { grading, book } = report
  if (grading.caps.length === 0) return null
  return section(
    "caps",
    { _tag: "Caps" },
    table(
      [
        { heading: words({ _tag: "Level" }) },
        { heading: words({ _tag: "Seats" }), number: true },
        { heading: words({ _tag: "Candidates" }), number: true },
        { heading: words({ _tag: "Kept" }), number: true }
      ],
      grading.caps.map(({ level, seats, candidates, kept }) => [
        nameWords(levelOn(book.ladder, level).name),
        seats,
        candidates,
        kept
      ])
    )
  )
}
