import { exactUnsafe, formatExact } from "@zhengyou/core"
import { compileWording, defaultWording } from "@zhengyou/pledges"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const { quantitiesIn } = compileWording(defaultWording)

const countedIn = (text: string) =>
  quantitiesIn(text).map(({ span, value, unit }) => [text.slice(span.from, span.to), formatExact(value), unit])

describe("numbers that count something", () => {
  it.each([
    ["走访１２人次", ["１２人次", "12", "人次"]],
    ["不少于三十次", ["三十次", "30", "次"]],
    ["一百二十本", ["一百二十本", "120", "本"]],
    ["两万五千元", ["两万五千元", "25000", "元"]],
    ["资助3.5万元", ["3.5万元", "35000", "元"]],
    ["共1,860人", ["1,860人", "1860", "人"]],
    ["达到95%", ["95%", "95", "%"]],
    ["三分之一", ["三分之一", "1/3", "分之"]],
    ["百分之九十", ["百分之九十", "0.9", "分之"]],
    ["百分之百", ["百分之百", "1", "分之"]],
    ["多一倍", ["一倍", "1", "倍"]],
    ["提高5个百分点", ["5个百分点", "5", "个百分点"]],
    ["八成以上", ["八成", "8", "成"]],
    ["翻一番", ["翻一番", "2", "翻一番"]],
    ["减少一半", ["一半", "0.5", "半"]],
    ["开放到22:30", ["22:30", "22.5", ":"]],
    ["三十余篇", ["三十余篇", "30", "篇"]],
    ["一次", ["一次", "1", "次"]],
    ["每人一本", ["一本", "1", "本"]],
    ["2O人", ["2O人", "20", "人"]]
  ])("%j counts %j", (text, counted) => {
    expect(countedIn(text)).toEqual([counted])
  })

  it.each([
    "2025年6月",
    "6月30日",
    "第三届",
    "2号教学楼",
    "三会一课",
    "做一名好教师",
    "一流学科",
    "五四评选",
    "1.加强学习",
    "Python3",
    "二十大精神",
    "千家万户"
  ])("nothing is counted in %j", (text) => {
    expect(countedIn(text)).toEqual([])
  })
})

/** A whole number below a hundred million in Chinese, by places: the other way round from what is read. */
const numeralOf = (n: number): string => {
  const digits = "零一二三四五六七八九"
  const section = (m: number): string => {
    let out = ""
    for (const [power, name] of [
      [1000, "千"],
      [100, "百"],
      [10, "十"],
      [1, ""]
    ] as const) {
      const digit = Math.floor(m / power) % 10
      if (digit > 0) out += `${digits.charAt(digit)}${name}`
      else if (out !== "" && !out.endsWith("零") && m % power > 0) out += "零"
    }
    return out
  }
  const [high, low] = [Math.floor(n / 10_000), n % 10_000]
  if (high === 0) return section(low)
  return `${section(high)}万${low === 0 ? "" : `${low < 1000 ? "零" : ""}${section(low)}`}`
}

describe("numerals", () => {
  it("any number that is written by places is read", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 99_999_999 }), (n) => {
        expect(quantitiesIn(`共${numeralOf(n)}人`).map(({ value }) => value)).toEqual([exactUnsafe(n)])
      }),
      { numRuns: 1000 }
    )
  })

  it.each([
    ["一百二", 120],
    ["三千五", 3500],
    ["两万五", 25_000],
    ["一百零二", 102],
    ["十五", 15],
    ["一千二百三", 1230]
  ])("%s is %i", (numeral, n) => {
    expect(quantitiesIn(`共${numeral}人`).map(({ value }) => value)).toEqual([exactUnsafe(n)])
  })

  it.each(["十百人", "百万亿亿人", "三五十百人", "零零十人"])("%s is no number", (text) => {
    expect(countedIn(text)).toEqual([])
  })

  it("very long figures are no numbers of a pledge", () => {
    expect(countedIn(`${"9".repeat(5000)}人`)).toEqual([])
    expect(countedIn(`${"九".repeat(5000)}人`).length).toBeLessThanOrEqual(250)
  })
})
