import { type Catalogue, coreTextEn, type Exact, formatExact, formatRounded } from "@zhengyou/core"
import type { SatisfactionMessage } from "./messages.ts"

const two = { mode: "halfExpand", digits: 2 } as const

const signed = (points: Exact): string => formatRounded(points, two).replace("-", "−")

const points = ({ n, d }: Exact): string => formatRounded({ n: n * 100n, d }, two)
const percent = (share: Exact): string => `${points(share)}%`

const notEstimable = {
  noAnswers: "no answers, so no error can be estimated",
  trimmed: "no error can be estimated after trimming",
  oneAnswer: "a group has one answer only, so no error can be estimated",
  notACount: "counts must be whole, not negative and no more than their total",
  population: "the population is smaller than the number of answers",
  level: "the confidence level must lie between 0 and 1",
  oneQuestion: "the reliability of a scale needs two questions or more",
  noVariation: "all ballots come to the same, so there is nothing to tell"
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
  BelowTurnout: ({ returned, of, group }) =>
    `${group === undefined ? "" : `"${group}": `}${returned} ballots of ${of}: below the turnout asked for`,
  TooFewBallots: ({ returned, needed }) => `${returned} ballots, at least ${needed} needed`,
  GroupMissing: ({ group }) => `the group "${group}" is missing`,
  Up: ({ points }) => `up ${formatRounded(points, two)} points`,
  Down: ({ points }) => `down ${formatRounded({ n: -points.n, d: points.d }, two)} points`,
  NotDistinguishable: ({ points }) => `differs by ${signed(points)} points, which sampling error may explain`,
  UnknownFormula: ({ formula, known }) => `no formula is called "${formula}": use one of ${known.join(", ")}`,
  UnknownCode: ({ code, last }) => `the code ${code} stands for nothing: codes are from 0 to ${last}`,
  OtherLength: ({ found, expected }) =>
    `the column has ${found} rows, but subjects has ${expected}: give each ballot a row`,
  DuplicateToken: ({ first }) => `the token was used before, by ballot ${first + 1}`,
  UnknownMethod: ({ method }) => `the combination has no method "${method}"`,
  NotAShare: () => "a figure is a share from 0 to 1, its interval in order",
  NegativePoints: () => "a deduction is not negative",
  CombinationInvalid: ({ faults }) => `the figures to be combined have ${faults.length} faults`,
  MethodCounted: ({ method, rate, weight }) => `"${method}": ${percent(rate)} with a weight of ${percent(weight)}`,
  MethodMissing: ({ method }) => `the method "${method}" has no figure`,
  RectificationDeducted: ({ item, points }) => `"${item}" costs ${formatExact(points)} points`,
  RectificationKept: ({ full, kept }) => `rectification: ${points(kept)} of ${points(full)} points are left`,
  Combined: ({ satisfaction, total }) => `satisfaction ${percent(satisfaction)}, in all ${points(total)} points`,
  StraightLined: ({ group, ballots, of }) =>
    `"${group}": ${ballots} of ${of} complete ballots answer every question alike`,
  AlikeInARow: ({ group, at, ballots }) => `"${group}": ${ballots} ballots in a row are alike, from ballot ${at + 1} on`
}
