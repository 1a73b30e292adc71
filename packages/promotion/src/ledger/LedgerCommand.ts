import { Id } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { Problem, RectificationPlan } from "./Problem.ts"

const entry = { problem: Id, unit: Id }
const Words = Schema.NonEmptyString

/** What the ledger of problems can be told. */
export const LedgerCommand = Schema.TaggedUnion({
  /** Opens problems, all or none of them. */
  OpenProblems: { problems: Schema.NonEmptyArray(Problem) },
  /** Says what a unit will do about a problem; a later plan takes the place of an earlier one, which is kept. */
  PlanRectification: { ...entry, plan: RectificationPlan },
  StartRectification: { ...entry, by: Id },
  RecordProgress: { ...entry, by: Id, note: Words },
  SubmitRectification: { ...entry, by: Id, evidence: Schema.NonEmptyArray(Words) },
  /** Closes what was submitted (销号). */
  CloseRectification: { ...entry, verifier: Id, note: Words },
  SendBackRectification: { ...entry, verifier: Id, why: Words },
  /** Opens again what a later look found again (反弹). */
  ReopenProblem: { ...entry, by: Id, why: Words }
})
export type LedgerCommand = typeof LedgerCommand.Type
