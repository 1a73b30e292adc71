import { render } from "@zhengyou/core"
import {
  CheckName,
  type Finding,
  type Pledge,
  pledgesTextEn,
  pledgesTextZhCN,
  review,
  reviewAll
} from "@zhengyou/pledges"
import { describe, expect, it } from "vitest"
import { context, d, empty, parsed, policy, policyInput, sound, x } from "./support.ts"

const found = (pledge: Pledge, world = context) =>
  review(pledge, policy, world).map(({ problem }) => ("field" in problem ? problem.field : problem._tag))

describe("a review", () => {
  it("finds nothing in a pledge that says who does what by when, from where to where, and how that is seen", () => {
    expect(review(sound, policy, context)).toEqual([])
  })

  it("finds everything that an empty draft lacks, in the order of the principles", () => {
    const findings = review(empty, policy, context)
    const fields = findings.flatMap(({ problem }) => ("field" in problem ? [problem.field] : []))
    expect(fields).toEqual([
      "category",
      "basis",
      "measures",
      "deadline",
      "owner",
      "target",
      "number",
      "baseline",
      "verification"
    ])
    expect(found(empty)).toContain("VagueWording")
    const principles = findings.map(({ principle }) =>
      ["advanced", "targeted", "feasible", "effective"].indexOf(principle)
    )
    expect(principles).toEqual(principles.toSorted((a, b) => a - b))
  })

  it("says in both languages what was found, where, and what to write", () => {
    const late = { ...sound, term: { on: d("2013-01-31") } }
    const [finding] = review(late, policy, context) as readonly [Finding]
    expect(finding).toMatchObject({ principle: "feasible", severity: "error", path: ["term"] })
    expect(render(pledgesTextZhCN, finding.problem)).toBe(
      "完成时限 2013-01-31 不在本周期 2012-01-01 至 2012-12-31 之内，本周期评不了：请改到 2012-12-31 以前，或分出本周期能完成的一步"
    )
    expect(render(pledgesTextEn, finding.problem)).toContain("set it by 2012-12-31")
  })

  it("names the words and their place in the text", () => {
    const finding = review(empty, policy, context).find(({ problem }) => problem._tag === "VagueWording")
    const { span } = finding ?? {}
    expect(finding).toMatchObject({ path: ["content"], problem: { words: empty.content.slice(span?.from, span?.to) } })
  })
})

const target = sound.target as NonNullable<Pledge["target"]>

describe("the parts of a pledge", () => {
  it.each([
    ["lower", 5, 5, true],
    ["lower", 5, 6, true],
    ["lower", 5, "4.99", false],
    ["raise", "1/3", "0.333", true],
    ["raise", "1/3", "0.334", false]
  ] as const)("a target to %s from %s to %s is no better: %s", (direction, baseline, value, isFound) => {
    const better = { ...target, direction, baseline: { value: x(baseline), source: "x" }, value: x(value) }
    expect(found({ ...sound, target: better })).toEqual(isFound ? ["TargetNotBetter"] : [])
  })

  it("a target that only holds, a baseline without a source, an unknown category or basis", () => {
    expect(found({ ...sound, target: { ...target, direction: "hold" } })).toEqual(["TargetOnlyHolds"])
    expect(found({ ...sound, target: { ...target, baseline: { value: x(5) } } })).toEqual(["BaselineUnsourced"])
    expect(found({ ...sound, category: "other" })).toEqual(["CategoryUnknown"])
    expect(found({ ...sound, basis: [{ kind: "problem", id: "f12" }] })).toEqual(["BasisUnknown"])
  })

  it.each([
    ["2011-12-30", ["DeadlineOutsideCycle"]],
    ["2012-12-31", []],
    ["2013-01-01", ["DeadlineOutsideCycle"]],
    ["2012-04-01", []],
    ["2012-04-02", ["DeadlineOnRestDay"]],
    ["2012-06-30", ["DeadlineOnRestDay"]]
  ] as const)("a deadline on %s", (day, tags) => {
    expect(found({ ...sound, term: { on: d(day) } })).toEqual(tags)
  })

  it("a deadline on a day off comes with the working days on either side", () => {
    const [finding] = review({ ...sound, term: { on: d("2012-04-03") } }, policy, context)
    expect(finding?.problem).toMatchObject({ before: "2012-04-01", after: "2012-04-05" })
  })

  it("a deadline that is computed passes over the days on which no time runs", () => {
    const term = { calendarDays: 30, first: "next", onRestDay: "stays" } as const
    const summer = { from: d("2012-07-09"), until: d("2012-08-26"), why: "暑假" }
    const world = { ...context, today: d("2012-11-15") }
    expect(found({ ...sound, term }, { ...world, suspensions: [summer] })).toEqual(["DeadlineOnRestDay"])
    const closing = { from: d("2012-11-20"), until: d("2012-12-20"), why: "修缮" }
    expect(found({ ...sound, term }, { ...world, suspensions: [closing] })).toEqual(["DeadlineOutsideCycle"])
  })

  it("lengths are counted without white space, from the least to the most", () => {
    const of = (length: number) => ({ ...sound, content: `6月底前公布 ${"好".repeat(length - 6)}` })
    expect(found(of(9))).toContain("ContentTooShort")
    expect(found(of(10))).not.toContain("ContentTooShort")
    expect(found(of(300))).not.toContain("ContentTooLong")
    expect(found(of(301))).toContain("ContentTooLong")
    expect(found({ ...sound, measures: ["好".repeat(101)] })).toEqual(["MeasureTooLong"])
  })

  it("what the words leave out, unless a field of its own says it", () => {
    const content = "走访学生宿舍，听取住宿学生的想法。"
    const { target: _, term: __, verification: ___, ...rest } = sound
    expect(found({ ...sound, content })).toEqual([])
    expect(found({ ...rest, content, term: { on: d("2012-06-29") } })).not.toContain("NoTime")
    expect(found({ ...rest, content }).filter((tag) => tag.startsWith("No"))).toEqual([
      "NoMeasure",
      "NoTime",
      "NoEvidence"
    ])
  })

  it("a figure of last year that is not given, unless the baseline gives it", () => {
    const content = "6月底前学生投诉比去年降低20%，结果在公示栏公布。"
    const { baseline: _, ...open } = target
    expect(found({ ...sound, content })).toEqual([])
    expect(found({ ...sound, content, target: open })).toEqual(["baseline", "NoBaseline"])
  })
})

describe("a pledge among others", () => {
  const other = (n: number, change: Partial<Pledge> = {}): Pledge => ({
    ...sound,
    id: `q${n}`,
    pledger: { kind: "branch", id: `z${n}`, name: "x", unit: `z${n}` },
    owner: `书记${n}`,
    content: ["新建自习室", "修好路灯", "增开校车", "开放体育馆", "延长借书"][n % 5] ?? "",
    measures: [],
    ...change
  })

  it("is one too many of its pledger or of its owner", () => {
    const owned = [1, 2].map((n) => other(n, { owner: "副书记" }))
    expect(found(sound, { ...context, others: owned.slice(1) })).toEqual([])
    expect(found(sound, { ...context, others: owned })).toEqual(["TooManyOfOwner"])
    const pledged = [1, 2, 3].map((n) => other(n, { pledger: sound.pledger }))
    expect(found(sound, { ...context, others: pledged.slice(1) })).toEqual([])
    expect(found(sound, { ...context, others: pledged })).toEqual(["TooManyOfPledger"])
  })

  it("is not counted twice where it is among the others itself", () => {
    expect(found(sound, { ...context, others: [sound, sound] })).toEqual([])
  })

  it("is told that it is a copy, of another or of last year's", () => {
    const copy = other(1, { content: sound.content.replace("2个", "3个"), measures: sound.measures })
    expect(review(sound, policy, { ...context, others: [copy] })).toMatchObject([
      { principle: "advanced", path: ["content"], problem: { _tag: "Copied", of: "q1", among: "current" } }
    ])
    const earlier = [{ id: "2011-7", text: [sound.content, ...sound.measures].join("\n") }]
    expect(review(sound, policy, { ...context, earlier })).toMatchObject([
      { problem: { of: "2011-7", among: "earlier" } }
    ])
  })

  it("is reviewed the same alone and with all of them", () => {
    const pledges = [sound, empty, ...[1, 2, 3, 4].map((n) => other(n))].map((one, i) => ({ ...one, id: `p${i}` }))
    const together = reviewAll(pledges, policy, context)
    for (const { pledge, findings } of together)
      expect(review(pledge, policy, { ...context, others: pledges })).toEqual(findings)
  })
})

describe("a rule of the host", () => {
  const online = (value: boolean) => [{ unit: "z07", fact: "online", value: { _tag: "Flag", value } as const }]

  it("is asked of the pledger's facts, and only of the kinds that it names", () => {
    expect(found(sound, { ...context, facts: online(true) })).toEqual([])
    const findings = review(sound, policy, { ...context, facts: online(false) })
    expect(findings).toMatchObject([{ severity: "note", problem: { _tag: "RuleNotMet" } }])
    const member = {
      ...sound,
      category: "example",
      pledger: { kind: "member", id: "z07", name: "甲", unit: "z01" }
    } as const
    expect(found(member, { ...context, facts: online(false) })).toEqual([])
  })

  it("is asked of the parts of the pledge, and says so where it cannot be answered", () => {
    const rule = { id: "r", name: "r", principle: "feasible", severity: "error", suggestion: "s" }
    const asked = (fact: string, op: string, value: unknown, pledge = sound) =>
      review(pledge, parsed({ ...policyInput, rules: [{ ...rule, require: { fact, op, value } }] }), context).map(
        ({ problem }) => problem._tag
      )
    for (const [fact, op, value] of [
      ["pledge.kind", "=", "branch"],
      ["pledge.category", "=", "service"],
      ["pledge.visibility", "=", "Public"],
      ["pledge.measures", "=", 1],
      ["pledge.urgentPosts", "=", 0],
      ["pledge.bases", "=", 1],
      ["pledge.baseline", "=", 5],
      ["pledge.target", "=", 2],
      ["pledge.due", "=", "2012-06-29"],
      ["pledge.days", "=", 120]
    ] as const) {
      expect([fact, asked(fact, op, value)]).toEqual([fact, []])
      expect([fact, asked(fact, "!=", value)]).toEqual([fact, ["RuleNotMet"]])
    }
    const { owner: _, category: __, ...none } = sound
    expect(asked("pledge.category", "=", "service", none)).toContain("RuleNotKnown")
  })
})

describe("what a policy does not ask for", () => {
  it("is not found", () => {
    const kind = { ...policyInput.kinds.branch, required: [] }
    const none = { advanced: [], targeted: [], feasible: [], effective: [] }
    const lax = parsed({ ...policyInput, kinds: { ...policyInput.kinds, branch: kind }, principles: none })
    expect(review(empty, lax, context)).toEqual([])
  })

  it("is none of the checks here: the policy of these tests files every one", () => {
    const filed = Object.values(policyInput.principles).flatMap((checks) => checks.map(({ check }) => check))
    expect(filed.toSorted()).toEqual([...CheckName.literals].toSorted())
  })
})
