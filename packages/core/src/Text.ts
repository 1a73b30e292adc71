import * as Schema from "effect/Schema"

/** The languages that every text of the library exists in, Chinese first. */
export const Language = Schema.Literals(["zh-CN", "en"])
export type Language = typeof Language.Type

const Words = Schema.String.check(
  Schema.makeFilter((words: string) => words.trim() !== "" && words.length <= 2000 && words.isWellFormed(), {
    expected: "a text of 1 to 2000 characters"
  })
)

/**
 * A text for people: one string for every language, or one for each.
 *
 * **When to use**
 *
 * Names and titles in rule books and rosters. A book written in Chinese only gives plain strings.
 */
export const Text = Schema.Union([Words, Schema.Struct({ "zh-CN": Words, en: Words })]).annotate({
  identifier: "Text",
  expected: "a text, or one in zh-CN and one in en"
})
export type Text = typeof Text.Type

/**
 * The text in one language.
 *
 * @example
 * ```ts
 * import { textIn } from "@zhengyou/core"
 *
 * textIn({ "zh-CN": "先进", en: "Advanced" }, "en") // => "Advanced"
 * textIn("先进", "en") // => "先进"
 * ```
 */
export const textIn = (text: Text, language: Language): string => (typeof text === "string" ? text : text[language])
