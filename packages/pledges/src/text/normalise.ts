import * as Schema from "effect/Schema"
import {
  folded,
  foreignDigit,
  hiddenKindOf,
  isFancyDigit,
  isHan,
  isLineFeed,
  isListMark,
  isVariation
} from "./internal/characters.ts"
import { makeTextWriter } from "./internal/TextWriter.ts"
import { Span } from "./Span.ts"

/** Characters of one kind that a reader does not see, or takes for another: the first of them, and how many there are. */
export const HiddenCharacters = Schema.Struct({
  kind: Schema.Literals(["zeroWidth", "bidirectional", "control", "combining", "loneSurrogate", "lookAlikeDigit"]),
  span: Span,
  count: Schema.Int
})
export interface HiddenCharacters extends Schema.Schema.Type<typeof HiddenCharacters> {}

/**
 * A text in the form in which texts are searched and compared, which remembers where each part of it stood.
 *
 * **Details**
 *
 * `starts[i]` and `ends[i]` are where the i-th code unit of `text` comes from in `original`.
 */
export interface NormalText {
  readonly original: string
  readonly text: string
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly hidden: ReadonlyArray<HiddenCharacters>
}

/**
 * Brings a text to the form in which it is searched and compared (归一化).
 *
 * **Details**
 *
 * Every code point is decomposed for compatibility (full-width forms, ligatures, radicals) and loses its marks; letters are lower case; quotes, dashes
 * and dots are one character each. Breaks of lines, and the numbers in circles or brackets that head a list, are line feeds. White space goes, but for
 * one space between Latin letters or digits, and so does what shows nothing. Letters among digits that are taken for digits (`2O25`) are read as such.
 * The work grows with the length of the text, whatever is in it.
 *
 * @example
 * ```ts
 * import { normalise, originalSpan } from "@zhengyou/pledges"
 *
 * const normal = normalise("全年 走访１２\u200b人")
 * normal.text // => "全年走访12人"
 * originalSpan(normal, 4, 6) // => { from: 5, to: 7 }
 * normal.hidden // => [{ kind: "zeroWidth", span: { from: 7, to: 8 }, count: 1 }]
 * ```
 */
export const normalise = (original: string): NormalText => {
  const writer = makeTextWriter(original)
  let isAfterHan = false
  let mayVary = false
  for (let from = 0; from < original.length; ) {
    const point = original.codePointAt(from) ?? 0
    const span = { from, to: from + (point > 0xffff ? 2 : 1) }
    const character = original.slice(from, span.to)
    from = span.to
    const kind = isHan(point) ? undefined : hiddenKindOf(point)
    if (kind !== undefined) {
      const isOrdinary = kind === "combining" ? !isAfterHan : mayVary && isVariation(point)
      if (!isOrdinary) writer.hide(kind, span)
      mayVary = false
      continue
    }
    isAfterHan = isHan(point)
    mayVary = true
    if (isAfterHan) writer.write(character, span)
    else if (isLineFeed(point) || isListMark(point)) writer.lineFeed(span)
    else {
      const digit = foreignDigit(point)
      if (digit !== undefined || isFancyDigit(point)) writer.hide("lookAlikeDigit", span)
      const text = digit ?? folded(character)
      if (text.trim() !== text) writer.space(span)
      writer.write(text.replaceAll(/\s/g, ""), span)
    }
  }
  return writer.finish()
}

/** Where in the text as it was written a stretch of the normal text stands; the stretch must not be empty. */
export const originalSpan = (normal: NormalText, from: number, to: number): Span => ({
  from: normal.starts[from] ?? normal.original.length,
  to: normal.ends[to - 1] ?? normal.original.length
})
