import { CalendarDate, Path } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { faultLines } from "../internal/faultLines.ts"
import { promotionTextEn } from "../texts/en.ts"
import { EntryStatus } from "./Problem.ts"

const ref = { problem: Schema.String, unit: Schema.String }

/** The names of the ledger's commands on one line of it. */
export const EntryCommand = Schema.Literals([
  "PlanRectification",
  "StartRectification",
  "RecordProgress",
  "SubmitRectification",
  "CloseRectification",
  "SendBackRectification",
  "ReopenProblem"
])
export type EntryCommand = typeof EntryCommand.Type

/** What can be wrong with problems that are to be opened. */
export const OpeningProblem = Schema.TaggedUnion({
  ProblemExists: { problem: Schema.String },
  ProblemUnitTwice: { unit: Schema.String },
  NotOneUnit: { problem: Schema.String, units: Schema.Int },
  NotSeveralUnits: { problem: Schema.String }
})
export type OpeningProblem = typeof OpeningProblem.Type

/** Problems that cannot be opened, with every fault: none of them was. */
export class ProblemsRefused extends Schema.TaggedError<ProblemsRefused>("@zhengyou/promotion/ProblemsRefused")(
  "ProblemsRefused",
  { faults: Schema.Array(Schema.Struct({ path: Path, problem: OpeningProblem })) }
) {
  override get message(): string {
    return faultLines(promotionTextEn.ProblemsRefused(this), this.faults)
  }
}

/** A problem that the ledger does not have in that unit. */
export class NoSuchEntry extends Schema.TaggedError<NoSuchEntry>("@zhengyou/promotion/NoSuchEntry")(
  "NoSuchEntry",
  ref
) {
  override get message(): string {
    return promotionTextEn.NoSuchEntry(this)
  }
}

/** A step that the state of the rectification does not allow. */
export class EntryInWrongState extends Schema.TaggedError<EntryInWrongState>("@zhengyou/promotion/EntryInWrongState")(
  "EntryInWrongState",
  { ...ref, command: EntryCommand, status: EntryStatus, allowed: Schema.Array(EntryStatus) }
) {
  override get message(): string {
    return promotionTextEn.EntryInWrongState(this)
  }
}

/** A verification by somebody who owned or did the work. */
export class VerifiesOwnWork extends Schema.TaggedError<VerifiesOwnWork>("@zhengyou/promotion/VerifiesOwnWork")(
  "VerifiesOwnWork",
  { ...ref, verifier: Schema.String, isOwner: Schema.Boolean }
) {
  override get message(): string {
    return promotionTextEn.VerifiesOwnWork(this)
  }
}

/** A deadline that has passed on the day it is set. */
export class DeadlineHasPassed extends Schema.TaggedError<DeadlineHasPassed>("@zhengyou/promotion/DeadlineHasPassed")(
  "DeadlineHasPassed",
  { ...ref, due: CalendarDate, today: CalendarDate }
) {
  override get message(): string {
    return promotionTextEn.DeadlineHasPassed(this)
  }
}

/** Every way in which the ledger refuses a command. */
export type LedgerRefusal = ProblemsRefused | NoSuchEntry | EntryInWrongState | VerifiesOwnWork | DeadlineHasPassed
