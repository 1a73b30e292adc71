import type { Named, Text } from "@zhengyou/core"
import { trimCell } from "../Cell.ts"
import type { Subject, TableProblem } from "../errors.ts"

const spaces = /[\s\u180E\u200B-\u200F\u2060\uFEFF]+/g
const besideHan = /(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu

/** The form in which names are compared: full-width made plain, and no spaces beside Chinese characters, as in 张　三. */
export const nameKey = (text: string): string =>
  trimCell(text.normalize("NFKC")).replace(spaces, " ").replace(besideHan, "")

/** The form in which headers are compared: as names, without any spaces, capitals like small letters. */
export const headerKey = (text: string): string => text.normalize("NFKC").replace(spaces, "").toLowerCase()

/** A text as a fault shows it: short, on one line. */
export const shown = (text: string): string => {
  const line = text
    .slice(0, 200)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
    .toWellFormed()
  const characters = [...line]
  return characters.length > 60 ? `${characters.slice(0, 60).join("")}…` : line
}

/** The names of a text in every language. */
const namesIn = (text: Text): ReadonlyArray<string> => (typeof text === "string" ? [text] : [text["zh-CN"], text.en])

/** How many allowed names a fault lists. */
export const shownNames = 10

const named = ({ id, name }: Named): Named => ({ id, name })

/** Finds what a text names: by id, or by name in either language. */
export type Matcher = (text: string) => { readonly id: string } | { readonly problem: TableProblem }

const indexed = (
  entries: ReadonlyArray<Named>,
  keysOf: (entry: Named) => ReadonlyArray<string>
): ReadonlyMap<string, ReadonlySet<Named>> => {
  const index = new Map<string, Set<Named>>()
  for (const entry of entries) for (const key of keysOf(entry)) index.set(key, (index.get(key) ?? new Set()).add(entry))
  return index
}

/** Makes the matcher for one family of things. */
export const matcher = (
  subject: Subject,
  entries: ReadonlyArray<Named>,
  key: (text: string) => string = nameKey
): Matcher => {
  const exact = new Map(entries.map((entry) => [entry.id, entry]))
  const byId = indexed(entries, (entry) => [key(entry.id)])
  const byName = indexed(entries, (entry) => namesIn(entry.name).map(key))
  const seen = new Map<string, ReturnType<Matcher>>()
  const find = (text: string): ReturnType<Matcher> => {
    const wanted = key(text)
    const direct = exact.get(trimCell(text))
    if (direct !== undefined) return { id: direct.id }
    const matches = [...(byId.get(wanted) ?? byName.get(wanted) ?? [])]
    const [only, another] = matches
    if (only !== undefined && another === undefined) return { id: only.id }
    const found = shown(text)
    const allowed = (matches.length > 0 ? matches : entries).slice(0, shownNames).map(named)
    return matches.length > 0
      ? { problem: { _tag: "AmbiguousName", found, matches: allowed } }
      : { problem: { _tag: "UnknownName", found, subject, allowed, count: entries.length } }
  }
  return (text) => {
    const known = seen.get(text) ?? find(text)
    seen.set(text, known)
    return known
  }
}
