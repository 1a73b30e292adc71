import {
  compareExact,
  type Fact,
  FactType,
  type Fault,
  formatExact,
  formatFactValue,
  foundText,
  Id,
  isOfType,
  type Path,
  type Unit
} from "@zhengyou/core"
import * as Schema from "effect/Schema"
import type { Criterion } from "../Criterion.ts"
import { type Panel, scores } from "../Panel.ts"
import type { RuleBookShape } from "../RuleBook.ts"
import { type Sheet, sheetKey } from "../Sheet.ts"

/** What can be wrong with the sheets, facts and units of a round. */
export const InputsProblem = Schema.TaggedUnion({
  NotAllowed: { expected: Schema.String, found: Schema.String },
  UnitTwice: { unit: Schema.String, first: Schema.Int },
  UnknownUnit: { unit: Schema.String },
  UnknownPanel: { panel: Schema.String, known: Schema.Array(Schema.String) },
  NotScoredByPanel: { criterion: Schema.String, panel: Schema.String, allowed: Schema.Array(Schema.String) },
  ScoreOutOfRange: { criterion: Schema.String, found: Schema.String, maximum: Schema.String },
  SheetTwice: { unit: Schema.String, panel: Schema.String, rater: Schema.String, first: Schema.Int },
  UndeclaredFact: { fact: Schema.String, known: Schema.Array(Schema.String) },
  FactOfOtherType: { fact: Schema.String, type: FactType, found: Schema.String },
  UnknownLevelFact: { fact: Schema.String, found: Schema.String, known: Schema.Array(Schema.String) },
  FactTwice: { unit: Schema.String, fact: Schema.String, first: Schema.Int }
})
export type InputsProblem = typeof InputsProblem.Type

type Faults = ReadonlyArray<Fault<InputsProblem>>

const fault = (path: Path, problem: InputsProblem): Fault<InputsProblem> => ({ path, problem })

/** Finds what was seen before: gives the index of the first, or nothing. */
const seenBefore = (): ((key: string, index: number) => number | undefined) => {
  const first = new Map<string, number>()
  return (key, index) => {
    const seen = first.get(key)
    if (seen === undefined) first.set(key, index)
    return seen
  }
}

/** The largest denominator of a score: with any, the sums of a panel's scores could grow without end. */
const finest = 10n ** 12n

const isId = Schema.is(Id)

/** Nothing for an id; a fault for any other text, which could not be stored or referred to. */
export const idFaults = (id: string, path: Path): Faults =>
  isId(id)
    ? []
    : [
        fault(path, {
          _tag: "NotAllowed",
          expected:
            "an identifier of 1 to 120 characters, without control characters, blanks at its ends, or the name __proto__",
          found: foundText(id)
        })
      ]

/** Every fault of a list of units; paths begin with `units`. */
export const unitFaults = (units: ReadonlyArray<Unit>): Faults => {
  const seen = seenBefore()
  return units.flatMap(({ id }, i) => {
    const first = seen(id, i)
    const path: Path = ["units", i, "id"]
    return [
      ...idFaults(id, path),
      ...(first === undefined ? [] : [fault(path, { _tag: "UnitTwice", unit: id, first })])
    ]
  })
}

const scoreFaults = (sheet: Sheet, panel: Panel, criteria: ReadonlyMap<string, Criterion>, path: Path): Faults =>
  Object.entries(sheet.scores).flatMap(([id, score]): Faults => {
    const criterion = criteria.get(id)
    const at = [...path, "scores", id]
    if (criterion === undefined || !scores(panel, id)) {
      const allowed = [...criteria.keys()].filter((known) => scores(panel, known))
      return [fault(at, { _tag: "NotScoredByPanel", criterion: id, panel: panel.id, allowed })]
    }
    if (score.d > finest)
      return [
        fault(at, { _tag: "NotAllowed", expected: "a number with fewer digits", found: foundText(formatExact(score)) })
      ]
    if (score.n >= 0n && compareExact(score, criterion.maximum) <= 0) return []
    const range = { found: formatExact(score), maximum: formatExact(criterion.maximum) }
    return [fault(at, { _tag: "ScoreOutOfRange", criterion: id, ...range })]
  })

/** Every fault of some sheets, held against the book and the units; paths begin with `sheets`. */
export const sheetFaults = (book: RuleBookShape, units: ReadonlySet<string>, sheets: ReadonlyArray<Sheet>): Faults => {
  const panels = new Map(book.panels.map((panel) => [panel.id, panel]))
  const criteria = new Map(book.criteria.map((criterion) => [criterion.id, criterion]))
  const seen = seenBefore()
  return sheets.flatMap((sheet, i): Faults => {
    const { unit, rater } = sheet
    const path: Path = ["sheets", i]
    const first = seen(sheetKey(sheet), i)
    const panel = panels.get(sheet.panel)
    return [
      ...(units.has(unit) ? [] : [fault([...path, "unit"], { _tag: "UnknownUnit", unit })]),
      ...idFaults(rater, [...path, "rater"]),
      ...(first === undefined ? [] : [fault(path, { _tag: "SheetTwice", unit, panel: sheet.panel, rater, first })]),
      ...(panel === undefined
        ? [fault([...path, "panel"], { _tag: "UnknownPanel", panel: sheet.panel, known: [...panels.keys()] })]
        : scoreFaults(sheet, panel, criteria, path))
    ]
  })
}

const valueFaults = (book: RuleBookShape, fact: Fact, path: Path): Faults => {
  const known = book.facts.map((declared) => declared.id)
  const type = book.facts.find((declared) => declared.id === fact.fact)?.type
  if (type === undefined) return [fault([...path, "fact"], { _tag: "UndeclaredFact", fact: fact.fact, known })]
  const found = formatFactValue(fact.value).slice(0, 60)
  if (!isOfType(type, fact.value)) {
    return [fault([...path, "value"], { _tag: "FactOfOtherType", fact: fact.fact, type, found })]
  }
  const levels = book.ladder.map((level) => level.id)
  if (fact.value._tag !== "Level" || levels.includes(fact.value.value)) return []
  return [fault([...path, "value"], { _tag: "UnknownLevelFact", fact: fact.fact, found, known: levels })]
}

/** Every fault of some facts, held against the book and the units; paths begin with `facts`. */
export const factFaults = (book: RuleBookShape, units: ReadonlySet<string>, facts: ReadonlyArray<Fact>): Faults => {
  const seen = seenBefore()
  return facts.flatMap((fact, i): Faults => {
    const path: Path = ["facts", i]
    const first = seen(JSON.stringify([fact.unit, fact.fact]), i)
    return [
      ...(units.has(fact.unit) ? [] : [fault([...path, "unit"], { _tag: "UnknownUnit", unit: fact.unit })]),
      ...(first === undefined ? [] : [fault(path, { _tag: "FactTwice", unit: fact.unit, fact: fact.fact, first })]),
      ...valueFaults(book, fact, path)
    ]
  })
}

/** Every fault of a round's inputs. */
export const inputFaults = (
  book: RuleBookShape,
  inputs: {
    readonly units: ReadonlyArray<Unit>
    readonly sheets: ReadonlyArray<Sheet>
    readonly facts: ReadonlyArray<Fact>
  }
): Faults => {
  const units = new Set(inputs.units.map((unit) => unit.id))
  return [
    ...unitFaults(inputs.units),
    ...sheetFaults(book, units, inputs.sheets),
    ...factFaults(book, units, inputs.facts)
  ]
}
