import { textIn } from "@zhengyou/core"
import { plain } from "../internal/plain.ts"
import type { View } from "../internal/view.ts"
import { comparisons } from "./comparisons.ts"
import { completeness } from "./completeness.ts"
import { distribution } from "./distribution.ts"
import { type Element, h } from "./element.ts"
import { heading } from "./heading.ts"
import { quotas } from "./quotas.ts"
import { receipt } from "./receipt.ts"
import { rules } from "./rules.ts"
import { style } from "./style.ts"
import { summary } from "./summary.ts"
import { totals } from "./totals.ts"
import { units } from "./units.ts"

/** Nothing may be loaded and no script may run, whatever the page came to hold. */
const policy = "default-src 'none'; style-src 'unsafe-inline'"

/** The switch of languages: it stands before everything that it turns on and off, so that it needs no script. */
const languages = (view: View): ReadonlyArray<Element> =>
  (["zh-CN", "en"] as const).map((language) =>
    h("input", {
      type: "radio",
      name: "lang",
      id: `lang-${language}`,
      "aria-label": language === "en" ? "English" : "中文",
      checked: language === view.language
    })
  )

/** The whole page. */
export const page = (view: View): Element =>
  h(
    "html",
    { lang: view.language },
    h(
      "head",
      null,
      h("meta", { charset: "utf-8" }),
      h("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
      h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      h("title", null, plain(textIn(view.report.title, view.language))),
      h("style", { dangerouslySetInnerHTML: { __html: style } })
    ),
    h(
      "body",
      null,
      languages(view),
      h(
        "main",
        null,
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
    )
  )
