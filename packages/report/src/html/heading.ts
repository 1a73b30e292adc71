import type { View } from "../internal/view.ts"
import { nameWords, words } from "./bilingual.ts"
import { switchOfLanguages } from "./document.ts"
import { type Element, h } from "./element.ts"

/** The top of the page: what this is, by which rules, as of when, and the switch of languages. */
export const heading = ({ report }: View): Element => {
  const { title, book, preparedOn } = report
  const used = { _tag: "BookUsed", title: book.title, id: book.id, version: book.version } as const
  return h(
    "header",
    null,
    h("div", { class: "top" }, h("p", { class: "kind" }, words({ _tag: "Report" })), switchOfLanguages()),
    h("h1", null, nameWords(title)),
    h(
      "p",
      { class: "facts" },
      h("span", null, words(used)),
      preparedOn === undefined ? null : h("span", null, words({ _tag: "PreparedOn", day: preparedOn }))
    )
  )
}
