import { type Id, type Ladder, levelRank } from "@zhengyou/core"
import * as Result from "effect/Result"
import { levelNamed } from "../internal/ids.ts"
import { MoreLeaveThanThere, NoSuchLevel } from "./errors.ts"

/** So many units that went from one level to another. */
export interface CountedMove {
  readonly from: Id
  readonly to: Id
  readonly units: number
}

/**
 * The number of units of each level after moves, where only the numbers are known.
 *
 * **When to use**
 *
 * To check a summary that gives figures without naming units; {@link reconcile} names them.
 *
 * **Refusals**
 *
 * `MoreLeaveThanThere` where more units leave a level than it had before: whoever comes in may not go on; `NoSuchLevel`.
 *
 * @example
 * ```ts
 * import { countsAfter } from "@zhengyou/promotion"
 * import { Result } from "effect"
 *
 * const ladder = [{ id: "A", name: "先进" }, { id: "B", name: "良好" }, { id: "C", name: "一般" }] as const
 * const moves = [{ from: "B", to: "A", units: 14 }, { from: "C", to: "B", units: 2 }]
 * countsAfter(ladder, [12, 22, 3], moves) // => Result.succeed([26, 10, 1])
 * Result.isFailure(countsAfter(ladder, [12, 22, 3], [{ from: "B", to: "A", units: 23 }])) // => true
 * ```
 */
export const countsAfter = (
  ladder: Ladder,
  before: ReadonlyArray<number>,
  moves: ReadonlyArray<CountedMove>
): Result.Result<ReadonlyArray<number>, MoreLeaveThanThere | NoSuchLevel> => {
  const known = ladder.map(({ id }) => id)
  const stranger = moves.flatMap(({ from, to }) => [from, to]).find((level) => levelRank(ladder, level) < 0)
  if (stranger !== undefined) return Result.fail(new NoSuchLevel({ level: stranger, known }))
  const count = (of: (move: CountedMove) => boolean) => moves.filter(of).reduce((sum, { units }) => sum + units, 0)
  const leaving = known.map((level) => count(({ from }) => from === level))
  const short = known.findIndex((_, i) => (leaving[i] ?? 0) > (before[i] ?? 0))
  if (short >= 0) {
    const level = levelNamed(ladder, known[short] ?? "")
    return Result.fail(new MoreLeaveThanThere({ level, units: before[short] ?? 0, leaving: leaving[short] ?? 0 }))
  }
  return Result.succeed(known.map((level, i) => (before[i] ?? 0) - (leaving[i] ?? 0) + count(({ to }) => to === level)))
}
