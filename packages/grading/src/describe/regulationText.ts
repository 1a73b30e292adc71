import type { Language } from "@zhengyou/core"
import { chineseNumeral } from "./internal/figures.ts"
import type { Regulation, RegulationItem } from "./Regulation.ts"

const chapterHead = (number: number, title: string, language: Language): string =>
  language === "en" ? `Chapter ${number}. ${title}` : `第${chineseNumeral(number)}章　${title}`

const articleHead = (number: number, language: Language): string =>
  language === "en" ? `Article ${number}.` : `第${chineseNumeral(number)}条`

/** The letters of the alphabet as figures: a, …, z, aa, ab, …. */
const letters = (number: number): string => {
  const before = Math.floor((number - 1) / 26)
  return (before > 0 ? letters(before) : "") + String.fromCharCode(97 + ((number - 1) % 26))
}

/** The number of an item under its article: each depth has its own style, and they begin again below the third. */
const itemHead = (number: number, depth: number, language: Language): string => {
  const style = depth % 3
  if (language === "en") return style === 0 ? `(${number})` : style === 1 ? `(${letters(number)})` : `${number}.`
  return style === 0 ? `（${chineseNumeral(number)}）` : style === 1 ? `${number}.` : `（${number}）`
}

const gap = { "zh-CN": "　", en: " " }

const itemLines = (
  items: ReadonlyArray<RegulationItem>,
  depth: number,
  language: Language,
  line: (depth: number, head: string, text: string) => string
): ReadonlyArray<string> =>
  items.flatMap((item, i) => [
    line(depth, itemHead(i + 1, depth, language), item.text),
    ...itemLines(item.items, depth + 1, language, line)
  ])

/**
 * Writes a regulation as plain text: one line for each chapter, article and item.
 *
 * @example
 * ```ts
 * import { parseRuleBook, describeBook, regulationText } from "@zhengyou/grading"
 * import { Result } from "effect"
 *
 * const book = Result.getOrThrow(
 *   parseRuleBook({
 *     format: "zhengyou/rule-book@2",
 *     id: "windows",
 *     version: "1",
 *     title: "服务窗口评定办法",
 *     ladder: [{ id: "A", name: "优秀" }, { id: "B", name: "合格" }],
 *     criteria: [{ id: "service", name: "服务", maximum: 100, missing: "block" }],
 *     fullMarks: 100,
 *     panels: [{ id: "visitors", name: "来访者", weight: 1, aggregate: { method: "mean" }, missing: "block" }],
 *     rounding: {},
 *     decideOn: "exact",
 *     bands: [{ level: "A", from: 90 }, { level: "B", from: 0 }]
 *   })
 * )
 * regulationText(describeBook(book, "zh-CN")).includes("（一）90 分（含）以上的为“优秀”；") // => true
 * ```
 */
export const regulationText = ({ language, title, chapters }: Regulation): string => {
  const line = (depth: number, head: string, text: string) =>
    `${"  ".repeat(depth + 1)}${head}${language === "en" || depth % 3 === 1 ? " " : ""}${text}`
  const parts = chapters.map(({ number, title: name, articles }) =>
    [
      chapterHead(number, name, language),
      ...articles.flatMap((article) => [
        `${articleHead(article.number, language)}${gap[language]}${article.text}`,
        ...itemLines(article.items, 0, language, line)
      ])
    ].join("\n")
  )
  return `${[title, ...parts].join("\n\n")}\n`
}

/** Names as Markdown shows them: nothing in them is a mark-up of its own. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>|~&#]/g, (mark) => `\\${mark}`)

/** Writes a regulation as Markdown: headings for chapters, nested lists for items. */
export const regulationMarkdown = ({ language, title, chapters }: Regulation): string => {
  const line = (depth: number, head: string, text: string) => `${"  ".repeat(depth)}- ${escaped(head)} ${escaped(text)}`
  const parts = chapters.flatMap(({ number, title: name, articles }) => [
    `## ${chapterHead(number, name, language)}`,
    ...articles.flatMap((article) => {
      const items = itemLines(article.items, 0, language, line)
      const head = `**${articleHead(article.number, language)}**${gap[language]}${escaped(article.text)}`
      return items.length === 0 ? [head] : [head, items.join("\n")]
    })
  ])
  return `${[`# ${escaped(title)}`, ...parts].join("\n\n")}\n`
}
