import {
  type Condition,
  ConditionProblem,
  compareExact,
  compileCondition,
  type Exact,
  type Fault,
  formatExact,
  foundText,
  type InputProblem,
  type KnownFacts,
  type Path,
  sum,
  times
} from "@zhengyou/core"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { RuleBookShape } from "../RuleBook.ts"
import { knownFacts } from "./knownFacts.ts"
import { levelValues } from "./levelValues.ts"

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

type Faults = ReadonlyArray<Fault<BookProblem | ConditionProblem | InputProblem>>

const fault = (path: Path, problem: BookProblem): Fault<BookProblem> => ({ path, problem })

const duplicates = (list: string, items: ReadonlyArray<{ readonly id: string }>, key = "id"): Faults => {
  const first = new Map<string, number>()
  return items.flatMap(({ id }, i) => {
    const seen = first.get(id)
    if (seen === undefined) first.set(id, i)
    return seen === undefined ? [] : [fault([list, i, key], { _tag: "DuplicateId", id, first: `${list}[${seen}]` })]
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

/** The first names of a list, to find a misspelt one by: a fault must not grow with the book that it is about. */
const firstOf = (names: Iterable<string>): ReadonlyArray<string> => {
  const first: Array<string> = []
  for (const name of names) if (first.push(name) === 50) break
  return first
}

/** The place of each level on the ladder, 0 for the best. */
const ranksOf = (book: RuleBookShape): ReadonlyMap<string, number> => {
  const ranks = new Map<string, number>()
  for (const [rank, { id }] of book.ladder.entries()) if (!ranks.has(id)) ranks.set(id, rank)
  return ranks
}

const levelKnown = (ranks: ReadonlyMap<string, number>, level: string, path: Path): Faults =>
  ranks.has(level) ? [] : [fault(path, { _tag: "UnknownLevel", level, known: firstOf(ranks.keys()) })]

/** What the denominators of a book's numbers may come to together: above it, sums would take for ever. */
const finest = 10n ** 60n

const tooFine = (book: RuleBookShape): Faults => {
  let common = 1n
  const numbers = [
    ...book.criteria.flatMap(
      ({ maximum, weight }, i): Array<[Exact, Path]> => [
        [maximum, ["criteria", i, "maximum"]],
        [weight, ["criteria", i, "weight"]]
      ]
    ),
    ...book.panels.map(({ weight }, i): [Exact, Path] => [weight, ["panels", i, "weight"]])
  ]
  return numbers.flatMap(([x, path]): Faults => {
    const together = common * times({ n: common, d: 1n }, { n: 1n, d: x.d }).d
    if (together > finest) {
      return [
        {
          path,
          problem: { _tag: "NotAllowed", expected: "a number with fewer digits", found: foundText(formatExact(x)) }
        }
      ]
    }
    common = together
    return []
  })
}

const marks = (book: RuleBookShape): Faults => {
  const fine = tooFine(book)
  if (fine.length > 0) return fine
  const computed = sum(book.criteria.map((criterion) => times(criterion.weight, criterion.maximum)))
  if (compareExact(computed, book.fullMarks) === 0) return []
  return [
    fault(["fullMarks"], { _tag: "MarksDiffer", stated: formatExact(book.fullMarks), computed: formatExact(computed) })
  ]
}

const panels = (book: RuleBookShape): Faults => {
  const ids = new Set(book.criteria.map((criterion) => criterion.id))
  const known = firstOf(ids)
  return book.panels.flatMap((panel, i): Faults => {
    const path: Path = ["panels", i]
    const unknown = (panel.criteria ?? []).flatMap((criterion, j) =>
      ids.has(criterion) ? [] : [fault([...path, "criteria", j], { _tag: "UnknownCriterion", criterion, known })]
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

const unscored = (book: RuleBookShape): Faults => {
  const counting = book.panels.filter((panel) => panel.weight.n > 0n)
  if (counting.some((panel) => panel.criteria === undefined)) return []
  const scored = new Set(counting.flatMap((panel) => panel.criteria ?? []))
  return book.criteria.flatMap((criterion, i) =>
    scored.has(criterion.id) ? [] : [fault(["criteria", i], { _tag: "Unscored", criterion: criterion.id })]
  )
}

const bands = (book: RuleBookShape): Faults => {
  const top: Exact = book.convertTo ?? book.fullMarks
  const ranks = ranksOf(book)
  const rankOf = (level: string): number => ranks.get(level) ?? -1
  return book.bands.flatMap((band, i): Faults => {
    const path: Path = ["bands", i]
    const above = book.bands[i - 1]
    const known = levelKnown(ranks, band.level, [...path, "level"])
    const order =
      above !== undefined && rankOf(band.level) <= rankOf(above.level)
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

const conditionFaults = (
  condition: Condition,
  known: KnownFacts,
  ranks: ReadonlyMap<string, number>,
  path: Path
): Faults => {
  const compiled = compileCondition(condition, known, path)
  if (Result.isFailure(compiled)) return compiled.failure
  return levelValues(condition, known, path).flatMap(({ level, path: at }) => levelKnown(ranks, level, at))
}

const gates = (book: RuleBookShape): Faults => {
  const all = knownFacts(book)
  const ranks = ranksOf(book)
  // Eligibility is decided before anything is scored.
  const unscoredOnly = new Map([...all].filter(([name]) => !name.startsWith("score.")))
  return [
    ...book.eligibility.flatMap((rule, i) =>
      conditionFaults(rule.require, unscoredOnly, ranks, ["eligibility", i, "require"])
    ),
    ...book.gates.flatMap((gate, i) => [
      ...conditionFaults(gate.when, all, ranks, ["gates", i, "when"]),
      ...("atMost" in gate.then ? levelKnown(ranks, gate.then.atMost, ["gates", i, "then", "atMost"]) : [])
    ])
  ]
}

const caps = (book: RuleBookShape): Faults => {
  const ranks = ranksOf(book)
  const comparable = new Set([...knownFacts(book).values()].flatMap(({ id, type }) => (type === "number" ? [id] : [])))
  return [
    ...duplicates(
      "caps",
      book.caps.map((cap) => ({ id: cap.level })),
      "level"
    ),
    ...book.caps.flatMap(
      (cap, i): Faults => [
        ...levelKnown(ranks, cap.level, ["caps", i, "level"]),
        ...(cap.level === book.ladder.at(-1)?.id
          ? [fault(["caps", i, "level"], { _tag: "CapOnLowest", level: cap.level })]
          : []),
        ...(cap.tieBreak ?? []).flatMap((fact, j) =>
          comparable.has(fact)
            ? []
            : [
                {
                  path: ["caps", i, "tieBreak", j],
                  problem: ConditionProblem.make({ _tag: "UnknownFact", fact, known: firstOf(comparable) })
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
