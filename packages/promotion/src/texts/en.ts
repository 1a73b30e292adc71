import { type Catalogue, citedText, coreTextEn, deadlineText, formatExact, type Named, textIn } from "@zhengyou/core"
import type { CasePhase } from "../cases/errors.ts"
import type { EntryStatus } from "../ledger/Problem.ts"
import type { PromotionMessage } from "./messages.ts"

const name = (named: Pick<Named, "name">): string => textIn(named.name, "en")

const list = (known: ReadonlyArray<string>): string => known.slice(0, 10).join(", ") + (known.length > 10 ? ", …" : "")

const level = (id: string | undefined): string => (id === undefined ? "not graded" : `"${id}"`)

const statuses: Record<EntryStatus, string> = {
  opened: "opened, without a plan",
  planned: "planned",
  inProgress: "in progress",
  submitted: "submitted for verification",
  closed: "closed"
}

const phases: Record<CasePhase, string> = {
  none: "not applied for",
  applied: "applied for",
  admitted: "admitted",
  refused: "not admitted",
  reassessed: "assessed again",
  granted: "granted",
  declined: "declined",
  onNotice: "on public notice",
  suspended: "suspended by an objection",
  inForce: "in force",
  withdrawn: "withdrawn"
}

const lineFields = { title: "what the problem is", kind: "whether it is common", opened: "the day it was found" }

const judges = {
  applicant: "made the application",
  objector: "raised the objection",
  decider: "took the decision that is objected to"
}

/** The English texts of promotion's reasons, faults and refusals. */
export const promotionTextEn: Catalogue<PromotionMessage> = {
  ...coreTextEn,
  UnknownUnit: ({ unit }) => `no unit is called "${unit}": correct it, or add the unit`,
  SurveyedTwice: ({ unit, first }) => `"${unit}" was surveyed already in records[${first}]: keep one`,
  UnknownAspect: ({ aspect, known }) => `the form has no aspect "${aspect}": use one of ${list(known)}`,
  AspectTwice: ({ aspect }) => `the aspect "${aspect}" stands twice: keep one`,
  AspectMissing: ({ unit, aspect }) => `nothing is said of "${name(aspect)}" in "${unit}": give a finding`,
  SurveyRefused: ({ faults }) => `the survey has ${faults.length} fault(s)`,
  ProblemExists: ({ problem }) => `there is a problem "${problem}" already: choose another id`,
  ProblemUnitTwice: ({ unit }) => `the unit "${unit}" is named twice: name it once`,
  NotOneUnit: ({ problem, units }) =>
    `"${problem}" is an individual problem of ${units} units: open one for each, or call it common`,
  NotSeveralUnits: ({ problem }) =>
    `"${problem}" is a common problem of one unit: name the others, or call it individual`,
  LinesDiffer: ({ problem, field }) =>
    `the lines of "${problem}" differ in ${lineFields[field]}: make them the same, or choose another id`,
  PlanMissing: ({ problem, unit, status }) =>
    `"${problem}" in "${unit}" is ${statuses[status]} and has no plan: give its cause, measures, owner and deadline`,
  ClosingIncomplete: ({ problem, unit, lacks }) =>
    `"${problem}" in "${unit}" is closed, but nothing says ${lacks === "closed" ? "on which day" : "who verified it"}: add it`,
  LedgerLinesRefused: ({ faults }) => `the ledger has ${faults.length} fault(s)`,
  AfterAsOf: ({ day, asOf }) => `${day} is after ${asOf}, the day as of which this is told: correct one of them`,
  InForceUndecided: ({ day }) => `comes into force on ${day} without having been decided: give the day of the decision`,
  PromotionInputsRefused: ({ faults }) => `the round of promotion has ${faults.length} fault(s) in its inputs`,
  ProblemsRefused: ({ faults }) => `no problem was opened, because of ${faults.length} fault(s)`,
  NoSuchEntry: ({ problem, unit }) => `the ledger has no problem "${problem}" in "${unit}": open it first`,
  EntryInWrongState: ({ problem, unit, command, status, allowed }) =>
    `${command} is not possible: "${problem}" in "${unit}" is ${statuses[status]} and must be ${allowed.map((one) => statuses[one]).join(" or ")}`,
  VerifiesOwnWork: ({ problem, unit, verifier, isOwner }) =>
    `"${verifier}" ${isOwner ? "answers for" : "worked on"} "${problem}" in "${unit}" and cannot verify it: let somebody else do so`,
  DeadlineHasPassed: ({ problem, unit, due, today }) =>
    `the deadline of "${problem}" in "${unit}" would be ${due}, and today is ${today}: set a later one`,
  UnitExists: ({ unit }) => `there is a unit "${unit}" already: choose another id`,
  UnitNotThere: ({ unit, on }) => `there is no unit "${unit}" on ${on}: correct the unit or the day`,
  NotOnLadder: ({ level: id, known }) => `no level is called "${id}": use one of ${list(known)}`,
  NotInForce: ({ unit, from, inForce }) =>
    `"${unit}" cannot move from "${from}": its level in force is ${level(inForce)}`,
  NotAfterLatest: ({ unit, on, latest }) =>
    `"${unit}" last changed on ${latest}, so nothing can change on ${on}: give a later day`,
  NoMove: ({ unit, level: id }) => `"${unit}" would move from "${id}" to itself: name another level`,
  NamedTwice: ({ unit }) => `the unit "${unit}" is named twice: name it once`,
  MergesIntoItself: ({ unit }) => `"${unit}" cannot go into itself: name another unit`,
  LevelsRefused: ({ faults }) => `nothing was changed in the register, because of ${faults.length} fault(s)`,
  RegisterNotOpen: () => "the register has not been opened: open it with a ladder and the units",
  RegisterIsOpen: () => "the register is open already: found units or put levels in it",
  ListedTwice: ({ unit }) => `"${unit}" is listed twice: keep one`,
  LevelUnknown: ({ unit, level: id }) => `"${unit}" has the level "${id}", which the ladder does not have: correct it`,
  NotThereBefore: ({ unit }) => `"${unit}" changes but is not in the list before: add it there, or found it`,
  ThereBefore: ({ unit }) => `"${unit}" is founded but was there before: remove one of the two`,
  MoveNotFromInForce: ({ unit, from, inForce }) =>
    `"${unit}" is said to move from ${level(from)}, but was ${level(inForce)}: correct the move`,
  ChangedTwice: ({ unit }) => `"${unit}" changes twice between the two days: keep one change`,
  MissingAfter: ({ unit, level: id }) => `"${unit}" should be there after, ${level(id)}: add it, or say that it closed`,
  UnaccountedFor: ({ unit, level: id }) =>
    `"${unit}" is there after, ${level(id)}, and nothing says where from: say that it was founded`,
  LevelDiffers: ({ unit, expected, found }) =>
    `"${unit}" should be ${level(expected)} after and is ${level(found)}: a move is missing, or one of the two is wrong`,
  AccountsDoNotClose: ({ faults }) => `the accounts do not close: ${faults.length} unit(s) do not add up`,
  DatesReversed: ({ from, to }) => `${to} is before ${from}: give the earlier day first`,
  MoreLeaveThanThere: ({ level: of, units, leaving }) =>
    `${leaving} units cannot leave ${name(of)}, which has ${units}: correct the moves`,
  NoSuchLevel: ({ level: id, known }) => `no level is called "${id}": use one of ${list(known)}`,
  IdTaken: ({ id }) => `the id "${id}" is taken: choose another`,
  LevelNotOnLadder: ({ level: id, known }) => `no level is called "${id}": use one of ${list(known)}`,
  NameReserved: ({ id }) =>
    `"${id}" begins with unit., level. or problems., which promotion knows itself: choose another name`,
  PeriodEndsFirst: ({ from, until }) => `ends on ${until}, before it begins on ${from}`,
  WindowOutsideCycle: ({ from, until }) => `reaches beyond the cycle of ${from} to ${until}: keep it inside`,
  GuardsLowest: ({ level: id }) => `"${id}" is the lowest level, so nobody moves up to it: remove it`,
  TargetOnBest: ({ level: id }) => `"${id}" is the best level, so nobody can move up from it: remove the target`,
  ShareOutOfRange: ({ share }) => `is ${share}, but must be a share from 0 to 1`,
  RulesInvalid: ({ faults }) => `the rules of promotion have ${faults.length} fault(s)`,
  NoLevel: () => "the unit is not graded, so it has no level to move from: have it graded first",
  HasLevelAlready: ({ level: of }) => `the unit is ${name(of)} already`,
  StepsTooMany: ({ from, to, steps, allowed }) =>
    `from ${name(from)} to ${name(to)} are ${steps} steps, and one move takes at most ${allowed}`,
  OutsideWindow: ({ today, from, until }) => `applications are taken from ${from} to ${until}, not on ${today}`,
  MovesUsedUp: ({ moves, allowed }) => `the unit has moved up ${moves} time(s) in this cycle, and may do so ${allowed}`,
  Frozen: ({ demotedOn, until }) => `the unit was moved down on ${demotedOn} and may not move up before ${until}`,
  NotMet: ({ requirement, cited }) => `"${name(requirement)}" is not met (${citedText(cited, "en")})`,
  NotKnown: ({ requirement, cited }) =>
    `"${name(requirement)}" cannot be answered (${citedText(cited, "en")}): supply what is unknown`,
  NoDemotion: () => "the rules do not provide for demotion",
  NoGround: ({ grounds }) => `none of the grounds for demotion holds: ${list(grounds.map(name))}`,
  CloseProblem: ({ title, entry }) => {
    const plan = entry.plans.at(-1)
    const due = plan === undefined ? "" : `, ${plan.owner} by ${deadlineText(plan.deadline, "en")}`
    return `close the problem "${textIn(title, "en")}" (${statuses[entry.status]}${due})`
  },
  GainPoints: ({ needed, strict, short, raises }) => {
    const more = strict ? "more than " : ""
    const how = raises.map(({ lever, by }) => `${name(lever)} +${formatExact(by)}`).join(", ")
    return `gain ${more}${formatExact(short)} points, to ${formatExact(needed)}${how === "" ? "" : `: ${how}`}`
  },
  ClimbInMoves: ({ levels, movesPerCycle, cycles }) =>
    `climb in ${levels.length} moves, at most ${movesPerCycle} in a cycle, so in ${cycles} cycle(s): ${levels.map(name).join(", then ")}`,
  CaseInWrongPhase: ({ command, phase, allowed }) =>
    `${command} is not possible while the case is ${phases[phase]}: it must be ${allowed.map((one) => phases[one]).join(" or ")}`,
  NothingToApplyFor: ({ unit, to, inForce, known }) =>
    inForce === to
      ? `"${unit}" is "${to}" already: apply for another level`
      : inForce === undefined
        ? `"${unit}" is not graded, so it cannot apply for "${to}": have it graded first`
        : `no level is called "${to}": use one of ${list(known)}`,
  OtherCase: ({ of, opened, given }) =>
    `the case was opened for the ${of} "${opened}", not for "${given}": give those it was opened with`,
  JudgesOwnCase: ({ by, as }) => `"${by}" ${judges[as]} and cannot judge it: let somebody else do so`,
  AssessmentOffLadder: ({ level: id, known }) =>
    `the assessment gives "${id}", which is no level: use one of ${list(known)}`,
  NotDecidable: ({ reasons }) =>
    `${reasons.length} condition(s) cannot be answered yet: supply the facts that they ask for`,
  NoLongerMet: ({ reasons }) =>
    `what was granted no longer holds, for ${reasons.length} reason(s): it cannot come into force`,
  LevelChangedSince: ({ unit, from, inForce }) =>
    `the case of "${unit}" started from "${from}", but its level in force is ${level(inForce)}: withdraw it and apply again`,
  NoticeDatesWrong: ({ from, until, today }) =>
    `a notice from ${from} to ${until} cannot be published on ${today}: it begins today or later and ends after it begins`,
  NoticeStillRuns: ({ until, today }) => `the notice runs until ${until} and today is ${today}: wait until it is over`,
  ObjectionTooLate: ({ from, until, today }) =>
    `objections are taken during the notice, from ${from} to ${until}, not on ${today}`
}
