import { assert, describe, it } from "@effect/vitest"
import { exactUnsafe, formatExact, formatRounded } from "@zhengyou/core"
import {
  estimate,
  type Link,
  leaderScore,
  linkedEstimate,
  linkedScore,
  rateFacts,
  scoreFacts
} from "@zhengyou/satisfaction"
import { Result } from "effect"
import fc from "fast-check"
import { first, formulaOf, measured, tallyOfCounts } from "./support.ts"

const satisfied = formulaOf("satisfied/valid")
const found = (count: number, of: number) =>
  Result.getOrThrow(estimate(measured(satisfied, tallyOfCounts([count, 0, of - count, 0])), { level: 0.95 }))
const ladder: Link = {
  _tag: "Ladder",
  steps: [
    { bound: exactUnsafe("0.9"), included: true, score: exactUnsafe(200) },
    { bound: exactUnsafe("0.8"), included: true, score: exactUnsafe(190) }
  ],
  otherwise: exactUnsafe(130)
}

describe("a link", () => {
  it("by weight carries the interval through: 8.5 of 10 is 8.1 to 8.9", () => {
    // Wilson for 255 of 300 by hand: (255 + 1.921) / 303.841 ± 1.96 / 303.841 · √(38.25 + 0.960) = 0.8456 ± 0.0404.
    const linked = linkedEstimate({ _tag: "Weight", marks: exactUnsafe(10) }, found(255, 300))
    const one = { mode: "halfExpand", digits: 1 } as const
    assert.deepStrictEqual(
      [linked.score, linked.least, linked.greatest].map((x) => formatRounded(x, one)),
      ["8.5", "8.1", "8.9"]
    )
    assert.isTrue(linked.dependsOnSampling)
  })

  it("by ladder says when the score hangs on sampling error", () => {
    assert.isTrue(linkedEstimate(ladder, found(455, 500)).dependsOnSampling)
    const sure = linkedEstimate(ladder, found(4750, 5000))
    assert.strictEqual(formatExact(sure.score), "200")
    assert.isFalse(sure.dependsOnSampling)
  })

  it("keeps reaching (达到) and exceeding (超过) apart on the bound, in whatever order the steps stand", () => {
    const at = {
      ...ladder,
      steps: [ladder.steps[1], { bound: exactUnsafe("0.9"), included: false, score: exactUnsafe(210) }, ladder.steps[0]]
    } as Link
    assert.strictEqual(formatExact(linkedScore(at, exactUnsafe("0.9"))), "200")
    assert.strictEqual(formatExact(linkedScore(at, exactUnsafe("0.9001"))), "210")
    assert.strictEqual(formatExact(linkedScore(at, exactUnsafe("0.85"))), "190")
    assert.strictEqual(formatExact(linkedScore(at, exactUnsafe("0.1"))), "130")
  })

  it("by a ladder that falls on the way up covers what lies inside the interval", () => {
    const step = (bound: string, score: number) => ({
      bound: exactUnsafe(bound),
      included: true,
      score: exactUnsafe(score)
    })
    const odd: Link = { _tag: "Ladder", steps: [step("0.9", 1), step("0.91", 2)], otherwise: exactUnsafe(2) }
    // The rate is 0.91, the interval from 0.88 to 0.93: its ends and the rate bring 2, and between 0.9 and 0.91 it is 1.
    const linked = linkedEstimate(odd, found(455, 500))
    assert.deepStrictEqual([linked.least, linked.score, linked.greatest].map(formatExact), ["1", "2", "2"])
  })

  it("lies between its least and its greatest", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 200 }),
        fc.constantFrom<Link>(ladder, { _tag: "Weight", marks: exactUnsafe(15) }),
        (count, link) => {
          const { score, least, greatest } = linkedEstimate(link, found(count, 200))
          assert(least.n * score.d <= score.n * least.d && score.n * greatest.d <= greatest.n * score.d)
        }
      )
    ))
})

describe("facts", () => {
  it("are the exact rates and scores; no figure, no fact", () => {
    const figures = [first(satisfied, tallyOfCounts([2, 0, 1, 0])), first(satisfied, tallyOfCounts([0, 0, 0, 3]))]
    assert.deepStrictEqual(rateFacts(figures, "satisfaction"), [
      { unit: "z01", fact: "satisfaction", value: { _tag: "Number", value: exactUnsafe("2/3") } }
    ])
    const [score] = scoreFacts([linkedEstimate(ladder, found(4750, 5000))], "work-style")
    assert.deepStrictEqual(score, {
      unit: "z01",
      fact: "work-style",
      value: { _tag: "Number", value: exactUnsafe(200) }
    })
  })
})

describe("a leader", () => {
  it("of no unit has no score", () => {
    assert.isUndefined(leaderScore([]))
    assert.isUndefined(leaderScore([{ score: exactUnsafe(9), months: 0 }]))
  })
})
