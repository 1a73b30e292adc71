import { type Fault, formatPath, Id, InputProblem, Path, render } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { satisfactionTextEn } from "./texts/en.ts"

/** What can be wrong with counts, or with a formula for the questionnaire that they answer. */
export const TallyProblem = Schema.TaggedUnion({
  UnknownSubject: { subject: Schema.String },
  UnknownGroup: { group: Schema.String },
  UnknownQuestion: { question: Schema.String },
  UnknownChoice: { choice: Schema.String },
  UnknownScale: { scale: Schema.String },
  MayNotRate: { group: Schema.String, subject: Schema.String },
  CountedTwice: {},
  BadCount: { found: Schema.Number, limit: Schema.Number },
  MoreAnswersThanBallots: { answers: Schema.Number, ballots: Schema.Number },
  NotInvited: { base: Schema.String },
  NoPoints: { choice: Schema.String },
  AboveFullMarks: {},
  DuplicateId: { id: Schema.String },
  UnknownFormula: { formula: Schema.String, known: Schema.Array(Schema.String) },
  DuplicateToken: { first: Schema.Int },
  UnknownCode: { code: Schema.Int, last: Schema.Int },
  OtherLength: { found: Schema.Int, expected: Schema.Int }
})
export type TallyProblem = typeof TallyProblem.Type

/** A formula or a questionnaire that cannot be used, or counts that do not fit it, with every fault and where it stands. */
export class TallyInvalid extends Schema.TaggedError<TallyInvalid>("@zhengyou/satisfaction/TallyInvalid")(
  "TallyInvalid",
  { faults: Schema.Array(Schema.Struct({ path: Path, problem: Schema.Union([InputProblem, TallyProblem]) })) }
) {
  override get message(): string {
    const faults: ReadonlyArray<Fault<TallyProblem | InputProblem>> = this.faults
    const lines = faults.slice(0, 20).map((f) => `  ${formatPath(f.path)}: ${render(satisfactionTextEn, f.problem)}`)
    return [satisfactionTextEn.TallyInvalid(this), ...lines].join("\n")
  }
}

/** What can be wrong with the figures and deductions that are to be combined. */
export const CombinationProblem = Schema.TaggedUnion({
  UnknownSubject: { subject: Schema.String },
  UnknownMethod: { method: Schema.String },
  CountedTwice: {},
  NotAShare: {},
  NegativePoints: {}
})
export type CombinationProblem = typeof CombinationProblem.Type

/** Figures that cannot be combined, with every fault and where it stands. */
export class CombinationInvalid extends Schema.TaggedError<CombinationInvalid>(
  "@zhengyou/satisfaction/CombinationInvalid"
)("CombinationInvalid", { faults: Schema.Array(Schema.Struct({ path: Path, problem: CombinationProblem })) }) {
  override get message(): string {
    const faults: ReadonlyArray<Fault<CombinationProblem>> = this.faults
    const lines = faults.slice(0, 20).map((f) => `  ${formatPath(f.path)}: ${render(satisfactionTextEn, f.problem)}`)
    return [satisfactionTextEn.CombinationInvalid(this), ...lines].join("\n")
  }
}

/** Figures that must not be compared: they differ in scale, formula, base or frame (口径调整，不可比). */
export class Incomparable extends Schema.TaggedError<Incomparable>("@zhengyou/satisfaction/Incomparable")(
  "Incomparable",
  { subject: Id, before: Schema.String, after: Schema.String }
) {
  override get message(): string {
    return satisfactionTextEn.Incomparable(this)
  }
}

/** A figure whose sampling error cannot be told, and why. */
export class NotEstimable extends Schema.TaggedError<NotEstimable>("@zhengyou/satisfaction/NotEstimable")(
  "NotEstimable",
  {
    reason: Schema.Literals([
      "noAnswers",
      "trimmed",
      "oneAnswer",
      "notACount",
      "population",
      "level",
      "oneQuestion",
      "noVariation"
    ])
  }
) {
  override get message(): string {
    return satisfactionTextEn.NotEstimable(this)
  }
}

/** Where a survey round stands: from its design to its publication. */
export const SurveyPhase = Schema.Literals(["none", "designed", "open", "closed", "counted", "published"])
export type SurveyPhase = typeof SurveyPhase.Type

/** What a survey round does not do in the phase that it is in. */
export class SurveyInWrongPhase extends Schema.TaggedError<SurveyInWrongPhase>(
  "@zhengyou/satisfaction/SurveyInWrongPhase"
)("SurveyInWrongPhase", { phase: SurveyPhase, needed: Schema.Array(SurveyPhase) }) {
  override get message(): string {
    return satisfactionTextEn.SurveyInWrongPhase(this)
  }
}
