import { compareExact, Exact, exactUnsafe, Id, Text } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import type { Estimate } from "./estimate.ts"

/** A bound that a rate must reach (达到), or with `included` false exceed (超过), or else something follows (门槛). */
export const RateGate = Schema.Struct({ id: Id, name: Text, bound: Exact, included: Schema.Boolean }).annotate({
  identifier: "RateGate"
})
export interface RateGate extends Schema.Schema.Type<typeof RateGate> {}

/** Whether a rate passes a gate, and whether another sample could have said otherwise. */
export interface GateResult {
  readonly gate: Id
  readonly passed: boolean
  readonly dependsOnSampling: boolean
}

/**
 * Holds a rate against a gate: the exact rate decides, its interval says how sure that is.
 *
 * @example
 * ```ts
 * import { exactUnsafe } from "@zhengyou/core"
 * import { passesGate } from "@zhengyou/satisfaction"
 *
 * const gate = (included: boolean) => ({ id: "60", name: "60%", bound: exactUnsafe("0.6"), included })
 * const found = { rate: exactUnsafe("0.6"), interval: { low: 0.55, high: 0.65 } }
 * passesGate(gate(true), found) // => { gate: "60", passed: true, dependsOnSampling: true }
 * passesGate(gate(false), found).passed // => false
 * ```
 */
export const passesGate = (
  { id, bound, included }: RateGate,
  { rate, interval }: Pick<Estimate, "rate" | "interval">
): GateResult => {
  const passes = (x: Exact): boolean => compareExact(x, bound) >= (included ? 0 : 1)
  return {
    gate: id,
    passed: passes(rate),
    dependsOnSampling: passes(exactUnsafe(interval.low)) !== passes(exactUnsafe(interval.high))
  }
}
