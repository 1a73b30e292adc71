import {
  type Condition,
  type ConditionProblem,
  compileCondition,
  type FactDeclaration,
  type FactType,
  type Fault,
  factsOf,
  factValueFrom,
  type Operator,
  type Scalar,
  type Verdict
} from "@zhengyou/core"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

type Facts = Readonly<Record<string, Scalar>>

const known = (declared: Readonly<Record<string, FactType>>): Map<string, FactDeclaration> =>
  new Map(Object.entries(declared).map(([id, type]) => [id, { id, name: `名 ${id}`, type }]))

const verdict = (condition: Condition, declared: Readonly<Record<string, FactType>>, facts: Facts): Verdict =>
  Result.getOrThrow(compileCondition(condition, known(declared)))((id) => {
    const [type, scalar] = [declared[id], facts[id]]
    return type === undefined || scalar === undefined ? undefined : factValueFrom(type, scalar)
  })

const faultsOf = (condition: Condition, declared: Readonly<Record<string, FactType>>) => {
  const compiled = compileCondition(condition, known(declared))
  return Result.isFailure(compiled) ? compiled.failure : []
}

describe("a satisfaction rate against 9/10", () => {
  it.each([
    ["46/50", true],
    ["34/38", false],
    ["36/40", true],
    ["0.9", true],
    ["0.8999999999999999999999", false]
  ])("%s: %s", (rate, holds) => {
    expect(verdict({ fact: "rate", op: ">=", value: "9/10" }, { rate: "number" }, { rate }).holds).toBe(holds)
    expect(verdict({ fact: "rate", op: "<", value: "0.90" }, { rate: "number" }, { rate }).holds).toBe(!holds)
  })
})

describe("comparisons", () => {
  const ordered: ReadonlyArray<Operator> = ["=", "!=", "<", "<=", ">", ">=", "in"]
  const fitting: Record<FactType, ReadonlyArray<Operator>> = {
    number: ordered,
    date: ordered,
    flag: ["=", "!="],
    level: ["=", "!=", "in"],
    text: ["=", "!=", "in"]
  }
  /** Two values of each kind, in order where there is one; 9 and 10 stand the other way round as texts. */
  const values: Record<FactType, readonly [Scalar, Scalar]> = {
    number: ["9", 10],
    date: ["2012-03-29", "2012-04-01"],
    flag: [false, true],
    level: ["先进", "良好"],
    text: ["甲", "乙"]
  }
  const expected = (op: Operator, found: number, stated: number): boolean => {
    const table = { "=": found === stated, "!=": found !== stated, in: found === stated }
    const order = { "<": found < stated, "<=": found <= stated, ">": found > stated, ">=": found >= stated }
    return { ...table, ...order }[op]
  }
  const cases = ordered.flatMap((op) => Object.entries(fitting).map(([type, allowed]) => ({ op, type, allowed })))

  it.each(cases)("by $op of a $type", ({ op, type, allowed }) => {
    // The keys of a record of all kinds.
    const kind = type as FactType
    const pair = values[kind]
    const [first] = pair
    const stated = (value: Scalar) => (op === "in" ? [value] : value)
    if (!allowed.includes(op)) {
      const problem = { _tag: "OperatorDoesNotFit", op, type, allowed }
      expect(faultsOf({ fact: "f", op, value: stated(first) }, { f: kind })).toEqual([{ path: ["op"], problem }])
      return
    }
    for (const [i, found] of pair.entries()) {
      for (const [j, value] of pair.entries()) {
        const { holds } = verdict({ fact: "f", op, value: stated(value) }, { f: kind }, { f: found })
        expect(holds).toBe(expected(op, i, j))
      }
    }
  })

  it("with a list ask whether one of it is meant", () => {
    const among = (value: ReadonlyArray<Scalar>) =>
      verdict({ fact: "f", op: "in", value }, { f: "number" }, { f: "0.50" }).holds
    expect(among(["1/3", "1/2"])).toBe(true)
    expect(among(["1/3"])).toBe(false)
    expect(among([])).toBe(false)
  })

  it("cite what was found, and nothing for what is unknown", () => {
    const condition: Condition = {
      any: [
        { fact: "a", op: "=", value: true },
        { fact: "b", op: ">=", value: 0.9 },
        { fact: "c", op: "in", value: ["1", 2.5], ifUnknown: true }
      ]
    }
    const { holds, cited } = verdict(condition, { a: "flag", b: "number", c: "number" }, { a: true })
    expect(holds).toBe(true)
    expect(cited).toEqual([
      { fact: { id: "a", name: "名 a" }, op: "=", value: "true", found: { _tag: "Flag", value: true }, holds: true },
      { fact: { id: "b", name: "名 b" }, op: ">=", value: "0.9" },
      { fact: { id: "c", name: "名 c" }, op: "in", value: "1, 2.5", holds: true }
    ])
  })
})

describe("logic of three values", () => {
  const ids = ["p", "q", "r"]
  const declared: Readonly<Record<string, FactType>> = { p: "flag", q: "flag", r: "flag" }
  const condition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition; list: ReadonlyArray<Condition> }>((tie) => ({
    list: fc.array(tie("node"), { maxLength: 3 }),
    node: fc.oneof(
      { depthSize: "small" },
      fc
        .record(
          {
            fact: fc.constantFrom(...ids),
            op: fc.constantFrom("=", "!="),
            value: fc.boolean(),
            ifUnknown: fc.boolean()
          },
          { requiredKeys: ["fact", "op", "value"] }
        )
        .map((comparison): Condition => comparison),
      tie("list").map((all): Condition => ({ all })),
      tie("list").map((any): Condition => ({ any })),
      tie("node").map((not): Condition => ({ not }))
    )
  })).node
  const facts: fc.Arbitrary<Facts> = fc.dictionary(fc.constantFrom(...ids), fc.boolean())

  /** Kleene's logic as numbers: false 0, unknown 1, true 2; all is the least, any the greatest, not the reflection. */
  const model = (asked: Condition, given: Facts): number => {
    if ("all" in asked) return Math.min(2, ...asked.all.map((one) => model(one, given)))
    if ("any" in asked) return Math.max(0, ...asked.any.map((one) => model(one, given)))
    if ("not" in asked) return 2 - model(asked.not, given)
    const found = given[asked.fact]
    const holds = found === undefined ? asked.ifUnknown : (found === asked.value) === (asked.op === "=")
    return holds === undefined ? 1 : holds ? 2 : 0
  }
  const count = (asked: Condition): number =>
    "all" in asked
      ? asked.all.reduce((n, one) => n + count(one), 0)
      : "any" in asked
        ? asked.any.reduce((n, one) => n + count(one), 0)
        : "not" in asked
          ? count(asked.not)
          : 1

  it("is Kleene's, and every comparison is cited", () => {
    fc.assert(
      fc.property(condition, facts, (asked, given) => {
        const { holds, cited } = verdict(asked, declared, given)
        expect(holds).toBe([false, undefined, true][model(asked, given)])
        expect(cited).toHaveLength(count(asked))
        expect(new Set(cited.map(({ fact }) => fact.id))).toEqual(new Set(factsOf(asked)))
      }),
      { numRuns: 500 }
    )
  })

  it("keeps De Morgan's laws", () => {
    fc.assert(
      fc.property(fc.array(condition, { maxLength: 3 }), facts, (parts, given) => {
        const negated = parts.map((not): Condition => ({ not }))
        const holds = (asked: Condition) => verdict(asked, declared, given).holds
        expect(holds({ not: { all: parts } })).toBe(holds({ any: negated }))
        expect(holds({ not: { any: parts } })).toBe(holds({ all: negated }))
      })
    )
  })

  it("never takes back an answer when more becomes known, unless a default had stood in", () => {
    const withoutDefaults = (asked: Condition): Condition =>
      "all" in asked
        ? { all: asked.all.map(withoutDefaults) }
        : "any" in asked
          ? { any: asked.any.map(withoutDefaults) }
          : "not" in asked
            ? { not: withoutDefaults(asked.not) }
            : { fact: asked.fact, op: asked.op, value: asked.value }
    fc.assert(
      fc.property(condition.map(withoutDefaults), facts, facts, (asked, given, more) => {
        const before = verdict(asked, declared, given).holds
        if (before !== undefined) expect(verdict(asked, declared, { ...more, ...given }).holds).toBe(before)
      })
    )
  })
})

describe("faults", () => {
  it("are all reported, with their paths", () => {
    const condition: Condition = {
      all: [
        { fact: "rate", op: ">=", value: "ninety" },
        { any: [{ fact: "level", op: "<", value: "先进" }, { not: { fact: "ghost", op: "=", value: 1 } }] },
        { fact: "veto", op: ">", value: "yes" },
        { fact: "rate", op: "in", value: 1 },
        { fact: "rate", op: "=", value: [1] }
      ]
    }
    const declared = { rate: "number", level: "level", veto: "flag" } as const
    const faults: ReadonlyArray<Fault<ConditionProblem>> = faultsOf(condition, declared)
    expect(faults.map(({ path, problem }) => `${path.join(".")} ${problem._tag}`)).toEqual([
      "all.0.value ValueDoesNotFit",
      "all.1.any.0.op OperatorDoesNotFit",
      "all.1.any.1.not.fact UnknownFact",
      "all.2.op OperatorDoesNotFit",
      "all.2.value ValueDoesNotFit",
      "all.3.value ValueDoesNotFit",
      "all.4.value ValueDoesNotFit"
    ])
    expect(faults[2]?.problem).toEqual({ _tag: "UnknownFact", fact: "ghost", known: ["rate", "level", "veto"] })
  })
})

it("names no more than fifty facts to find a misspelt one by, however many there are", () => {
  const known = new Map(
    Array.from({ length: 1000 }, (_, i) => [`f${i}`, { id: `f${i}`, name: "x", type: "flag" as const }])
  )
  const compiled = compileCondition({ fact: "ghost", op: "=", value: true }, known)
  const [fault] = Result.isFailure(compiled) ? compiled.failure : []
  expect(fault?.problem._tag === "UnknownFact" && fault.problem.known).toHaveLength(50)
})
