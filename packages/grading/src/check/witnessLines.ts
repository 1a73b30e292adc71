import { formatExact, formatFactValue, type Language, type Named, render } from "@zhengyou/core"
import type { Expectation } from "../BookExample.ts"
import { allCriteria } from "../Criterion.ts"
import { knownFacts } from "../internal/knownFacts.ts"
import { levelNamed, named } from "../internal/named.ts"
import type { RuleBook } from "../RuleBook.ts"
import type { Sheet } from "../Sheet.ts"
import type { Finding, Witness } from "./Finding.ts"
import { checkTextEn } from "./texts/en.ts"
import type { CheckMessage, Some, UnitShown } from "./texts/messages.ts"
import { checkTextZhCN } from "./texts/zh-CN.ts"

const unitsShown = 4
const factsShown = 4
const marksShown = 3

const cut = <A>(items: ReadonlyArray<A>, limit: number): Some<A> =>
  items.length <= limit ? { first: items, more: 0 } : { first: items.slice(0, limit), more: items.length - limit }

const namedIn = (all: ReadonlyArray<Named>, id: string): Named =>
  named(all.find((one) => one.id === id) ?? { id, name: id })

/** The marks of each panel, those that are the same together. */
const marksOf = (book: RuleBook, sheets: ReadonlyArray<Sheet>, about: string | undefined): UnitShown["marks"] => {
  const criteria = allCriteria(book.criteria)
  const byMarks = new Map<string, { readonly by: Set<string>; readonly sheet: Sheet }>()
  for (const sheet of sheets) {
    const key = JSON.stringify(marksText(sheet))
    const same = byMarks.get(key)
    if (same === undefined) byMarks.set(key, { by: new Set([sheet.panel]), sheet })
    else same.by.add(sheet.panel)
  }
  return [...byMarks.values()].map(({ by, sheet }) => ({
    by: by.size === book.panels.length && byMarks.size === 1 ? "all" : [...by].map((id) => namedIn(book.panels, id)),
    marks: cut(
      // The criterion that a finding is about stands first: of many criteria only some marks are shown.
      marksText(sheet)
        .toSorted(([a], [b]) => Number(b === about) - Number(a === about))
        .map(([id, mark]) => ({ criterion: namedIn(criteria, id), mark })),
      marksShown
    )
  }))
}

const marksText = (sheet: Sheet): ReadonlyArray<readonly [string, string]> =>
  Object.entries(sheet.scores).map(([id, mark]) => [id, typeof mark === "string" ? mark : formatExact(mark)])

/** The criterion that a finding is about, or the panel that may be left out, if it is about one. */
const aboutOf = ({ problem }: Finding): string | undefined => {
  if ("criterion" in problem) return problem.criterion.id
  return "missing" in problem ? problem.missing.id : undefined
}

const unitShown = (
  book: RuleBook,
  witness: Witness,
  unit: Witness["units"][number],
  about: string | undefined
): UnitShown => {
  const known = [...knownFacts(book).values()]
  const of = <A extends { readonly unit: string }>(items: ReadonlyArray<A>) =>
    items.filter((one) => one.unit === unit.id)
  const own = (
    [
      ["unit.type", unit.type],
      ["unit.parent", unit.parent],
      ["unit.founded", unit.founded]
    ] as const
  ).flatMap(([fact, value]) => (value === undefined ? [] : [{ fact: namedIn(known, fact), value }]))
  const facts = of(witness.facts).map(({ fact, value }) => ({
    fact: namedIn(known, fact),
    value: formatFactValue(value)
  }))
  const shown: Expectation | undefined = witness.shows.find((one) => one.unit === unit.id)
  return {
    _tag: "UnitShown",
    unit: unit.id,
    facts: cut([...own, ...facts], factsShown),
    marks: marksOf(book, of(witness.sheets), about),
    awards: of(witness.awards).map(({ adjustment, points }) => ({
      adjustment: namedIn(book.adjustments, adjustment),
      points
    })),
    outcome: shown?.outcome ?? "refused",
    level: shown?.level === undefined ? undefined : levelNamed(book.ladder, shown.level),
    total: shown?.total
  }
}

/**
 * The witness of a finding in a few lines: a line for each of its first units, with what is given about it and what grading makes of it.
 *
 * **Details**
 *
 * Nothing where the finding has no inputs that could show it.
 */
export const witnessLines = (book: RuleBook, finding: Finding, language: Language): ReadonlyArray<string> => {
  const { witness } = finding
  const about = aboutOf(finding)
  const { first, more } = cut(witness.units, unitsShown)
  const messages: ReadonlyArray<CheckMessage> = [
    ...first.map((unit) => unitShown(book, witness, unit, about)),
    ...(more > 0 ? [{ _tag: "MoreUnits", more } as const] : [])
  ]
  return messages.map((message) => render(language === "en" ? checkTextEn : checkTextZhCN, message))
}
