import { dateUnsafe, exactUnsafe, replay } from "@zhengyou/core"
import {
  GradingRound,
  type Phase,
  type RoundCommand,
  RoundCommand as RoundCommandCodec,
  type RoundEvent,
  type RoundRefusal
} from "@zhengyou/grading"
import { Equal } from "effect"
import { describe, expect, it } from "vitest"
import { accepted, commands, corrected, eventsOf, expertOf, given, pathTo, plan, refusal, tell } from "./rounds.ts"
import { flag, number } from "./support.ts"

const phases: ReadonlyArray<Phase> = ["none", "planned", "open", "sealed", "graded", "onNotice", "confirmed"]

/** In which phases each command is possible, as the round's rules say. */
const possible: Record<RoundCommand["_tag"], ReadonlyArray<Phase>> = {
  PlanRound: ["none"],
  OpenRound: ["planned"],
  SubmitSheets: ["open"],
  ReplaceSheet: ["open"],
  WithdrawSheet: ["open"],
  RecordFacts: ["planned", "open", "sealed"],
  RecordAwards: ["planned", "open", "sealed"],
  SealRound: ["open"],
  GradeRound: ["sealed"],
  AmendRound: ["graded", "onNotice", "confirmed"],
  PublishNotice: ["graded"],
  ConfirmRound: ["onNotice"]
}

const e2OnU1 = { unit: "u1", panel: "experts", rater: "e2" }

const { PlanRound, OpenRound, SealRound, GradeRound, AmendRound, PublishNotice, ConfirmRound } = commands

describe.each(phases)("while the round is %s", (phase) => {
  const state = given(...pathTo[phase])

  it("is the phase that the path leads to", () => {
    expect(state.phase).toBe(phase)
  })

  it.each(Object.values(commands).map((command) => [command._tag, command] as const))("%s", (tag, sample) => {
    // The sheets of an open round are there already: submitting takes one that is not.
    const command =
      tag === "SubmitSheets" && phase === "open" ? { ...sample, sheets: [expertOf("u3", "e1", 1, 1)] as const } : sample
    const came = tell(state, command as RoundCommand)
    if (possible[tag].includes(phase)) {
      expect(accepted(came).length).toBeGreaterThan(0)
    } else {
      expect(refusal(came)).toMatchObject({ _tag: "RoundInWrongPhase", command: tag, phase, allowed: possible[tag] })
      expect(came.state).toBe(state)
    }
  })
})

it("every kind of command stands in the table", () => {
  expect(Object.keys(possible).toSorted()).toEqual(Object.keys(RoundCommandCodec.cases).toSorted())
})

describe("a refusal says what was wrong", () => {
  const cases: ReadonlyArray<readonly [string, Phase, RoundCommand, object]> = [
    [
      "of a plan with a unit twice, and assignments of a panel, units and raters that cannot be",
      "none",
      {
        ...PlanRound,
        plan: {
          ...plan,
          units: [...plan.units, ...plan.units.slice(0, 1)],
          assignments: [
            { panel: "jury", rater: "", units: ["u1", "u9"] },
            { panel: "jury", rater: "", units: ["u2"] }
          ]
        }
      },
      {
        _tag: "RoundInputsRefused",
        faults: [
          { path: ["plan", "units", 3, "id"], problem: { _tag: "UnitTwice", unit: "u1", first: 0 } },
          {
            path: ["plan", "assignments", 0, "panel"],
            problem: { _tag: "UnknownPanel", panel: "jury", known: ["self", "experts"] }
          },
          { path: ["plan", "assignments", 0, "rater"], problem: { _tag: "NotAllowed", found: '""' } },
          { path: ["plan", "assignments", 0, "units", 1], problem: { _tag: "UnknownUnit", unit: "u9" } },
          { path: ["plan", "assignments", 1], problem: { _tag: "AssignedTwice", panel: "jury", rater: "", first: 0 } }
        ]
      }
    ],
    [
      "of a rater whose name no store could keep",
      "open",
      { _tag: "SubmitSheets", sheets: [{ ...corrected, panel: "self", rater: "__proto__" }] },
      {
        _tag: "RoundInputsRefused",
        faults: [{ path: ["sheets", 0, "rater"], problem: { _tag: "NotAllowed", found: '"__proto__"' } }]
      }
    ],
    [
      "of facts, all or none of them",
      "planned",
      { _tag: "RecordFacts", facts: [flag("u1", "veto", false), number("u1", "size", 1), flag("u9", "veto", false)] },
      {
        _tag: "RoundInputsRefused",
        faults: [
          { path: ["facts", 1, "fact"], problem: { _tag: "UndeclaredFact", fact: "size" } },
          { path: ["facts", 2, "unit"], problem: { _tag: "UnknownUnit", unit: "u9" } }
        ]
      }
    ],
    [
      "of a sheet to put in another's place, where the command has it",
      "open",
      { _tag: "ReplaceSheet", sheet: expertOf("u1", "e2", 101, 40), why: "x" },
      {
        _tag: "RoundInputsRefused",
        faults: [
          {
            path: ["sheet", "scores", "work"],
            problem: { _tag: "MarkNotAllowed", criterion: "work", found: "101", allowed: { to: exactUnsafe(100) } }
          }
        ]
      }
    ],
    [
      "of a sheet to replace that was never given",
      "open",
      { _tag: "ReplaceSheet", sheet: expertOf("u2", "e3", 1, 1), why: "x" },
      { _tag: "NoSuchSheet", unit: "u2", panel: "experts", rater: "e3" }
    ],
    [
      "of a sheet to withdraw that was never given",
      "open",
      { _tag: "WithdrawSheet", unit: "u2", panel: "experts", rater: "e3", why: "x" },
      { _tag: "NoSuchSheet", unit: "u2", panel: "experts", rater: "e3" }
    ],
    [
      "of an amendment of nothing",
      "graded",
      { ...AmendRound, sheets: [], withdrawn: [], facts: [], awards: [] },
      { _tag: "NothingToAmend" }
    ],
    [
      "of an amendment with faults",
      "confirmed",
      {
        ...AmendRound,
        sheets: [corrected, corrected, expertOf("u2", "e3", 1, 1)],
        withdrawn: [e2OnU1, { ...e2OnU1, rater: "e9" }, e2OnU1],
        facts: [number("u1", "veto", 1)],
        awards: [{ unit: "u1", adjustment: "penalties", item: "x", points: exactUnsafe(1) }]
      },
      {
        _tag: "RoundInputsRefused",
        faults: [
          { path: ["sheets", 1], problem: { _tag: "SheetTwice", unit: "u1", panel: "experts", rater: "e2", first: 0 } },
          { path: ["sheets", 2, "rater"], problem: { _tag: "NotAssigned", unit: "u2", panel: "experts", rater: "e3" } },
          { path: ["withdrawn", 1], problem: { _tag: "NoSuchSheet", ...e2OnU1, rater: "e9" } },
          { path: ["withdrawn", 2], problem: { _tag: "NoSuchSheet", ...e2OnU1 } },
          { path: ["facts", 0, "value"], problem: { _tag: "FactOfOtherType", fact: "veto", type: "flag", found: "1" } },
          {
            path: ["awards", 0, "adjustment"],
            problem: { _tag: "UnknownAdjustment", adjustment: "penalties", known: ["honours"] }
          }
        ]
      }
    ],
    [
      "of a notice that ends before it begins",
      "graded",
      { ...PublishNotice, from: PublishNotice.until, until: PublishNotice.from },
      { _tag: "NoticeEndsBeforeItBegins", from: PublishNotice.until, until: PublishNotice.from }
    ]
  ]

  it.each(cases)("%s", (_, phase, command, expected) => {
    const state = given(...pathTo[phase])
    const came = tell(state, command)
    const refused: RoundRefusal = refusal(came)
    expect(refused).toMatchObject(expected)
    if ("faults" in refused && "faults" in expected)
      expect(refused.faults).toHaveLength(Array.from(expected.faults as Iterable<unknown>).length)
    expect(came.state).toBe(state)
  })

  it("of a notice while outcomes are open, naming their units", () => {
    const open = given(PlanRound, OpenRound, SealRound, GradeRound)
    expect(refusal(tell(open, PublishNotice))).toMatchObject({ _tag: "OutcomesNotSettled", units: ["u1", "u2"] })
  })

  it("of a confirmation before the notice is over: its last day still counts, the day after does not", () => {
    const onNotice = given(...pathTo.onNotice)
    for (const day of ["2012-04-10", "2012-04-16"]) {
      const today = dateUnsafe(day)
      expect(refusal(tell(onNotice, ConfirmRound, today))).toMatchObject({
        _tag: "NoticeNotOver",
        until: PublishNotice.until,
        today
      })
    }
    expect(accepted(tell(onNotice, ConfirmRound, dateUnsafe("2012-04-17")))).toEqual([
      { _tag: "RoundConfirmed", on: "2012-04-17" }
    ])
  })

  it("of no notice of a single day", () => {
    const { from } = PublishNotice
    const state = given(...pathTo.graded, { ...PublishNotice, until: from })
    expect(refusal(tell(state, ConfirmRound, from))._tag).toBe("NoticeNotOver")
    expect(tell(state, ConfirmRound, dateUnsafe("2012-04-11")).state.phase).toBe("confirmed")
  })
})

describe("an event that cannot follow", () => {
  const all = eventsOf([...pathTo.confirmed])
  const late = eventsOf([...pathTo.open, commands.ReplaceSheet, commands.WithdrawSheet, commands.RecordAwards]).slice(
    -3
  )
  const amended = eventsOf([...pathTo.graded, AmendRound]).slice(-1)
  const samples = new Map([...all, ...late, ...amended].map((event): [string, RoundEvent] => [event._tag, event]))

  const follows: Record<RoundEvent["_tag"], ReadonlyArray<Phase>> = {
    RoundPlanned: ["none"],
    RoundOpened: ["planned"],
    SheetSubmitted: ["open"],
    SheetReplaced: ["open"],
    SheetWithdrawn: ["open"],
    FactRecorded: ["planned", "open", "sealed"],
    AwardRecorded: ["planned", "open", "sealed"],
    RoundSealed: ["open"],
    RoundGraded: ["sealed"],
    RoundAmended: ["graded", "onNotice", "confirmed"],
    NoticePublished: ["graded"],
    RoundConfirmed: ["onNotice"]
  }

  it.each(phases)("leaves a round that is %s as it is", (phase) => {
    const state = given(...pathTo[phase])
    expect(samples.size).toBe(Object.keys(follows).length)
    for (const [tag, event] of samples) {
      const after = GradingRound.evolve(state, event)
      const may = follows[tag as RoundEvent["_tag"]].includes(phase)
      if (!may) expect(after, `${tag} after ${phase}`).toBe(state)
      expect(Equal.equals(replay(GradingRound, eventsOf(pathTo[phase])), state)).toBe(true)
    }
  })
})
