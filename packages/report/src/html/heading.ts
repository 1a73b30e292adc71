import type { View } from "../internal/view.ts"
import { nameWords, words } from "./bilingual.ts"
import { type Element, h } from "./element.ts"

/** The top of the page: what this is, by which rules, as of when, and the switch of languages. */
export const heading = ({ report }: View): Element => {
  const { title, book, preparedOn } = report
  const used = { _tag: "BookUsed", title: book.title, id: book.id, version: book.version } as const
  return h(
    "header",
    null,
    h(
      "div",
      { class: "top" },
      h("p", { class: "kind" }, words({ _tag: "Report" })),
      h(
        "p",
        { class: "switch" },
        h("label", { for: "lang-zh-CN", lang: "zh-CN" }, "中文"),
        h("label", { for: "lang-en", lang: "en" }, "English")
      )
    ),
    h("h1", null, nameWords(title)),
    h(
      "p",
      { class: "facts" },
      h("span", null, words(used)),
      preparedOn === undefined ? null : h("span", null, words({ _tag: "PreparedOn", day: preparedOn }))
    )
  )
}
