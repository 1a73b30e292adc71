import { type CalendarDate, dateUnsafe, exactUnsafe, replay, type Unit } from "@zhengyou/core"
import {
  GradingRound,
  type Phase,
  type Plan,
  type RoundCommand,
  type RoundEvent,
  type RoundRefusal,
  type RoundState,
  type Sheet
} from "@zhengyou/grading"
import { Result } from "effect"
import { sound } from "./books.ts"
import { parsed } from "./generators.ts"
import { flag, number, sheet } from "./support.ts"

const branch = (id: string, type: string): Unit => ({ id, name: id, type })

/** Two branches and an office, which the book does not grade; anybody may appraise themselves, experts are assigned. */
export const plan: Plan = {
  title: "2012 年分类定级",
  book: parsed(sound),
  units: [branch("u1", "branch"), branch("u2", "branch"), branch("u3", "office")],
  assignments: [
    { panel: "experts", rater: "e1" },
    { panel: "experts", rater: "e2" },
    { panel: "experts", rater: "e3", units: ["u1"] }
  ]
}

export const facts = [
  flag("u1", "veto", false),
  number("u1", "rate", "0.9"),
  flag("u2", "veto", false),
  number("u2", "rate", "0.9")
] as const

export const selfOf = (unit: string, work: number, team: number) => sheet(unit, "self", "secretary", { work, team })

export const expertOf = (unit: string, rater: string, work: number, team: string | number) =>
  sheet(unit, "experts", rater, { work, team })

/**
 * Experts on u1: 85 and 42.5. So 0.4 × 100 + 0.6 × 85 = 91 and 0.4 × 50 + 0.6 × 42.5 = 45.5, which is 0.6 × 91 + 0.8 × 45.5
 * = 91. Everybody gives u2 the same: 0.6 × 80 + 0.8 × 40 = 80.
 */
export const sheets: readonly [Sheet, ...Array<Sheet>] = [
  selfOf("u1", 100, 50),
  expertOf("u1", "e1", 90, 45),
  expertOf("u1", "e2", 80, 40),
  expertOf("u1", "e3", 85, "42.5"),
  selfOf("u2", 80, 40),
  expertOf("u2", "e1", 80, 40),
  expertOf("u2", "e2", 80, 40)
]

/** The expert's sheet that an amendment corrects: 75 and 37.5 by the experts make 85 of u1. */
export const corrected = expertOf("u1", "e2", 50, 25)

const [from, until] = [dateUnsafe("2012-04-10"), dateUnsafe("2012-04-16")]

/** One command of each kind, possible in the phases that allow it. */
export const commands = {
  PlanRound: { _tag: "PlanRound", plan },
  OpenRound: { _tag: "OpenRound" },
  SubmitSheets: { _tag: "SubmitSheets", sheets },
  ReplaceSheet: { _tag: "ReplaceSheet", sheet: corrected, why: "抄录有误" },
  WithdrawSheet: { _tag: "WithdrawSheet", unit: "u1", panel: "experts", rater: "e2", why: "回避" },
  RecordFacts: { _tag: "RecordFacts", facts },
  RecordAwards: {
    _tag: "RecordAwards",
    awards: [{ unit: "u2", adjustment: "honours", item: "市级先进", points: exactUnsafe(3) }]
  },
  SealRound: { _tag: "SealRound" },
  GradeRound: { _tag: "GradeRound" },
  AmendRound: { _tag: "AmendRound", why: "复核", sheets: [corrected], withdrawn: [], facts: [], awards: [] },
  PublishNotice: { _tag: "PublishNotice", from, until },
  ConfirmRound: { _tag: "ConfirmRound" }
} as const satisfies { readonly [Tag in RoundCommand["_tag"]]: Extract<RoundCommand, { readonly _tag: Tag }> }

/** The day on which commands are given where a test does not say. */
const today: CalendarDate = dateUnsafe("2012-04-17")

/** What came of a command: the events, or why not. */
export type Came =
  | { readonly events: ReadonlyArray<RoundEvent>; readonly state: RoundState }
  | { readonly refusal: RoundRefusal; readonly state: RoundState }

/** Gives a command to a state. */
export const tell = (state: RoundState, command: RoundCommand, on: CalendarDate = today): Came => {
  const decided = GradingRound.decide(state, command, { today: on })
  if (Result.isFailure(decided)) return { refusal: decided.failure, state }
  return { events: decided.success, state: replay({ ...GradingRound, initial: state }, decided.success) }
}

/** The events of a command, which must be accepted. */
export const accepted = (came: Came): ReadonlyArray<RoundEvent> => {
  if ("refusal" in came) throw came.refusal
  return came.events
}

/** The events of commands that a new round accepts, one after the other. */
export const eventsOf = (given: ReadonlyArray<RoundCommand>): ReadonlyArray<RoundEvent> => {
  let state: RoundState = GradingRound.initial
  return given.flatMap((command) => {
    const came = tell(state, command)
    state = came.state
    return accepted(came)
  })
}

/** The round after commands that it accepts. */
export const given = (...accepted: ReadonlyArray<RoundCommand>): RoundState => replay(GradingRound, eventsOf(accepted))

/** The refusal of a command, which must be refused. */
export const refusal = (came: Came): RoundRefusal => {
  if ("events" in came) throw new Error(`accepted: ${came.events.map((event) => event._tag).join(", ")}`)
  return came.refusal
}

const { PlanRound, OpenRound, SubmitSheets, RecordFacts, SealRound, GradeRound, PublishNotice, ConfirmRound } = commands

/** The commands that bring a round to a phase. */
export const pathTo: { readonly [P in Phase]: ReadonlyArray<RoundCommand> } = {
  none: [],
  planned: [PlanRound],
  open: [PlanRound, OpenRound, SubmitSheets, RecordFacts],
  sealed: [PlanRound, OpenRound, SubmitSheets, RecordFacts, SealRound],
  graded: [PlanRound, OpenRound, SubmitSheets, RecordFacts, SealRound, GradeRound],
  onNotice: [PlanRound, OpenRound, SubmitSheets, RecordFacts, SealRound, GradeRound, PublishNotice],
  confirmed: [PlanRound, OpenRound, SubmitSheets, RecordFacts, SealRound, GradeRound, PublishNotice, ConfirmRound]
}
