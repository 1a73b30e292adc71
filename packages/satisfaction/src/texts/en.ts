import { type Catalogue, coreTextEn, formatRounded } from "@zhengyou/core"
import type { SatisfactionMessage } from "./messages.ts"

const two = { mode: "halfExpand", digits: 2 } as const

const notEstimable = {
  noAnswers: "no answers, so no error can be estimated",
  trimmed: "no error can be estimated after trimming",
  oneAnswer: "a group has one answer only, so no error can be estimated",
  notACount: "counts must be whole, not negative and no more than their total",
  population: "the population is smaller than the number of answers",
  level: "the confidence level must lie between 0 and 1"
}

const phases = {
  none: "not designed",
  designed: "designed",
  open: "open",
  closed: "closed",
  counted: "counted",
  published: "published"
}

/** The English texts of satisfaction's figures, verdicts and refusals. */
export const satisfactionTextEn: Catalogue<SatisfactionMessage> = {
  ...coreTextEn,
  UnknownSubject: ({ subject }) => `the questionnaire has no subject "${subject}"`,
  UnknownGroup: ({ group }) => `the questionnaire has no group "${group}"`,
  UnknownQuestion: ({ question }) => `the questionnaire has no question "${question}"`,
  UnknownChoice: ({ choice }) => `the question has no choice "${choice}"`,
  UnknownScale: ({ scale }) => `the questionnaire has no scale "${scale}"`,
  MayNotRate: ({ group, subject }) => `the group "${group}" does not rate "${subject}"`,
  CountedTwice: () => "counted twice",
  BadCount: ({ found, limit }) => `a count is a whole number from 0 to ${limit}, not ${found}`,
  MoreAnswersThanBallots: ({ answers, ballots }) => `${answers} answers on ${ballots} ballots`,
  NotInvited: ({ base }) => `the formula divides by the number of ballots ${base}, which is not given`,
  NoPoints: ({ choice }) => `the formula has no points for the choice "${choice}"`,
  AboveFullMarks: () => "more points than full marks",
  DuplicateId: ({ id }) => `"${id}" stands twice`,
  TallyInvalid: ({ faults }) => `the counts or the formula have ${faults.length} faults`,
  Incomparable: () => "not comparable: scale, formula, base or frame has changed",
  NotEstimable: ({ reason }) => notEstimable[reason],
  SurveyInWrongPhase: ({ phase, needed }) =>
    `the round is ${phases[phase]}, not ${needed.map((p) => phases[p]).join(" or ")}`,
  NothingReturned: () => "no ballots were returned",
  NoBase: ({ group, question }) => `no ballots of "${group}" count on "${question}"`,
  OverReturned: ({ group, returned, issued }) => `"${group}": ${returned} ballots returned, ${issued} issued: void`,
  BelowTurnout: ({ returned, of }) => `${returned} ballots of ${of}: below the turnout asked for`,
  TooFewBallots: ({ returned, needed }) => `${returned} ballots, at least ${needed} needed`,
  GroupMissing: ({ group }) => `the group "${group}" is missing`,
  Up: ({ points }) => `up ${formatRounded(points, two)} points`,
  Down: ({ points }) => `down ${formatRounded({ n: -points.n, d: points.d }, two)} points`,
  NotDistinguishable: ({ points }) =>
    `differs by ${formatRounded(points, two)} points, which sampling error may explain`
}
