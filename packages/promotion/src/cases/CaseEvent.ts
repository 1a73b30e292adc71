import { CalendarDate, Fact, Id } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { Examination } from "../rules/examine.ts"
import { Assessment } from "./CaseCommand.ts"

/** Which rules a case goes by. */
export const RulesRef = Schema.Struct({ id: Id, version: Id }).annotate({ identifier: "RulesRef" })
export interface RulesRef extends Schema.Schema.Type<typeof RulesRef> {}

const on = CalendarDate

/** What can happen in a case. */
export const CaseEvent = Schema.TaggedUnion({
  Applied: {
    unit: Id,
    rules: RulesRef,
    from: Id,
    to: Id,
    by: Id,
    statement: Schema.String,
    first: Schema.optionalKey(Assessment),
    on
  },
  Admitted: { examination: Examination, by: Id, on },
  AdmissionRefused: { examination: Examination, by: Id, on },
  Reassessed: { assessment: Assessment, facts: Schema.Array(Fact), on },
  Granted: { examination: Examination, by: Id, on },
  Declined: { examination: Examination, by: Id, on },
  NoticePublished: { from: CalendarDate, until: CalendarDate },
  Objected: { by: Id, why: Schema.String, on },
  ObjectionDismissed: { by: Id, why: Schema.String, until: CalendarDate, on },
  ObjectionUpheld: { by: Id, why: Schema.String, on },
  CameIntoForce: { on },
  Withdrawn: { by: Id, why: Schema.String, on }
})
export type CaseEvent = typeof CaseEvent.Type
