import {
  CalendarDate,
  compareExact,
  type Exact,
  type Fact,
  type FactDeclaration,
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
import type { Award } from "../Adjustment.ts"
import { allCriteria, type Criterion } from "../Criterion.ts"
import type { GradingInputs } from "../GradingInputs.ts"
import type { Panel } from "../Panel.ts"
import type { RuleBookShape } from "../RuleBook.ts"
import { AllowedMarks, allowedMarks, isAllowed, type Mark } from "../Scoring.ts"
import { type Sheet, sheetKey } from "../Sheet.ts"
import { firstOf } from "./book/BookProblem.ts"

/** What can be wrong with the sheets, facts and units of a round. */
export const InputsProblem = Schema.TaggedUnion({
  NotAllowed: { expected: Schema.String, found: Schema.String },
  UnitTwice: { unit: Schema.String, first: Schema.Int },
  UnknownUnit: { unit: Schema.String },
  UnknownPanel: { panel: Schema.String, known: Schema.Array(Schema.String) },
  NotScoredByPanel: { criterion: Schema.String, panel: Schema.String, allowed: Schema.Array(Schema.String) },
  MarkNotAllowed: { criterion: Schema.String, found: Schema.String, allowed: AllowedMarks },
  UnknownGroup: { group: Schema.String, panel: Schema.String, known: Schema.Array(Schema.String) },
  UnknownAdjustment: { adjustment: Schema.String, known: Schema.Array(Schema.String) },
  AwardTwice: { unit: Schema.String, adjustment: Schema.String, item: Schema.String, first: Schema.Int },
  SheetTwice: { unit: Schema.String, panel: Schema.String, rater: Schema.String, first: Schema.Int },
  UndeclaredFact: { fact: Schema.String, known: Schema.Array(Schema.String) },
  FactOfOtherType: { fact: Schema.String, type: FactType, found: Schema.String },
  FactOutOfRange: {
    fact: Schema.String,
    found: Schema.String,
    minimum: Schema.optionalKey(Schema.String),
    maximum: Schema.optionalKey(Schema.String)
  },
  BookNotInForce: { asOf: CalendarDate, from: CalendarDate, until: Schema.optionalKey(CalendarDate) },
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

/** A number that would make sums grow without end, as a fault. */
const fineness = (x: Exact, path: Path): Faults =>
  x.d <= finest
    ? []
    : [fault(path, { _tag: "NotAllowed", expected: "a number with fewer digits", found: foundText(formatExact(x)) })]

/** A mark as it was found; text where a number is wanted is quoted, so that "40" is not taken for 40. */
const markText = (mark: Mark, allowed: AllowedMarks): string => {
  if (typeof mark !== "string") return formatExact(mark)
  return allowed._tag === "Labels" ? mark.slice(0, 60) : foundText(mark)
}

/** A panel with the criteria that it scores. */
interface ScoringPanel {
  readonly panel: Panel
  readonly scored: ReadonlyMap<string, Criterion>
}

/** The panels of a book by their ids: made once, so that the work grows with the book and the sheets, not with both at once. */
const scoringPanels = (book: RuleBookShape): ReadonlyMap<string, ScoringPanel> => {
  const all = new Map(allCriteria(book.criteria).map((criterion) => [criterion.id, criterion]))
  const scoredBy = ({ criteria }: Panel): ReadonlyMap<string, Criterion> => {
    if (criteria === undefined) return all
    const wanted = new Set<string>(criteria)
    return new Map([...all].filter(([id]) => wanted.has(id)))
  }
  return new Map(book.panels.map((panel) => [panel.id, { panel, scored: scoredBy(panel) }]))
}

const markFaults = (sheet: Sheet, { panel, scored }: ScoringPanel, path: Path): Faults =>
  Object.entries(sheet.scores).flatMap(([id, mark]): Faults => {
    const criterion = scored.get(id)
    const at = [...path, "scores", id]
    if (criterion === undefined) {
      return [fault(at, { _tag: "NotScoredByPanel", criterion: id, panel: panel.id, allowed: firstOf(scored.keys()) })]
    }
    const tooFine = typeof mark === "string" ? [] : fineness(mark, at)
    if (tooFine.length > 0 || isAllowed(criterion, mark)) return tooFine
    const allowed = allowedMarks(criterion)
    return [fault(at, { _tag: "MarkNotAllowed", criterion: id, found: markText(mark, allowed), allowed })]
  })

const groupFaults = (sheet: Sheet, panel: Panel, path: Path): Faults => {
  const known = (panel.groups ?? []).map((group) => group.id)
  if (panel.groups === undefined || (sheet.group !== undefined && known.includes(sheet.group))) return []
  return [fault([...path, "group"], { _tag: "UnknownGroup", group: sheet.group ?? "", panel: panel.id, known })]
}

/** Every fault of some sheets, held against the book and the units; paths begin with `sheets`. */
export const sheetFaults = (book: RuleBookShape, units: ReadonlySet<string>, sheets: ReadonlyArray<Sheet>): Faults => {
  const panels = scoringPanels(book)
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
        ? [fault([...path, "panel"], { _tag: "UnknownPanel", panel: sheet.panel, known: firstOf(panels.keys()) })]
        : [...groupFaults(sheet, panel.panel, path), ...markFaults(sheet, panel, path)])
    ]
  })
}

/** Every fault of some awards, held against the book and the units; paths begin with `awards`. */
export const awardFaults = (book: RuleBookShape, units: ReadonlySet<string>, awards: ReadonlyArray<Award>): Faults => {
  const known = new Set<string>(book.adjustments.map((one) => one.id))
  const seen = seenBefore()
  return awards.flatMap(({ unit, adjustment, item, points }, i): Faults => {
    const path: Path = ["awards", i]
    const first = seen(JSON.stringify([unit, adjustment, item]), i)
    const negative =
      points.n < 0n
        ? [
            fault([...path, "points"], {
              _tag: "NotAllowed",
              expected: "a number of at least 0",
              found: formatExact(points)
            })
          ]
        : []
    return [
      ...(units.has(unit) ? [] : [fault([...path, "unit"], { _tag: "UnknownUnit", unit })]),
      ...idFaults(item, [...path, "item"]),
      ...(known.has(adjustment)
        ? []
        : [fault([...path, "adjustment"], { _tag: "UnknownAdjustment", adjustment, known: firstOf(known) })]),
      ...(first === undefined ? [] : [fault(path, { _tag: "AwardTwice", unit, adjustment, item, first })]),
      ...negative,
      ...fineness(points, [...path, "points"])
    ]
  })
}

/** A number beyond the bounds that the book gives its fact. */
const boundFaults = ({ minimum, maximum }: FactDeclaration, fact: Fact, path: Path): Faults => {
  if (fact.value._tag !== "Number") return []
  const { value } = fact.value
  const isLow = minimum !== undefined && compareExact(value, minimum) < 0
  const isHigh = maximum !== undefined && compareExact(value, maximum) > 0
  if (!isLow && !isHigh) return fineness(value, path)
  const bounds = {
    ...(minimum === undefined ? {} : { minimum: formatExact(minimum) }),
    ...(maximum === undefined ? {} : { maximum: formatExact(maximum) })
  }
  return [fault(path, { _tag: "FactOutOfRange", fact: fact.fact, found: formatExact(value).slice(0, 60), ...bounds })]
}

/** What a book says of facts. */
interface KnownOfFacts {
  readonly declared: ReadonlyMap<string, FactDeclaration>
  readonly levels: ReadonlySet<string>
}

const valueFaults = ({ declared: all, levels }: KnownOfFacts, fact: Fact, path: Path): Faults => {
  const declared = all.get(fact.fact)
  if (declared === undefined) {
    return [fault([...path, "fact"], { _tag: "UndeclaredFact", fact: fact.fact, known: firstOf(all.keys()) })]
  }
  const { type } = declared
  const at = [...path, "value"]
  const found = formatFactValue(fact.value).slice(0, 60)
  if (!isOfType(type, fact.value)) return [fault(at, { _tag: "FactOfOtherType", fact: fact.fact, type, found })]
  if (fact.value._tag !== "Level" || levels.has(fact.value.value)) return boundFaults(declared, fact, at)
  return [fault(at, { _tag: "UnknownLevelFact", fact: fact.fact, found, known: firstOf(levels) })]
}

/** Every fault of some facts, held against the book and the units; paths begin with `facts`. */
export const factFaults = (book: RuleBookShape, units: ReadonlySet<string>, facts: ReadonlyArray<Fact>): Faults => {
  const known: KnownOfFacts = {
    declared: new Map(book.facts.map((one) => [one.id, one])),
    levels: new Set(book.ladder.map((level) => level.id))
  }
  const seen = seenBefore()
  return facts.flatMap((fact, i): Faults => {
    const path: Path = ["facts", i]
    const first = seen(JSON.stringify([fact.unit, fact.fact]), i)
    return [
      ...(units.has(fact.unit) ? [] : [fault([...path, "unit"], { _tag: "UnknownUnit", unit: fact.unit })]),
      ...(first === undefined ? [] : [fault(path, { _tag: "FactTwice", unit: fact.unit, fact: fact.fact, first })]),
      ...valueFaults(known, fact, path)
    ]
  })
}

/** A day on which the book is not in force. */
export const validityFaults = ({ valid }: RuleBookShape, asOf: CalendarDate | undefined): Faults => {
  if (valid === undefined || asOf === undefined) return []
  if (valid.from <= asOf && (valid.until === undefined || asOf <= valid.until)) return []
  return [fault(["asOf"], { _tag: "BookNotInForce", asOf, ...valid })]
}

/** Every fault of a round's inputs. */
export const inputFaults = (book: RuleBookShape, inputs: GradingInputs): Faults => {
  const units = new Set(inputs.units.map((unit) => unit.id))
  return [
    ...validityFaults(book, inputs.asOf),
    ...unitFaults(inputs.units),
    ...sheetFaults(book, units, inputs.sheets),
    ...factFaults(book, units, inputs.facts),
    ...awardFaults(book, units, inputs.awards ?? [])
  ]
}
