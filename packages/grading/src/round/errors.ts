import { CalendarDate, formatPath, Path, render } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { InputsProblem } from "../internal/inputFaults.ts"
import { roundTextEn } from "../texts/en/round.ts"

/** The phases of a round, in order; `none` before it is planned. */
export const Phase = Schema.Literals(["none", "planned", "open", "sealed", "graded", "onNotice", "confirmed"])
export type Phase = typeof Phase.Type

/** What can be wrong with what a round is told: {@link InputsProblem}, and what only a round can know. */
export const RoundProblem = Schema.Union([
  InputsProblem,
  Schema.TaggedUnion({
    AlreadySubmitted: { unit: Schema.String, panel: Schema.String, rater: Schema.String },
    NoSuchSheet: { unit: Schema.String, panel: Schema.String, rater: Schema.String },
    AssignedTwice: { panel: Schema.String, rater: Schema.String, first: Schema.Int },
    NotAssigned: { unit: Schema.String, panel: Schema.String, rater: Schema.String }
  })
])
export type RoundProblem = typeof RoundProblem.Type

const SheetRef = { unit: Schema.String, panel: Schema.String, rater: Schema.String }

/** A command that the phase of the round does not allow. */
export class RoundInWrongPhase extends Schema.TaggedError<RoundInWrongPhase>("@zhengyou/grading/RoundInWrongPhase")(
  "RoundInWrongPhase",
  {
    command: Schema.Literals([
      "PlanRound",
      "OpenRound",
      "SubmitSheets",
      "ReplaceSheet",
      "WithdrawSheet",
      "RecordFacts",
      "RecordAwards",
      "SealRound",
      "GradeRound",
      "AmendRound",
      "PublishNotice",
      "ConfirmRound"
    ]),
    phase: Phase,
    allowed: Schema.Array(Phase)
  }
) {
  override get message(): string {
    return roundTextEn.RoundInWrongPhase(this)
  }
}

/** Units, sheets or facts that a round refuses, with every fault: nothing of the command is recorded. */
export class RoundInputsRefused extends Schema.TaggedError<RoundInputsRefused>("@zhengyou/grading/RoundInputsRefused")(
  "RoundInputsRefused",
  { faults: Schema.Array(Schema.Struct({ path: Path, problem: RoundProblem })) }
) {
  override get message(): string {
    const lines = this.faults
      .slice(0, 20)
      .map(({ path, problem }) => `  ${formatPath(path)}: ${render(roundTextEn, problem)}`)
    return [roundTextEn.RoundInputsRefused(this), ...lines].join("\n")
  }
}

/** A sheet to replace or withdraw that is not there. */
export class NoSuchSheet extends Schema.TaggedError<NoSuchSheet>("@zhengyou/grading/NoSuchSheet")(
  "NoSuchSheet",
  SheetRef
) {
  override get message(): string {
    return roundTextEn.NoSuchSheet(this)
  }
}

/** A notice of outcomes of which some are blocked or undetermined. */
export class OutcomesNotSettled extends Schema.TaggedError<OutcomesNotSettled>("@zhengyou/grading/OutcomesNotSettled")(
  "OutcomesNotSettled",
  { units: Schema.Array(Schema.String) }
) {
  override get message(): string {
    return roundTextEn.OutcomesNotSettled(this)
  }
}

/** A confirmation while the public notice still runs. */
export class NoticeNotOver extends Schema.TaggedError<NoticeNotOver>("@zhengyou/grading/NoticeNotOver")(
  "NoticeNotOver",
  {
    until: CalendarDate,
    today: CalendarDate
  }
) {
  override get message(): string {
    return roundTextEn.NoticeNotOver(this)
  }
}

/** A notice that ends before it begins. */
export class NoticeEndsBeforeItBegins extends Schema.TaggedError<NoticeEndsBeforeItBegins>(
  "@zhengyou/grading/NoticeEndsBeforeItBegins"
)("NoticeEndsBeforeItBegins", { from: CalendarDate, until: CalendarDate }) {
  override get message(): string {
    return roundTextEn.NoticeEndsBeforeItBegins(this)
  }
}

/** An amendment that changes nothing. */
export class NothingToAmend extends Schema.TaggedError<NothingToAmend>("@zhengyou/grading/NothingToAmend")(
  "NothingToAmend",
  {}
) {
  override get message(): string {
    return roundTextEn.NothingToAmend(this)
  }
}

/** Every way in which a round refuses a command. */
export type RoundRefusal =
  | RoundInWrongPhase
  | RoundInputsRefused
  | NoSuchSheet
  | OutcomesNotSettled
  | NoticeNotOver
  | NoticeEndsBeforeItBegins
  | NothingToAmend
