import { type CaseCommand, type CaseContext, PromotionCase } from "@zhengyou/promotion"
import { describe, expect, it } from "vitest"
import { d, fact, named, parsed, rules, rulesInput, told } from "./support.ts"

const context = (day: string, more: Partial<CaseContext> = {}): CaseContext => ({
  today: d(day),
  rules,
  unit: named("z13"),
  record: { level: "good", since: d("2012-04-12"), moves: [] },
  problems: { open: 0, closed: 2 },
  facts: [],
  ...more
})

const first = { level: "good", on: d("2012-04-01"), by: "评定组" } as const
const apply: CaseCommand = { _tag: "Apply", to: "advanced", by: "支部书记", statement: "问题已销号", first }
const admit: CaseCommand = { _tag: "ExamineApplication", by: "组织员" }
const second = { level: "advanced", on: d("2012-11-20"), by: "复评组" } as const
const reassess: CaseCommand = { _tag: "Reassess", assessment: second, facts: [fact("z13", "rate", "0.95")] }
const decide: CaseCommand = { _tag: "Decide", by: "分党委" }
const publish: CaseCommand = { _tag: "PublishNotice", from: d("2012-12-10"), until: d("2012-12-14") }
const object: CaseCommand = { _tag: "Object", by: "党员甲", why: "整改不实" }
const putInForce: CaseCommand = { _tag: "PutInForce" }

const path: ReadonlyArray<readonly [CaseCommand, string]> = [
  [apply, "2012-10-15"],
  [admit, "2012-10-16"],
  [reassess, "2012-11-21"],
  [decide, "2012-12-05"],
  [publish, "2012-12-10"]
]

const after = (steps: number) => {
  const made = told(PromotionCase)
  for (const [command, day] of path.slice(0, steps)) made.ok(command, context(day))
  return made
}

describe("a case from application to a level in force", () => {
  it("is admitted, assessed again, granted, put on notice and comes into force when the notice is over", () => {
    const made = after(5)
    expect(made.no(putInForce, context("2012-12-14"))).toMatchObject({ _tag: "NoticeStillRuns", until: "2012-12-14" })
    made.ok(putInForce, context("2012-12-15"))
    expect(made.events.map(({ _tag }) => _tag)).toEqual([
      "Applied",
      "Admitted",
      "Reassessed",
      "Granted",
      "NoticePublished",
      "CameIntoForce"
    ])
    expect(made.state()).toMatchObject({
      phase: "inForce",
      from: "good",
      to: "advanced",
      inForceOn: "2012-12-15",
      rules: { id: "promotion-2012", version: "1" },
      assessments: [first, second]
    })
  })

  it("is refused with every condition that is not met, and that is the end of it", () => {
    const made = after(1)
    const early = context("2012-11-02", {
      record: { level: "good", since: d("2012-09-01"), moves: [] },
      facts: [fact("z13", "veto", true)]
    })
    made.ok(admit, early)
    expect(made.state()).toMatchObject({
      phase: "refused",
      examinations: [
        {
          against: [
            { _tag: "OutsideWindow" },
            { _tag: "NotMet", requirement: { id: "veto" } },
            { _tag: "NotMet", requirement: { id: "months" } }
          ]
        }
      ]
    })
    expect(made.no(reassess, context("2012-11-03"))).toMatchObject({ _tag: "CaseInWrongPhase", phase: "refused" })
  })

  it("is declined with the figures of what is not met", () => {
    const made = after(2)
    const facts = [fact("z13", "rate", "0.795")]
    made.ok({ ...reassess, facts } as CaseCommand, context("2012-11-21"))
    made.ok(decide, context("2012-12-05", { problems: { open: 1, closed: 1 } }))
    expect(made.state()).toMatchObject({ phase: "declined" })
    const [event] = made.events.slice(-1)
    expect(event).toMatchObject({
      _tag: "Declined",
      examination: { against: [{ requirement: { id: "closed" } }, { requirement: { id: "rate" } }] }
    })
  })

  it("waits while a condition cannot be answered", () => {
    const made = after(2)
    made.ok({ ...reassess, facts: [] } as CaseCommand, context("2012-11-21"))
    expect(made.no(decide, context("2012-12-05"))).toMatchObject({
      _tag: "NotDecidable",
      reasons: [{ _tag: "NotKnown", requirement: { id: "rate" } }]
    })
  })

  it("keeps every assessment, and decides on the last", () => {
    const made = after(3)
    made.ok({ ...reassess, assessment: { ...second, level: "good" } } as CaseCommand, context("2012-11-22"))
    made.ok(decide, context("2012-12-05"))
    expect(made.state()).toMatchObject({ phase: "declined", assessments: [first, second, { level: "good" }] })
  })

  it("can go down by the same path", () => {
    const made = told(PromotionCase)
    made.ok({ ...apply, to: "ordinary", by: "组织部" } as CaseCommand, context("2012-10-15"))
    made.ok(admit, context("2012-10-16"))
    made.ok({ ...reassess, assessment: { ...second, level: "ordinary" } } as CaseCommand, context("2012-11-21"))
    made.ok(decide, context("2012-12-05"))
    expect(made.state()).toMatchObject({ phase: "granted", to: "ordinary" })
  })
})

describe("an objection", () => {
  const suspended = () => {
    const made = after(5)
    made.ok(object, context("2012-12-12"))
    return made
  }
  const resolve = { _tag: "ResolveObjection", by: "纪委", why: "已核查", until: d("2012-12-20") } as const

  it("suspends the case; dismissed, the notice goes on", () => {
    const made = suspended()
    expect(made.no(putInForce, context("2012-12-16"))).toMatchObject({ _tag: "CaseInWrongPhase", phase: "suspended" })
    made.ok({ ...resolve, upheld: false }, context("2012-12-17"))
    expect(made.no(putInForce, context("2012-12-20"))).toMatchObject({ _tag: "NoticeStillRuns" })
    made.ok(putInForce, context("2012-12-21"))
  })

  it("upheld, sets the decision aside and has the unit assessed again", () => {
    const made = suspended()
    made.ok({ ...resolve, upheld: true }, context("2012-12-17"))
    expect(made.state()).toMatchObject({ phase: "admitted", assessments: [first, second] })
    expect(made.state()).not.toHaveProperty("notice")
    expect(made.state()).not.toHaveProperty("objection")
  })

  it("is taken during the notice, and not judged by its author or by whoever decided", () => {
    expect(after(5).no(object, context("2012-12-15"))).toMatchObject({ _tag: "ObjectionTooLate" })
    expect(suspended().no({ ...resolve, by: "党员甲", upheld: true }, context("2012-12-17"))).toMatchObject({
      _tag: "JudgesOwnCase",
      as: "objector"
    })
    expect(suspended().no({ ...resolve, by: "分党委", upheld: false }, context("2012-12-17"))).toMatchObject({
      as: "decider"
    })
    const short = { ...resolve, upheld: false, until: d("2012-12-16") } as const
    expect(suspended().no(short, context("2012-12-17"))).toMatchObject({ _tag: "NoticeDatesWrong" })
  })
})

describe("a case refuses", () => {
  it("to be judged by its applicant", () => {
    const own = { _tag: "JudgesOwnCase", by: "支部书记", as: "applicant" }
    expect(after(1).no({ ...admit, by: "支部书记" } as CaseCommand, context("2012-10-16"))).toMatchObject(own)
    const by = { ...reassess, assessment: { ...second, by: "支部书记" } } as CaseCommand
    expect(after(2).no(by, context("2012-11-21"))).toMatchObject(own)
    expect(after(3).no({ ...decide, by: "支部书记" } as CaseCommand, context("2012-12-05"))).toMatchObject(own)
  })

  it("to go on with another unit, other rules or another level in force", () => {
    const others = parsed({ ...rulesInput, version: "2" })
    expect(after(1).no(admit, context("2012-10-16", { unit: named("z14") }))).toMatchObject({
      _tag: "OtherCase",
      of: "unit"
    })
    expect(after(1).no(admit, context("2012-10-16", { rules: others }))).toMatchObject({
      _tag: "OtherCase",
      of: "rules",
      given: "promotion-2012 2"
    })
    const moved = context("2012-12-15", { record: { level: "ordinary", since: d("2012-12-12"), moves: [] } })
    expect(after(5).no(putInForce, moved)).toMatchObject({ _tag: "LevelChangedSince", inForce: "ordinary" })
    after(5).ok({ _tag: "Withdraw", by: "支部书记", why: "降级" }, moved)
  })

  it("to come into force when a problem was found again during the notice", () => {
    const back = context("2012-12-15", { problems: { open: 1, closed: 1 } })
    expect(after(5).no(putInForce, back)).toMatchObject({
      _tag: "NoLongerMet",
      reasons: [{ _tag: "NotMet", requirement: { id: "closed" } }]
    })
  })

  it("an application without a level, for the same one, or for one that is not there", () => {
    const made = told(PromotionCase)
    const none = context("2012-10-15", { record: { moves: [] } })
    expect(made.no(apply, none)).toMatchObject({ _tag: "NothingToApplyFor", to: "advanced" })
    expect(made.no({ ...apply, to: "good" } as CaseCommand, context("2012-10-15"))).toMatchObject({ inForce: "good" })
    expect(made.no({ ...apply, to: "best" } as CaseCommand, context("2012-10-15"))).toMatchObject({ to: "best" })
    const off = { ...apply, first: { ...first, level: "best" } } as CaseCommand
    expect(made.no(off, context("2012-10-15"))).toMatchObject({ _tag: "AssessmentOffLadder", level: "best" })
  })

  it("a second assessment off the ladder, a notice in the past, and one that ends first", () => {
    const off = { ...reassess, assessment: { ...second, level: "best" } } as CaseCommand
    expect(after(2).no(off, context("2012-11-21"))).toMatchObject({ _tag: "AssessmentOffLadder" })
    expect(after(4).no(publish, context("2012-12-11"))).toMatchObject({ _tag: "NoticeDatesWrong" })
    const reversed = { ...publish, until: d("2012-12-09") } as CaseCommand
    expect(after(4).no(reversed, context("2012-12-01"))).toMatchObject({ _tag: "NoticeDatesWrong" })
  })
})
