import { compareExact, dividedByUnsafe, type Exact, exactUnsafe, minus, plus, sum, times, zero } from "@zhengyou/core"
import { type GradingInputs, type RuleBook, whyNot } from "@zhengyou/grading"
import { Result } from "effect"
import fc from "fast-check"
import { expect, it } from "vitest"
import { plainWith } from "../books.ts"
import { gradeUnsafe, outcomeOf } from "../support.ts"

interface Made {
  readonly book: RuleBook
  /** For each unit its score out of ten by each panel; a unit that is recognised has its level without them. */
  readonly units: ReadonlyArray<ReadonlyArray<number>>
  readonly recognised: boolean
}

// The panel without a weight can bring nothing.
const weights = ["3", "0", "2", "1/3"]
const all = sum(weights.map(exactUnsafe))
const gainOf = (i: number): Exact => dividedByUnsafe(exactUnsafe(weights[i] ?? 0), all)

const made: fc.Arbitrary<Made> = fc
  .record({
    units: fc.array(fc.tuple(fc.nat(10), fc.nat(10), fc.nat(10), fc.nat(10)), { minLength: 2, maxLength: 5 }),
    recognised: fc.boolean(),
    cap: fc.nat(2),
    ties: fc.constantFrom("exclude", "include", "undetermined"),
    tieBreak: fc.subarray(["score.panel.p3", "score.panel.p0"]),
    rounded: fc.boolean(),
    below: fc.option(fc.tuple(fc.constantFrom("score.panel.p2", "score.total"), fc.integer({ min: 1, max: 9 })), {
      nil: undefined
    }),
    from: fc.tuple(fc.integer({ min: 5, max: 9 }), fc.integer({ min: 1, max: 4 }))
  })
  .map(({ units, recognised, cap, ties, tieBreak, rounded, below, from: [a, b] }) => ({
    units,
    recognised,
    book: plainWith({
      combine: "panels",
      criteria: [{ id: "c", name: "c", maximum: 10, missing: "block" }],
      fullMarks: 10,
      facts: [{ id: "honoured", name: "honoured", type: "flag" }],
      panels: weights.map((weight, i) => ({
        ...{ id: `p${i}`, name: `p${i}`, weight, missing: "block" },
        aggregate: { method: "mean" }
      })),
      rounding: rounded ? { total: { mode: "halfExpand", digits: 0 } } : {},
      decideOn: rounded ? "rounded" : "exact",
      bands: Object.entries({ A: a, B: b, C: 0 }).map(([level, start]) => ({ level, from: start })),
      recognitions: [
        {
          ...{ id: "direct", name: "direct", level: "A", takesSeat: true },
          when: { fact: "honoured", op: "=", value: true, ifUnknown: false }
        }
      ],
      gates:
        below === undefined
          ? []
          : [{ id: "low", name: "low", when: { fact: below[0], op: "<", value: below[1] }, then: { atMost: "B" } }],
      quotas: [
        { kind: "cap", level: "A", seats: { count: cap }, ties, tieBreak },
        { kind: "cap", level: "B", seats: { count: 1 }, ties, tieBreak }
      ]
    })
  }))

/** Adds points of the total where they bring most: to the panels in the order of their weights. */
const raisedBy = (scores: ReadonlyArray<Exact>, points: Exact): ReadonlyArray<Exact> => {
  let left = points
  return scores.map((score, i) => {
    const gain = gainOf(i)
    if (gain.n === 0n) return score
    const [wanted, room] = [dividedByUnsafe(left, gain), minus(exactUnsafe(10), score)]
    const by = compareExact(wanted, room) < 0 ? wanted : room
    left = minus(left, times(by, gain))
    return plus(score, by)
  })
}

const inputsOf = ({ units, recognised }: Made, points: Exact): GradingInputs => ({
  units: units.map((_, i) => ({ id: `u${i}`, name: `u${i}` })),
  sheets: units.flatMap((scores, i) => {
    const exact = scores.map((score) => exactUnsafe(score))
    return (i === 0 ? raisedBy(exact, points) : exact).map((c, p) => ({
      ...{ unit: `u${i}`, panel: `p${p}`, rater: "r" },
      scores: { c }
    }))
  }),
  facts: recognised ? [{ unit: "u1", fact: "honoured", value: { _tag: "Flag", value: true } }] : []
})

const grid = Array.from({ length: 51 }, (_, i) => exactUnsafe(`${i}/5`))
const hair = exactUnsafe("1/1000000")

it.each(["A", "B"])(
  "by law, where panels make totals of their own: the smallest rise to %s is the smallest",
  (wanted) => {
    fc.assert(
      fc.property(made, (one) => {
        const hasIt = (points: Exact) => {
          const outcome = outcomeOf(gradeUnsafe(one.book, inputsOf(one, points)), "u0")
          return "level" in outcome && ["A", wanted].includes(outcome.level)
        }
        const own = sum((one.units[0] ?? []).map((score, i) => times(exactUnsafe(score), gainOf(i))))
        const room = minus(exactUnsafe(10), own)
        const tried = [...grid.filter((points) => compareExact(points, room) <= 0), room]
        const { lift } = Result.getOrThrow(whyNot(one.book, inputsOf(one, zero), "u0", wanted))
        expect(lift === undefined).toBe(hasIt(zero))
        if (lift === undefined) return
        if (lift._tag === "NoLift" || lift.clear.length > 0) {
          for (const points of tried) expect(hasIt(points)).toBe(false)
          return
        }
        const { short, strict, raises } = lift
        expect(hasIt(strict ? plus(short, hair) : short)).toBe(true)
        for (const points of tried) {
          if (compareExact(points, short) < (strict ? 1 : 0)) expect(hasIt(points)).toBe(false)
        }
        const gained = raises.map(({ lever, by }) => times(by, gainOf(Number(lever.id.slice(1)))))
        expect(sum(gained)).toEqual(short)
        expect(raises.map(({ lever }) => lever.id)).not.toContain("p1")
      }),
      { numRuns: 200 }
    )
  }
)
