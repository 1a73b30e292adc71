import { assert, describe, it } from "@effect/vitest"
import type { Tally } from "@zhengyou/core"
import { formulasFor, measure, type Questionnaire, type Scale, scalePresets } from "@zhengyou/satisfaction"
import { Result } from "effect"
import { percent } from "./support.ts"

const scaleOf = (id: string): Scale => {
  const scale = scalePresets.find((one) => one.id === id)
  assert(scale !== undefined)
  return scale
}

/** The rates of a scale's own presets where each choice has so many ballots, in the order of the choices. */
const ratesOf = (id: string, ballots: ReadonlyArray<number>): Readonly<Record<string, string>> => {
  const scale = scaleOf(id)
  const questionnaire: Questionnaire = {
    id: "q",
    frame: "staff",
    subjects: ["z01"],
    scales: [scale],
    questions: [{ id: "overall", name: "总体", scale: id }],
    groups: [{ id: "staff", name: "教职工" }]
  }
  const tally: Tally = {
    returned: [{ subject: "z01", group: "staff", ballots: ballots.reduce((a, b) => a + b, 0) }],
    choices: scale.choices.flatMap((choice, i) =>
      ballots[i]
        ? [{ subject: "z01", group: "staff", question: "overall", choice: choice.id, ballots: ballots[i] }]
        : []
    )
  }
  return Object.fromEntries(
    formulasFor(scale).map((formula) => {
      const [figure] = Result.getOrThrow(measure(questionnaire, formula, tally, []))
      return [formula.id, figure?._tag === "Measured" ? percent(figure.rate) : "none"]
    })
  )
}

describe("scales and formulas found in practice", () => {
  it("优 90、良 75、一般 60、较差 45、差 30, ÷ 90: one of each is 300/450", () => {
    assert.deepStrictEqual(ratesOf("five-grades", [1, 1, 1, 1, 1]), { "points-90-75-60-45-30/valid": "66.67" })
    assert.deepStrictEqual(ratesOf("five-grades", [7, 0, 0, 0, 0]), { "points-90-75-60-45-30/valid": "100.00" })
  })

  it("100/80/60/40: (50·100 + 30·80 + 15·60 + 5·40) / 100 = 85; the same sheet is 95 % not dissatisfied", () => {
    assert.deepStrictEqual(ratesOf("satisfied-4", [50, 30, 15, 5]), {
      "points-100-80-60-40/valid": "85.00",
      "mostly-not-dissatisfied/valid": "95.00"
    })
  })

  it("95/85/75/65 on 14/8/2/0 and one 不了解, who counts: 2160 / 25 = 86.40", () => {
    assert.deepStrictEqual(ratesOf("officers", [14, 8, 2, 0, 1]), { "points-95-85-75-65/returned": "86.40" })
  })

  it("+2/+1/0/−1 counted from the worst: a mean of +1.2 is (1.2 + 1) / 3 = 73.33 %", () => {
    assert.deepStrictEqual(ratesOf("plus-minus", [5, 3, 1, 1]), { "points-2-1-0-minus1/valid": "73.33" })
  })

  it("direct marks from 50 to 99, where 50 is 不了解 and counts nowhere", () => {
    // 99 twice, 80 once, 50 five times: (198 + 80) / 3 = 92.67.
    const ballots = scaleOf("marks-50-99").choices.map(({ id }) => ({ "99": 2, "80": 1, "50": 5 })[id] ?? 0)
    assert.deepStrictEqual(ratesOf("marks-50-99", ballots), { "marks-50-99/valid": "92.67" })
  })

  it("five stars: the three best of five", () => {
    assert.deepStrictEqual(ratesOf("five-stars", [40, 30, 20, 6, 4]), { "stars-favourable/valid": "90.00" })
  })

  it("no choice stands twice in a scale, and formulas fit only scales whose choices they all name", () => {
    for (const { choices } of scalePresets)
      assert.strictEqual(new Set(choices.map(({ id }) => id)).size, choices.length)
    assert.strictEqual(formulasFor(scaleOf("satisfied-3")).length, 12)
    assert.deepStrictEqual(formulasFor(scaleOf("members")), [])
  })
})
