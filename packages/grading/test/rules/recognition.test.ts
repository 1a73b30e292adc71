import type { Fact } from "@zhengyou/core"
import { decidingReason, type RuleBook } from "@zhengyou/grading"
import { describe, expect, it } from "vitest"
import { plainWith } from "../books.ts"
import { flag, outcomeOf } from "../support.ts"
import { gradeTotals } from "./support.ts"

const isSo = (fact: string, ifUnknown?: boolean) => ({
  fact,
  op: "=",
  value: true,
  ...(ifUnknown === undefined ? {} : { ifUnknown })
})
const declared = (id: string, type: string) => ({ id, name: id, type })

describe("a gate that freezes: in rectification, not above last year's level", () => {
  const book = plainWith({
    facts: [declared("rectifying", "flag"), declared("before", "level")],
    gates: [{ id: "freeze", name: "整改期间不得晋级", when: isSo("rectifying", false), then: { notAbove: "before" } }]
  })
  const before = (level: string): Fact => ({ unit: "u", fact: "before", value: { _tag: "Level", value: level } })
  const outcome = (total: number, facts: ReadonlyArray<Fact>) =>
    outcomeOf(gradeTotals(book, { u: total }, { facts }), "u")

  it("keeps 95 points on last year's C, and says why", () => {
    const frozen = outcome(95, [flag("u", "rectifying", true), before("C")])
    expect(frozen).toMatchObject({ _tag: "Graded", level: "C" })
    expect(decidingReason(frozen)).toMatchObject({
      _tag: "GateFroze",
      gate: { id: "freeze" },
      from: { id: "A" },
      to: { id: "C" },
      fact: { id: "before" }
    })
  })

  it("neither raises a level nor touches one that is not above", () => {
    for (const level of ["A", "B"]) {
      const same = outcome(85, [flag("u", "rectifying", true), before(level)])
      expect(same).toMatchObject({ _tag: "Graded", level: "B", reasons: [{ _tag: "InBand" }] })
    }
  })

  it("asks for last year's level where it is not known", () => {
    expect(outcome(95, [flag("u", "rectifying", true)])).toMatchObject({
      _tag: "Blocked",
      reasons: [{ _tag: "FactMissing", rule: { id: "freeze" }, fact: { id: "before" } }]
    })
  })

  it("does not ask for it of a unit that is not in rectification", () => {
    expect(outcome(95, [])).toMatchObject({ _tag: "Graded", level: "A" })
    expect(outcome(95, [flag("u", "rectifying", false), before("D")])).toMatchObject({ level: "A" })
  })
})

describe("a unit with an honour of the district or above is recognised", () => {
  const book = (takesSeat: boolean, gates: ReadonlyArray<object> = []): RuleBook =>
    plainWith({
      facts: [declared("honoured", "flag"), declared("veto", "flag")],
      recognitions: [{ id: "direct", name: "直接认定", when: isSo("honoured", false), level: "A", takesSeat }],
      gates,
      quotas: [{ kind: "cap", level: "A", seats: { count: 1 }, ties: "exclude" }]
    })
  const scores = { a: 95, b: 94 }
  const facts = [flag("h", "honoured", true)]
  const units = ["h", "a", "b"].map((id) => ({ id, name: id }))
  const levels = (of: RuleBook, known: ReadonlyArray<Fact> = facts) =>
    gradeTotals(of, scores, { units, facts: known }).outcomes.map((one) => ("level" in one ? one.level : one._tag))

  it("without a sheet, without a total, and with its reason", () => {
    const outcome = outcomeOf(gradeTotals(book(false), scores, { units, facts }), "h")
    expect(outcome).toMatchObject({
      _tag: "Recognised",
      level: "A",
      reasons: [{ _tag: "Recognised", rule: { id: "direct" }, level: { id: "A" } }]
    })
    expect("total" in outcome || "rank" in outcome).toBe(false)
  })

  it("beside the seats: the best of the scored has the one", () => {
    expect(levels(book(false))).toEqual(["A", "A", "B"])
  })

  it("on a seat, before anybody who was scored", () => {
    expect(levels(book(true))).toEqual(["A", "B", "B"])
    const fallen = decidingReason(outcomeOf(gradeTotals(book(true), scores, { units, facts }), "a"))
    expect(fallen).toMatchObject({ _tag: "QuotaPushed", place: 2, candidates: 3 })
  })

  it("takes no rank from those who were scored", () => {
    const ranks = gradeTotals(book(true), scores, { units, facts }).outcomes.map((one) => "rank" in one && one.rank)
    expect(ranks).toEqual([false, 1, 2])
  })

  it("is lowered by a veto all the same, and taken out by a gate that takes out", () => {
    const veto = (then: object) => [{ id: "veto", name: "一票否决", when: isSo("veto", false), then }]
    const known = [...facts, flag("h", "veto", true)]
    const lowered = gradeTotals(book(true, veto({ atMost: "D" })), scores, { units, facts: known })
    expect(outcomeOf(lowered, "h")).toMatchObject({
      _tag: "Recognised",
      level: "D",
      reasons: [{ _tag: "Recognised" }, { _tag: "GateLowered", to: { id: "D" } }]
    })
    expect(outcomeOf(lowered, "a")).toMatchObject({ level: "A" })
    expect(levels(book(true, veto({ notGraded: true })), known)).toEqual(["NotGraded", "A", "B"])
  })

  it("waits for the fact where the book does not say what its absence means", () => {
    const strict = plainWith({
      facts: [declared("honoured", "flag")],
      recognitions: [{ id: "direct", name: "直接认定", when: isSo("honoured"), level: "A", takesSeat: true }]
    })
    expect(outcomeOf(gradeTotals(strict, { u: 95 }), "u")).toMatchObject({
      _tag: "Blocked",
      reasons: [{ _tag: "FactMissing", rule: { id: "direct" }, fact: { id: "honoured" } }]
    })
  })
})
