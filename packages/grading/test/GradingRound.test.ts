import { dateUnsafe } from "@zhengyou/core"
import {
  countLevels,
  gradingOf,
  type RoundCommand,
  type RoundState,
  roundFactsOf,
  sheetKey,
  sheetsOf
} from "@zhengyou/grading"
import { HashMap, Option } from "effect"
import { describe, expect, it } from "vitest"
import { sound } from "./books.ts"
import { parsed } from "./generators.ts"
import {
  accepted,
  commands,
  corrected,
  expertOf,
  facts,
  given,
  pathTo,
  plan,
  refusal,
  selfOf,
  sheets,
  tell
} from "./rounds.ts"
import { flag, levelOf, sheet, totalOf } from "./support.ts"

const {
  PlanRound,
  OpenRound,
  SubmitSheets,
  RecordFacts,
  SealRound,
  GradeRound,
  AmendRound,
  PublishNotice,
  ConfirmRound
} = commands

const historyOf = (state: RoundState, of: Parameters<typeof sheetKey>[0]) =>
  state.phase === "none" ? undefined : Option.getOrUndefined(HashMap.get(state.sheets, sheetKey(of)))

const gradingIn = (state: RoundState) => {
  const grading = gradingOf(state)
  if (grading === undefined) throw new Error(`nothing graded in ${state.phase}`)
  return grading
}

describe("a round from its plan to its confirmation", () => {
  it("is planned, opened, scored, sealed, graded, put on notice and confirmed", () => {
    expect(accepted(tell(given(), PlanRound))).toEqual([{ _tag: "RoundPlanned", plan }])
    expect(accepted(tell(given(PlanRound), OpenRound))).toEqual([{ _tag: "RoundOpened" }])
    expect(accepted(tell(given(PlanRound, OpenRound), SubmitSheets))).toEqual(
      sheets.map((one) => ({ _tag: "SheetSubmitted", sheet: one }))
    )
    expect(accepted(tell(given(PlanRound), RecordFacts))).toEqual(facts.map((fact) => ({ _tag: "FactRecorded", fact })))
    expect(accepted(tell(given(...pathTo.open), SealRound))).toEqual([
      { _tag: "RoundSealed", completeness: { sheets: 7, outstanding: [] } }
    ])
    expect(accepted(tell(given(...pathTo.sealed), GradeRound))).toMatchObject([
      { _tag: "RoundGraded", grading: { book: { id: "branches" } } }
    ])
    const { from, until } = PublishNotice
    expect(accepted(tell(given(...pathTo.graded), PublishNotice))).toEqual([{ _tag: "NoticePublished", from, until }])
    expect(accepted(tell(given(...pathTo.onNotice), ConfirmRound))).toEqual([
      { _tag: "RoundConfirmed", on: dateUnsafe("2012-04-17") }
    ])
    const end = given(...pathTo.confirmed)
    expect(end).toMatchObject({ phase: "confirmed", from, until, on: dateUnsafe("2012-04-17") })
    expect(["u1", "u2", "u3"].map((id) => [totalOf(gradingIn(end), id), levelOf(gradingIn(end), id)])).toEqual([
      ["91", "A"],
      ["80", "B"],
      ["NotGraded", "NotGraded"]
    ])
  })

  it("takes facts while it is planned, open or sealed, the latest value counting", () => {
    const again = { ...RecordFacts, facts: [flag("u1", "veto", true)] as const }
    const state = given(...pathTo.sealed, again, GradeRound)
    expect(levelOf(gradingIn(state), "u1")).toBe("D")
    expect(state.phase !== "none" && roundFactsOf(state)).toHaveLength(facts.length)
  })
})

describe("sheets", () => {
  const first = expertOf("u1", "e2", 80, 40)

  it("can be replaced, withdrawn and given again, and every earlier one is kept", () => {
    const replaced = given(...pathTo.open, commands.ReplaceSheet)
    expect(historyOf(replaced, first)).toEqual({ current: corrected, earlier: [first] })
    const withdrawn = given(...pathTo.open, commands.ReplaceSheet, commands.WithdrawSheet)
    expect(historyOf(withdrawn, first)).toEqual({ current: undefined, earlier: [first, corrected] })
    expect(withdrawn.phase !== "none" && sheetsOf(withdrawn)).toHaveLength(6)
    const again = given(...pathTo.open, commands.ReplaceSheet, commands.WithdrawSheet, {
      ...SubmitSheets,
      sheets: [first]
    })
    expect(historyOf(again, first)).toEqual({ current: first, earlier: [first, corrected] })
  })

  it("are submitted all or none, and every fault is told", () => {
    const open = given(PlanRound, OpenRound, { ...SubmitSheets, sheets: [first] })
    const came = tell(open, {
      ...SubmitSheets,
      sheets: [
        selfOf("u1", 100, 50),
        first,
        expertOf("u2", "e3", 1, 1),
        sheet("u9", "self", "x", { work: 101 }),
        selfOf("u1", 1, 1)
      ]
    })
    expect(refusal(came)).toMatchObject({
      _tag: "RoundInputsRefused",
      faults: [
        { path: ["sheets", 3, "unit"], problem: { _tag: "UnknownUnit", unit: "u9" } },
        { path: ["sheets", 3, "scores", "work"], problem: { _tag: "MarkNotAllowed", found: "101" } },
        {
          path: ["sheets", 4],
          problem: { _tag: "SheetTwice", unit: "u1", panel: "self", rater: "secretary", first: 0 }
        },
        { path: ["sheets", 2, "rater"], problem: { _tag: "NotAssigned", unit: "u2", panel: "experts", rater: "e3" } },
        { path: ["sheets", 1], problem: { _tag: "AlreadySubmitted", unit: "u1", panel: "experts", rater: "e2" } }
      ]
    })
    expect(came.state).toBe(open)
  })
})

describe("sealing reports who has not scored", () => {
  const completeness = (...before: ReadonlyArray<RoundCommand>) => {
    const [event] = accepted(tell(given(...before), SealRound))
    return event?._tag === "RoundSealed" ? event.completeness : undefined
  }
  const both = ["work", "team"]

  it("of an assigned panel each rater on each unit, of the others the panel; of a unit that is not graded nobody", () => {
    const some = [selfOf("u1", 1, 1), sheet("u1", "experts", "e1", { work: 1 }), expertOf("u1", "e3", 1, 1)] as const
    expect(completeness(PlanRound, OpenRound, { ...SubmitSheets, sheets: some })).toEqual({
      sheets: 3,
      outstanding: [
        { unit: "u1", panel: "experts", rater: "e1", criteria: ["team"] },
        { unit: "u1", panel: "experts", rater: "e2", criteria: both },
        { unit: "u2", panel: "self", criteria: both },
        { unit: "u2", panel: "experts", rater: "e1", criteria: both },
        { unit: "u2", panel: "experts", rater: "e2", criteria: both }
      ]
    })
  })

  it("of a panel without assigned raters, until it reaches its minimum", () => {
    const free = { ...PlanRound, plan: { ...plan, units: plan.units.slice(0, 1), assignments: [] } }
    const one = [selfOf("u1", 1, 1), sheet("u1", "experts", "a", { work: 1 })] as const
    const two = [...one, sheet("u1", "experts", "b", { work: 1, team: 1 })] as const
    expect(completeness(free, OpenRound, { ...SubmitSheets, sheets: one })?.outstanding).toEqual([
      { unit: "u1", panel: "experts", criteria: both }
    ])
    expect(completeness(free, OpenRound, { ...SubmitSheets, sheets: two })?.outstanding).toEqual([
      { unit: "u1", panel: "experts", criteria: ["team"] }
    ])
  })

  it("does not take what every object inherits for a score", () => {
    const criteria = sound.criteria.map((one) => ({ ...one, id: one.id === "team" ? "toString" : one.id }))
    const book = parsed({ ...sound, criteria, panels: sound.panels.slice(0, 1), quotas: [] })
    const odd = { ...PlanRound, plan: { ...plan, book, units: plan.units.slice(0, 1), assignments: [] } }
    const scored = [sheet("u1", "self", "a", { work: 1 })] as const
    expect(completeness(odd, OpenRound, { ...SubmitSheets, sheets: scored })?.outstanding).toEqual([
      { unit: "u1", panel: "self", criteria: ["toString"] }
    ])
  })

  it("counts a withdrawn sheet as not given", () => {
    expect(completeness(...pathTo.open, commands.WithdrawSheet)).toEqual({
      sheets: 6,
      outstanding: [{ unit: "u1", panel: "experts", rater: "e2", criteria: both }]
    })
  })
})

describe("an amendment", () => {
  for (const phase of ["graded", "onNotice", "confirmed"] as const) {
    it(`while the round is ${phase} grades again, keeps the first grading, and needs a notice of its own`, () => {
      const before = given(...pathTo[phase])
      const after = given(...pathTo[phase], AmendRound)
      expect(after.phase).toBe("graded")
      expect([levelOf(gradingIn(after), "u1"), totalOf(gradingIn(after), "u1")]).toEqual(["B", "85"])
      expect("gradings" in after && after.gradings).toEqual([gradingIn(before), gradingIn(after)])
      expect(countLevels(gradingIn(before), ["A", "B"])).toEqual([1, 1])
      expect("until" in after || "on" in after).toBe(false)
      expect(historyOf(after, corrected)).toEqual({ current: corrected, earlier: [expertOf("u1", "e2", 80, 40)] })
      expect(refusal(tell(after, ConfirmRound))).toMatchObject({ _tag: "RoundInWrongPhase", phase: "graded" })
    })
  }

  it("can supply what a blocked unit lacked", () => {
    const late = given(
      PlanRound,
      OpenRound,
      { ...SubmitSheets, sheets: [selfOf("u1", 100, 50)] },
      SealRound,
      GradeRound
    )
    expect(levelOf(gradingIn(late), "u1")).toBe("Blocked")
    const amended = tell(late, {
      _tag: "AmendRound",
      why: "迟交",
      sheets: sheets.slice(1),
      withdrawn: [],
      facts: [...facts],
      awards: []
    })
    expect(["u1", "u2", "u3"].map((id) => levelOf(gradingIn(amended.state), id))).toEqual(["A", "B", "NotGraded"])
  })

  it("can withdraw the sheet of a rater who should have stood aside, and keeps it on record", () => {
    const graded = given(...pathTo.onNotice)
    const e2OnU1 = { unit: "u1", panel: "experts", rater: "e2" }
    const { state } = tell(graded, { ...AmendRound, why: "应回避", sheets: [], withdrawn: [e2OnU1] })
    if (state.phase !== "graded") throw new Error("not graded")
    const left = sheetsOf(state).map(sheetKey)
    expect(left.toSorted()).toEqual(
      sheets
        .map(sheetKey)
        .filter((key) => key !== sheetKey(e2OnU1))
        .toSorted()
    )
    expect(HashMap.getUnsafe(state.sheets, sheetKey(e2OnU1)).earlier).toHaveLength(1)
    expect(state.gradings).toHaveLength(2)
  })
})
