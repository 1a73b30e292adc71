import {
  type CalendarDate,
  type Condition,
  type FactValue,
  formatFactValue,
  type Scalar,
  type Unit
} from "@zhengyou/core"
import type { GradingInputs, RuleBook } from "@zhengyou/grading"
import { monthsApart } from "../../internal/months.ts"
import { type Fraction, isLess, isSame, multiply, nought, total } from "./fraction.ts"
import { itemsFor } from "./marks.ts"
import type { ReferenceScore } from "./scoring.ts"

/** What is known of a unit, by the name of the fact. */
export type Lookup = (fact: string) => FactValue | undefined

const number = (value: Fraction | undefined): FactValue | undefined => value && { _tag: "Number", value }

const text = (value: string | undefined): FactValue | undefined =>
  value === undefined ? undefined : { _tag: "Text", value }

const unitFact = (unit: Unit, asOf: CalendarDate | undefined, name: string): FactValue | undefined => {
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
        : { _tag: "Number", value: { n: BigInt(monthsApart(unit.founded, asOf)), d: 1n } }
    default:
      return undefined
  }
}

/** What is known before anything is scored. */
export const lookupBefore = (inputs: GradingInputs, unit: Unit): Lookup => {
  const given = new Map(inputs.facts.flatMap((fact) => (fact.unit === unit.id ? [[fact.fact, fact.value]] : [])))
  return (name) => unitFact(unit, inputs.asOf, name) ?? given.get(name)
}

const everyNumber = (numbers: ReadonlyArray<Fraction | undefined>): Fraction | undefined =>
  numbers.includes(undefined) ? undefined : total(numbers.map((one) => one ?? nought))

const nodeNamed = (nodes: RuleBook["criteria"] | ReadonlyArray<RuleBook["criteria"][number]>, id: string) => {
  const all = (some: typeof nodes): ReadonlyArray<RuleBook["criteria"][number]> =>
    some.flatMap((node) => ("items" in node ? [node, ...all(node.items)] : [node]))
  return all(nodes).find((node) => node.id === id)
}

/** What is known once a unit is scored. */
export const lookupAfter = (
  book: RuleBook,
  before: Lookup,
  unit: Unit,
  score: ReferenceScore,
  decided: Fraction | undefined
): Lookup => {
  const scoreOf = (name: string): Fraction | undefined => {
    if (name === "score.total") return decided
    if (name.startsWith("score.criterion.")) {
      const id = name.slice("score.criterion.".length)
      const node = nodeNamed(book.criteria, id)
      if (node === undefined || !("items" in node)) return score.criteria.get(id)
      return everyNumber(
        itemsFor([node], unit.type).map(({ criterion, factor }) => {
          const own = score.criteria.get(criterion.id)
          return own && multiply(factor, own)
        })
      )
    }
    const id = name.slice("score.panel.".length)
    if (book.combine === "panels") return score.panelTotals.get(id)
    const panel = book.panels.find((one) => one.id === id)
    const own = score.byPanel.get(id)
    if (panel === undefined || own === undefined) return undefined
    return everyNumber(
      score.items
        .filter(({ criterion }) => panel.criteria === undefined || panel.criteria.includes(criterion.id))
        .map(({ criterion, factor }) => {
          const figure = own.get(criterion.id)
          return figure && multiply(factor, figure)
        })
    )
  }
  return (name) => (name.startsWith("score.") ? (number(scoreOf(name)) ?? before(name)) : before(name))
}

const orderOf = (found: FactValue, stated: Scalar, read: (scalar: Scalar) => Fraction): -1 | 0 | 1 => {
  if (found._tag === "Number") {
    const bound = read(stated)
    return isSame(found.value, bound) ? 0 : isLess(found.value, bound) ? -1 : 1
  }
  const [a, b] = [formatFactValue(found), String(stated)]
  return a === b ? 0 : a < b ? -1 : 1
}

/** Whether a value stands to stated ones as an operator says. */
const compares = (
  found: FactValue,
  op: string,
  stated: ReadonlyArray<Scalar>,
  read: (scalar: Scalar) => Fraction
): boolean => {
  const orders = stated.map((one) => orderOf(found, one, read))
  if (op === "in") return orders.includes(0)
  const [order = 0] = orders
  const words: Record<string, boolean> = {
    "=": order === 0,
    "!=": order !== 0,
    "<": order < 0,
    "<=": order <= 0,
    ">": order > 0,
    ">=": order >= 0
  }
  return words[op] ?? false
}

/** Whether a condition holds by Kleene's logic; nothing where what is known does not say. */
export const holds = (
  condition: Condition,
  lookup: Lookup,
  read: (scalar: Scalar) => Fraction
): boolean | undefined => {
  if ("all" in condition) {
    const parts = condition.all.map((one) => holds(one, lookup, read))
    return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true
  }
  if ("any" in condition) {
    const parts = condition.any.map((one) => holds(one, lookup, read))
    return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false
  }
  if ("not" in condition) {
    const inner = holds(condition.not, lookup, read)
    return inner === undefined ? undefined : !inner
  }
  const found = lookup(condition.fact)
  if (found === undefined) return condition.ifUnknown
  return compares(found, condition.op, typeof condition.value === "object" ? condition.value : [condition.value], read)
}
