import { exactUnsafe } from "@zhengyou/core"
import { gradingOf, type Plan, type RoundCommand, type RoundState } from "@zhengyou/grading"
import { describe, expect, it } from "vitest"
import { plainWith } from "./books.ts"
import { accepted, commands, given, pathTo, plan, refusal, tell } from "./rounds.ts"
import { marked } from "./rules/support.ts"
import { levelOf, number, totalOf, unit } from "./support.ts"

const { PlanRound, OpenRound, SubmitSheets, RecordFacts, RecordAwards, SealRound, GradeRound, AmendRound } = commands

const gradingIn = (state: RoundState) => {
  const grading = gradingOf(state)
  if (grading === undefined) throw new Error(`not graded: ${state.phase}`)
  return grading
}

describe("awards of a round", () => {
  const scored = [PlanRound, OpenRound, SubmitSheets, RecordFacts]
  const worth = (points: number): RoundCommand => ({
    ...RecordAwards,
    awards: [{ ...RecordAwards.awards[0], points: exactUnsafe(points) }]
  })

  it("count in its grading: 80 and 3", () => {
    expect(totalOf(gradingIn(given(...scored, RecordAwards, SealRound, GradeRound)), "u2")).toBe("83")
    expect(totalOf(gradingIn(given(...scored, SealRound, GradeRound)), "u2")).toBe("80")
  })

  it("count once where the same entry is recorded again, as it was recorded last", () => {
    expect(totalOf(gradingIn(given(...scored, RecordAwards, worth(2), SealRound, GradeRound)), "u2")).toBe("82")
  })

  it("count each where they are for different items: 80, 3 and 2", () => {
    const [award] = RecordAwards.awards
    const other = { ...RecordAwards, awards: [{ ...award, item: "another honour", points: exactUnsafe(2) }] } as const
    expect(totalOf(gradingIn(given(...scored, RecordAwards, other, SealRound, GradeRound)), "u2")).toBe("85")
  })

  it("are recorded all or none, and every fault is told", () => {
    const [award] = RecordAwards.awards
    const wrong = { ...RecordAwards, awards: [award, { ...award, unit: "u9" }, award] } as const
    expect(refusal(tell(given(...scored), wrong))).toMatchObject({
      _tag: "RoundInputsRefused",
      faults: [
        { path: ["awards", 1, "unit"], problem: { _tag: "UnknownUnit", unit: "u9" } },
        { path: ["awards", 2], problem: { _tag: "AwardTwice", item: "市级先进", first: 0 } }
      ]
    })
  })

  it("can be corrected after the grading", () => {
    const { awards } = RecordAwards
    const after = given(...pathTo.confirmed, { ...AmendRound, sheets: [], awards })
    expect([after.phase, totalOf(gradingIn(after), "u2")]).toEqual(["graded", "83"])
    const twice = { ...AmendRound, awards: [...awards, ...awards] }
    expect(refusal(tell(given(...pathTo.graded), twice))).toMatchObject({
      faults: [{ path: ["awards", 1], problem: { _tag: "AwardTwice" } }]
    })
  })
})

it("nothing is expected of a unit that is recognised", () => {
  const known = { ...RecordFacts, facts: [number("u1", "rate", 1)] } as const
  const [event] = accepted(tell(given(PlanRound, OpenRound, known), SealRound))
  const waiting = event?._tag === "RoundSealed" ? event.completeness.outstanding : []
  expect(new Set(waiting.map((one) => one.unit))).toEqual(new Set(["u2"]))
})

it("lots of a round are drawn from the seed of its plan, and nothing is drawn without one", () => {
  const quotas = [{ kind: "cap", level: "A", seats: { count: 1 }, ties: "lots" }]
  const tied: Plan = { title: plan.title, book: plainWith({ quotas }), units: ["u", "v"].map(unit), assignments: [] }
  const levels = (drawn: Plan) => {
    const [u, v] = [marked("u", "p", "r", { c: 95 }), marked("v", "p", "r", { c: 95 })]
    const told: ReadonlyArray<RoundCommand> = [
      { _tag: "PlanRound", plan: drawn },
      OpenRound,
      { _tag: "SubmitSheets", sheets: [u, v] },
      SealRound,
      GradeRound
    ]
    const grading = gradingIn(given(...told))
    return ["u", "v"].map((id) => levelOf(grading, id))
  }
  expect(levels({ ...tied, lotSeed: "2012-04-17" }).toSorted()).toEqual(["A", "B"])
  expect(levels(tied)).toEqual(["Undetermined", "Undetermined"])
})
