import type { CalendarDate, Decider, Fault, Path, Unit } from "@zhengyou/core"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import { grade } from "../grade.ts"
import { awardFaults, factFaults, idFaults, sheetFaults, unitFaults } from "../internal/inputFaults.ts"
import { upcastEvent } from "../internal/upcastEvent.ts"
import type { Grading } from "../Outcome.ts"
import { type Sheet, type SheetRef, sheetKey } from "../Sheet.ts"
import { completenessOf } from "./Completeness.ts"
import {
  NoSuchSheet,
  NothingToAmend,
  NoticeEndsBeforeItBegins,
  NoticeNotOver,
  OutcomesNotSettled,
  type Phase,
  RoundInputsRefused,
  RoundInWrongPhase,
  type RoundProblem,
  type RoundRefusal
} from "./errors.ts"
import type { Plan } from "./Plan.ts"
import { RoundCommand } from "./RoundCommand.ts"
import { RoundEvent } from "./RoundEvent.ts"
import {
  awardsOf,
  evolveRound,
  gradingOf,
  type RoundState,
  type RunningRound,
  roundFactsOf,
  sheetsOf
} from "./RoundState.ts"

/** What a round needs to know of the world. */
export interface RoundContext {
  readonly today: CalendarDate
}

type Decision = Result.Result<ReadonlyArray<RoundEvent>, RoundRefusal>

type Command<Tag extends RoundCommand["_tag"]> = Extract<RoundCommand, { readonly _tag: Tag }>

type Faults = ReadonlyArray<Fault<RoundProblem>>

const happened = (...events: ReadonlyArray<RoundEvent>): Decision => Result.succeed(events)

const refusedFor = (faults: Faults): Decision => Result.fail(new RoundInputsRefused({ faults }))

const idsOf = (units: ReadonlyArray<Unit>): ReadonlySet<string> => new Set(units.map((unit) => unit.id))

const planFaults = ({ book, units, assignments }: Plan): Faults => {
  const known = book.panels.map((panel) => panel.id)
  const ids = idsOf(units)
  const first = new Map<string, number>()
  const faults = [
    ...unitFaults(units),
    ...assignments.flatMap((one, i): Faults => {
      const path: Path = ["assignments", i]
      const key = JSON.stringify([one.panel, one.rater])
      const before = first.get(key)
      if (before !== undefined) {
        const { panel, rater } = one
        return [{ path, problem: { _tag: "AssignedTwice", panel, rater, first: before } }]
      }
      first.set(key, i)
      const unknownUnits = (one.units ?? []).flatMap(
        (unit, j): Faults =>
          ids.has(unit) ? [] : [{ path: [...path, "units", j], problem: { _tag: "UnknownUnit", unit } }]
      )
      const rest = [...idFaults(one.rater, [...path, "rater"]), ...unknownUnits]
      return known.includes(one.panel)
        ? rest
        : [{ path: [...path, "panel"], problem: { _tag: "UnknownPanel", panel: one.panel, known } }, ...rest]
    })
  ]
  return faults.map(({ path, problem }) => ({ path: ["plan", ...path], problem }))
}

const assignmentFaults = ({ assignments }: Plan, sheets: ReadonlyArray<Sheet>): Faults =>
  sheets.flatMap(({ unit, panel, rater }, i) => {
    const ofPanel = assignments.filter((one) => one.panel === panel)
    const mayScore = ofPanel.some((one) => one.rater === rater && (one.units === undefined || one.units.includes(unit)))
    return ofPanel.length === 0 || mayScore
      ? []
      : [{ path: ["sheets", i, "rater"], problem: { _tag: "NotAssigned", unit, panel, rater } }]
  })

/** Every fault that sheets have in this round, whether or not they are the first of their rater. */
const roundSheetFaults = ({ plan }: RunningRound, sheets: ReadonlyArray<Sheet>): Faults => [
  ...sheetFaults(plan.book, idsOf(plan.units), sheets),
  ...assignmentFaults(plan, sheets)
]

const currentSheet = (state: RunningRound, sheet: SheetRef): Sheet | undefined =>
  Option.getOrUndefined(HashMap.get(state.sheets, sheetKey(sheet)))?.current

const submit = (state: RunningRound, { sheets }: Command<"SubmitSheets">): Decision => {
  const doubled = sheets.flatMap((sheet, i): Faults => {
    const { unit, panel, rater } = sheet
    if (currentSheet(state, sheet) === undefined) return []
    return [{ path: ["sheets", i], problem: { _tag: "AlreadySubmitted", unit, panel, rater } }]
  })
  const faults = [...roundSheetFaults(state, sheets), ...doubled]
  return faults.length > 0
    ? refusedFor(faults)
    : Result.succeed(sheets.map((sheet): RoundEvent => ({ _tag: "SheetSubmitted", sheet })))
}

const replace = (state: RunningRound, { sheet, why }: Command<"ReplaceSheet">): Decision => {
  const { unit, panel, rater } = sheet
  if (currentSheet(state, sheet) === undefined) return Result.fail(new NoSuchSheet({ unit, panel, rater }))
  const faults = roundSheetFaults(state, [sheet]).map(({ path, problem }) => ({
    path: ["sheet", ...path.slice(2)],
    problem
  }))
  return faults.length > 0 ? refusedFor(faults) : happened({ _tag: "SheetReplaced", sheet, why })
}

const withdraw = (state: RunningRound, { unit, panel, rater, why }: Command<"WithdrawSheet">): Decision =>
  currentSheet(state, { unit, panel, rater }) === undefined
    ? Result.fail(new NoSuchSheet({ unit, panel, rater }))
    : happened({ _tag: "SheetWithdrawn", unit, panel, rater, why })

const record = ({ plan }: RunningRound, { facts }: Command<"RecordFacts">): Decision => {
  const faults = factFaults(plan.book, idsOf(plan.units), facts)
  return faults.length > 0
    ? refusedFor(faults)
    : Result.succeed(facts.map((fact): RoundEvent => ({ _tag: "FactRecorded", fact })))
}

const recordAwards = ({ plan }: RunningRound, { awards }: Command<"RecordAwards">): Decision => {
  const faults = awardFaults(plan.book, idsOf(plan.units), awards)
  return faults.length > 0
    ? refusedFor(faults)
    : happened(...awards.map((award) => RoundEvent.cases.AwardRecorded.make({ award })))
}

const gradeState = (state: RunningRound): Result.Result<Grading, RoundInputsRefused> => {
  const { book, units, asOf, lotSeed } = state.plan
  const inputs = {
    units,
    sheets: sheetsOf(state),
    facts: roundFactsOf(state),
    awards: awardsOf(state),
    ...(asOf === undefined ? {} : { asOf }),
    ...(lotSeed === undefined ? {} : { lotSeed })
  }
  return Result.mapError(grade(book, inputs), ({ faults }) => new RoundInputsRefused({ faults }))
}

/** A sheet can be withdrawn if it is there, and once. */
const withdrawnFaults = (state: RunningRound, withdrawn: ReadonlyArray<SheetRef>): Faults => {
  const seen = new Set<string>()
  return withdrawn.flatMap((ref, i): Faults => {
    const key = sheetKey(ref)
    const isThere = currentSheet(state, ref) !== undefined && !seen.has(key)
    seen.add(key)
    return isThere ? [] : [{ path: ["withdrawn", i], problem: { _tag: "NoSuchSheet", ...ref } }]
  })
}

const amend = (state: RunningRound, command: Command<"AmendRound">): Decision => {
  const { why, sheets, withdrawn, facts, awards } = command
  if (sheets.length + withdrawn.length + facts.length + awards.length === 0) return Result.fail(new NothingToAmend({}))
  const { book, units } = state.plan
  const ids = idsOf(units)
  const faults = [
    ...roundSheetFaults(state, sheets),
    ...withdrawnFaults(state, withdrawn),
    ...factFaults(book, ids, facts),
    ...awardFaults(book, ids, awards)
  ]
  const before = gradingOf(state)
  if (faults.length > 0 || before === undefined) return refusedFor(faults)
  const amended = { _tag: "RoundAmended", why, sheets, withdrawn, facts, awards } as const
  // The corrected sheets and facts are those that the state would hold after the amendment.
  const after = evolveRound(state, { ...amended, grading: before })
  if (after.phase === "none") return happened()
  return Result.map(gradeState(after), (grading) => [{ ...amended, grading }])
}

const publish = (state: RunningRound, { from, until }: Command<"PublishNotice">): Decision => {
  if (until < from) return Result.fail(new NoticeEndsBeforeItBegins({ from, until }))
  const open = (gradingOf(state)?.outcomes ?? []).flatMap((outcome) =>
    outcome._tag === "Blocked" || outcome._tag === "Undetermined" ? [outcome.unit] : []
  )
  return open.length > 0
    ? Result.fail(new OutcomesNotSettled({ units: open }))
    : happened({ _tag: "NoticePublished", from, until })
}

const confirm = (state: RunningRound, today: CalendarDate): Decision => {
  if (state.phase === "onNotice" && today <= state.until)
    return Result.fail(new NoticeNotOver({ until: state.until, today }))
  return happened({ _tag: "RoundConfirmed", on: today })
}

const allowedPhases: Record<RoundCommand["_tag"], ReadonlyArray<Phase>> = {
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

const decideRunning = (
  state: RunningRound,
  command: Exclude<RoundCommand, Command<"PlanRound">>,
  today: CalendarDate
): Decision => {
  switch (command._tag) {
    case "OpenRound":
      return happened({ _tag: "RoundOpened" })
    case "SubmitSheets":
      return submit(state, command)
    case "ReplaceSheet":
      return replace(state, command)
    case "WithdrawSheet":
      return withdraw(state, command)
    case "RecordFacts":
      return record(state, command)
    case "RecordAwards":
      return recordAwards(state, command)
    case "SealRound":
      return happened({
        _tag: "RoundSealed",
        completeness: completenessOf(state.plan, sheetsOf(state), roundFactsOf(state))
      })
    case "GradeRound":
      return Result.map(gradeState(state), (grading) => [{ _tag: "RoundGraded", grading }])
    case "AmendRound":
      return amend(state, command)
    case "PublishNotice":
      return publish(state, command)
    case "ConfirmRound":
      return confirm(state, today)
  }
}

const decide = (state: RoundState, command: RoundCommand, { today }: RoundContext): Decision => {
  const allowed = allowedPhases[command._tag]
  const wrongPhase = () => Result.fail(new RoundInWrongPhase({ command: command._tag, phase: state.phase, allowed }))
  if (!allowed.includes(state.phase)) return wrongPhase()
  if (command._tag !== "PlanRound") return state.phase === "none" ? wrongPhase() : decideRunning(state, command, today)
  const faults = planFaults(command.plan)
  return faults.length > 0 ? refusedFor(faults) : happened({ _tag: "RoundPlanned", plan: command.plan })
}

/**
 * A grading round (评定轮次) as a decider: planned → open → sealed → graded → on public notice → confirmed.
 *
 * **Details**
 *
 * Sheets can be submitted, replaced and withdrawn while the round is open; earlier ones are kept. Sealing reports who has
 * not scored. After grading nothing is edited: an amendment with its reason changes or withdraws sheets, facts or awards, grades again and
 * keeps the earlier grading; it needs a notice of its own. A notice runs over both its days; confirming has to wait until
 * it is over.
 *
 * **Refusals**
 *
 * Every member of {@link RoundRefusal}, as data; a refused command changes nothing.
 */
export const GradingRound: Decider<RoundState, RoundCommand, RoundEvent, RoundRefusal, RoundContext> = {
  initial: { phase: "none" },
  decide,
  evolve: evolveRound,
  stored: { schemaVersion: 2, event: RoundEvent, upcasts: { 1: upcastEvent } },
  command: RoundCommand
}
