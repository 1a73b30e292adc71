import { dividedByUnsafe, type Exact, exactUnsafe, times } from "@zhengyou/core"
import { readNumeral } from "./numerals.ts"
import { isOverlapped, type Place } from "./terms.ts"

/** A number with what it counts, in a normal text. */
export interface QuantityPlace extends Place {
  readonly value: Exact
  readonly unit: string
}

const numerals = "〇零一二两三四五六七八九十百千万亿"
const pattern = new RegExp(
  [
    "(?<![0-9:])(?<hours>[0-9]{1,2}):(?<minutes>[0-5][0-9])(?![0-9:])",
    `(?<below>[${numerals}]{1,20})分之(?<above>[${numerals}]{1,20})`,
    "(?<turn>翻[一两]番|翻番|一半|半数|减半)",
    "(?<![a-z0-9.])(?<figure>[0-9]+(?:,[0-9]{3})*(?:\\.[0-9]+)?)(?<power>[十百千万亿]{0,2})",
    `(?<numeral>[${numerals}]{1,20})`
  ].join("|"),
  "g"
)

const turns: ReadonlyMap<string, Exact> = new Map([
  ["翻两番", exactUnsafe(4)],
  ["翻一番", exactUnsafe(2)],
  ["翻番", exactUnsafe(2)]
])

/** Units of arithmetic, which count parts of something else. */
const relativeUnits = ["个百分点", "百分点", "%", "‰", "成", "倍"]

/** Words after which even a single 一 is a number: 每人一本, 不少于一个. */
const eachBefore = /(?:每|各|不少于|至少|不低于)[^,。;!?\n]{0,6}$/

const powerOf = (power: string): Exact => exactUnsafe(power === "" ? 1 : (readNumeral(`一${power}`) ?? 1))

const valueOf = (groups: Readonly<Record<string, string | undefined>>): Exact | undefined => {
  const { hours, minutes, below, above, turn, figure, power, numeral } = groups
  if (hours !== undefined) return exactUnsafe(`${Number(hours) * 60 + Number(minutes)}/60`)
  if (turn !== undefined) return turns.get(turn) ?? exactUnsafe("1/2")
  if (figure !== undefined)
    return figure.length > 40 ? undefined : times(exactUnsafe(figure.replaceAll(",", "")), powerOf(power ?? ""))
  const value = readNumeral(above === "百" ? "一百" : (above ?? numeral ?? ""))
  if (value === undefined || below === undefined) return value === undefined ? undefined : exactUnsafe(value)
  const divisor = readNumeral(below === "百" || below === "千" || below === "万" ? `一${below}` : below)
  return divisor === undefined || divisor === 0 ? undefined : dividedByUnsafe(exactUnsafe(value), exactUnsafe(divisor))
}

/** The vocabulary that tells a quantity from any other number. */
export interface QuantityWords {
  readonly counters: ReadonlyArray<string>
  readonly occasions: ReadonlySet<string>
}

const unitAt = (text: string, at: number, { counters }: QuantityWords): string =>
  [...relativeUnits, ...counters].reduce(
    (unit, one) => (one.length > unit.length && text.startsWith(one, at) ? one : unit),
    ""
  )

const isCounted = (text: string, at: number, numeral: string, unit: string, words: QuantityWords): boolean => {
  if (unit === "" || /^[百千万亿]+$/.test(numeral)) return false
  return (
    numeral !== "一" ||
    relativeUnits.includes(unit) ||
    words.occasions.has(unit) ||
    eachBefore.test(text.slice(Math.max(0, at - 12), at))
  )
}

/** The quantities in a normal text: numbers that count something, without dates, ordinals, numbers of houses and set phrases. */
export const quantityPlaces = (
  text: string,
  taken: ReadonlyArray<ReadonlyArray<Place>>,
  words: QuantityWords
): ReadonlyArray<QuantityPlace> =>
  Array.from(text.matchAll(pattern)).flatMap((match) => {
    const groups = match.groups ?? {}
    const [from, end] = [match.index, match.index + match[0].length]
    const value = valueOf(groups)
    if (value === undefined || text.charAt(from - 1) === "第") return []
    if (groups.hours !== undefined) return [{ from, to: end, value, unit: ":" }]
    if (groups.turn !== undefined) return [{ from, to: end, value, unit: groups.turn === "一半" ? "半" : groups.turn }]
    if (groups.below !== undefined) return [{ from, to: end, value, unit: "分之" }]
    const after = end + (/[余多来几]/.test(text.charAt(end)) && unitAt(text, end + 1, words) !== "" ? 1 : 0)
    const unit = unitAt(text, after, words)
    const to = after + unit.length
    if (taken.some((places) => isOverlapped(places, { from, to }))) return []
    const { figure, numeral } = groups
    if (figure !== undefined && unit === "" && /^[号.、)]/.test(text.slice(end))) return []
    return numeral === undefined || isCounted(text, from, numeral, unit, words) ? [{ from, to, value, unit }] : []
  })

/** Whether a quantity is a part or a multiple of something else. */
export const isRelative = ({ unit }: QuantityPlace): boolean =>
  relativeUnits.includes(unit) || unit === "分之" || unit === "半" || unit.includes("番") || unit.includes("半")
