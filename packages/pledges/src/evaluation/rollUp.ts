import {
  compareExact,
  dividedByUnsafe,
  type Exact,
  type Fault,
  formatExact,
  type Id,
  isSameExact,
  type Path,
  sum,
  times,
  zero
} from "@zhengyou/core"
import * as Result from "effect/Result"
import { type EvaluationProblem, EvaluationRefused } from "./errors.ts"

/** What counts towards a total: a score, or parts of its own, with the weight that it has among its neighbours. */
export type Contribution =
  | { readonly id: Id; readonly weight: Exact; readonly score: Exact }
  | { readonly id: Id; readonly weight: Exact; readonly parts: ReadonlyArray<Contribution> }

type Faults = ReadonlyArray<Fault<EvaluationProblem>>

/** How deep contributions may be nested: unit, pledge, sub-pledge and some more. */
const depthLimit = 20

const faultsOf = (parts: ReadonlyArray<Contribution>, path: Path, depth: number): Faults => {
  if (depth > depthLimit) return [{ path, problem: { _tag: "NestedTooDeep", limit: depthLimit } }]
  const seen = new Set<string>()
  const faults = parts.flatMap((part, i): Faults => {
    const { id, weight } = part
    const isTwice = seen.has(id)
    seen.add(id)
    const at = [...path, i]
    return [
      ...(isTwice ? [{ path: [...at, "id"], problem: { _tag: "PartTwice" as const, id } }] : []),
      ...(compareExact(weight, zero) < 0
        ? [
            {
              path: [...at, "weight"],
              problem: { _tag: "PartWeightNegative" as const, id, weight: formatExact(weight) }
            }
          ]
        : []),
      ...("parts" in part ? faultsOf(part.parts, [...at, "parts"], depth + 1) : [])
    ]
  })
  const hasWeight = parts.some(({ weight }) => compareExact(weight, zero) !== 0)
  return hasWeight ? faults : [...faults, { path, problem: { _tag: "NoWeightLeft" } }]
}

const meanOf = (parts: ReadonlyArray<Contribution>): Exact => {
  const weighed = parts.filter(({ weight }) => !isSameExact(weight, zero))
  const total = sum(weighed.map(({ weight }) => weight))
  const scores = weighed.map((part) => times(part.weight, "parts" in part ? meanOf(part.parts) : part.score))
  return dividedByUnsafe(sum(scores), total)
}

/**
 * The score of a pledge from its parts, or of a unit from its pledges: the mean by weight, exact (汇总).
 *
 * **Details**
 *
 * Only the proportions of the weights of neighbours matter; nothing is rounded on the way, so a tiny change of a weight changes the result by as
 * little. Parts of weight nought count for nothing.
 *
 * **Refusals**
 *
 * `EvaluationRefused` with every fault: a negative weight, no weight at all, an id twice, contributions nested too deep.
 *
 * @example
 * ```ts
 * import { exactUnsafe as x } from "@zhengyou/core"
 * import { rollUp } from "@zhengyou/pledges"
 * import { Result } from "effect"
 *
 * const parts = [
 *   { id: "p1", weight: x(2), score: x(96) },
 *   { id: "p2", weight: x(1), parts: [{ id: "p2a", weight: x(1), score: x(80) }, { id: "p2b", weight: x(1), score: x(100) }] }
 * ]
 * rollUp(parts) // => Result.succeed(x(94))
 * ```
 */
export const rollUp = (parts: ReadonlyArray<Contribution>): Result.Result<Exact, EvaluationRefused> => {
  const faults = faultsOf(parts, [], 1)
  return faults.length > 0 ? Result.fail(new EvaluationRefused({ faults })) : Result.succeed(meanOf(parts))
}
