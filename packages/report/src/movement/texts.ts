import type { Language } from "@zhengyou/core"
import { inBoth, type Words } from "../html/bilingual.ts"

const texts = {
  kind: ["等级变动", "Movements between levels"],
  between: ["期初", "before"],
  until: ["期末", "after"],
  flow: ["等级流向", "Where levels went"],
  table: ["等级变动表", "Movement table"],
  claims: ["总结中的说法与数字", "Sentences of the summary, and the figures"],
  level: ["等级", "Level"],
  in: ["转入", "In"],
  out: ["转出", "Out"],
  founded: ["新成立", "Founded"],
  merged: ["并入", "Merged"],
  closed: ["撤销", "Closed"],
  notGraded: ["不定级", "Not graded"]
} as const

export type MovementWord = keyof typeof texts

/** One of the page's own words in one language. */
export const movementWord = (key: MovementWord, language: Language): string => texts[key][language === "en" ? 1 : 0]

/** One of the page's own words in both languages; `tspan` inside a drawing. */
export const label = (key: MovementWord, tag: "span" | "tspan" = "span"): Words => {
  const [zh, en] = texts[key]
  return inBoth(zh, en, tag)
}
