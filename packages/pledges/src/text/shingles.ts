import { normalise } from "./normalise.ts"

const figures =
  /[0-9〇零一二两三四五六七八九十百千万亿半](?:[0-9.,〇零一二两三四五六七八九十百千万亿半]*[0-9〇零一二两三四五六七八九十百千万亿半])?/g

// Written out instead of `\p{P}`, which grows with the Unicode version of the runtime.
const marks = /[\n -/:-@[-`{-\u00bf\u00d7\u00f7\u2000-\u2bff\u3000-\u3006\u3008-\u303f]/g

/**
 * A text as copies are compared: without punctuation, every figure and numeral a nought, so that last year's text with new figures is the same text.
 *
 * @example
 * ```ts
 * import { maskedText } from "@zhengyou/pledges"
 *
 * maskedText("2025年6月底前，走访学生１２０人。") // => "0年0月底前走访学生0人"
 * ```
 */
export const maskedText = (text: string): string => normalise(text).text.replaceAll(figures, "0").replaceAll(marks, "")

/**
 * The shingles of a text: the pairs of neighbouring characters of its masked form, each once, as numbers; a text of one character is its own shingle.
 *
 * **Details**
 *
 * Characters are UTF-16 code units.
 */
export const shinglesOf = (text: string): ReadonlySet<number> => {
  const masked = maskedText(text)
  const shingles = new Set<number>()
  if (masked.length === 1) shingles.add(masked.charCodeAt(0))
  for (let i = 1; i < masked.length; i++) shingles.add(masked.charCodeAt(i - 1) * 0x10000 + masked.charCodeAt(i))
  return shingles
}
