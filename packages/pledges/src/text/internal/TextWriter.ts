import type { HiddenCharacters, NormalText } from "../normalise.ts"
import type { Span } from "../Span.ts"
import type { HiddenKind } from "./characters.ts"
import { lookAlikesRead } from "./lookAlikes.ts"

const isLatinOrDigit = (unit: string): boolean => (unit >= "a" && unit <= "z") || (unit >= "0" && unit <= "9")

/** Collects a normal text, the place of each part of it, and the characters that a reader does not see. */
export const makeTextWriter = (original: string) => {
  const units: Array<string> = []
  const starts: Array<number> = []
  const ends: Array<number> = []
  const hidden = new Map<HiddenKind, HiddenCharacters>()
  let gap: Span | undefined

  const put = (unit: string, { from, to }: Span): void => {
    units.push(unit)
    starts.push(from)
    ends.push(to)
  }

  const hide = (kind: HiddenKind, span: Span): void => {
    const known = hidden.get(kind)
    hidden.set(kind, { kind, span: known?.span ?? span, count: (known?.count ?? 0) + 1 })
  }

  return {
    hide,
    /** White space: it is kept between Latin letters or digits only. */
    space: (span: Span): void => {
      gap ??= span
    },
    /** A break of the line; several are one. */
    lineFeed: (span: Span): void => {
      gap = undefined
      if (units.length > 0 && units.at(-1) !== "\n") put("\n", span)
    },
    write: (text: string, span: Span): void => {
      for (const unit of text.split("")) {
        if (gap !== undefined && isLatinOrDigit(units.at(-1) ?? "") && isLatinOrDigit(unit)) put(" ", gap)
        gap = undefined
        put(unit, span)
      }
    },
    finish: (): NormalText => {
      const { text, places } = lookAlikesRead(units.join(""))
      for (const place of places) hide("lookAlikeDigit", { from: starts[place] ?? 0, to: ends[place] ?? 0 })
      return {
        original,
        text,
        starts: Uint32Array.from(starts),
        ends: Uint32Array.from(ends),
        hidden: [...hidden.values()]
      }
    }
  }
}
