import { compareExact, dividedByUnsafe, type Exact, minus, one, plus, round, times, zero } from "@zhengyou/core"
import { allowedMarks, type Criterion, type Mark } from "@zhengyou/grading"
import fc from "fast-check"
import { written } from "../../internal/written.ts"

const whole = (n: number | bigint): Exact => ({ n: BigInt(n), d: 1n })

const upwards = (x: Exact): number => Number(round(x, { mode: "ceil", digits: 0 }).n)

/** Numbers from nought to a greatest: first its twentieths, that make bounds and ties common, then finer ones. */
const numbersUpTo = (greatest: Exact): fc.Arbitrary<Exact> => {
  const parts = (of: number) => fc.nat(of).map((k) => written(times(greatest, dividedByUnsafe(whole(k), whole(of)))))
  return fc.oneof(
    { weight: 4, arbitrary: parts(20) },
    { weight: 1, arbitrary: parts(3) },
    { weight: 2, arbitrary: parts(997) }
  )
}

const wholeFrom = (least: number, greatest: number): fc.Arbitrary<Exact> =>
  fc.integer({ min: least, max: Math.max(least, Math.min(greatest, 1_000_000)) }).map(whole)

const step: Exact = { n: 1n, d: 1000n }

/** A bound and what lies one small step to each side of it. */
const aroundEach = (bounds: ReadonlyArray<Exact>): ReadonlyArray<Exact> =>
  bounds.flatMap((bound) => [bound, plus(bound, step), minus(bound, step)]).filter((x) => compareExact(x, zero) >= 0)

/**
 * Every mark that a criterion allows, simple ones first: of numbers, those at which something changes are common.
 *
 * @example
 * ```ts
 * import { exactUnsafe } from "@zhengyou/core"
 * import { isAllowed } from "@zhengyou/grading"
 * import { marksFor } from "@zhengyou/testkit"
 * import fc from "fast-check"
 *
 * const service = { maximum: exactUnsafe(20), scoring: { kind: "points" } } as const
 * fc.assert(fc.property(marksFor(service), (mark) => isAllowed(service, mark)))
 * ```
 */
export const marksFor = (criterion: Pick<Criterion, "maximum" | "scoring">): fc.Arbitrary<Mark> => {
  const { maximum, scoring } = criterion
  switch (scoring.kind) {
    case "points":
      return numbersUpTo(maximum)
    case "outOf":
      return numbersUpTo(scoring.of)
    case "deduct": {
      const most = upwards(dividedByUnsafe(maximum, scoring.each)) + 2
      return fc.oneof(
        wholeFrom(0, most),
        fc
          .nat(Math.min(most, 500_000) * 2)
          .map((half) => ({ n: BigInt(half), d: 2n }))
          .map(reducedHalf)
      )
    }
    case "count":
      return wholeFrom(0, upwards(dividedByUnsafe(maximum, scoring.each)) + 2)
    case "place":
      return wholeFrom(1, upwards(dividedByUnsafe(one, scoring.step)) + 2)
    case "rate": {
      const bounds = scoring.steps.map(({ from }) => from)
      const near = aroundEach(bounds).map(written)
      return fc.oneof(fc.constantFrom(zero, ...near), numbersUpTo(plus(bounds[0] ?? zero, one)))
    }
    case "anchors":
    case "letters": {
      const allowed = allowedMarks(criterion)
      return fc.constantFrom(...(allowed._tag === "Labels" ? allowed.labels : []))
    }
  }
}

const reducedHalf = ({ n, d }: Exact): Exact => (n % 2n === 0n ? { n: n / 2n, d: 1n } : { n, d })
