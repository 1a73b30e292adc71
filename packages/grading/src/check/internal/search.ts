import {
  type Comparison,
  type Condition,
  compileCondition,
  type FactValue,
  factsOf,
  factValueFrom,
  type KnownFacts
} from "@zhengyou/core"
import * as Result from "effect/Result"
import { groupBy } from "../../internal/groupBy.ts"

/** What a condition can come to, as a set: it holds, it does not, or a fact that it asks for is not known. */
export const holds = 1
export const fails = 2
export const open = 4

/** A condition with what it is wanted to come to: any of a set. */
export interface Goal {
  readonly condition: Condition
  readonly want: number
}

/** A value for each fact that matters; nothing for a fact that is not known of the unit. */
export type Assignment = ReadonlyMap<string, FactValue | undefined>

/** What came of looking for facts that meet all goals. `TooLarge`: the search was given up at its bound. */
export type Found =
  | { readonly _tag: "Found"; readonly facts: Assignment }
  | { readonly _tag: "Nothing" }
  | { readonly _tag: "TooLarge" }

/** The values that a fact can have, one for each part that the constants given cut its values into. */
export type Candidates = (fact: string, constants: ReadonlyArray<FactValue>) => ReadonlyArray<FactValue | undefined>

/** How many comparisons a search may look at before it is given up. */
const searchLimit = 200_000

/** How many facts a search may choose values for before it is not begun. */
const factLimit = 500

const comparisonsOf = (condition: Condition): ReadonlyArray<Comparison> => {
  if ("fact" in condition) return [condition]
  const inner = "all" in condition ? condition.all : "any" in condition ? condition.any : [condition.not]
  return inner.flatMap(comparisonsOf)
}

const constantsOf = (known: KnownFacts, comparisons: ReadonlyArray<Comparison>): ReadonlyArray<FactValue> =>
  comparisons.flatMap(({ fact, value }) => {
    const type = known.get(fact)?.type
    const scalars = typeof value === "object" ? value : [value]
    return type === undefined ? [] : scalars.flatMap((scalar) => factValueFrom(type, scalar) ?? [])
  })

/** The candidates of every fact that some conditions ask for. */
export const candidatesFor = (
  known: KnownFacts,
  candidates: Candidates,
  conditions: ReadonlyArray<Condition>
): ReadonlyMap<string, ReadonlyArray<FactValue | undefined>> => {
  const stated = groupBy(conditions.flatMap(comparisonsOf), ({ fact }) => fact)
  return new Map([...stated].map(([fact, some]) => [fact, candidates(fact, constantsOf(known, some))]))
}

/** A comparison with what it comes to for each candidate of its fact. */
interface Leaf {
  readonly fact: string
  readonly each: ReadonlyArray<number>
  readonly any: number
}

type Node =
  | Leaf
  | { readonly all: ReadonlyArray<Node> }
  | { readonly any: ReadonlyArray<Node> }
  | { readonly not: Node }

const outcomeOf = (holding: boolean | undefined): number => (holding === undefined ? open : holding ? holds : fails)

const prepared = (
  condition: Condition,
  known: KnownFacts,
  values: ReadonlyMap<string, ReadonlyArray<FactValue | undefined>>
): Node => {
  if ("all" in condition) return { all: condition.all.map((one) => prepared(one, known, values)) }
  if ("any" in condition) return { any: condition.any.map((one) => prepared(one, known, values)) }
  if ("not" in condition) return { not: prepared(condition.not, known, values) }
  const compiled = Result.getOrThrow(compileCondition(condition, known))
  const each = (values.get(condition.fact) ?? []).map((value) => outcomeOf(compiled(() => value).holds))
  return { fact: condition.fact, each, any: each.reduce((so, one) => so | one, 0) }
}

/** What a part with a decisive outcome comes to: that outcome from any part, the other from all of them. */
const joined = (parts: ReadonlyArray<number>, decisive: number, other: number): number => {
  let some = 0
  let isOther = true
  let isUndecided = true
  let isOpen = false
  for (const part of parts) {
    some |= part & decisive
    if ((part & other) === 0) isOther = false
    if ((part & (other | open)) === 0) isUndecided = false
    if ((part & open) !== 0) isOpen = true
  }
  return some | (isOther ? other : 0) | (isUndecided && isOpen ? open : 0)
}

/**
 * Looks for facts that meet all goals together, or shows that there are none.
 *
 * **Details**
 *
 * The constants of the goals cut the values of each fact into parts that no comparison tells apart, so one value of each
 * part stands for all. Facts are given values one by one; what the goals can still come to is worked out at each step,
 * and a branch that cannot meet a goal any more is left. Nothing is tried by chance: unless the bound is reached, the
 * answer is exact for facts that do not depend on each other.
 */
export const factsThatMeet = (
  known: KnownFacts,
  candidates: Candidates,
  goals: ReadonlyArray<Goal>,
  limit: number = searchLimit
): Found => {
  const facts = [...new Set(goals.flatMap(({ condition }) => factsOf(condition)))]
  const comparisons = goals.flatMap(({ condition }) => comparisonsOf(condition))
  if (comparisons.length > limit || facts.length > factLimit) return { _tag: "TooLarge" }
  const conditions = goals.map(({ condition }) => condition)
  const values = candidatesFor(known, candidates, conditions)
  const wanted = goals.map(({ condition, want }) => ({ node: prepared(condition, known, values), want }))
  const chosen = new Map<string, number>()
  let looked = 0

  const evaluate = (node: Node): number => {
    if ("fact" in node) {
      looked++
      const choice = chosen.get(node.fact)
      return choice === undefined ? node.any : (node.each[choice] ?? 0)
    }
    if ("not" in node) {
      const inner = evaluate(node.not)
      return (inner & open) | ((inner & holds) === 0 ? 0 : fails) | ((inner & fails) === 0 ? 0 : holds)
    }
    return "all" in node ? joined(node.all.map(evaluate), fails, holds) : joined(node.any.map(evaluate), holds, fails)
  }

  const tried = (at: number): Found["_tag"] => {
    if (looked > limit) return "TooLarge"
    const can = wanted.map(({ node, want }) => ({ mask: evaluate(node), want }))
    if (can.some(({ mask, want }) => (mask & want) === 0)) return "Nothing"
    if (can.every(({ mask, want }) => (mask & ~want) === 0)) return "Found"
    const fact = facts[at]
    if (fact === undefined) return "Nothing"
    for (const [choice] of (values.get(fact) ?? []).entries()) {
      chosen.set(fact, choice)
      const found = tried(at + 1)
      if (found !== "Nothing") return found
    }
    chosen.delete(fact)
    return "Nothing"
  }

  const end = tried(0)
  if (end !== "Found") return { _tag: end }
  // A fact that did not matter any more takes its first value, which is as good as any.
  return { _tag: "Found", facts: new Map(facts.map((fact) => [fact, values.get(fact)?.[chosen.get(fact) ?? 0]])) }
}
