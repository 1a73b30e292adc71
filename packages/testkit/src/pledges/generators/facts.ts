import { type Condition, dateUnsafe, type Fact, type FactDeclaration, factValueFrom, type Scalar } from "@zhengyou/core"
import type { PledgePolicy } from "@zhengyou/pledges"
import fc from "fast-check"
import { seldom } from "../../internal/seldom.ts"

const statedIn = (condition: Condition, fact: string): ReadonlyArray<Scalar> => {
  if ("fact" in condition) return condition.fact === fact ? [condition.value].flat() : []
  if ("not" in condition) return statedIn(condition.not, fact)
  return ("all" in condition ? condition.all : condition.any).flatMap((one) => statedIn(one, fact))
}

const some: { readonly [T in FactDeclaration["type"]]: ReadonlyArray<Scalar> } = {
  flag: [true, false],
  number: [0, 1],
  text: ["x"],
  level: ["a"],
  date: [dateUnsafe("2012-01-01")]
}

/** Generates the facts of a pledger that a policy declares, mostly all of them, with the values that its rules name. */
export const pledgerFactsFor = ({ facts, rules }: PledgePolicy, unit: string): fc.Arbitrary<ReadonlyArray<Fact>> =>
  fc
    .tuple(
      ...facts.map((declared) => {
        const stated = [...rules.flatMap(({ require }) => statedIn(require, declared.id)), ...some[declared.type]]
        const values = stated.flatMap((scalar) => factValueFrom(declared.type, scalar) ?? [])
        const fact = fc.constantFrom(...values).map((value): Fact => ({ unit, fact: declared.id, value }))
        return fc.tuple(fact, seldom(fc.constant(true), 6))
      })
    )
    .map((all) => all.flatMap(([fact, isUnknown]) => (isUnknown === true ? [] : [fact])))
