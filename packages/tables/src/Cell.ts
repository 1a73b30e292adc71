import * as Option from "effect/Option"

const invisible = /[\s\p{Cc}\p{Cf}]/u

/** A text without the spaces around it: ASCII, full-width, non-breaking and zero-width ones. */
export const trimCell = (text: string): string => {
  let [from, to] = [0, text.length]
  while (from < to && invisible.test(text.charAt(from))) from += 1
  while (to > from && invisible.test(text.charAt(to - 1))) to -= 1
  return text.slice(from, to)
}

const absent = new Set(["", "缺考", "缺席", "无", "/", "n/a", "-", "--", "—", "——", "–", "−", "―"])

/**
 * The text of a cell that holds a score or a fact: full-width characters made plain, spaces around it taken off; nothing where the
 * cell says that there is no value.
 *
 * **Details**
 *
 * No value is a blank cell and 缺考, 缺席, 无, N/A, a dash of any kind, a stroke. It is never nought.
 *
 * @example
 * ```ts
 * import { normalizeCell } from "@zhengyou/tables"
 * import { Option } from "effect"
 *
 * normalizeCell("　８９．５ ") // => Option.some("89.5")
 * normalizeCell("缺考") // => Option.none()
 * normalizeCell("——") // => Option.none()
 * normalizeCell("0") // => Option.some("0")
 * ```
 */
export const normalizeCell = (text: string): Option.Option<string> => {
  const plain = trimCell(text.normalize("NFKC"))
  return absent.has(plain.toLowerCase()) ? Option.none() : Option.some(plain)
}
