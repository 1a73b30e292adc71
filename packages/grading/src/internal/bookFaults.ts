import {
  type Condition,
  ConditionProblem,
  compareExact,
  compileCondition,
  type Exact,
  type Fault,
  formatExact,
  type KnownFacts,
  levelRank,
  type Path,
  sum,
  times
} from "@zhengyou/core"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { scores } from "../Panel.ts"
import type { RuleBookShape } from "../RuleBook.ts"
import { knownFacts } from "./knownFacts.ts"

/** What can be wrong between the parts of a rule book. */
export const BookProblem = Schema.TaggedUnion({
  DuplicateId: { id: Schema.String, first: Schema.String },
  UnknownLevel: { level: Schema.String, known: Schema.Array(Schema.String) },
  UnknownCriterion: { criterion: Schema.String, known: Schema.Array(Schema.String) },
  MarksDiffer: { stated: Schema.String, computed: Schema.String },
  Unscored: { criterion: Schema.String },
  TrimsTooMuch: { drops: Schema.Int, onlyAbove: Schema.Int },
  NoTotalRounding: {},
  BandOrder: { level: Schema.String },
  BandNotLower: { from: Schema.String, above: Schema.String },
  BandUnreachable: { from: Schema.String, fullMarks: Schema.String },
  CapOnLowest: { level: Schema.String },
  ReservedName: { id: Schema.String }
})
export type BookProblem = typeof BookProblem.Type

type Faults = ReadonlyArray<Fault<BookProblem | ConditionProblem>>

const fault = (path: Path, problem: BookProblem): Fault<BookProblem> => ({ path, problem })

const duplicates = (list: string, items: ReadonlyArray<{ readonly id: string }>): Faults => {
  const first = new Map<string, number>()
  return items.flatMap(({ id }, i) => {
    const seen = first.get(id)
    if (seen === undefined) first.set(id, i)
    return seen === undefined ? [] : [fault([list, i, "id"], { _tag: "DuplicateId", id, first: `${list}[${seen}]` })]
  })
}

const doubledIds = (book: RuleBookShape): Faults => [
  ...duplicates("ladder", book.ladder),
  ...duplicates("criteria", book.criteria),
  ...duplicates("panels", book.panels),
  ...duplicates("facts", book.facts),
  ...duplicates("gates", book.gates),
  ...duplicates("eligibility", book.eligibility),
  ...book.facts.flatMap(({ id }, i) =>
    /^(unit|score)\./.test(id) ? [fault(["facts", i, "id"], { _tag: "ReservedName", id })] : []
  )
]

const levelKnown = (book: RuleBookShape, level: string, path: Path): Faults =>
  levelRank(book.ladder, level) >= 0
    ? []
    : [fault(path, { _tag: "UnknownLevel", level, known: book.ladder.map((rung) => rung.id) })]

const marks = (book: RuleBookShape): Faults => {
  const computed = sum(book.criteria.map((criterion) => times(criterion.weight, criterion.maximum)))
  if (compareExact(computed, book.fullMarks) === 0) return []
  return [
    fault(["fullMarks"], { _tag: "MarksDiffer", stated: formatExact(book.fullMarks), computed: formatExact(computed) })
  ]
}

const panels = (book: RuleBookShape): Faults => {
  const known = book.criteria.map((criterion) => criterion.id)
  return book.panels.flatMap((panel, i): Faults => {
    const path: Path = ["panels", i]
    const unknown = (panel.criteria ?? []).flatMap((criterion, j) =>
      known.includes(criterion) ? [] : [fault([...path, "criteria", j], { _tag: "UnknownCriterion", criterion, known })]
    )
    const { aggregate } = panel
    const drops = aggregate.method === "trimmedMean" ? aggregate.dropHighest + aggregate.dropLowest : 0
    const trims =
      aggregate.method === "trimmedMean" && drops > aggregate.onlyAbove
        ? [fault([...path, "aggregate"], { _tag: "TrimsTooMuch", drops, onlyAbove: aggregate.onlyAbove })]
        : []
    return [...unknown, ...trims]
  })
}

const unscored = (book: RuleBookShape): Faults =>
  book.criteria.flatMap((criterion, i) =>
    book.panels.some((panel) => panel.weight.n > 0n && scores(panel, criterion.id))
      ? []
      : [fault(["criteria", i], { _tag: "Unscored", criterion: criterion.id })]
  )

const bands = (book: RuleBookShape): Faults => {
  const top: Exact = book.convertTo ?? book.fullMarks
  return book.bands.flatMap((band, i): Faults => {
    const path: Path = ["bands", i]
    const above = book.bands[i - 1]
    const known = levelKnown(book, band.level, [...path, "level"])
    const order =
      above !== undefined && levelRank(book.ladder, band.level) <= levelRank(book.ladder, above.level)
        ? [fault([...path, "level"], { _tag: "BandOrder", level: band.level })]
        : []
    const lower =
      above !== undefined && compareExact(band.from, above.from) >= 0
        ? [
            fault([...path, "from"], {
              _tag: "BandNotLower",
              from: formatExact(band.from),
              above: formatExact(above.from)
            })
          ]
        : []
    const reachable =
      compareExact(band.from, top) > 0
        ? [
            fault([...path, "from"], {
              _tag: "BandUnreachable",
              from: formatExact(band.from),
              fullMarks: formatExact(top)
            })
          ]
        : []
    return [...known, ...(known.length > 0 ? [] : order), ...lower, ...reachable]
  })
}

const conditionFaults = (condition: Condition, known: KnownFacts, path: Path): Faults => {
  const compiled = compileCondition(condition, known, path)
  return Result.isFailure(compiled) ? compiled.failure : []
}

const gates = (book: RuleBookShape): Faults => {
  const all = knownFacts(book)
  // Eligibility is decided before anything is scored.
  const unscoredOnly = new Map([...all].filter(([name]) => !name.startsWith("score.")))
  return [
    ...book.eligibility.flatMap((rule, i) =>
      conditionFaults(rule.require, unscoredOnly, ["eligibility", i, "require"])
    ),
    ...book.gates.flatMap((gate, i) => [
      ...conditionFaults(gate.when, all, ["gates", i, "when"]),
      ...("atMost" in gate.then ? levelKnown(book, gate.then.atMost, ["gates", i, "then", "atMost"]) : [])
    ])
  ]
}

const caps = (book: RuleBookShape): Faults => {
  const comparable = [...knownFacts(book).values()].flatMap(({ id, type }) => (type === "number" ? [id] : []))
  return [
    ...duplicates(
      "caps",
      book.caps.map((cap) => ({ id: cap.level }))
    ),
    ...book.caps.flatMap(
      (cap, i): Faults => [
        ...levelKnown(book, cap.level, ["caps", i, "level"]),
        ...(cap.level === book.ladder.at(-1)?.id
          ? [fault(["caps", i, "level"], { _tag: "CapOnLowest", level: cap.level })]
          : []),
        ...(cap.tieBreak ?? []).flatMap((fact, j) =>
          comparable.includes(fact)
            ? []
            : [
                {
                  path: ["caps", i, "tieBreak", j],
                  problem: ConditionProblem.make({ _tag: "UnknownFact", fact, known: comparable })
                }
              ]
        )
      ]
    )
  ]
}

/** Every fault between the parts of a rule book. */
export const bookFaults = (book: RuleBookShape): Faults => [
  ...doubledIds(book),
  ...marks(book),
  ...panels(book),
  ...unscored(book),
  ...(book.decideOn === "rounded" && book.rounding.total === undefined
    ? [fault(["decideOn"], { _tag: "NoTotalRounding" })]
    : []),
  ...bands(book),
  ...gates(book),
  ...caps(book)
]
