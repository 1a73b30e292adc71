import type { CalendarDate, Exact, Named } from "@zhengyou/core"
import * as Option from "effect/Option"
import type { Column } from "../errors.ts"
import type { PledgeRow } from "../Pledges.ts"
import type { Row } from "../Table.ts"
import { isId, optionalDay, optionalName, orFault, present, requiredName } from "./fields.ts"
import type { Header } from "./header.ts"
import { matcher, nameKey, shown } from "./names.ts"
import { type Faults, soundCell } from "./reader.ts"
import { readNumber } from "./values.ts"

/** The longest text of one field of a pledge, in UTF-16 code units. */
const wordsLimit = 20_000

const both = (zh: string, en: string): Named["name"] => ({ "zh-CN": zh, en })

/** Those of some words that a cell may hold, found by id or by name in either language. */
const wordsOf = <Id extends string>(
  subject: "pledgerKind" | "direction" | "visibility",
  words: ReadonlyArray<Named & { readonly id: Id }>
) => {
  const match = matcher(subject, words)
  return (text: string, row: Row, header: Header, faults: Faults): Id | undefined => {
    const found = match(text)
    if (!("id" in found)) faults.add(found.problem, row.number, header.at.get(subject))
    return "id" in found ? words.find(({ id }) => id === found.id)?.id : undefined
  }
}

const kindIn = wordsOf("pledgerKind", [
  { id: "branch", name: both("党支部", "branch") },
  { id: "unit", name: both("单位", "unit") },
  { id: "member", name: both("党员", "member") }
])

const directionIn = wordsOf("direction", [
  { id: "raise", name: both("提高", "raise") },
  { id: "lower", name: both("降低", "lower") },
  { id: "hold", name: both("保持", "hold") }
])

const visibilityIn = wordsOf("visibility", [
  { id: "public", name: both("公开", "public") },
  { id: "oralOnly", name: both("只口头承诺", "oral only") },
  { id: "byReceivingOrganisation", name: both("由接收组织公开", "by the receiving organisation") }
])

const bounded = (text: string | undefined, row: Row, header: Header, column: Column, faults: Faults) => {
  if (text === undefined || text.length <= wordsLimit) return text
  faults.add({ _tag: "TooLarge", measure: "characters", limit: wordsLimit }, row.number, header.at.get(column))
  return undefined
}

/** A text of a pledge that may be left out. */
export const optionalWords = (row: Row, header: Header, column: Column, faults: Faults): string | undefined =>
  bounded(optionalName(row, header, column, faults), row, header, column, faults)

/** A text of a pledge that must be there, in a column that the table may lack. */
export const neededWords = (row: Row, header: Header, column: Column, faults: Faults): string | undefined => {
  if (header.at.has(column)) return bounded(requiredName(row, header, column, faults), row, header, column, faults)
  faults.add({ _tag: "NoHeader", missing: [column], items: [] }, row.number)
  return undefined
}

/** The items of a cell, set apart by semicolons or lines. */
export const itemsOf = (row: Row, header: Header, column: Column, faults: Faults): ReadonlyArray<string> =>
  (optionalWords(row, header, column, faults) ?? "")
    .split(/[;；\n]+/)
    .map((one) => one.trim())
    .filter((one) => one !== "")

/** An id as it is compared: a name without the blanks that people put into it. */
const idOf = (text: string | undefined, row: Row, header: Header, column: Column, faults: Faults) => {
  const id = text === undefined ? undefined : nameKey(text)
  if (id === undefined || isId(id)) return id
  faults.add({ _tag: "NotAnIdentifier", found: shown(text ?? "") }, row.number, header.at.get(column))
  return undefined
}

/** A person or a thing that may be named. */
export const optionalNamed = (row: Row, header: Header, column: Column, faults: Faults): string | undefined =>
  idOf(optionalName(row, header, column, faults), row, header, column, faults)

/** Who pledges: the unit itself, or a member, known by a number, or by name within the unit. */
export const pledgerOf = (
  row: Row,
  header: Header,
  unit: Named | undefined,
  faults: Faults
): PledgeRow["pledger"] | undefined => {
  const word = requiredName(row, header, "pledgerKind", faults)
  const kind = word === undefined ? undefined : kindIn(word.replace(/^支部$/, "党支部"), row, header, faults)
  if (kind === undefined || unit === undefined) return undefined
  if (kind !== "member") return { kind, id: unit.id, name: unit.name, unit: unit.id }
  const name = idOf(neededWords(row, header, "pledger", faults), row, header, "pledger", faults)
  const given = optionalNamed(row, header, "pledgerId", faults)
  const id = given ?? idOf(name === undefined ? undefined : `${unit.id}/${name}`, row, header, "pledger", faults)
  return name === undefined || id === undefined ? undefined : { kind, id, name, unit: unit.id }
}

const numberOf = (row: Row, header: Header, column: Column, faults: Faults): Exact | undefined => {
  const at = header.at.get(column)
  const cell = at === undefined ? undefined : soundCell(row, at, false, faults)
  if (at === undefined || cell === undefined) return undefined
  return Option.getOrUndefined(orFault(readNumber(cell), row.number, at, faults) ?? Option.none())
}

/** The target of a row: as soon as a figure or an indicator is given, indicator, unit and direction must be. */
export const targetOf = (row: Row, header: Header, faults: Faults): PledgeRow["target"] => {
  const baseline = numberOf(row, header, "baseline", faults)
  const value = numberOf(row, header, "goal", faults)
  const source = optionalWords(row, header, "baselineSource", faults)
  const isGiven = baseline !== undefined || value !== undefined || source !== undefined
  if (!isGiven && optionalName(row, header, "indicator", faults) === undefined) return undefined
  const indicator = neededWords(row, header, "indicator", faults)
  const unit = neededWords(row, header, "measureUnit", faults)
  const word = neededWords(row, header, "direction", faults)
  const direction = word === undefined ? undefined : directionIn(word, row, header, faults)
  if (indicator === undefined || unit === undefined || direction === undefined) return undefined
  if (source !== undefined && baseline === undefined) {
    const at = header.at.get("baseline")
    if (at === undefined) faults.add({ _tag: "NoHeader", missing: ["baseline"], items: [] }, row.number)
    else faults.add({ _tag: "Blank" }, row.number, at)
  }
  return {
    indicator,
    unit,
    direction,
    ...present("baseline", baseline === undefined ? undefined : { value: baseline, ...present("source", source) }),
    ...present("value", value)
  }
}

const basisWords = [
  { kind: "need", names: /^(?:需求|need)[\s:：]*/i },
  { kind: "problem", names: /^(?:问题|problem)[\s:：]*/i },
  { kind: "feedback", names: /^(?:意见|feedback)[\s:：]*/i }
] as const

/** What a pledge answers to: a need, a problem or feedback, each with its id. */
export const basisOf = (row: Row, header: Header, faults: Faults): PledgeRow["basis"] =>
  itemsOf(row, header, "basis", faults).flatMap((item) => {
    const word = basisWords.find(({ names }) => names.test(item))
    const id = word === undefined ? "" : item.replace(word.names, "").trim()
    if (word !== undefined && isId(id)) return [{ kind: word.kind, id }]
    faults.add({ _tag: "NotABasis", found: shown(item) }, row.number, header.at.get("basis"))
    return []
  })

/** How a pledge becomes known: published where nothing else is said. */
export const visibilityOf = (row: Row, header: Header, faults: Faults): PledgeRow["visibility"] | undefined => {
  const word = optionalName(row, header, "visibility", faults)
  const known =
    word === undefined ? "public" : visibilityIn(word.replace(/^口头(?:承诺)?$/, "只口头承诺"), row, header, faults)
  if (known === "public") return { _tag: "Public" }
  if (known === "oralOnly") {
    const why = neededWords(row, header, "whyOral", faults)
    return why === undefined ? undefined : { _tag: "OralOnly", why }
  }
  if (known === undefined) return undefined
  const text = neededWords(row, header, "organisation", faults)
  const id = idOf(text, row, header, "organisation", faults)
  return id === undefined ? undefined : { _tag: "ByReceivingOrganisation", organisation: { id, name: id } }
}

/** The last day for keeping a pledge. */
export const termOf = (row: Row, header: Header, faults: Faults): { readonly on: CalendarDate } | undefined => {
  const on = optionalDay(row, header, "due", faults)
  return on === undefined ? undefined : { on }
}
