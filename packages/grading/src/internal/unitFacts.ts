import {
  type CalendarDate,
  type Exact,
  type Fact,
  type FactLookup,
  type FactValue,
  monthsBetween,
  sum,
  times,
  type Unit
} from "@zhengyou/core"
import { allGroups, leavesFor } from "../Criterion.ts"
import { scores } from "../Panel.ts"
import type { RuleBookShape } from "../RuleBook.ts"
import type { UnitScore } from "./scoreUnit.ts"

const number = (value: Exact): FactValue => ({ _tag: "Number", value })

const text = (value: string | undefined): FactValue | undefined =>
  value === undefined ? undefined : { _tag: "Text", value }

/** What is known of a unit before anything is scored. */
export const factsOfUnit = (unit: Unit, facts: ReadonlyArray<Fact>, asOf: CalendarDate | undefined): FactLookup => {
  const given = new Map(facts.map((fact) => [fact.fact, fact.value]))
  return (name) => {
    switch (name) {
      case "unit.id":
        return text(unit.id)
      case "unit.type":
        return text(unit.type)
      case "unit.parent":
        return text(unit.parent)
      case "unit.founded":
        return unit.founded === undefined ? undefined : { _tag: "Date", value: unit.founded }
      case "unit.age.months":
        return unit.founded === undefined || asOf === undefined
          ? undefined
          : number({ n: BigInt(monthsBetween(unit.founded, asOf)), d: 1n })
      default:
        return given.get(name)
    }
  }
}

/** A panel's own total: the one it was given, or the weighted scores of its criteria; nothing where one is missing. */
const panelTotal = (book: RuleBookShape, score: UnitScore, panelId: string): Exact | undefined => {
  if (book.combine === "panels") return score.panels.find(({ panel }) => panel === panelId)?.score
  const panel = book.panels.find(({ id }) => id === panelId)
  if (panel === undefined) return undefined
  const parts = score.leaves.flatMap(({ criterion, factor }, i) => {
    if (!scores(panel, criterion.id)) return []
    const own = score.scores[i]?.panels.find((one) => one.panel === panelId)?.score
    return [own === undefined ? undefined : times(factor, own)]
  })
  const known = parts.flatMap((part) => part ?? [])
  return known.length < parts.length ? undefined : sum(known)
}

/** A heading's subtotal: the weighted scores of its items; nothing where one is missing. */
const groupTotal = (book: RuleBookShape, score: UnitScore, type: string | undefined, id: string): Exact | undefined => {
  const group = allGroups(book.criteria).find((one) => one.id === id)
  if (group === undefined) return undefined
  const parts = leavesFor([group], type).map(({ criterion, factor }) => {
    const own = score.scores.find((one) => one.criterion === criterion.id)?.score
    return own === undefined ? undefined : times(factor, own)
  })
  const known = parts.flatMap((part) => part ?? [])
  return known.length < parts.length ? undefined : sum(known)
}

/** What is known of a unit once it is scored: its own facts, and its scores. */
export const factsWithScores = (book: RuleBookShape, unit: Unit, before: FactLookup, score: UnitScore): FactLookup => {
  const scoreOf = (name: string): Exact | undefined => {
    if (name === "score.total") return score.total?.decided
    const [, kind, id = ""] = /^score\.(criterion|panel)\.(.*)$/s.exec(name) ?? []
    if (kind === "criterion")
      return score.scores.find((one) => one.criterion === id)?.score ?? groupTotal(book, score, unit.type, id)
    return kind === "panel" ? panelTotal(book, score, id) : undefined
  }
  return (name) => {
    const value = name.startsWith("score.") ? scoreOf(name) : undefined
    return value === undefined ? before(name) : number(value)
  }
}
