import type { Exact, Fact, FactDeclaration, FactValue, Id } from "@zhengyou/core"
import type { EvaluationResult } from "./evaluate.ts"
import type { FulfilmentRate } from "./fulfilmentRate.ts"

/** The facts that {@link pledgeFacts} gives, for a rule book of grading or awards to declare. */
export const pledgeFactDeclarations: ReadonlyArray<FactDeclaration> = [
  { id: "pledges.score", name: { "zh-CN": "评诺得分", en: "score of the pledges" }, type: "number" },
  { id: "pledges.level", name: { "zh-CN": "评诺等次", en: "level of the pledges" }, type: "level" },
  { id: "pledges.rate", name: { "zh-CN": "承诺兑现率", en: "rate of pledges kept" }, type: "number" },
  {
    id: "pledges.broken",
    name: { "zh-CN": "无正当理由未兑现数", en: "pledges not kept without excuse" },
    type: "number"
  }
]

/**
 * What the pledges of a unit came to, as facts for grading and awards; what is not known is left out.
 *
 * @example
 * ```ts
 * import { pledgeFacts } from "@zhengyou/pledges"
 *
 * const kept = { fulfilled: 3, partly: 0, notFulfilled: 1, excused: 0, rate: { n: 3n, d: 4n } }
 * pledgeFacts("z01", undefined, kept).map(({ fact }) => fact) // => ["pledges.rate", "pledges.broken"]
 * ```
 */
export const pledgeFacts = (
  unit: Id,
  result: EvaluationResult | undefined,
  kept: FulfilmentRate
): ReadonlyArray<Fact> => {
  const number = (value: Exact): FactValue => ({ _tag: "Number", value })
  const fact = (id: Id, value: FactValue): Fact => ({ unit, fact: id, value })
  return [
    ...(result === undefined
      ? []
      : [
          fact("pledges.score", number(result.score)),
          fact("pledges.level", { _tag: "Level", value: result.level.id })
        ]),
    ...(kept.rate === undefined ? [] : [fact("pledges.rate", number(kept.rate))]),
    fact("pledges.broken", number({ n: BigInt(kept.notFulfilled), d: 1n }))
  ]
}
