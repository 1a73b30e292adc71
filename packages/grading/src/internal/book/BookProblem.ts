import type { ConditionProblem, Fault, InputProblem, Path } from "@zhengyou/core"
import * as Schema from "effect/Schema"

/** What can be wrong between the parts of a rule book. */
export const BookProblem = Schema.TaggedUnion({
  DuplicateId: { id: Schema.String, first: Schema.String },
  ReservedName: { id: Schema.String },
  BoundsOfNoNumber: { fact: Schema.String },
  ValidityEndsFirst: { from: Schema.String, until: Schema.String },
  UnknownLevel: { level: Schema.String, known: Schema.Array(Schema.String) },
  UnknownCriterion: { criterion: Schema.String, known: Schema.Array(Schema.String) },
  NotANumberFact: { fact: Schema.String, known: Schema.Array(Schema.String) },
  NotALevelFact: { fact: Schema.String, known: Schema.Array(Schema.String) },
  MarksDiffer: { stated: Schema.String, computed: Schema.String, type: Schema.optionalKey(Schema.String) },
  Unscored: { criterion: Schema.String },
  TrimsTooMuch: { scores: Schema.Int },
  StepsNotLower: { from: Schema.String, above: Schema.String },
  PointsAboveMaximum: { points: Schema.String, maximum: Schema.String },
  SheetsNeedPanels: {},
  AdjustsCriterion: { criterion: Schema.String },
  NoTotalRounding: {},
  BandOrder: { level: Schema.String },
  BandNotLower: { from: Schema.String, above: Schema.String },
  BandUnreachable: { from: Schema.String, fullMarks: Schema.String },
  CapOnLowest: { level: Schema.String },
  FloorOnBest: { level: Schema.String }
})
export type BookProblem = typeof BookProblem.Type

/** Faults of a rule book. */
export type BookFaults = ReadonlyArray<Fault<BookProblem | ConditionProblem | InputProblem>>

/** One fault between the parts of a rule book. */
export const fault = (path: Path, problem: BookProblem): Fault<BookProblem> => ({ path, problem })

/** The first names of a list, to find a misspelt one by: a fault must not grow with the book that it is about. */
export const firstOf = (names: Iterable<string>): ReadonlyArray<string> => {
  const first: Array<string> = []
  for (const name of names) if (first.push(name) === 50) break
  return first
}

/** Things with an id and the place where each stands. */
export type Placed = ReadonlyArray<{ readonly id: string; readonly path: Path }>

/** Every id that was taken before, at its second and later places. */
export const duplicates = (placed: Placed, formatPath: (path: Path) => string): BookFaults => {
  const first = new Map<string, Path>()
  return placed.flatMap(({ id, path }) => {
    const seen = first.get(id)
    if (seen === undefined) first.set(id, path)
    return seen === undefined ? [] : [fault(path, { _tag: "DuplicateId", id, first: formatPath(seen.slice(0, -1)) })]
  })
}
