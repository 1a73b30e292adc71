import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { compareExact } from "./Exact.ts"
import { type FactDeclaration, FactType, FactValue, factValueFrom, formatFactValue, Scalar } from "./Fact.ts"
import type { Fault, Path } from "./Fault.ts"
import { Id, Named } from "./Ladder.ts"

/** How a fact is compared: 达到、以上 are `>=`; 超过 is `>`; 不足、低于 are `<`; 以下、不超过 are `<=`. */
export const Operator = Schema.Literals(["=", "!=", "<", "<=", ">", ">=", "in"])
export type Operator = typeof Operator.Type

/**
 * A comparison of one fact with a stated value.
 *
 * **Details**
 *
 * `in` takes a list of values. `ifUnknown` says what the comparison is worth where the unit has no such fact; without
 * it, an unknown fact leaves the whole question open.
 */
export const Comparison = Schema.Struct({
  fact: Id,
  op: Operator,
  value: Schema.Union([Scalar, Schema.Array(Scalar)]),
  ifUnknown: Schema.optionalKey(Schema.Boolean)
}).annotate({ identifier: "Comparison" })
export interface Comparison extends Schema.Schema.Type<typeof Comparison> {}

/** A question about a unit's facts as plain data: `all`, `any`, `not`, and comparisons. */
export type Condition =
  | { readonly all: ReadonlyArray<Condition> }
  | { readonly any: ReadonlyArray<Condition> }
  | { readonly not: Condition }
  | Comparison

/** The codec of {@link Condition}. */
export const Condition: Schema.Codec<Condition> = Schema.Union([
  Schema.Struct({ all: Schema.Array(Schema.suspend((): Schema.Codec<Condition> => Condition)) }),
  Schema.Struct({ any: Schema.Array(Schema.suspend((): Schema.Codec<Condition> => Condition)) }),
  Schema.Struct({ not: Schema.suspend((): Schema.Codec<Condition> => Condition) }),
  Comparison
]).annotate({ identifier: "Condition", expected: "a comparison {fact, op, value}, or all, any, not" })

/** What can be wrong with a condition that has the right shape. */
export const ConditionProblem = Schema.TaggedUnion({
  UnknownFact: { fact: Schema.String, known: Schema.Array(Schema.String) },
  ValueDoesNotFit: { fact: Schema.String, type: FactType, found: Schema.String },
  OperatorDoesNotFit: { op: Operator, type: FactType, allowed: Schema.Array(Operator) }
})
export type ConditionProblem = typeof ConditionProblem.Type

/** One comparison as it was made: what the fact was and what came of it; no `found` where the fact was unknown. */
export const Citation = Schema.Struct({
  fact: Named,
  op: Operator,
  value: Schema.String,
  found: Schema.optionalKey(FactValue),
  holds: Schema.optionalKey(Schema.Boolean)
}).annotate({ identifier: "Citation" })
export interface Citation extends Schema.Schema.Type<typeof Citation> {}

/** What came of a condition: whether it holds, nothing where that is unknown, and every comparison that was made. */
export interface Verdict {
  readonly holds: boolean | undefined
  readonly cited: ReadonlyArray<Citation>
}

/** The value of a fact about the unit in question, or nothing where it is unknown. */
export type FactLookup = (fact: string) => FactValue | undefined

/** A condition made ready: a function from a unit's facts to a verdict. */
export type CompiledCondition = (lookup: FactLookup) => Verdict

const operatorsOf: Record<FactType, ReadonlyArray<Operator>> = {
  number: ["=", "!=", "<", "<=", ">", ">=", "in"],
  date: ["=", "!=", "<", "<=", ">", ">=", "in"],
  flag: ["=", "!="],
  level: ["=", "!=", "in"],
  text: ["=", "!=", "in"]
}

const compareValues = (a: FactValue, b: FactValue): number => {
  if (a._tag === "Number" && b._tag === "Number") return compareExact(a.value, b.value)
  const [left, right] = [formatFactValue(a), formatFactValue(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

const meets = (op: Operator, found: FactValue, stated: ReadonlyArray<FactValue>): boolean => {
  const compared = stated.map((value) => compareValues(found, value))
  const [first = 0] = compared
  switch (op) {
    case "=":
      return first === 0
    case "!=":
      return first !== 0
    case "<":
      return first < 0
    case "<=":
      return first <= 0
    case ">":
      return first > 0
    case ">=":
      return first >= 0
    case "in":
      return compared.includes(0)
  }
}

type Compiled = Result.Result<CompiledCondition, ReadonlyArray<Fault<ConditionProblem>>>

/** The facts that a condition may ask for, by their ids. */
export type KnownFacts = ReadonlyMap<string, FactDeclaration>

/** The first facts, to find a misspelt one by: a fault must not grow with the number of facts there are. */
const firstKnown = (known: KnownFacts): ReadonlyArray<string> => {
  const first: Array<string> = []
  for (const fact of known.keys()) if (first.push(fact) === 50) break
  return first
}

const compileComparison = (comparison: Comparison, known: KnownFacts, path: Path): Compiled => {
  const { fact, op, value, ifUnknown } = comparison
  const declared = known.get(fact)
  if (declared === undefined) {
    return Result.fail([{ path: [...path, "fact"], problem: { _tag: "UnknownFact", fact, known: firstKnown(known) } }])
  }
  const { type } = declared
  const faults: Array<Fault<ConditionProblem>> = []
  const allowed = operatorsOf[type]
  if (!allowed.includes(op)) {
    faults.push({ path: [...path, "op"], problem: { _tag: "OperatorDoesNotFit", op, type, allowed } })
  }
  const scalars = typeof value === "object" ? value : [value]
  const stated = scalars.flatMap((scalar) => factValueFrom(type, scalar) ?? [])
  if (stated.length < scalars.length || (op === "in") !== (typeof value === "object")) {
    const found = JSON.stringify(value).slice(0, 60).toWellFormed()
    faults.push({ path: [...path, "value"], problem: { _tag: "ValueDoesNotFit", fact, type, found } })
  }
  if (faults.length > 0) return Result.fail(faults)
  const base = { fact: { id: fact, name: declared.name }, op, value: stated.map(formatFactValue).join(", ") }
  return Result.succeed((lookup) => {
    const found = lookup(fact)
    const holds = found === undefined ? ifUnknown : meets(op, found, stated)
    const citation = { ...base, ...(found === undefined ? {} : { found }), ...(holds === undefined ? {} : { holds }) }
    return { holds, cited: [citation] }
  })
}

const join =
  (parts: ReadonlyArray<CompiledCondition>, decisive: boolean): CompiledCondition =>
  (lookup) => {
    const verdicts = parts.map((part) => part(lookup))
    const cited = verdicts.flatMap((verdict) => verdict.cited)
    if (verdicts.some((verdict) => verdict.holds === decisive)) return { holds: decisive, cited }
    return { holds: verdicts.some((verdict) => verdict.holds === undefined) ? undefined : !decisive, cited }
  }

const compileAll = (
  conditions: ReadonlyArray<Condition>,
  known: KnownFacts,
  path: Path,
  decisive: boolean
): Compiled => {
  const parts = conditions.map((condition, i) => compileCondition(condition, known, [...path, i]))
  const faults = parts.flatMap((part) => (Result.isFailure(part) ? part.failure : []))
  if (faults.length > 0) return Result.fail(faults)
  return Result.succeed(
    join(
      parts.flatMap((part) => (Result.isSuccess(part) ? part.success : [])),
      decisive
    )
  )
}

/**
 * Checks a condition against the facts that are known, and makes it ready.
 *
 * **Details**
 *
 * Unknown facts follow Kleene's logic: `all` of false and unknown is false, `any` of true and unknown is true, anything
 * else with an unknown part is unknown. Every comparison is made and cited; nothing is cut short.
 *
 * **Refusals**
 *
 * One fault for each comparison on an unknown fact, with an operator or with a value that does not fit the fact's kind.
 *
 * @example
 * ```ts
 * import { compileCondition } from "@zhengyou/core"
 * import { Result } from "effect"
 *
 * const rate = { id: "rate", name: "群众满意率", type: "number" } as const
 * const satisfied = compileCondition({ fact: "rate", op: ">=", value: "9/10" }, new Map([["rate", rate]]))
 * Result.map(satisfied, (holds) => holds(() => ({ _tag: "Number", value: { n: 34n, d: 38n } })).holds) // => Result.succeed(false)
 * ```
 */
export const compileCondition = (condition: Condition, known: KnownFacts, path: Path = []): Compiled => {
  if ("all" in condition) return compileAll(condition.all, known, [...path, "all"], false)
  if ("any" in condition) return compileAll(condition.any, known, [...path, "any"], true)
  if ("fact" in condition) return compileComparison(condition, known, path)
  return Result.map(
    compileCondition(condition.not, known, [...path, "not"]),
    (inner): CompiledCondition =>
      (lookup) => {
        const { holds, cited } = inner(lookup)
        return { holds: holds === undefined ? undefined : !holds, cited }
      }
  )
}

/** The names of the facts that a condition asks for, in order, each once. */
export const factsOf = (condition: Condition): ReadonlyArray<string> => {
  if ("fact" in condition) return [condition.fact]
  const inner = "all" in condition ? condition.all : "any" in condition ? condition.any : [condition.not]
  return [...new Set(inner.flatMap(factsOf))]
}
