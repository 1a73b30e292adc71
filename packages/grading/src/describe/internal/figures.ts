import { type CalendarDate, type Exact, formatExact, type Language, type Rounding, times } from "@zhengyou/core"

const digits = "零一二三四五六七八九"

/** A whole number below ten thousand in Chinese numerals, without what a leading 一十 has too much. */
const belowTenThousand = (n: number): string => {
  let text = ""
  for (const [place, unit] of [
    [1000, "千"],
    [100, "百"],
    [10, "十"],
    [1, ""]
  ] as const) {
    const digit = Math.floor(n / place) % 10
    if (digit > 0) text += `${digits[digit]}${unit}`
    else if (text !== "" && n % place > 0 && !text.endsWith("零")) text += "零"
  }
  return text
}

/** A whole number from 1 in Chinese numerals: 十二, 一百零三. */
export const chineseNumeral = (n: number): string => {
  const [high, low] = [Math.floor(n / 10_000), n % 10_000]
  const gap = high > 0 && low > 0 && low < 1000 ? "零" : ""
  const text = (high > 0 ? `${chineseNumeral(high)}万${gap}` : "") + belowTenThousand(low)
  return text.startsWith("一十") ? text.slice(1) : text
}

const englishNumbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]

/** How many of something, in words up to ten. */
export const countText = (n: number, language: Language): string => {
  if (language === "en") return englishNumbers[n] ?? String(n)
  return n === 2 ? "两" : n > 0 && n <= 10 ? chineseNumeral(n) : ` ${n} `
}

const isWithinOne = ({ n, d }: Exact): boolean => n <= d

/** A share as per cent where its decimals end, and as a fraction otherwise. */
export const shareText = (x: Exact): string => {
  const hundredfold = formatExact(times(x, { n: 100n, d: 1n }))
  return hundredfold.includes("/") ? formatExact(x) : `${hundredfold}%`
}

/** How a list of bounds of one quantity is written: as shares where none is above 1. */
export const boundText = (bounds: ReadonlyArray<Exact>): ((x: Exact) => string) =>
  bounds.every(isWithinOne) ? shareText : formatExact

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December"
]

/** A day as people write it. */
export const dateText = (date: CalendarDate | string, language: Language): string => {
  const [year = 0, month = 1, day = 0] = date.split("-").map(Number)
  return language === "en" ? `${day} ${months[month - 1]} ${year}` : `${year} 年 ${month} 月 ${day} 日`
}

type ModeWords = Record<Rounding["mode"], string>

const modesZhCN: ModeWords = {
  ceil: "只入不舍",
  floor: "只舍不入",
  expand: "有尾数即进一",
  trunc: "截去尾数",
  halfCeil: "四舍五入（恰为一半的向上）",
  halfFloor: "五舍六入（恰为一半的向下）",
  halfExpand: "四舍五入",
  halfTrunc: "五舍六入",
  halfEven: "四舍六入五成双"
}

const modesEn: Record<Rounding["mode"], (to: string) => string> = {
  ceil: (to) => `rounded up to ${to}`,
  floor: (to) => `rounded down to ${to}`,
  expand: (to) => `rounded up to ${to}, away from nought`,
  trunc: (to) => `cut off after ${to}`,
  halfCeil: (to) => `rounded to ${to}, halves towards the greater number`,
  halfFloor: (to) => `rounded to ${to}, halves towards the smaller number`,
  halfExpand: (to) => `rounded to ${to}, halves up`,
  halfTrunc: (to) => `rounded to ${to}, halves down`,
  halfEven: (to) => `rounded to ${to}, halves to the even digit`
}

/** How a figure is rounded, in words: 四舍五入保留两位小数. */
export const roundingText = ({ mode, digits: places }: Rounding, language: Language): string => {
  if (language === "zh-CN")
    return `${modesZhCN[mode]}${places === 0 ? "取整数" : `保留${countText(places, language)}位小数`}`
  return modesEn[mode](
    places === 0 ? "a whole number" : `${countText(places, language)} decimal place${places === 1 ? "" : "s"}`
  )
}
