import { type CalendarDate, type Decider, type Fact, levelRank, type Unit } from "@zhengyou/core"
import * as Result from "effect/Result"
import type { LevelRecord } from "../levels/Standing.ts"
import { type Candidate, type Examination, examine } from "../rules/examine.ts"
import type { PromotionReason } from "../rules/PromotionReason.ts"
import type { PromotionRules } from "../rules/PromotionRules.ts"
import { CaseCommand } from "./CaseCommand.ts"
import { CaseEvent } from "./CaseEvent.ts"
import { type CaseState, evolveCase, type OpenCase } from "./CaseState.ts"
import {
  AssessmentOffLadder,
  CaseInWrongPhase,
  type CasePhase,
  type CaseRefusal,
  JudgesOwnCase,
  LevelChangedSince,
  NoLongerMet,
  NotDecidable,
  NothingToApplyFor,
  NoticeDatesWrong,
  NoticeStillRuns,
  ObjectionTooLate,
  OtherCase
} from "./errors.ts"

/** What a case needs to know of the world: the day, the rules, and the unit's level and problems as they are on that day. */
export interface CaseContext {
  readonly today: CalendarDate
  readonly rules: PromotionRules
  readonly unit: Unit
  readonly record: LevelRecord
  readonly problems: { readonly open: number; readonly closed: number }
  /** What else is known of the unit; facts of the second assessment take the place of those of the same name. */
  readonly facts: ReadonlyArray<Fact>
}

type Decision = Result.Result<ReadonlyArray<CaseEvent>, CaseRefusal>

type Of<Tag extends CaseCommand["_tag"]> = Extract<CaseCommand, { readonly _tag: Tag }>

const happened = (event: CaseEvent): Decision => Result.succeed([event])

const knownLevels = ({ rules }: CaseContext): ReadonlyArray<string> => rules.ladder.map(({ id }) => id)

const offLadder = (context: CaseContext, level: string): AssessmentOffLadder | undefined =>
  levelRank(context.rules.ladder, level) < 0
    ? new AssessmentOffLadder({ level, known: knownLevels(context) })
    : undefined

const apply = (command: Of<"Apply">, context: CaseContext): Decision => {
  const { to, by, statement, first } = command
  const { unit, record, rules, today } = context
  const known = knownLevels(context)
  const from = record.level
  if (from === undefined || from === to || !known.includes(to)) {
    const inForce = from === undefined ? {} : { inForce: from }
    return Result.fail(new NothingToApplyFor({ unit: unit.id, to, ...inForce, known }))
  }
  const wrong = first === undefined ? undefined : offLadder(context, first.level)
  if (wrong !== undefined) return Result.fail(wrong)
  const ref = { id: rules.id, version: rules.version }
  const assessed = first === undefined ? {} : { first }
  return happened({ _tag: "Applied", unit: unit.id, rules: ref, from, to, by, statement, ...assessed, on: today })
}

const candidateOf = (state: OpenCase, { unit, record, problems, facts }: CaseContext): Candidate => {
  const assessed = state.assessments.at(-1)?.level
  return { unit, record, problems, facts: [...facts, ...state.facts], ...(assessed === undefined ? {} : { assessed }) }
}

const examined = (state: OpenCase, context: CaseContext, stage: Examination["stage"]): Examination =>
  examine(context.rules, candidateOf(state, context), state.to, stage, context.today)

const isUnknown = ({ _tag }: PromotionReason): boolean => _tag === "NotKnown"

/** A move starts from the level in force: a case that was opened on another one cannot go on. */
const changedSince = (state: OpenCase, { record }: CaseContext): LevelChangedSince | undefined =>
  record.level === state.from
    ? undefined
    : new LevelChangedSince({
        unit: state.unit,
        from: state.from,
        ...(record.level === undefined ? {} : { inForce: record.level })
      })

const admit = (state: OpenCase, by: string, context: CaseContext): Decision => {
  const examination = examined(state, context, "application")
  const { against } = examination
  if (against.length > 0 && against.every(isUnknown)) return Result.fail(new NotDecidable({ reasons: against }))
  const _tag = against.length === 0 ? "Admitted" : "AdmissionRefused"
  return happened({ _tag, examination, by, on: context.today })
}

const conclude = (state: OpenCase, by: string, context: CaseContext): Decision => {
  const examination = examined(state, context, "decision")
  const { against } = examination
  if (against.length > 0 && against.every(isUnknown)) return Result.fail(new NotDecidable({ reasons: against }))
  const _tag = against.length === 0 ? "Granted" : "Declined"
  return happened({ _tag, examination, by, on: context.today })
}

const publish = ({ from, until }: Of<"PublishNotice">, { today }: CaseContext): Decision =>
  from <= until && today <= from
    ? happened({ _tag: "NoticePublished", from, until })
    : Result.fail(new NoticeDatesWrong({ from, until, today }))

const object = ({ notice }: OpenCase, { by, why }: Of<"Object">, { today }: CaseContext): Decision => {
  const { from, until } = notice ?? { from: today, until: today }
  return from <= today && today <= until
    ? happened({ _tag: "Objected", by, why, on: today })
    : Result.fail(new ObjectionTooLate({ from, until, today }))
}

const resolve = (state: OpenCase, command: Of<"ResolveObjection">, { today }: CaseContext): Decision => {
  const { by, upheld, why, until } = command
  if (state.objection?.by === by) return Result.fail(new JudgesOwnCase({ by, as: "objector" }))
  if (state.decidedBy === by) return Result.fail(new JudgesOwnCase({ by, as: "decider" }))
  if (upheld) return happened({ _tag: "ObjectionUpheld", by, why, on: today })
  const { from } = state.notice ?? { from: today }
  return today <= until
    ? happened({ _tag: "ObjectionDismissed", by, why, until, on: today })
    : Result.fail(new NoticeDatesWrong({ from, until, today }))
}

const putInForce = (state: OpenCase, context: CaseContext): Decision => {
  const { today } = context
  const until = state.notice?.until ?? today
  if (today <= until) return Result.fail(new NoticeStillRuns({ until, today }))
  const { against } = examined(state, context, "decision")
  return against.length > 0
    ? Result.fail(new NoLongerMet({ reasons: against }))
    : happened({ _tag: "CameIntoForce", on: today })
}

const allowedPhases: { readonly [C in CaseCommand["_tag"]]: ReadonlyArray<CasePhase> } = {
  Apply: ["none"],
  ExamineApplication: ["applied"],
  Reassess: ["admitted", "reassessed"],
  Decide: ["reassessed"],
  PublishNotice: ["granted"],
  Object: ["onNotice"],
  ResolveObjection: ["suspended"],
  PutInForce: ["onNotice"],
  Withdraw: ["applied", "admitted", "reassessed", "granted", "onNotice", "suspended"]
}

/** Who examines, assesses, decides or resolves by a command. */
const judgeOf = (command: CaseCommand): string | undefined => {
  switch (command._tag) {
    case "ExamineApplication":
    case "Decide":
    case "ResolveObjection":
      return command.by
    case "Reassess":
      return command.assessment.by
    default:
      return undefined
  }
}

/** Nobody decides on their own application, and nothing goes on with another unit, other rules or another level. */
const standsInTheWay = (state: OpenCase, command: CaseCommand, context: CaseContext): CaseRefusal | undefined => {
  const { unit, rules } = context
  if (unit.id !== state.unit) return new OtherCase({ of: "unit", opened: state.unit, given: unit.id })
  const [opened, given] = [state.rules, rules].map(({ id, version }) => `${id} ${version}`)
  if (opened !== given) return new OtherCase({ of: "rules", opened: opened ?? "", given: given ?? "" })
  if (command._tag === "Withdraw") return undefined
  const judge = judgeOf(command)
  if (judge === state.applicant) return new JudgesOwnCase({ by: judge, as: "applicant" })
  return changedSince(state, context)
}

const decideOpen = (state: OpenCase, command: Exclude<CaseCommand, Of<"Apply">>, context: CaseContext): Decision => {
  const refusal = standsInTheWay(state, command, context)
  if (refusal !== undefined) return Result.fail(refusal)
  const { today } = context
  switch (command._tag) {
    case "ExamineApplication":
      return admit(state, command.by, context)
    case "Reassess": {
      const { assessment, facts } = command
      const wrong = offLadder(context, assessment.level)
      return wrong === undefined ? happened({ _tag: "Reassessed", assessment, facts, on: today }) : Result.fail(wrong)
    }
    case "Decide":
      return conclude(state, command.by, context)
    case "PublishNotice":
      return publish(command, context)
    case "Object":
      return object(state, command, context)
    case "ResolveObjection":
      return resolve(state, command, context)
    case "PutInForce":
      return putInForce(state, context)
    case "Withdraw":
      return happened({ _tag: "Withdrawn", by: command.by, why: command.why, on: today })
  }
}

const decide = (state: CaseState, command: CaseCommand, context: CaseContext): Decision => {
  const allowed = allowedPhases[command._tag]
  const { phase } = state
  if (!allowed.includes(phase)) return Result.fail(new CaseInWrongPhase({ command: command._tag, phase, allowed }))
  if (command._tag === "Apply") return apply(command, context)
  return state.phase === "none"
    ? Result.fail(new CaseInWrongPhase({ command: command._tag, phase, allowed }))
    : decideOpen(state, command, context)
}

/**
 * A case of promotion or demotion (晋级、降级) as a decider: applied → admitted → assessed again → granted → on public notice → in force.
 *
 * **Details**
 *
 * An application is admitted, or refused with every condition that is not met. A second assessment decides; the first is kept. An objection
 * suspends the case: dismissed, the notice goes on; upheld, the unit is assessed again. Before the level comes into force the rules are
 * asked once more, so that a problem found again in the meantime stops it. Nobody decides on their own application or on an objection to
 * their own decision. The move itself is then made in the {@link LevelRegister}.
 *
 * **Refusals**
 *
 * Every member of {@link CaseRefusal}, as data; a refused command changes nothing.
 */
export const PromotionCase: Decider<CaseState, CaseCommand, CaseEvent, CaseRefusal, CaseContext> = {
  initial: { phase: "none" },
  decide,
  evolve: evolveCase,
  stored: { schemaVersion: 1, event: CaseEvent },
  command: CaseCommand
}
