const digits = "零一二三四五六七八九"
const digit = "[一二三四五六七八九]"
const belowTenThousand = new RegExp(
  `^(?:(${digit})千)?(?:零?(${digit})百)?(?:零?(${digit}?)(十))?(?:(零)?(${digit}))?$`
)

/** The longest numeral that is read: what is longer is no number of a pledge. */
const longest = 20

const digitOf = (unit: string | undefined): number => (unit === undefined || unit === "" ? 0 : digits.indexOf(unit))

/** A numeral below ten thousand. Where a digit follows a hundred or a thousand without a nought, it counts the next power: 一百二 is 120. */
const readSection = (text: string): number | undefined => {
  const match = belowTenThousand.exec(text)
  if (match === null || text === "") return undefined
  const [, thousands, hundreds, tens, ten, nought, last] = match
  const before = text.charAt(text.length - 2)
  const weight = last === undefined || nought !== undefined ? 1 : before === "百" ? 10 : before === "千" ? 100 : 1
  const tensValue = ten === undefined ? 0 : tens === "" ? 1 : digitOf(tens)
  return digitOf(thousands) * 1000 + digitOf(hundreds) * 100 + tensValue * 10 + digitOf(last) * weight
}

const readAbove = (text: string, power: string, value: number): number | undefined => {
  const at = text.lastIndexOf(power)
  const head = readParts(text.slice(0, at))
  const tail = text.slice(at + 1)
  const rest =
    tail === ""
      ? 0
      : /^[一二三四五六七八九]$/.test(tail)
        ? (digitOf(tail) * value) / 10
        : readParts(tail.replace(/^零/, ""))
  return head === undefined || rest === undefined || rest >= value ? undefined : head * value + rest
}

const readParts = (text: string): number | undefined =>
  text.includes("亿")
    ? readAbove(text, "亿", 1e8)
    : text.includes("万")
      ? readAbove(text, "万", 1e4)
      : readSection(text)

/**
 * Reads a Chinese numeral below ten thousand billions: by places (`一百二十`), short (`一百二`), or digit by digit (`二〇二五`); none where the
 * characters are not a number.
 */
export const readNumeral = (numeral: string): number | undefined => {
  if (numeral === "" || numeral.length > longest) return undefined
  const text = numeral.replaceAll("〇", "零").replaceAll("两", "二")
  const value = /^[零一二三四五六七八九]+$/.test(text)
    ? Array.from(text).reduce((sum, unit) => sum * 10 + digitOf(unit), 0)
    : readParts(text)
  return value !== undefined && Number.isSafeInteger(value) ? value : undefined
}
