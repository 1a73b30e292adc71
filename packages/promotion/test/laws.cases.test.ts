import { addDays, levelRank, replay } from "@zhengyou/core"
import {
  type Candidate,
  type CaseCommand,
  type CaseContext,
  CaseEvent,
  examine,
  PromotionCase,
  type PromotionRules,
  review
} from "@zhengyou/promotion"
import { Equal, Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { d, fact, ladder, named, parsed, rulesInput } from "./support.ts"

const level = fc.constantFrom(...ladder.map(({ id }) => id))
const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays(d("2012-01-01"), n))
const rate = fc.constantFrom("0.79", "0.7999", "0.8", "0.95")

const move = fc.record({ on: day, from: level, to: level })

const candidate: fc.Arbitrary<Candidate> = fc
  .record({
    level: fc.option(level),
    since: day,
    moves: fc.array(move, { maxLength: 2 }),
    open: fc.integer({ min: 0, max: 2 }),
    rate: fc.option(rate),
    veto: fc.option(fc.boolean()),
    assessed: fc.option(level)
  })
  .map((of) => ({
    unit: named("u"),
    record: { ...(of.level === null ? {} : { level: of.level, since: of.since }), moves: of.moves },
    problems: { open: of.open, closed: 0 },
    facts: [
      ...(of.rate === null ? [] : [fact("u", "rate", of.rate)]),
      ...(of.veto === null ? [] : [fact("u", "veto", of.veto)])
    ],
    ...(of.assessed === null ? {} : { assessed: of.assessed })
  }))

const { requirements } = rulesInput.promotion

const rulesWith = (chosen: ReadonlyArray<(typeof requirements)[number]>, maxSteps: number | "any"): PromotionRules => {
  const { freezeMonths: _, ...promotion } = rulesInput.promotion
  return parsed({ ...rulesInput, promotion: { ...promotion, maxSteps, requirements: chosen } })
}

const steps = fc.constantFrom(1, 2, "any" as const)
const stage = fc.constantFrom("application" as const, "decision" as const)

describe("whatever the rules and the unit", () => {
  it("one more requirement never lets more units up", () => {
    let refusedByOne = 0
    fc.assert(
      fc.property(fc.subarray(requirements), steps, candidate, level, stage, day, (chosen, max, of, to, at, today) => {
        const [last, ...fewer] = chosen
        const up = of.record.level !== undefined && levelRank(ladder, to) < levelRank(ladder, of.record.level)
        if (last === undefined || !up) return
        const passes = (rules: PromotionRules) => examine(rules, of, to, at, today).against.length === 0
        const [more, less] = [passes(rulesWith(chosen, max)), passes(rulesWith(fewer, max))]
        expect(!more || less).toBe(true)
        if (less && !more) refusedByOne++
      }),
      { numRuns: 1000 }
    )
    expect(refusedByOne).toBeGreaterThan(0)
  })

  it("a review moves no unit further than a move may, nor up while anything is open or unmet", () => {
    let moves = 0
    fc.assert(
      fc.property(fc.subarray(requirements), steps, candidate, day, (chosen, max, of, today) => {
        const came = review(rulesWith(chosen, max), of, today)
        if (came === undefined) return
        const distance = levelRank(ladder, came.from.id) - levelRank(ladder, came.to.id)
        if (max !== "any" && distance > 0) expect(distance).toBeLessThanOrEqual(max)
        if (distance >= 0)
          expect(levelRank(ladder, came.to.id)).toBeGreaterThanOrEqual(
            Math.min(levelRank(ladder, came.assessed.id), levelRank(ladder, came.from.id))
          )
        if (distance <= 0) return
        moves++
        const asks = (id: string) => chosen.some((one) => one.id === id)
        if (asks("closed")) expect(of.problems.open).toBe(0)
        if (asks("rate")) expect(of.facts).toContainEqual(expect.objectContaining({ fact: "rate" }))
        if (asks("veto")) expect(of.facts).not.toContainEqual(fact("u", "veto", true))
      }),
      { numRuns: 500 }
    )
    expect(moves).toBeGreaterThan(0)
  })
})

const people = fc.constantFrom("甲", "乙", "丙")
const assessment = fc.record({ level, on: day, by: people })
const near = fc.integer({ min: 0, max: 6 }).map((n) => addDays(d("2012-10-15"), n))

const command: fc.Arbitrary<CaseCommand> = fc.oneof(
  fc.record({ _tag: fc.constant("ExamineApplication" as const), by: people }),
  fc.record({
    _tag: fc.constant("Reassess" as const),
    assessment,
    facts: rate.map((of) => [fact("u", "rate", of)])
  }),
  fc.record({ _tag: fc.constant("Decide" as const), by: people }),
  fc.record({ _tag: fc.constant("PublishNotice" as const), from: near, until: near }),
  fc.record({ _tag: fc.constant("Object" as const), by: people, why: fc.constant("x") }),
  fc.record({
    _tag: fc.constant("ResolveObjection" as const),
    by: people,
    upheld: fc.boolean(),
    why: fc.constant("x"),
    until: near
  }),
  fc.constant({ _tag: "PutInForce" } as const)
)

const rules = rulesWith(requirements, 1)

const context = (today: CaseContext["today"], open: number): CaseContext => ({
  today,
  rules,
  unit: named("u"),
  record: { level: "good", since: d("2012-01-12"), moves: [] },
  problems: { open, closed: 0 },
  facts: []
})

/** A command, so many days after the one before, with so many problems open. */
type Told = readonly [CaseCommand, number, number]

const now = d("2012-10-15")

/** The way to a level in force, by people drawn by chance; some steps are refused, and something may come in between. */
const wholeWay = fc
  .record({ examiner: people, assessor: people, rate, decider: people, problems: fc.constantFrom(0, 0, 0, 1) })
  .map(
    (of): ReadonlyArray<Told> => [
      [{ _tag: "ExamineApplication", by: of.examiner }, 0, 0],
      [
        {
          _tag: "Reassess",
          assessment: { level: "advanced", on: now, by: of.assessor },
          facts: [fact("u", "rate", of.rate)]
        },
        0,
        0
      ],
      [{ _tag: "Decide", by: of.decider }, 0, 0],
      [{ _tag: "PublishNotice", from: addDays(now, 2), until: addDays(now, 3) }, 0, 0],
      [{ _tag: "PutInForce" }, 4, of.problems]
    ]
  )

const anything: fc.Arbitrary<ReadonlyArray<Told>> = fc.array(
  fc.tuple(command, fc.constantFrom(0, 0, 0, 1), fc.constantFrom(0, 0, 0, 0, 1)),
  { maxLength: 15 }
)

const tale: fc.Arbitrary<ReadonlyArray<Told>> = fc
  .tuple(
    fc.oneof(fc.constant([]), anything),
    wholeWay,
    fc.nat({ max: 5 }),
    fc.oneof(fc.constant([]), anything),
    anything
  )
  .map(([before, way, at, between, after]) => [...before, ...way.slice(0, at), ...between, ...way.slice(at), ...after])

const run = (told: ReadonlyArray<Told>) => {
  let today = now
  let state = PromotionCase.initial
  const events: Array<CaseEvent> = []
  const apply: CaseCommand = { _tag: "Apply", to: "advanced", by: "丁", statement: "" }
  for (const [one, later, open] of [[apply, 0, 0] as const, ...told]) {
    today = addDays(today, later)
    const decided = PromotionCase.decide(state, one, context(today, open))
    if (Result.isFailure(decided)) continue
    if (decided.success.some(({ _tag }) => _tag === "CameIntoForce")) expect(open).toBe(0)
    events.push(...decided.success)
    state = replay({ ...PromotionCase, initial: state }, decided.success)
  }
  return { state, events }
}

describe("whatever a case is told", () => {
  it("a level comes into force only after it was granted and its notice ran out, and last of all", () => {
    let inForce = 0
    fc.assert(
      fc.property(tale, (told) => {
        const tags = run(told).events.map(({ _tag }) => _tag)
        const at = tags.indexOf("CameIntoForce")
        if (at < 0) return
        inForce++
        expect(at).toBe(tags.length - 1)
        const before = tags.slice(0, at)
        const granted = before.lastIndexOf("Granted")
        expect(granted).toBeGreaterThan(before.lastIndexOf("Reassessed"))
        expect(granted).toBeGreaterThan(before.lastIndexOf("ObjectionUpheld"))
        expect(before.lastIndexOf("NoticePublished")).toBeGreaterThan(granted)
        const resolved = Math.max(before.lastIndexOf("ObjectionDismissed"), before.lastIndexOf("ObjectionUpheld"))
        expect(resolved).toBeGreaterThanOrEqual(before.lastIndexOf("Objected"))
      }),
      { numRuns: 1000 }
    )
    expect(inForce).toBeGreaterThan(20)
  })

  it("what was granted had nothing against it, and nobody judged what they did themselves", () => {
    fc.assert(
      fc.property(tale, (told) => {
        let decider: string | undefined
        let objector: string | undefined
        for (const event of run(told).events) {
          if (event._tag === "Granted") expect(event.examination.against).toEqual([])
          if (event._tag === "Declined") expect(event.examination.against).not.toEqual([])
          if (event._tag === "Granted" || event._tag === "Declined") decider = event.by
          if (event._tag === "Objected") objector = event.by
          if (event._tag === "ObjectionDismissed" || event._tag === "ObjectionUpheld")
            expect([decider, objector]).not.toContain(event.by)
        }
      }),
      { numRuns: 500 }
    )
  })

  it("its events, stored as JSON and read again, give the same case", () => {
    const codec = Schema.fromJsonString(CaseEvent)
    fc.assert(
      fc.property(tale, (told) => {
        const { state, events } = run(told)
        const stored = events.map((event) => Schema.decodeSync(codec)(Schema.encodeSync(codec)(event)))
        expect(Equal.equals(replay(PromotionCase, stored), state)).toBe(true)
      })
    )
  })
})
