import { type Text, textIn } from "@zhengyou/core"
import type { GradingReason } from "@zhengyou/grading"
import { wellFormed } from "../internal/plain.ts"
import { say, sayReason } from "../internal/say.ts"
import type { ReportMessage } from "../texts/messages.ts"
import { type Element, h } from "./element.ts"

/** A text in both languages, of which the page shows one; once where they are the same. */
export const inBoth = (zh: string, en: string, tag: string): Element | ReadonlyArray<Element> =>
  zh === en
    ? h(tag === "span" ? "bdi" : tag, null, wellFormed(zh))
    : [h(tag, { lang: "zh-CN" }, wellFormed(zh)), h(tag, { lang: "en" }, wellFormed(en))]

/** What stands between two tags. */
export type Words = ReturnType<typeof inBoth>

/** One of the report's own messages; `tspan` inside a drawing. */
export const words = (message: ReportMessage, tag: "span" | "tspan" = "span"): Words =>
  inBoth(say(message, "zh-CN"), say(message, "en"), tag)

/** A reason. */
export const reasonWords = (reason: GradingReason): Words =>
  inBoth(sayReason(reason, "zh-CN"), sayReason(reason, "en"), "span")

/** A name; `tspan` inside a drawing. */
export const nameWords = (name: Text, tag: "span" | "tspan" = "span"): Words =>
  inBoth(textIn(name, "zh-CN"), textIn(name, "en"), tag)
