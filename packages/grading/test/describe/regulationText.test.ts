import { exactUnsafe, RoundingMode } from "@zhengyou/core"
import { type Regulation, type RegulationItem, regulationMarkdown, regulationText } from "@zhengyou/grading"
import { describe, expect, it } from "vitest"
import { boundText, chineseNumeral, countText, roundingText } from "../../src/describe/internal/figures.ts"

describe("whole numbers in Chinese numerals", () => {
  it.each([
    [1, "一"],
    [10, "十"],
    [11, "十一"],
    [20, "二十"],
    [99, "九十九"],
    [100, "一百"],
    [101, "一百零一"],
    [110, "一百一十"],
    [115, "一百一十五"],
    [1000, "一千"],
    [1001, "一千零一"],
    [1010, "一千零一十"],
    [1100, "一千一百"],
    [2012, "二千零一十二"],
    [10_000, "一万"],
    [10_001, "一万零一"],
    [10_100, "一万零一百"],
    [11_000, "一万一千"],
    [20_300, "二万零三百"],
    [100_000, "十万"],
    [110_005, "十一万零五"]
  ])("%d is %s", (n, text) => {
    expect(chineseNumeral(n)).toBe(text)
  })
})

const item = (text: string, ...items: ReadonlyArray<RegulationItem>): RegulationItem => ({ text, items })

const deep = item("one", item("two", item("three", item("four"))))

const regulation = (language: Regulation["language"]): Regulation => ({
  language,
  title: "A *title*",
  chapters: [
    { number: 1, title: "General", articles: [{ number: 1, text: "Nothing more.", items: [] }] },
    { number: 12, title: "Items", articles: [{ number: 21, text: "Of these:", items: [deep, item("last_one")] }] }
  ]
})

describe("a regulation", () => {
  it("is written as text in Chinese: each depth with figures of its own", () => {
    expect(regulationText(regulation("zh-CN"))).toBe(`A *title*

第一章　General
第一条　Nothing more.

第十二章　Items
第二十一条　Of these:
  （一）one
    1. two
      （1）three
        （一）four
  （二）last_one
`)
  })

  it("is written as text in English", () => {
    expect(regulationText(regulation("en"))).toBe(`A *title*

Chapter 1. General
Article 1. Nothing more.

Chapter 12. Items
Article 21. Of these:
  (1) one
    (a) two
      1. three
        (1) four
  (2) last_one
`)
  })

  it("is written as Markdown: headings, nested lists, and nothing in it is mark-up", () => {
    expect(regulationMarkdown(regulation("en"))).toBe(`# A \\*title\\*

## Chapter 1. General

**Article 1.** Nothing more.

## Chapter 12. Items

**Article 21.** Of these:

- (1) one
  - (a) two
    - 1. three
      - (1) four
- (2) last\\_one
`)
    expect(regulationMarkdown(regulation("zh-CN"))).toContain(
      "## 第十二章　Items\n\n**第二十一条**　Of these:\n\n- （一） one\n"
    )
  })

  it("goes on after z with aa", () => {
    const many = Array.from({ length: 53 }, () => item("x"))
    const chapters = [{ number: 1, title: "t", articles: [{ number: 1, text: "a", items: [item("b", ...many)] }] }]
    const heads = regulationText({ language: "en", title: "t", chapters }).match(/\([a-z]+\)/g) ?? []
    expect([heads[0], heads[25], heads[26], heads[27], heads[51], heads[52]]).toEqual([
      "(a)",
      "(z)",
      "(aa)",
      "(ab)",
      "(az)",
      "(ba)"
    ])
  })
})

describe("figures in words", () => {
  it("are numerals up to ten, with 两 for two of something, and digits beyond", () => {
    expect([1, 2, 3, 10, 11, 0].map((n) => countText(n, "zh-CN"))).toEqual(["一", "两", "三", "十", " 11 ", " 0 "])
    expect([0, 1, 10, 11].map((n) => countText(n, "en"))).toEqual(["no", "one", "ten", "11"])
  })

  it("are shares where none of them is above 1", () => {
    const texts = (...bounds: ReadonlyArray<string>) => {
      const exact = bounds.map(exactUnsafe)
      return exact.map(boundText(exact))
    }
    expect(texts("1", "0.895", "1/3")).toEqual(["100%", "89.5%", "1/3"])
    expect(texts("1.5", "0.5")).toEqual(["1.5", "0.5"])
  })

  it("tell how they are rounded, each way in words of its own", () => {
    const rounded = (mode: RoundingMode, digits: number) =>
      (["zh-CN", "en"] as const).map((language) => roundingText({ mode, digits }, language))
    expect([0, 1, 2].map((digits) => rounded("halfExpand", digits))).toEqual([
      ["四舍五入取整数", "rounded to a whole number, halves up"],
      ["四舍五入保留一位小数", "rounded to one decimal place, halves up"],
      ["四舍五入保留两位小数", "rounded to two decimal places, halves up"]
    ])
    const all = RoundingMode.literals.flatMap((mode) => rounded(mode, 1))
    expect(new Set(all).size).toBe(18)
    for (const [i, text] of all.entries()) expect(text).toContain(i % 2 === 0 ? "一位小数" : "one decimal place")
  })
})
