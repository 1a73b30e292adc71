import { type Catalogue, citedText, type Named, textIn } from "@zhengyou/core"
import type { Basis } from "../Pledge.ts"
import type { RequiredField } from "../policy/checks.ts"
import type { StructureFinding } from "../review/Finding.ts"

const missing: Record<RequiredField, string> = {
  category: "there is no category, so nobody can file it: choose one of those given",
  measures: "there is no measure, so nothing says how it will be kept: name one or two things that will be done",
  target:
    "there is no target, so nobody can tell whether it was kept: name an indicator, its unit, where it is and where it will be",
  number: "the target has no value, so nobody can tell how much is enough: give a number",
  baseline:
    "the target has no baseline, so nobody can tell whether it improved: say what it is now, and where that figure is found",
  verification: "nothing says how it is verified, so nobody can check it: say who confirms it, and by what",
  deadline: "there is no deadline, so it can never be late: say by when",
  owner: "nobody answers for it: name somebody",
  basis: "it answers to nothing on record: name the need, the problem or the comment that it answers to",
  urgentPosts: "no urgent or difficult task is named: say which one is taken on"
}

const bases: Record<Basis["kind"], string> = { need: "need", problem: "problem", feedback: "comment" }

const ways = { raise: "above", lower: "below", hold: "other than" }

const name = (named: Pick<Named, "name">): string => textIn(named.name, "en")

const list = (known: ReadonlyArray<string>): string => known.slice(0, 10).join(", ") + (known.length > 10 ? ", …" : "")

/** The English texts of what is found in the parts of a pledge: what, why, and what to write instead. */
export const structureFindingEn: Catalogue<StructureFinding> = {
  FieldMissing: ({ field }) => missing[field],
  TargetNotBetter: ({ indicator, direction, baseline, value }) =>
    `the target of "${indicator}" is ${value}, no better than the ${baseline} there is now: give a number ${ways[direction]} ${baseline}`,
  TargetOnlyHolds: ({ indicator }) =>
    `"${indicator}" is only to stay as it is, which is no advance: say to what it will be raised or lowered`,
  CategoryUnknown: ({ category, known }) => `no category is called "${category}": use one of ${list(known.map(name))}`,
  BasisUnknown: ({ kind, id }) =>
    `the ${bases[kind]} "${id}" is not on record: correct its id, or put it on record first`,
  DeadlineOutsideCycle: ({ due, from, until }) =>
    `the deadline ${due} is outside the cycle of ${from} to ${until}, which cannot judge it: set it by ${until}, or pledge the step that can be done in it`,
  DeadlineOnRestDay: ({ due, before, after }) =>
    `the deadline ${due} is not a working day, so nobody is there to verify it: set it on ${before} or ${after}`,
  TooManyOfPledger: ({ count, allowed }) =>
    `there are ${count} pledges of this pledger, and at most ${allowed} are allowed: keep the ${allowed} that matter most`,
  TooManyOfOwner: ({ owner, count, allowed }) =>
    `"${owner}" answers for ${count} pledges at once, and at most ${allowed} are allowed: give the others to somebody else`,
  BaselineUnsourced: ({ indicator }) =>
    `the baseline of "${indicator}" has no source, so nobody can check it: name the record or the statistics`,
  ContentTooShort: ({ length, minimum }) =>
    `the content has ${length} characters, fewer than ${minimum}, too few to be clear: say what is done, for whom and how much of it`,
  ContentTooLong: ({ length, maximum }) =>
    `the content has ${length} characters, more than ${maximum}, too many for a notice: keep the pledge itself`,
  MeasureTooLong: ({ length, maximum }) =>
    `the measure has ${length} characters, more than ${maximum}: make several of it, one thing in each`,
  RuleNotMet: ({ rule, cited, suggestion }) =>
    `"${name(rule)}" is not met (${citedText(cited, "en")}): ${textIn(suggestion, "en")}`,
  RuleNotKnown: ({ rule, cited }) =>
    `"${name(rule)}" cannot be answered (${citedText(cited, "en")}): supply what is unknown`
}
