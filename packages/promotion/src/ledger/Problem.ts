import { Deadline, Id, Term, Text } from "@zhengyou/core"
import * as Schema from "effect/Schema"

/**
 * Something that was found wrong (问题): common to several units (共性问题), or of one unit (个性问题).
 *
 * **Details**
 *
 * `aspect` is the survey's, where the problem comes from one. A common problem is rectified in each of its units by itself.
 */
export const Problem = Schema.Struct({
  id: Id,
  title: Text,
  kind: Schema.Literals(["common", "individual"]),
  units: Schema.NonEmptyArray(Id),
  aspect: Schema.optionalKey(Id)
}).annotate({ identifier: "Problem" })
export interface Problem extends Schema.Schema.Type<typeof Problem> {}

const Words = Schema.NonEmptyString

/** What a unit sets out to do about a problem (整改方案): the cause, the measures, who answers for them, and by when. */
export const Rectification = Schema.Struct({
  cause: Words,
  measures: Schema.NonEmptyArray(Words),
  owner: Id,
  deadline: Deadline
}).annotate({ identifier: "Rectification" })
export interface Rectification extends Schema.Schema.Type<typeof Rectification> {}

/** A rectification as it is proposed: its term is not computed yet. */
export const RectificationPlan = Schema.Struct({
  cause: Words,
  measures: Schema.NonEmptyArray(Words),
  owner: Id,
  term: Term
}).annotate({ identifier: "RectificationPlan" })
export interface RectificationPlan extends Schema.Schema.Type<typeof RectificationPlan> {}

/** How far a unit is with a problem: 未启动、已定方案、整改中、待验收、已销号. */
export const EntryStatus = Schema.Literals(["opened", "planned", "inProgress", "submitted", "closed"])
export type EntryStatus = typeof EntryStatus.Type
