import { assert, describe, it } from "@effect/vitest"
import { exactUnsafe, formatExact, mergeTallies, type Tally } from "@zhengyou/core"
import {
  linkedByRank,
  linkedLeader,
  parseSurveyPlan,
  passesGate,
  type RankLink,
  type SurveyFigure,
  type SurveyPlan,
  type SurveyRow,
  surveyFigures
} from "@zhengyou/satisfaction"
import { Result } from "effect"
import fc from "fast-check"
import { percent, questionnaire } from "./support.ts"

const plain = {
  ...questionnaire,
  subjects: ["z01", "z02", "z03"],
  groups: [
    { id: "staff", name: "教职工" },
    { id: "students", name: "学生" }
  ]
} as const
const input = {
  format: "zhengyou/survey@1",
  title: "满意度评价",
  questionnaire: plain,
  formula: "satisfied/valid",
  link: { _tag: "Weight", marks: 10 },
  gates: [{ id: "makeUp", name: "补课线", bound: "0.6", included: true }],
  leaders: [
    { id: "one", name: "甲", posts: [{ unit: "z01", months: 12 }] },
    {
      id: "two",
      name: "乙",
      posts: [
        { unit: "z01", months: 6 },
        { unit: "z02", months: 6 }
      ]
    }
  ]
}
const planOf = (more: object = {}): SurveyPlan => Result.getOrThrow(parseSurveyPlan({ ...input, ...more }))
const cell = (subject: string, group: string, satisfied: number, dissatisfied: number): Tally => {
  const at = { subject, group }
  return {
    returned: [{ ...at, ballots: satisfied + dissatisfied }],
    choices: [
      { ...at, question: "overall", choice: "satisfied", ballots: satisfied },
      { ...at, question: "overall", choice: "dissatisfied", ballots: dissatisfied }
    ].filter(({ ballots }) => ballots > 0)
  }
}
const figureOf = (row: SurveyRow | undefined): SurveyFigure => {
  assert(row?._tag === "Figure")
  return row
}
const tally = mergeTallies(
  cell("z01", "staff", 90, 10),
  cell("z01", "students", 170, 30),
  cell("z02", "staff", 60, 40),
  cell("z02", "students", 110, 90),
  cell("z03", "staff", 45, 5),
  cell("z03", "students", 40, 10)
)

describe("a survey's figures", () => {
  it("are counts, rates, intervals, links and gates of each unit and of all", () => {
    const { overall, units, leaders } = Result.getOrThrow(surveyFigures(planOf(), tally))
    assert.deepStrictEqual(
      units.map((row) => percent(figureOf(row).rate)),
      ["86.67", "56.67", "85.00"]
    )
    // 515 of 700 ballots.
    assert.strictEqual(formatExact(figureOf(overall).rate), "103/140")
    assert.deepStrictEqual(
      figureOf(overall).choices.map(({ choice, ballots }) => `${choice} ${ballots}`),
      ["satisfied 515", "fairlySatisfied 0", "dissatisfied 185", "unknown 0"]
    )
    const [good, bad] = units.map(figureOf)
    assert.deepStrictEqual(good?.gates, [{ gate: "makeUp", passed: true, dependsOnSampling: false }])
    assert.deepStrictEqual(bad?.gates, [{ gate: "makeUp", passed: false, dependsOnSampling: true }])
    assert.deepStrictEqual(bad?.places, { subject: "z02", best: 3, worst: 3 })
    const two = leaders[1]?.score
    assert(two !== undefined)
    // (26/3 + 17/3) / 2.
    assert.strictEqual(formatExact(two.score), "43/6")
    assert.isTrue(two.dependsOnSampling)
    assert.isUndefined(figureOf(overall).linked)
  })

  it("leave a unit's own people out of all units together as well", () => {
    const own = {
      ...plain,
      groups: [{ id: "staff", name: "教职工", parts: [{ id: "staff-of-z01", unit: "z01" }] }, plain.groups[1]]
    }
    const { overall } = Result.getOrThrow(
      surveyFigures(
        planOf({ questionnaire: own }),
        mergeTallies(tally, cell("z01", "staff-of-z01", 100, 0), cell("z02", "staff-of-z01", 10, 0))
      )
    )
    assert.strictEqual(figureOf(overall).returned, 710)
  })

  it("change in points since the round before, each with its verdict", () => {
    const before = mergeTallies(tally, cell("z02", "students", 0, 200))
    const { units, overall } = Result.getOrThrow(surveyFigures(planOf(), tally, { tally: before, plan: planOf() }))
    const verdicts = units.map((row) => {
      const { change } = figureOf(row)
      return change !== undefined && Result.isSuccess(change) ? change.success.verdict._tag : "none"
    })
    assert.deepStrictEqual(verdicts, ["NotDistinguishable", "Up", "NotDistinguishable"])
    const all = figureOf(overall).change
    assert(all !== undefined && Result.isSuccess(all))
    // 515/700 − 515/900.
    assert.strictEqual(formatExact(all.success.points), "1030/63")
  })

  it("refuse the change where the formula was another, unit by unit", () => {
    const { units } = Result.getOrThrow(
      surveyFigures(planOf(), tally, { tally, plan: planOf({ formula: "favourable/valid" }) })
    )
    const { change } = figureOf(units[0])
    assert(change !== undefined && Result.isFailure(change))
    assert.strictEqual(change.failure._tag, "Incomparable")
  })
})

describe("small counts", () => {
  const small = mergeTallies(
    cell("z01", "staff", 2, 1),
    cell("z02", "staff", 30, 10),
    cell("z02", "students", 30, 10),
    cell("z03", "staff", 30, 10),
    cell("z03", "students", 30, 10)
  )

  it("have no rate, no change, no link, and cannot be taken from the totals", () => {
    const { units, overall, leaders } = Result.getOrThrow(
      surveyFigures(planOf(), small, { tally: small, plan: planOf() })
    )
    assert.strictEqual(units[0]?._tag, "Withheld")
    assert.isUndefined(leaders[0]?.score)
    assert.isUndefined(leaders[1]?.score)
    // The total is open only where at least one other unit is withheld too.
    const hidden = units.filter(({ _tag }) => _tag === "Withheld").length
    assert(overall._tag === "Withheld" || hidden > 1)
  })

  it("leave other units' groups open where that gives nothing away", () => {
    const { units } = Result.getOrThrow(surveyFigures(planOf({ minimum: 0 }), small))
    assert.deepStrictEqual(figureOf(units[0]).groups, [
      { group: "staff", ballots: 3 },
      { group: "students", ballots: 0 }
    ])
  })

  it("an earlier round that was withheld gives no change", () => {
    const { units } = Result.getOrThrow(surveyFigures(planOf(), tally, { tally: small, plan: planOf() }))
    assert.isUndefined(figureOf(units[0]).change)
    assert.isUndefined(figureOf(units[0]).previous)
  })
})

describe("a plan", () => {
  it("tells all that is wrong with it", () => {
    const refused = parseSurveyPlan({
      ...input,
      formula: "the best",
      gates: [...input.gates, ...input.gates],
      leaders: [{ id: "one", name: "甲", posts: [{ unit: "z77", months: 3 }] }]
    })
    assert(Result.isFailure(refused))
    assert.deepStrictEqual(
      refused.failure.faults.map(({ path, problem }) => `${path.join(".")} ${problem._tag}`),
      ["formula UnknownFormula", "gates.1.id DuplicateId", "leaders.0.posts.0.unit UnknownSubject"]
    )
  })

  it("needs points for each choice of its own scale", () => {
    const refused = parseSurveyPlan({ ...input, formula: "points-90-75-60-45-30/valid" })
    assert(Result.isFailure(refused))
    assert(refused.failure.faults.every(({ problem }) => problem._tag === "NoPoints"))
  })

  it("keeps its confidence between 0 and 1 and its months between 1 and 12", () => {
    for (const more of [
      { level: 0 },
      { level: 1 },
      { level: "95" },
      { leaders: [{ id: "a", name: "a", posts: [{ unit: "z01", months: 13 }] }] }
    ]) {
      assert.isTrue(Result.isFailure(parseSurveyPlan({ ...input, ...more })))
    }
  })
})

describe("places as scores", () => {
  const link: RankLink = {
    _tag: "Rank",
    steps: [
      { upTo: 1, score: exactUnsafe(10) },
      { upTo: 2, score: exactUnsafe(8) }
    ],
    otherwise: exactUnsafe(5)
  }

  it("equal rates share the better place, and what sampling could turn over says so", () => {
    const { units } = Result.getOrThrow(surveyFigures({ ...planOf(), link }, tally))
    const shown = units.map((row) => {
      const { linked } = figureOf(row)
      assert(linked !== undefined)
      return [linked.score, linked.least, linked.greatest].map(formatExact).join(" ")
    })
    // z01 and z03 cannot be told apart, z02 is last for sure.
    assert.deepStrictEqual(shown, ["10 8 10", "5 5 5", "8 8 10"])
    assert.deepStrictEqual(linkedByRank(link, [], 0.05), [])
  })
})

describe("gates and leaders", () => {
  it("7 of 21 reaches a third and does not exceed it", () => {
    const found = { rate: exactUnsafe("7/21"), interval: { low: 0.2, high: 0.5 } }
    const gate = { id: "g", name: "三分之一", bound: exactUnsafe("1/3") }
    assert.isTrue(passesGate({ ...gate, included: true }, found).passed)
    assert.isFalse(passesGate({ ...gate, included: false }, found).passed)
  })

  const score = fc.tuple(fc.nat({ max: 50 }), fc.nat({ max: 50 }), fc.nat({ max: 50 })).map((three) => {
    const [least = 0, middle = 0, greatest = 0] = three.toSorted((a, b) => a - b)
    return {
      subject: "z",
      score: exactUnsafe(middle),
      least: exactUnsafe(least),
      greatest: exactUnsafe(greatest),
      dependsOnSampling: least !== greatest
    }
  })
  it("a leader of one unit has its score whatever the months; of several lies within their bounds", () =>
    fc.assert(
      fc.property(score, score, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (a, b, m, k) => {
        assert.deepStrictEqual(linkedLeader("l", [{ score: a, months: m }]), { ...a, subject: "l" })
        const both = linkedLeader("l", [
          { score: a, months: m },
          { score: b, months: k }
        ])
        assert(both !== undefined)
        const ordered = (x: typeof a.score, y: typeof a.score) => assert(x.n * y.d <= y.n * x.d)
        ordered(both.least, both.score)
        ordered(both.score, both.greatest)
        assert.deepStrictEqual(
          linkedLeader("l", [
            { score: b, months: 2 * k },
            { score: a, months: 2 * m }
          ]),
          both
        )
      })
    ))

  it("no months, no score", () => {
    assert.isUndefined(linkedLeader("l", []))
  })
})

describe("a figure whose error cannot be told", () => {
  const trim = { share: "0.1", mode: "floor", moreThan: 5 }
  const formula = {
    id: "trimmed",
    name: "去掉一成最高、最低",
    points: { satisfied: 1, fairlySatisfied: "0.6", dissatisfied: 0 },
    fullMarks: 1,
    base: "valid",
    neutral: "excluded",
    unanswered: 0,
    trim,
    groups: "pooled",
    missingGroup: "block",
    rounding: {},
    overReturned: "void"
  }

  it("still has its score and its gates, with the widest range there is", () => {
    const { units } = Result.getOrThrow(surveyFigures(planOf({ formula }), tally))
    const { estimate, linked, gates, rate } = figureOf(units[0])
    assert.isTrue(Result.isFailure(estimate))
    assert(linked !== undefined)
    assert.deepStrictEqual(linked.score, exactUnsafe(`${10n * rate.n}/${rate.d}`))
    assert.deepStrictEqual([linked.least, linked.greatest].map(formatExact), ["0", "10"])
    assert.deepStrictEqual(
      gates.map(({ passed, dependsOnSampling }) => [passed, dependsOnSampling]),
      [[true, true]]
    )
  })

  it("takes a place among the others, which may be any", () => {
    const link: RankLink = { _tag: "Rank", steps: [{ upTo: 1, score: exactUnsafe(10) }], otherwise: exactUnsafe(5) }
    const plan = { ...planOf({ formula }), link }
    const scores = Result.getOrThrow(surveyFigures(plan, tally)).units.map((row) => figureOf(row).linked)
    assert.deepStrictEqual(
      scores.map((score) => score && [score.score, score.least, score.greatest].map(formatExact).join(" ")),
      ["10 5 10", "5 5 10", "5 5 10"]
    )
  })
})

it("why a unit has no figure does not tell what is withheld of its groups", () => {
  const half = { of: "due", atLeast: "0.5" }
  const floored = {
    id: "floored",
    name: "各群体过半",
    points: { satisfied: 1, fairlySatisfied: 1, dissatisfied: 0 },
    fullMarks: 1,
    base: "valid",
    neutral: "excluded",
    unanswered: 0,
    groups: "pooled",
    missingGroup: "block",
    floor: { groups: { staff: half } },
    rounding: {},
    overReturned: "void"
  }
  const invited = plain.subjects.flatMap((subject) => [{ subject, group: "staff", due: 40 }])
  const few = mergeTallies(
    cell("z01", "staff", 2, 1),
    cell("z01", "students", 90, 10),
    cell("z02", "staff", 30, 5),
    cell("z02", "students", 40, 10)
  )
  const { units } = Result.getOrThrow(surveyFigures(planOf({ formula: floored, invited }), few))
  assert.strictEqual(units[0]?._tag, "Withheld")
})
