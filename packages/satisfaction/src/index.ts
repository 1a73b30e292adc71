export { type BallotColumns, ballotGroups, countBallotColumns } from "./ballotColumns.ts"
export { type BoxedBallot, type CountedBallots, countBallots, type FaultyBallots } from "./ballots.ts"
export { type Change, change, newcombe, type Paired, pairedChange, Verdict } from "./change.ts"
export { combinationPresets } from "./combinationPresets.ts"
export {
  Combination,
  CombinationReason,
  type CombinedFigure,
  combine,
  type Deduction,
  type MethodFigure
} from "./combine.ts"
export { type DesignEstimate, type DesignMethod, designEstimate, designInterval, type SampleCell } from "./design.ts"
export { type CountTable, type PublishedTable, type Withholding, withhold } from "./disclosure.ts"
export {
  CombinationInvalid,
  CombinationProblem,
  Incomparable,
  NotEstimable,
  SurveyInWrongPhase,
  SurveyPhase,
  TallyInvalid,
  TallyProblem
} from "./errors.ts"
export { type Estimate, type Estimating, estimate, type PlainShare } from "./estimate.ts"
export { Base, Floor, Formula, Trim, TurnoutFloor } from "./Formula.ts"
export { type GateResult, passesGate, RateGate } from "./gate.ts"
export { type Interval, type IntervalMethod, shareInterval } from "./interval.ts"
export { type LinkedPost, linkedLeader } from "./leader.ts"
export {
  Link,
  type LinkedScore,
  leaderScore,
  linkedEstimate,
  linkedScore,
  type Post,
  rateFacts,
  scoreFacts
} from "./link.ts"
export { adjustedForMany, type Places, placesOf, verdictsOnMany } from "./many.ts"
export { measure } from "./measure.ts"
export { type Closing, percentRow } from "./percentRow.ts"
export { formulaPresets, formulasFor } from "./presets.ts"
export {
  Choice,
  ChoiceKind,
  marksScale,
  pollOf,
  Question,
  Questionnaire,
  RespondentGroup,
  Scale
} from "./Questionnaire.ts"
export { type BallotFlag, ballotQuality, cronbachAlpha, type FlagLimits, type ScaleReliability } from "./quality.ts"
export { linkedByRank, RankLink } from "./rankLink.ts"
export { type GroupFigure, Invited, type Measured, type Satisfaction, Unmeasured, type Worth } from "./Satisfaction.ts"
export { Leader, parseSurveyPlan, SurveyPlan } from "./SurveyPlan.ts"
export {
  type Design,
  figuresOf,
  SurveyCommand,
  type SurveyContext,
  SurveyEvent,
  SurveyRound,
  type SurveyState,
  type Turnout,
  turnoutOf
} from "./SurveyRound.ts"
export { scalePresets } from "./scalePresets.ts"
export { type GroupRow, type SurveyFigure, type SurveyFigures, type SurveyRow, surveyFigures } from "./surveyFigures.ts"
export { satisfactionTextEn } from "./texts/en.ts"
export type { SatisfactionMessage } from "./texts/messages.ts"
export { satisfactionTextZhCN } from "./texts/zh-CN.ts"
