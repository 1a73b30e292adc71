import { CalendarDate, Exact, Fact, Id } from "@zhengyou/core"
import * as Schema from "effect/Schema"

const Words = Schema.NonEmptyString

/** An assessment of a unit: the level that it gives, the total where there is one, by whom and from what. */
export const Assessment = Schema.Struct({
  level: Id,
  total: Schema.optionalKey(Exact),
  on: CalendarDate,
  by: Id,
  /** The receipt or the stream of the grading that it comes from. */
  source: Schema.optionalKey(Schema.String)
}).annotate({ identifier: "Assessment" })
export interface Assessment extends Schema.Schema.Type<typeof Assessment> {}

/** What a case of promotion or demotion can be told. */
export const CaseCommand = Schema.TaggedUnion({
  /** A unit applies for a level, or an office proposes one; the assessment that gave the present level is kept. */
  Apply: { to: Id, by: Id, statement: Schema.String, first: Schema.optionalKey(Assessment) },
  /** Admits the application, or refuses it with every condition that is not met. */
  ExamineApplication: { by: Id },
  /** Records a second assessment and facts; a later one takes the place of an earlier one, and all are kept. */
  Reassess: { assessment: Assessment, facts: Schema.Array(Fact) },
  Decide: { by: Id },
  /** Puts the decision on public notice, both days included. */
  PublishNotice: { from: CalendarDate, until: CalendarDate },
  Object: { by: Id, why: Words },
  /** Upheld, the case goes back to be assessed again; dismissed, the notice goes on until a day. */
  ResolveObjection: { by: Id, upheld: Schema.Boolean, why: Words, until: CalendarDate },
  PutInForce: {},
  Withdraw: { by: Id, why: Words }
})
export type CaseCommand = typeof CaseCommand.Type
