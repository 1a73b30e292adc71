import type { KnownFacts, Language } from "@zhengyou/core"
import { allCriteria, allGroups } from "../../Criterion.ts"
import { knownFacts } from "../../internal/knownFacts.ts"
import type { RuleBook } from "../../RuleBook.ts"
import type { RegulationItem } from "../Regulation.ts"
import { namesOf } from "./names.ts"

type Name = (id: string) => string

/** A book that is being told in a language, with the names of everything in it. */
export interface Telling {
  readonly book: RuleBook
  readonly language: Language
  readonly known: KnownFacts
  readonly level: Name
  readonly fact: Name
  readonly criterion: Name
  readonly panel: Name
}

/** Makes a book ready to be told. */
export const tellingOf = (book: RuleBook, language: Language): Telling => {
  const known = knownFacts(book)
  return {
    book,
    language,
    known,
    level: namesOf(book.ladder, language),
    fact: namesOf(known.values(), language),
    criterion: namesOf([...allCriteria(book.criteria), ...allGroups(book.criteria)], language),
    panel: namesOf(book.panels, language)
  }
}

/** Words with what stands under them, before they are an article or an item. */
export interface Clause {
  readonly text: string
  readonly items?: ReadonlyArray<Clause>
}

const marks = {
  "zh-CN": { colon: "：", semicolon: "；", stop: "。", inner: /[；。]/ },
  en: { colon: ":", semicolon: ";", stop: ".", inner: /[;.] / }
}

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** Items with their full stops: a list of short ones is one sentence, longer ones are sentences each. */
const punctuated = (items: ReadonlyArray<Clause>, language: Language): ReadonlyArray<RegulationItem> => {
  const { colon, semicolon, stop, inner } = marks[language]
  const isLong = items.some(({ text, items: under }) => (under ?? []).length > 0 || inner.test(text))
  const cased = (text: string) => (isLong && language === "en" ? capitalised(text) : text)
  return items.map(({ text, items: under = [] }, i) => {
    const end = under.length > 0 ? colon : isLong || i === items.length - 1 ? stop : semicolon
    return { text: cased(text) + end, items: punctuated(under, language) }
  })
}

/** An article with its full stops. One item alone is part of its sentence. */
export const asItem = ({ text, items = [] }: Clause, language: Language): RegulationItem => {
  const { colon, stop } = marks[language]
  const [only, ...others] = items
  if (only !== undefined && others.length === 0)
    return asItem({ ...only, text: `${text}${colon}${language === "en" ? " " : ""}${only.text}` }, language)
  return { text: capitalised(text) + (items.length > 0 ? colon : stop), items: punctuated(items, language) }
}

/** Several words in a row. */
export const listed = (words: ReadonlyArray<string>, { language }: Pick<Telling, "language">): string =>
  words.join(language === "en" ? ", " : "、")
