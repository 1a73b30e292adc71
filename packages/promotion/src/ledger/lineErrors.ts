import { Path } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { DatesReversed } from "../closure/errors.ts"
import { faultLines } from "../internal/faultLines.ts"
import { promotionTextEn } from "../texts/en.ts"
import { DeadlineHasPassed, OpeningProblem, VerifiesOwnWork } from "./errors.ts"
import { EntryStatus } from "./Problem.ts"

const ref = { problem: Schema.String, unit: Schema.String }

/** What can be wrong with the lines of a ledger that is kept as a table. */
export const LedgerLineProblem = Schema.TaggedUnion({
  /** Lines of one problem that tell different things of it. */
  LinesDiffer: { problem: Schema.String, field: Schema.Literals(["title", "kind", "opened"]) },
  PlanMissing: { ...ref, status: EntryStatus },
  ClosingIncomplete: { ...ref, lacks: Schema.Literals(["closed", "verifier"]) }
})
export type LedgerLineProblem = typeof LedgerLineProblem.Type

/** Lines of which no ledger can be made, with every fault. */
export class LedgerLinesRefused extends Schema.TaggedError<LedgerLinesRefused>(
  "@zhengyou/promotion/LedgerLinesRefused"
)("LedgerLinesRefused", {
  faults: Schema.Array(
    Schema.Struct({
      path: Path,
      problem: Schema.Union([LedgerLineProblem, OpeningProblem, DatesReversed, DeadlineHasPassed, VerifiesOwnWork])
    })
  )
}) {
  override get message(): string {
    return faultLines(promotionTextEn.LedgerLinesRefused(this), this.faults)
  }
}
