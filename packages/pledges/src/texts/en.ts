import { type Catalogue, coreTextEn } from "@zhengyou/core"
import type { EvaluationPart } from "../evaluation/EvaluationRules.ts"
import type { PledgePhase } from "../lifecycle/Fulfilment.ts"
import type { Visibility } from "../Pledge.ts"
import { textFindingEn } from "../text/texts/en.ts"
import { structureFindingEn } from "./findings.en.ts"
import type { PledgesMessage } from "./messages.ts"

const phases: Record<PledgePhase, string> = {
  none: "not drafted",
  drafted: "drafted",
  submitted: "submitted for review",
  returned: "returned",
  passed: "passed by the review",
  approved: "approved",
  published: "published",
  reported: "reported as done",
  verified: "verified",
  evaluated: "evaluated",
  withdrawn: "withdrawn"
}

const visibilities: Record<Visibility["_tag"], string> = {
  Public: "public",
  OralOnly: "oral only",
  ByReceivingOrganisation: "published by the receiving organisation"
}

const parts: Record<EvaluationPart, string> = {
  self: "the pledger",
  inspection: "the inspection",
  public: "the public"
}

/** The English texts of pledges' findings, faults and refusals. */
export const pledgesTextEn: Catalogue<PledgesMessage> = {
  ...coreTextEn,
  ...textFindingEn,
  ...structureFindingEn,
  PolicyInvalid: ({ faults }) => `the policy of pledges has ${faults.length} fault(s)`,
  IdTwice: ({ id }) => `the id "${id}" stands twice: choose another`,
  NameReserved: ({ id }) => `"${id}" begins with pledge., which the review knows itself: choose another name`,
  CycleEndsFirst: ({ from, until }) => `ends on ${until}, before it begins on ${from}: correct the days`,
  PublishByOutsideCycle: ({ publishBy, from, until }) =>
    `${publishBy} is outside the cycle of ${from} to ${until}: correct the day`,
  CheckTwice: ({ check, first }) => `the check ${check} is filed under "${first}" already: keep one of them`,
  FieldTwice: ({ field }) => `the field ${field} is required twice: keep one of them`,
  LengthsReversed: ({ minimum, maximum }) =>
    `asks for at least ${minimum} and at most ${maximum} characters: correct them`,
  WeightNegative: ({ part, weight }) => `the weight of "${part}" is ${weight}, below 0: correct it`,
  WeightsAllNought: () => "all weights are 0, so nothing can be scored: give one of them a positive number",
  BandsNotDescending: ({ level, from, above }) =>
    `"${level}" begins at ${from}, not below the ${above} of the level before it: list the best level first`,
  LowestBandAboveNought: ({ level, from }) =>
    `the lowest level "${level}" begins at ${from}, so lower scores have no level: let it begin at 0`,
  BandBeyondFull: ({ level, from, full }) => `"${level}" begins at ${from}, beyond the full score ${full}: correct it`,
  FullNotPositive: ({ full }) => `the full score is ${full}, and must be above 0: correct it`,
  PledgeInWrongPhase: ({ pledge, command, phase, allowed }) =>
    `${command} is not possible while the pledge "${pledge}" is ${phases[phase]}: it must be ${allowed.map((one) => phases[one]).join(" or ")}`,
  OtherPledge: ({ of, opened, given }) => `the ${of} here is "${opened}", not "${given}": give the one it began with`,
  JudgesOwnPledge: ({ pledge, by, command }) =>
    `"${by}" wrote, worked on or answers for the pledge "${pledge}", so ${command} is not for them: let somebody else do so`,
  FindingsOutstanding: ({ pledge, findings }) =>
    `the pledge "${pledge}" cannot pass with ${findings.length} error(s) in it: return it to be written again`,
  NoDeadline: ({ pledge }) => `the pledge "${pledge}" has no deadline: give it one first`,
  DeadlineHasPassed: ({ pledge, due, today }) =>
    `the deadline of the pledge "${pledge}" would be ${due}, and today is ${today}: set a later one`,
  ChannelNotAllowed: ({ pledge, visibility, channel, allowed }) =>
    `the pledge "${pledge}" is ${visibilities[visibility._tag]}, so the channel "${channel}" is not for it: use one of ${allowed.join(", ")}`,
  AmendmentWaits: ({ pledge }) => `an amendment of the pledge "${pledge}" waits for its answer: answer it first`,
  AmendmentUnanswered: ({ pledge }) =>
    `an amendment of the pledge "${pledge}" waits, so it cannot be verified: answer it first; once the pledge is reported, reject it, or send the report back and accept it`,
  NoAmendment: ({ pledge }) => `no amendment of the pledge "${pledge}" waits for an answer: propose one first`,
  EvidenceMissing: ({ pledge }) =>
    `the pledge "${pledge}" was not reported with evidence, so it cannot count as kept: report it first`,
  DeadlineStillRuns: ({ pledge, due, today }) =>
    `the pledge "${pledge}" has time until ${due} and today is ${today}: wait until it is over`,
  ExplanationMissing: ({ pledge }) =>
    `the public was not told why the pledge "${pledge}" was not kept, so it cannot be excused: explain it first`,
  EvaluationRefused: ({ faults }) => `the figures of the evaluation have ${faults.length} fault(s)`,
  ScoreMissing: ({ part }) => `the score that ${parts[part]} gives is missing: give it`,
  ScoreOutOfRange: ({ score, full }) => `the score is ${score}, but must be from 0 to ${full}`,
  NoWeightLeft: () => "nothing here has a weight, so nothing can be scored: give one part a positive number",
  PartWeightNegative: ({ id, weight }) => `the weight of "${id}" is ${weight}, below 0: correct it`,
  PartTwice: ({ id }) => `there is more than one "${id}": keep one of them`,
  NestedTooDeep: ({ limit }) => `is nested deeper than ${limit} levels of parts: use fewer`,
  InspectionRefused: ({ faults }) => `the records of the inspection have ${faults.length} fault(s)`,
  RoundEndsFirst: ({ from, until }) => `ends on ${until}, before it begins on ${from}: correct the days`,
  UnitNotOnRoster: ({ unit }) => `the roster has no unit "${unit}": correct it, or add the unit`,
  UnitTwice: ({ unit }) => `the unit "${unit}" is named twice: name it once`,
  UnitNotInRound: ({ unit }) => `the unit "${unit}" is not in this round: correct it, or take it in`,
  VisitOutsideRound: ({ unit, on, from, until }) =>
    `the visit to "${unit}" on ${on} is outside the round of ${from} to ${until}: correct the day`,
  InspectsItself: ({ unit }) => `the unit "${unit}" cannot inspect itself: let somebody else do so`,
  FindingTwice: ({ finding }) => `the id "${finding}" belongs to another finding: choose another`
}
