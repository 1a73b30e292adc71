/** What a character is that a reader does not see, or takes for another one. */
export type HiddenKind = "zeroWidth" | "bidirectional" | "control" | "combining" | "loneSurrogate" | "lookAlikeDigit"

type Range = readonly [from: number, to: number]

// Written out instead of `\p{…}`, whose sets grow with the Unicode version of the runtime.
const bidirectional: ReadonlyArray<Range> = [
  [0x061c, 0x061c],
  [0x200e, 0x200f],
  [0x202a, 0x202e],
  [0x2066, 0x2069]
]

const zeroWidth: ReadonlyArray<Range> = [
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200d],
  [0x2060, 0x2065],
  [0x206a, 0x206f],
  [0x2800, 0x2800],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0xe0000, 0xe0fff]
]

const controls: ReadonlyArray<Range> = [
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0x7f, 0x84],
  [0x86, 0x9f]
]

const combining: ReadonlyArray<Range> = [
  [0x0300, 0x036f],
  [0x0483, 0x0489],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0x302a, 0x302f],
  [0x3099, 0x309a],
  [0xfe20, 0xfe2f]
]

/** Numbers in circles, brackets or with a full stop: they head the items of a list. */
const listMarks: ReadonlyArray<Range> = [
  [0x2460, 0x249b],
  [0x24ea, 0x24ff],
  [0x2776, 0x2793],
  [0x3220, 0x3229],
  [0x3251, 0x325f],
  [0x3280, 0x3289],
  [0x32b1, 0x32bf],
  [0x1f100, 0x1f10c]
]

/** The noughts of scripts whose digits are not decomposed to ASCII. */
const noughts: ReadonlyArray<number> = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50, 0x0ed0,
  0x0f20, 0x1040, 0x17e0, 0x1810
]

const isIn = (ranges: ReadonlyArray<Range>, point: number): boolean =>
  ranges.some(([from, to]) => from <= point && point <= to)

/** Whether a code point is an ideograph of the basic block or its first extension: what Chinese is written in. */
export const isHan = (point: number): boolean =>
  (point >= 0x4e00 && point <= 0x9fff) || (point >= 0x3400 && point <= 0x4dbf)

/** Whether a code point ends a line. */
export const isLineFeed = (point: number): boolean =>
  (point >= 0x0a && point <= 0x0d) || point === 0x85 || point === 0x2028 || point === 0x2029

/** Whether a code point is a digit of a mathematical or segmented style; full-width ones are ordinary in Chinese. */
export const isFancyDigit = (point: number): boolean =>
  (point >= 0x1d7ce && point <= 0x1d7ff) || (point >= 0x1fbf0 && point <= 0x1fbf9)

/** Whether a code point only varies the form of the character before it. */
export const isVariation = (point: number): boolean =>
  (point >= 0xfe00 && point <= 0xfe0f) || (point >= 0xe0100 && point <= 0xe01ef)

/** Whether a code point heads an item of a list. */
export const isListMark = (point: number): boolean => isIn(listMarks, point)

/** Whether a code point is a mark set on the character before it. */
const isCombining = (point: number): boolean => isIn(combining, point)

/** The kind of a code point that shows nothing; none where it shows something. */
export const hiddenKindOf = (point: number): HiddenKind | undefined => {
  if (isIn(bidirectional, point)) return "bidirectional"
  if (isIn(zeroWidth, point)) return "zeroWidth"
  if (isIn(controls, point)) return "control"
  if (point >= 0xd800 && point <= 0xdfff) return "loneSurrogate"
  return isCombining(point) ? "combining" : undefined
}

/** The ASCII digit that a digit of another script stands for. */
export const foreignDigit = (point: number): string | undefined => {
  const nought = noughts.find((zero) => zero <= point && point <= zero + 9)
  return nought === undefined ? undefined : String(point - nought)
}

const like: ReadonlyMap<string, string> = new Map([
  ...Array.from("“”„‟«»「」『』＂'‘’", (quote) => [quote, '"'] as const),
  ...Array.from("‐‑‒–—―−─", (dash) => [dash, "-"] as const),
  ...Array.from("〜～∼", (tilde) => [tilde, "~"] as const),
  ...Array.from("•・‧∙⋅", (dot) => [dot, "·"] as const),
  ...Array.from("○◯", (circle) => [circle, "〇"] as const),
  ["\u041e", "\u043e"],
  ["\u039f", "\u03bf"],
  ["\u0406", "\u0456"],
  ["｡", "。"],
  ["【", "["],
  ["】", "]"]
])

/** One character in the form in which texts are compared: compatible forms, case, quotes, dashes and dots made one. */
export const folded = (character: string): string => {
  if (character <= "\u007f") return character === "'" ? '"' : character.toLowerCase()
  let out = ""
  for (const part of character.normalize("NFKD")) {
    const point = part.codePointAt(0) ?? 0
    if (isCombining(point)) continue
    out += like.get(part) ?? (point >= 0x41 && point <= 0x5a ? part.toLowerCase() : part)
  }
  return out
}
