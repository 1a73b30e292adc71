import type { Language } from "@zhengyou/core"
import type { ComponentChildren } from "preact"
import { type Element, h } from "./element.ts"
import { style } from "./style.ts"

/** Nothing may be loaded and no script may run, whatever the page came to hold. */
const policy = "default-src 'none'; style-src 'unsafe-inline'"

/** The switch of languages: it stands before everything that it turns on and off, so that it needs no script. */
const languages = (chosen: Language): ReadonlyArray<Element> =>
  (["zh-CN", "en"] as const).map((language) =>
    h("input", {
      type: "radio",
      name: "lang",
      id: `lang-${language}`,
      "aria-label": language === "en" ? "English" : "中文",
      checked: language === chosen
    })
  )

/** The two labels by which a reader changes the language. */
export const switchOfLanguages = (): Element =>
  h(
    "p",
    { class: "switch" },
    h("label", { for: "lang-zh-CN", lang: "zh-CN" }, "中文"),
    h("label", { for: "lang-en", lang: "en" }, "English")
  )

/** A whole page under its title, in both languages, opening in one of them. */
export const document = (language: Language, title: string, ...children: ReadonlyArray<ComponentChildren>): Element =>
  h(
    "html",
    { lang: language },
    h(
      "head",
      null,
      h("meta", { charset: "utf-8" }),
      h("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
      h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      h("title", null, title),
      h("style", { dangerouslySetInnerHTML: { __html: style } })
    ),
    h("body", null, languages(language), h("main", null, ...children))
  )
