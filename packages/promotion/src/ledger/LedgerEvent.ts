import { CalendarDate, Id } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { Problem, Rectification } from "./Problem.ts"

const entry = { problem: Id, unit: Id, on: CalendarDate }

/** What can happen in the ledger of problems. */
export const LedgerEvent = Schema.TaggedUnion({
  ProblemOpened: { problem: Problem, on: CalendarDate },
  RectificationPlanned: { ...entry, rectification: Rectification },
  RectificationStarted: { ...entry, by: Id },
  ProgressRecorded: { ...entry, by: Id, note: Schema.String },
  RectificationSubmitted: { ...entry, by: Id, evidence: Schema.Array(Schema.String) },
  RectificationClosed: { ...entry, verifier: Id, note: Schema.String },
  RectificationSentBack: { ...entry, verifier: Id, why: Schema.String },
  ProblemReopened: { ...entry, by: Id, why: Schema.String }
})
export type LedgerEvent = typeof LedgerEvent.Type
