import { CalendarDate, compareExact, type Exact, type Fault, formatExact, foundText, type Path } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { allCriteria, type Criterion } from "../../Criterion.ts"
import type { FactColumn, MarkColumn, RoundColumns } from "../../fast/Columns.ts"
import { scores } from "../../Panel.ts"
import type { RuleBook } from "../../RuleBook.ts"
import { allowedMarks } from "../../Scoring.ts"
import { awardFaults, type InputsProblem, idFaults, unitFaults, validityFaults } from "../inputFaults.ts"
import { unitOf, valueOf } from "./columnValues.ts"

/** How many faults are told: a wrong scale makes every mark of a million a fault. */
const limit = 100

type Faults = Array<Fault<InputsProblem>>

/** Adds a fault while there is room; says whether there still is. */
const tell = (faults: Faults, path: Path, problem: InputsProblem): boolean =>
  faults.length < limit && faults.push({ path, problem }) < limit

const notAllowed = (expected: string, found: unknown): InputsProblem => ({
  _tag: "NotAllowed",
  expected,
  found: foundText(found)
})

const isDigits = (digits: number): boolean => Number.isInteger(digits) && digits >= 0 && digits <= 9

/** The values that a mark column may have, in its own units. */
const rangeOf = (criterion: Criterion, digits: number) => {
  const allowed = allowedMarks(criterion)
  if (allowed._tag === "Labels") return { allowed, from: 0, to: allowed.labels.length - 1, step: 1 }
  const unit = 10n ** BigInt(digits)
  const scaled = ({ n, d }: Exact) => Number((n * unit) / d)
  const to = allowed.to === undefined ? Number.MAX_SAFE_INTEGER : Math.min(scaled(allowed.to), Number.MAX_SAFE_INTEGER)
  return { allowed, from: scaled(allowed.from), to, step: allowed.whole ? Number(unit) : 1 }
}

const markFaults = (faults: Faults, column: MarkColumn, criterion: Criterion, digits: number, path: Path): void => {
  const { allowed, from, to, step } = rangeOf(criterion, digits)
  const { values } = column
  for (let row = 0; row < values.length; row++) {
    const x = values[row] ?? Number.NaN
    if (x >= from && x <= to && Math.floor(x) === x && (step === 1 || x % step === 0)) continue
    if (Number.isNaN(x)) continue
    const isScaled = Number.isSafeInteger(x) && allowed._tag === "Numbers"
    const found = isScaled ? formatExact(valueOf(x, digits)) : String(x)
    const at = [...path, "values", row]
    if (!tell(faults, at, { _tag: "MarkNotAllowed", criterion: criterion.id, found, allowed })) return
  }
}

const lengthFaults = (faults: Faults, path: Path, length: number, size: number): boolean => {
  if (length === size) return false
  tell(faults, path, notAllowed(`${size} values, one for each unit`, length))
  return true
}

const marksFaults = (faults: Faults, book: RuleBook, { marks, size, digits }: RoundColumns): void => {
  const panels = new Map(book.panels.map((panel) => [panel.id, panel]))
  const criteria = new Map(allCriteria(book.criteria).map((criterion) => [criterion.id, criterion]))
  const seen = new Map<string, number>()
  const raters = new Map<string, string>()
  for (const [i, column] of marks.entries()) {
    const path: Path = ["marks", i]
    const panel = panels.get(column.panel)
    const criterion = criteria.get(column.criterion)
    for (const { path: at, problem } of idFaults(column.rater, [...path, "rater"])) tell(faults, at, problem)
    const key = JSON.stringify([column.panel, column.rater])
    const full = JSON.stringify([column.panel, column.rater, column.criterion])
    const first = seen.get(full)
    if (first !== undefined)
      tell(faults, path, notAllowed(`one column for each panel, rater and criterion`, `as marks[${first}]`))
    seen.set(full, i)
    const who = JSON.stringify([column.raterUnit, column.group])
    if ((raters.get(key) ?? who) !== who) {
      tell(faults, path, notAllowed("the same raterUnit and group in every column of a rater", who))
    }
    raters.set(key, who)
    const known = [...panels.keys()].slice(0, 50)
    if (panel === undefined) tell(faults, [...path, "panel"], { _tag: "UnknownPanel", panel: column.panel, known })
    else if (criterion === undefined || !scores(panel, criterion.id)) {
      const allowed = [...criteria.keys()].filter((id) => scores(panel, id)).slice(0, 50)
      const problem: InputsProblem = { _tag: "NotScoredByPanel", criterion: column.criterion, panel: panel.id, allowed }
      tell(faults, [...path, "criterion"], problem)
    } else if (panel.groups !== undefined && !panel.groups.some(({ id }) => id === column.group)) {
      const known = panel.groups.map(({ id }) => id)
      tell(faults, [...path, "group"], { _tag: "UnknownGroup", group: column.group ?? "", panel: panel.id, known })
    }
    if (!(column.values instanceof Float64Array)) {
      tell(faults, [...path, "values"], notAllowed("a Float64Array", column.values))
    } else if (!lengthFaults(faults, [...path, "values"], column.values.length, size) && criterion !== undefined) {
      markFaults(faults, column, criterion, digits, path)
    }
  }
}

const factValuesFaults = (faults: Faults, book: RuleBook, column: FactColumn, path: Path): void => {
  const declared = book.facts.find(({ id }) => id === column.fact)
  if (declared === undefined) return
  const { values } = column
  for (let row = 0; row < values.length && faults.length < limit; row++) {
    const raw = values[row]
    const at = [...path, "values", row]
    if (raw === undefined || Number.isNaN(raw)) continue
    if (column.kind === "numbers" && !Number.isSafeInteger(raw)) {
      tell(faults, at, notAllowed(`a whole number of units of 10^-${column.digits}, or NaN`, raw))
      continue
    }
    if (column.kind === "flags" && raw !== 0 && raw !== 1 && raw !== 255) {
      tell(faults, at, notAllowed("0, 1, or 255 for unknown", raw))
      continue
    }
    if (column.kind === "levels" && raw !== -1 && book.ladder[Number(raw)] === undefined) {
      tell(faults, at, notAllowed(`a place on the ladder from 0 to ${book.ladder.length - 1}, or -1 for unknown`, raw))
      continue
    }
    if (column.kind === "texts") {
      const isDate = declared.type === "date"
      if (typeof raw !== "string" || (isDate && !Schema.is(CalendarDate)(raw))) {
        tell(faults, at, notAllowed(isDate ? "a date such as 2026-11-23" : "a text", raw))
      }
      continue
    }
    if (column.kind !== "numbers") continue
    const { minimum, maximum } = declared
    if (minimum === undefined && maximum === undefined) continue
    const x = valueOf(Number(raw), column.digits)
    const isOut =
      (minimum !== undefined && compareExact(x, minimum) < 0) || (maximum !== undefined && compareExact(x, maximum) > 0)
    if (!isOut) continue
    const bounds = {
      ...(minimum === undefined ? {} : { minimum: formatExact(minimum) }),
      ...(maximum === undefined ? {} : { maximum: formatExact(maximum) })
    }
    tell(faults, at, { _tag: "FactOutOfRange", fact: declared.id, found: formatExact(x), ...bounds })
  }
}

const kindsOfFacts = {
  number: ["numbers", Float64Array],
  flag: ["flags", Uint8Array],
  level: ["levels", Int16Array],
  date: ["texts", Array],
  text: ["texts", Array]
} as const

const factsFaults = (faults: Faults, book: RuleBook, { facts = [], size }: RoundColumns): void => {
  const seen = new Map<string, number>()
  for (const [i, column] of facts.entries()) {
    const path: Path = ["facts", i]
    const first = seen.get(column.fact)
    if (first !== undefined) tell(faults, path, notAllowed("one column for each fact", `as facts[${first}]`))
    seen.set(column.fact, i)
    const declared = book.facts.find(({ id }) => id === column.fact)
    if (declared === undefined) {
      const known = book.facts.slice(0, 50).map(({ id }) => id)
      tell(faults, [...path, "fact"], { _tag: "UndeclaredFact", fact: column.fact, known })
      continue
    }
    const [kind, array] = kindsOfFacts[declared.type]
    if (column.kind !== kind || !(column.values instanceof array)) {
      const { type } = declared
      tell(faults, path, { _tag: "FactOfOtherType", fact: column.fact, type, found: foundText(column.kind) })
      continue
    }
    if (column.kind === "numbers" && !isDigits(column.digits)) {
      tell(faults, [...path, "digits"], notAllowed("a whole number from 0 to 9", column.digits))
      continue
    }
    if (!lengthFaults(faults, [...path, "values"], column.values.length, size)) {
      factValuesFaults(faults, book, column, path)
    }
  }
}

const unitsFaults = (faults: Faults, columns: RoundColumns): void => {
  for (const name of ["ids", "types", "parents", "founded"] as const) {
    const given = columns[name]
    if (given !== undefined) lengthFaults(faults, [name], given.length, columns.size)
  }
  if (columns.ids !== undefined) {
    const units = Array.from({ length: columns.ids.length }, (_, row) => unitOf(columns, row))
    for (const { path, problem } of unitFaults(units)) if (!tell(faults, ["ids", ...path.slice(1, 2)], problem)) return
  }
}

/** What is wrong with a round's columns, up to a hundred faults. */
export const columnFaults = (book: RuleBook, columns: RoundColumns): ReadonlyArray<Fault<InputsProblem>> => {
  const { size, digits } = columns
  const faults: Faults = []
  if (!Number.isInteger(size) || size < 0 || size > 2 ** 31 - 1) {
    tell(faults, ["size"], notAllowed("a whole number of units", size))
  }
  if (!isDigits(digits)) tell(faults, ["digits"], notAllowed("a whole number from 0 to 9", digits))
  if (faults.length > 0) return faults
  for (const { path, problem } of validityFaults(book, columns.asOf)) tell(faults, path, problem)
  unitsFaults(faults, columns)
  marksFaults(faults, book, columns)
  factsFaults(faults, book, columns)
  const { awards = [] } = columns
  if (awards.length > 0) {
    const units = new Set(Array.from({ length: size }, (_, row) => unitOf(columns, row).id))
    for (const { path, problem } of awardFaults(book, units, awards)) if (!tell(faults, path, problem)) break
  }
  return faults
}
