import {
  type Condition,
  ConditionProblem,
  compareExact,
  compileCondition,
  type Exact,
  formatExact,
  type KnownFacts,
  type Path
} from "@zhengyou/core"
import * as Result from "effect/Result"
import type { RuleBookShape } from "../../RuleBook.ts"
import { knownFacts } from "../knownFacts.ts"
import { levelValues } from "../levelValues.ts"
import { type BookFaults, fault, firstOf } from "./BookProblem.ts"

type Ranks = ReadonlyMap<string, number>

/** The place of each level on the ladder, 0 for the best. */
const ranksOf = (book: RuleBookShape): Ranks => {
  const ranks = new Map<string, number>()
  for (const [rank, { id }] of book.ladder.entries()) if (!ranks.has(id)) ranks.set(id, rank)
  return ranks
}

const levelKnown = (ranks: Ranks, level: string, path: Path): BookFaults =>
  ranks.has(level) ? [] : [fault(path, { _tag: "UnknownLevel", level, known: firstOf(ranks.keys()) })]

const bands = (book: RuleBookShape, ranks: Ranks): BookFaults => {
  const top: Exact = book.convertTo ?? book.fullMarks
  const rankOf = (level: string): number => ranks.get(level) ?? -1
  return book.bands.flatMap(({ level, from }, i): BookFaults => {
    const path: Path = ["bands", i]
    const above = book.bands[i - 1]
    const known = levelKnown(ranks, level, [...path, "level"])
    const isOutOfOrder = known.length === 0 && above !== undefined && rankOf(level) <= rankOf(above.level)
    const isHigh = above !== undefined && compareExact(from, above.from) >= 0
    const at = [...path, "from"]
    return [
      ...known,
      ...(isOutOfOrder ? [fault([...path, "level"], { _tag: "BandOrder", level })] : []),
      ...(isHigh ? [fault(at, { _tag: "BandNotLower", from: formatExact(from), above: formatExact(above.from) })] : []),
      ...(compareExact(from, top) > 0
        ? [fault(at, { _tag: "BandUnreachable", from: formatExact(from), fullMarks: formatExact(top) })]
        : [])
    ]
  })
}

const conditionFaults = (condition: Condition, known: KnownFacts, ranks: Ranks, path: Path): BookFaults => {
  const compiled = compileCondition(condition, known, path)
  if (Result.isFailure(compiled)) return compiled.failure
  return levelValues(condition, known, path).flatMap(({ level, path: at }) => levelKnown(ranks, level, at))
}

const rules = (book: RuleBookShape, known: KnownFacts, ranks: Ranks): BookFaults => {
  // Eligibility and recognition are decided before anything is scored.
  const unscored = new Map([...known].filter(([name]) => !name.startsWith("score.")))
  const levelFacts = new Set(book.facts.flatMap(({ id, type }) => (type === "level" ? [id] : [])))
  return [
    ...book.eligibility.flatMap((rule, i) =>
      conditionFaults(rule.require, unscored, ranks, ["eligibility", i, "require"])
    ),
    ...book.recognitions.flatMap((rule, i) => [
      ...conditionFaults(rule.when, unscored, ranks, ["recognitions", i, "when"]),
      ...levelKnown(ranks, rule.level, ["recognitions", i, "level"])
    ]),
    ...book.gates.flatMap(({ when, then }, i): BookFaults => {
      const path: Path = ["gates", i, "then"]
      const frozen =
        "notAbove" in then && !levelFacts.has(then.notAbove)
          ? [fault([...path, "notAbove"], { _tag: "NotALevelFact", fact: then.notAbove, known: firstOf(levelFacts) })]
          : []
      return [
        ...conditionFaults(when, known, ranks, ["gates", i, "when"]),
        ...("atMost" in then ? levelKnown(ranks, then.atMost, [...path, "atMost"]) : []),
        ...frozen
      ]
    })
  ]
}

const quotas = (book: RuleBookShape, known: KnownFacts, ranks: Ranks): BookFaults => {
  const comparable = new Set([...known.values()].flatMap(({ id, type }) => (type === "number" ? [id] : [])))
  const first = new Map<string, number>()
  return book.quotas.flatMap(({ kind, level, within, tieBreak }, i): BookFaults => {
    const path: Path = ["quotas", i]
    const key = JSON.stringify([kind, level, within])
    const seen = first.get(key)
    if (seen === undefined) first.set(key, i)
    const at = [...path, "level"]
    return [
      ...levelKnown(ranks, level, at),
      ...(seen === undefined ? [] : [fault(at, { _tag: "DuplicateId", id: level, first: `quotas[${seen}]` })]),
      ...(kind === "cap" && level === book.ladder.at(-1)?.id ? [fault(at, { _tag: "CapOnLowest", level })] : []),
      ...(kind === "floor" && level === book.ladder[0].id ? [fault(at, { _tag: "FloorOnBest", level })] : []),
      ...(tieBreak ?? []).flatMap((id, j): BookFaults => {
        if (comparable.has(id)) return []
        const here = [...path, "tieBreak", j]
        if (known.has(id)) return [fault(here, { _tag: "NotANumberFact", fact: id, known: firstOf(comparable) })]
        const problem = ConditionProblem.make({ _tag: "UnknownFact", fact: id, known: firstOf(comparable) })
        return [{ path: here, problem }]
      })
    ]
  })
}

/** Every fault of what leads to a level: bands, eligibility, recognition, gates, quotas. */
export const levelFaults = (book: RuleBookShape): BookFaults => {
  const [ranks, known] = [ranksOf(book), knownFacts(book)]
  return [...bands(book, ranks), ...rules(book, known, ranks), ...quotas(book, known, ranks)]
}
