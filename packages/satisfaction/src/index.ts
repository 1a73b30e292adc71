export { type Change, change, newcombe, type Paired, pairedChange, Verdict } from "./change.ts"
export { type DesignEstimate, type DesignMethod, designEstimate, designInterval, type SampleCell } from "./design.ts"
export { type CountTable, type PublishedTable, type Withholding, withhold } from "./disclosure.ts"
export { Incomparable, NotEstimable, SurveyInWrongPhase, SurveyPhase, TallyInvalid, TallyProblem } from "./errors.ts"
export { type Estimate, type Estimating, estimate, type PlainShare } from "./estimate.ts"
export { Base, Floor, Formula, Trim } from "./Formula.ts"
export { type Interval, type IntervalMethod, shareInterval } from "./interval.ts"
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
export { formulaPresets } from "./presets.ts"
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
export { type GroupFigure, Invited, type Measured, type Satisfaction, Unmeasured, type Worth } from "./Satisfaction.ts"
export {
  type Design,
  figuresOf,
  type SurveyCommand,
  type SurveyContext,
  SurveyEvent,
  SurveyRound,
  type SurveyState,
  type Turnout,
  turnoutOf
} from "./SurveyRound.ts"
export { satisfactionTextEn } from "./texts/en.ts"
export type { SatisfactionMessage } from "./texts/messages.ts"
export { satisfactionTextZhCN } from "./texts/zh-CN.ts"
