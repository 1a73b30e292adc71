import { type Language, type Named, type Text, textIn } from "@zhengyou/core"

/** Marks that would turn the direction of the text that follows them. */
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Words as they can stand in a line: no control characters, single blanks, right-to-left ones kept to themselves. */
const inLine = (words: string): string => {
  const line = words
    .replace(directions, "")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim()
  return rightToLeft.test(line) ? `\u2068${line}\u2069` : line === "" ? "□" : line
}

/** A text in a language, as it can stand in a line. */
export const lineIn = (text: Text, language: Language): string => inLine(textIn(text, language))

/** A name between quotation marks. */
export const quoted = (words: string, language: Language): string => {
  const line = inLine(words)
  return language === "en" ? `"${line}"` : `“${line}”`
}

/** The names of some things by their ids; what shares its name with another has its id beside it. */
export const namesOf = (all: Iterable<Named>, language: Language): ((id: string) => string) => {
  const lines = [...all].map(({ id, name }) => ({ id, line: lineIn(name, language) }))
  const times = new Map<string, number>()
  for (const { line } of lines) times.set(line, (times.get(line) ?? 0) + 1)
  const names = new Map(
    lines.map(({ id, line }) => {
      const beside = language === "en" ? ` (${inLine(id)})` : `（${inLine(id)}）`
      return [id, (times.get(line) ?? 0) > 1 ? line + beside : line]
    })
  )
  return (id) => names.get(id) ?? inLine(id)
}
