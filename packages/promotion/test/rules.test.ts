import { exactUnsafe } from "@zhengyou/core"
import {
  type Candidate,
  examine,
  parsePromotionRules,
  reconcile,
  review,
  targetsReached,
  tasksFor,
  unitsNeeded,
  whatWouldItTake
} from "@zhengyou/promotion"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { bandOf, d, fact, ladder, named, parsed, rules, rulesInput } from "./support.ts"

const today = d("2012-12-10")

interface Given {
  readonly level?: string
  readonly score?: number
  readonly rate?: string
  readonly open?: number
  readonly moves?: Candidate["record"]["moves"]
  readonly since?: string
  readonly veto?: boolean
}

const candidate = (id: string, given: Given): Candidate => ({
  unit: named(id),
  record: {
    ...(given.level === undefined ? {} : { level: given.level }),
    since: d(given.since ?? "2012-04-12"),
    moves: given.moves ?? []
  },
  problems: { open: given.open ?? 0, closed: 0 },
  facts: [
    ...(given.rate === undefined ? [] : [fact(id, "rate", given.rate)]),
    ...(given.veto === undefined ? [] : [fact(id, "veto", given.veto)])
  ],
  ...(given.score === undefined ? {} : { assessed: bandOf(given.score) })
})

/** The worked case: the gate of 80 %, all problems closed, and at most one step up or down in a cycle. */
const worked = [
  candidate("甲", { level: "good", score: 91, rate: "0.95" }),
  candidate("乙", { level: "good", score: 93, rate: "0.795" }),
  candidate("丙", { level: "ordinary", score: 92, rate: "0.96" }),
  candidate("丁", { level: "ordinary", score: 76, rate: "0.9", open: 1 }),
  candidate("戊", { level: "advanced", score: 74, rate: "0.9" }),
  candidate("己", { level: "good", score: 82, rate: "0.9" })
]

const outcomes = (by: typeof rules) => worked.map((one) => review(by, one, today)?.to.id)

describe("promotion with gates", () => {
  it("gives 先进, 良好, 良好, 一般, 良好 and 良好 with one step in a cycle", () => {
    expect(outcomes(rules)).toEqual(["advanced", "good", "good", "ordinary", "good", "good"])
  })

  it("would give 先进 to 丙 and 一般 to 戊 with any number of steps", () => {
    const free = parsed({
      ...rulesInput,
      promotion: { ...rulesInput.promotion, maxSteps: "any" },
      demotion: { ...rulesInput.demotion, maxSteps: "any" }
    })
    expect(outcomes(free)).toEqual(["advanced", "good", "advanced", "ordinary", "ordinary", "good"])
  })

  it("says why 乙 and 丁 stay: 79.5 % of 80 %, and one problem open", () => {
    expect(review(rules, worked[1] as Candidate, today)?.examination?.against).toMatchObject([
      { _tag: "NotMet", requirement: { id: "rate" }, cited: [{ found: { value: { n: 159n, d: 200n } } }] }
    ])
    expect(review(rules, worked[3] as Candidate, today)?.examination?.against).toMatchObject([
      { _tag: "NotMet", requirement: { id: "closed" }, cited: [{ found: { value: { n: 1n, d: 1n } } }] }
    ])
  })

  it("keeps a unit at exactly 80 %, and has nothing to review without a level or an assessment", () => {
    const onBound = candidate("庚", { level: "good", score: 90, rate: "0.8" })
    expect(review(rules, onBound, today)?.to.id).toBe("advanced")
    expect(review(rules, candidate("辛", { score: 90 }), today)).toBe(undefined)
    expect(review(rules, candidate("壬", { level: "good" }), today)).toBe(undefined)
  })
})

describe("targets by level", () => {
  it("are shares rounded up: 10, 20 and 90 % of 201, 80 and 37 are 21, 16 and 34", () => {
    const needed = [
      unitsNeeded(exactUnsafe("0.1"), 201),
      unitsNeeded(exactUnsafe("0.2"), 80),
      unitsNeeded(exactUnsafe("0.9"), 37)
    ]
    expect(needed).toEqual([21, 16, 34])
    expect([unitsNeeded(exactUnsafe("0.1"), 200), unitsNeeded(exactUnsafe("0.1"), 0)]).toEqual([20, 0])
  })

  it("are held against the moves up of a table", () => {
    const before = Array.from({ length: 11 }, (_, i) => ({ unit: `u${i}`, level: "good" }))
    const move = (i: number, to: string) => ({ unit: `u${i}`, from: "good", to })
    const reached = (moves: ReadonlyArray<ReturnType<typeof move>>) => {
      const changes = { moves, founded: [], merged: [], closed: [] }
      return targetsReached(rules, Result.getOrThrow(reconcile(ladder, before, changes)))
    }
    expect(reached([move(0, "advanced"), move(1, "ordinary")])).toMatchObject([
      { level: { id: "good" }, units: 11, needed: 2, moved: 1, isMet: false }
    ])
    expect(reached([move(0, "advanced"), move(1, "advanced")])).toMatchObject([{ moved: 2, isMet: true }])
  })
})

describe("a move is held against the rules", () => {
  const tags = (of: Given, to: string, stage: "application" | "decision" = "application", on = d("2012-10-15")) =>
    examine(rules, candidate("u", of), to, stage, on).against.map(({ _tag }) => _tag)

  it("on application without what can only be known later", () => {
    expect(tags({ level: "good", open: 3 }, "advanced")).toEqual([])
    expect(tags({ level: "good", open: 3 }, "advanced", "decision")).toEqual(["NotMet", "NotKnown", "NotKnown"])
  })

  it("with every reason against it at once", () => {
    const moves = [
      { on: d("2012-02-01"), from: "advanced", to: "good" },
      { on: d("2012-03-01"), from: "ordinary", to: "good" }
    ]
    const given = { level: "ordinary", since: "2012-08-01", veto: true, moves }
    expect(tags(given, "advanced", "application", d("2012-11-01"))).toEqual([
      "StepsTooMany",
      "OutsideWindow",
      "MovesUsedUp",
      "Frozen",
      "NotMet",
      "NotMet"
    ])
  })

  it("with the bounds of its periods included", () => {
    const frozen = {
      level: "good",
      moves: [{ on: d("2011-10-08"), from: "advanced", to: "good" }],
      since: "2011-10-08"
    }
    expect(tags(frozen, "advanced", "application", d("2012-10-07"))).toEqual(["Frozen"])
    expect(tags(frozen, "advanced", "application", d("2012-10-08"))).toEqual([])
    expect(tags({ level: "good" }, "advanced", "application", d("2012-09-30"))).toContain("OutsideWindow")
    expect(tags({ level: "good" }, "advanced", "application", d("2012-10-31"))).toEqual([])
    expect(tags({ level: "good", since: "2012-04-12" }, "advanced", "application", d("2012-10-11"))).toEqual(["NotMet"])
    expect(tags({ level: "good", since: "2012-04-12" }, "advanced", "application", d("2012-10-12"))).toEqual([])
  })

  it("that a unit without a level, or with the level already, cannot make", () => {
    expect(tags({}, "good")).toEqual(["NoLevel"])
    expect(tags({ level: "good" }, "good")).toEqual(["HasLevelAlready"])
  })

  it("down needs one of the grounds, and a rule that provides for it", () => {
    const down = (of: Given) => tags(of, "good", "decision")
    expect(down({ level: "advanced", score: 91, veto: false })).toEqual(["NoGround"])
    expect(down({ level: "advanced", score: 91, veto: true })).toEqual([])
    expect(down({ level: "advanced", veto: false })).toEqual(["NotKnown"])
    expect(tags({ level: "advanced", score: 50 }, "ordinary", "decision")).toEqual(["StepsTooMany"])
    const { demotion: _, ...without } = rulesInput
    const examined = examine(parsed(without), candidate("u", { level: "advanced" }), "good", "application", today)
    expect(examined.against).toEqual([{ _tag: "NoDemotion" }])
  })
})

describe("what it would take", () => {
  it("is one plan: problems, points, moves and conditions", () => {
    const entry = {
      problem: "p1",
      unit: "u",
      status: "opened",
      opened: d("2012-04-16"),
      plans: [],
      doers: [],
      reopened: []
    } as const
    const points = {
      needed: exactUnsafe(90),
      strict: false,
      short: exactUnsafe("2.5"),
      raises: [{ lever: named("team"), by: exactUnsafe("2.5") }]
    }
    const of = candidate("u", { level: "ordinary", score: 70, rate: "0.75", open: 1 })
    const lacking = { problems: [{ entry, title: "制度不全" }], points }
    const plan = whatWouldItTake(rules, of, "advanced", lacking, today)
    expect(plan.steps.map(({ _tag }) => _tag)).toEqual([
      "CloseProblem",
      "GainPoints",
      "ClimbInMoves",
      "NotMet",
      "NotMet",
      "NotMet"
    ])
    expect(plan.steps[2]).toMatchObject({ levels: [{ id: "good" }, { id: "advanced" }], cycles: 2 })
    const ready = candidate("v", { level: "good", score: 95, rate: "0.9" })
    expect(whatWouldItTake(rules, ready, "advanced", { problems: [] }, today).steps).toEqual([])
  })
})

describe("tasks by level", () => {
  it("fall to the units of their levels, and to some of them by a condition", () => {
    const all = [
      ...worked,
      candidate("庚", { level: "advanced", open: 2 }),
      candidate("辛", { level: "poor" }),
      candidate("壬", {})
    ]
    expect(tasksFor(rules, all, today).map(({ task, units }) => [task.id, units.join("")])).toEqual([
      ["keep", "戊庚"],
      ["push", "甲乙丙丁己"],
      ["mend", "辛"],
      ["models", "戊"]
    ])
  })
})

describe("rules that cannot be used", () => {
  it("are told with every fault and its path", () => {
    const bad = {
      ...rulesInput,
      ladder: [...ladder, ladder[0]],
      facts: [...rulesInput.facts, { id: "level.mine", name: "x", type: "flag" }],
      cycle: { from: "2012-12-31", until: "2012-01-01" },
      promotion: {
        ...rulesInput.promotion,
        requirements: [
          {
            id: "a",
            name: "a",
            to: ["best", "advanced"],
            at: "decision",
            require: { fact: "size", op: "=", value: 1 }
          },
          { id: "a", name: "a", at: "decision", require: { fact: "rate", op: "=", value: "much" } }
        ]
      },
      demotion: { maxSteps: 1, grounds: [{ id: "g", name: "g", when: { fact: "veto", op: "<", value: true } }] },
      targets: [
        { level: "advanced", share: "0.1" },
        { level: "good", share: "1.5" }
      ],
      tasks: [{ id: "t", name: "t", levels: ["worst"], when: { fact: "nothing", op: "=", value: 1 } }]
    }
    const { faults } = Result.getOrThrow(Result.flip(parsePromotionRules(bad)))
    expect(faults.map(({ path, problem }) => `${path.join(".")} ${problem._tag}`)).toEqual([
      "ladder.4.id IdTaken",
      "facts.2.id NameReserved",
      "cycle PeriodEndsFirst",
      "window WindowOutsideCycle",
      "promotion.requirements.1.id IdTaken",
      "promotion.requirements.0.to.0 LevelNotOnLadder",
      "promotion.requirements.0.to.1 GuardsLowest",
      "promotion.requirements.0.require.fact UnknownFact",
      "promotion.requirements.1.require.value ValueDoesNotFit",
      "demotion.grounds.0.when.op OperatorDoesNotFit",
      "targets.0.level TargetOnBest",
      "targets.1.share ShareOutOfRange",
      "tasks.0.levels.0 LevelNotOnLadder",
      "tasks.0.when.fact UnknownFact"
    ])
  })

  it("are told by their shape first", () => {
    const { faults } = Result.getOrThrow(
      Result.flip(parsePromotionRules({ ...rulesInput, cycle: undefined, extra: 1 }))
    )
    expect(faults.map(({ path }) => path.join("."))).toContain("cycle")
    const steps = { ...rulesInput, promotion: { ...rulesInput.promotion, maxSteps: 0 } }
    expect(Result.isFailure(parsePromotionRules(steps))).toBe(true)
  })
})
