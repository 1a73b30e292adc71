import { type Condition, type FactValue, factsOf, type Id, type KnownFacts, type Unit } from "@zhengyou/core"
import { allCriteria, allGroups, leavesFor, typesNamed } from "../../Criterion.ts"
import { knownFacts } from "../../internal/knownFacts.ts"
import type { RuleBook } from "../../RuleBook.ts"
import { datesFor, datesIn, numbersFor, numbersIn, type Range, textsFor, textsIn } from "./candidates.ts"
import { type Bounds, criterionBounds, hull, itemsBounds, panelBounds, totalBounds } from "./scoreBounds.ts"
import {
  type Assignment,
  type Candidates,
  candidatesFor,
  type Found,
  factsThatMeet,
  fails,
  type Goal,
  holds
} from "./search.ts"

/** A book that is being proof-read, with what is worked out once for all findings. */
export interface Study {
  readonly book: RuleBook
  readonly roster: ReadonlyArray<Unit>
  /** The types of unit that some item applies to; nothing for units without a type. */
  readonly types: ReadonlyArray<Id | undefined>
  /** What the deciding totals of all types can be. */
  readonly totals: Bounds
  readonly known: KnownFacts
  /** Facts with which a unit of a type is graded by its marks alone, as far as there are any. */
  readonly plain: (type: Id | undefined) => Assignment
  /** The values of each fact that a condition can tell from each other. */
  readonly valuesOf: (condition: Condition) => ReadonlyMap<string, ReadonlyArray<FactValue | undefined>>
  /** Looks for facts that meet all goals; `fixed` says what some facts are. */
  readonly find: (goals: ReadonlyArray<Goal>, fixed?: ReadonlyMap<string, FactValue | undefined>) => Found
}

const hullOf = (parts: ReadonlyArray<Bounds | undefined>): Bounds | undefined => {
  const [first, ...rest] = parts.flatMap((part) => part ?? [])
  return first && rest.reduce(hull, first)
}

/** What a score can be, over all types of unit; nothing for the name of no score. */
const scoreRange = (
  book: RuleBook,
  types: ReadonlyArray<Id | undefined>,
  totals: Bounds,
  fact: string
): Bounds | undefined => {
  if (fact === "score.total") return totals
  const [, kind, id = ""] = /^score\.(criterion|panel)\.(.*)$/s.exec(fact) ?? []
  if (kind === "panel") {
    const panel = book.panels.find((one) => one.id === id)
    return panel && hullOf(types.map((type) => panelBounds(book, panel, leavesFor(book.criteria, type))))
  }
  const criterion = allCriteria(book.criteria).find((one) => one.id === id)
  if (criterion !== undefined) return criterionBounds(book, criterion)
  const group = allGroups(book.criteria).find((one) => one.id === id)
  return group && hullOf(types.map((type) => itemsBounds(book, leavesFor([group], type))))
}

const rangeOf = (study: Pick<Study, "book" | "types" | "totals" | "known">, fact: string): Range => {
  const { book, types, totals, known } = study
  if (fact === "unit.age.months") return { least: undefined, most: undefined, whole: true }
  if (fact.startsWith("score.")) {
    const bounds = scoreRange(book, types, totals, fact)
    return { least: bounds?.least, most: bounds?.most, whole: false }
  }
  const declared = known.get(fact)
  return { least: declared?.minimum, most: declared?.maximum, whole: false }
}

const knownValues = (
  study: Pick<Study, "book" | "types" | "totals" | "known">,
  fact: string,
  constants: ReadonlyArray<FactValue>
): ReadonlyArray<FactValue> => {
  switch (study.known.get(fact)?.type) {
    case "number":
      return numbersFor(numbersIn(constants), rangeOf(study, fact)).map((value) => ({ _tag: "Number", value }))
    case "date":
      return datesFor(datesIn(constants)).map((value) => ({ _tag: "Date", value }))
    case "flag":
      return [false, true].map((value) => ({ _tag: "Flag", value }))
    case "level":
      return study.book.ladder.map(({ id }) => ({ _tag: "Level", value: id }))
    case "text": {
      const named = fact === "unit.type" ? typesNamed(study.book.criteria) : []
      return textsFor([...named, ...textsIn(constants)]).map((value) => ({ _tag: "Text", value }))
    }
    default:
      return []
  }
}

/** The goals that a unit is eligible. */
export const eligible = (book: RuleBook): ReadonlyArray<Goal> =>
  book.eligibility.map(({ require }) => ({ condition: require, want: holds }))

/** Facts with which a unit of a type is graded by its marks alone, as far as there are any; none where nobody is eligible. */
const plainFacts = ({ book, find }: Pick<Study, "book" | "find">, type: Id | undefined): Assignment => {
  const fixed = new Map([["unit.type", type === undefined ? undefined : ({ _tag: "Text", value: type } as const)]])
  const scored = [...eligible(book), ...book.recognitions.map(({ when }) => ({ condition: when, want: fails }))]
  const quiet = [...scored, ...book.gates.map(({ when }) => ({ condition: when, want: fails }))]
  for (const goals of [quiet, scored, eligible(book)]) {
    const found = find(goals, fixed)
    if (found._tag === "Found") return found.facts
  }
  return new Map()
}

/** The scores that conditions ask for as what they are for a unit that was not scored. */
export const unscored = (conditions: ReadonlyArray<Condition>): ReadonlyMap<string, undefined> =>
  new Map(
    conditions
      .flatMap(factsOf)
      .filter((fact) => fact.startsWith("score."))
      .map((fact) => [fact, undefined])
  )

/** How many units a witness of what conditions do has at most. */
const samplesLimit = 8

/** Units' facts that between them take every value that a condition can tell from others, as far as few units can. */
export const samplesOf = ({ valuesOf }: Study, condition: Condition): ReadonlyArray<Assignment> => {
  const values = [...valuesOf(condition)]
  const count = Math.min(samplesLimit, Math.max(1, ...values.map(([, some]) => some.length)))
  return Array.from(
    { length: count },
    (_, i) => new Map(values.map(([fact, some]) => [fact, some[i % Math.max(1, some.length)]]))
  )
}

/** Makes a book ready to be proof-read. */
export const studyOf = (book: RuleBook, roster: ReadonlyArray<Unit>): Study => {
  const named = [undefined, ...typesNamed(book.criteria)]
  const types = named.filter((type) => leavesFor(book.criteria, type).length > 0)
  const totals = hullOf(types.map((type) => totalBounds(book, type))) ?? { least: book.fullMarks, most: undefined }
  const known = knownFacts(book)
  const base = { book, types, totals, known }
  const candidates: Candidates = (fact, constants) => [
    ...knownValues(base, fact, constants),
    // Every unit has an id; any other fact may be unknown of a unit.
    ...(fact === "unit.id" ? [] : [undefined])
  ]
  const find: Study["find"] = (goals, fixed) =>
    factsThatMeet(
      known,
      (fact, constants) => (fixed?.has(fact) ? [fixed.get(fact)] : candidates(fact, constants)),
      goals
    )
  // Every unit of a witness asks for these again.
  const plain = new Map<Id | undefined, Assignment>()
  return {
    ...base,
    roster,
    find,
    plain: (type) => {
      const facts = plain.get(type) ?? plainFacts({ book, find }, type)
      plain.set(type, facts)
      return facts
    },
    valuesOf: (condition) => candidatesFor(known, candidates, [condition])
  }
}
