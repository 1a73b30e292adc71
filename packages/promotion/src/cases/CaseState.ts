import type { CalendarDate, Fact, Id } from "@zhengyou/core"
import type { Examination } from "../rules/examine.ts"
import type { Assessment } from "./CaseCommand.ts"
import type { CaseEvent, RulesRef } from "./CaseEvent.ts"
import type { CasePhase } from "./errors.ts"

/** A case that has been opened, in whatever phase. */
export interface OpenCase {
  readonly phase: Exclude<CasePhase, "none">
  readonly unit: Id
  readonly rules: RulesRef
  readonly from: Id
  readonly to: Id
  readonly applicant: Id
  /** Every assessment, the first kept and the one that counts last. */
  readonly assessments: ReadonlyArray<Assessment>
  /** The facts that count: those of the latest assessment. */
  readonly facts: ReadonlyArray<Fact>
  /** What the rules said, step by step. */
  readonly examinations: ReadonlyArray<Examination>
  readonly decidedBy?: Id
  readonly notice?: { readonly from: CalendarDate; readonly until: CalendarDate }
  readonly objection?: { readonly by: Id; readonly why: string }
  readonly inForceOn?: CalendarDate
}

/** Where a case stands (晋级申请). */
export type CaseState = { readonly phase: "none" } | OpenCase

const decided = (state: OpenCase, event: { readonly examination: Examination; readonly by: Id }) => ({
  ...state,
  examinations: [...state.examinations, event.examination],
  decidedBy: event.by
})

const withoutObjection = ({ objection: _, ...state }: OpenCase): OpenCase => state

/** An upheld objection sets the decision and the notice aside. */
const setAside = (state: OpenCase): OpenCase => {
  const { notice: _, decidedBy: __, ...rest } = withoutObjection(state)
  return { ...rest, phase: "admitted" }
}

/** The case after an event; an event that cannot follow leaves it as it is. */
export const evolveCase = (state: CaseState, event: CaseEvent): CaseState => {
  if (event._tag === "Applied") {
    if (state.phase !== "none") return state
    const { unit, rules, from, to, by, first } = event
    const assessments = first === undefined ? [] : [first]
    return { phase: "applied", unit, rules, from, to, applicant: by, assessments, facts: [], examinations: [] }
  }
  if (state.phase === "none") return state
  switch (event._tag) {
    case "Admitted":
      return { ...state, phase: "admitted", examinations: [...state.examinations, event.examination] }
    case "AdmissionRefused":
      return { ...state, phase: "refused", examinations: [...state.examinations, event.examination] }
    case "Reassessed": {
      const assessments = [...state.assessments, event.assessment]
      return { ...state, phase: "reassessed", assessments, facts: event.facts }
    }
    case "Granted":
      return { ...decided(state, event), phase: "granted" }
    case "Declined":
      return { ...decided(state, event), phase: "declined" }
    case "NoticePublished":
      return { ...state, phase: "onNotice", notice: { from: event.from, until: event.until } }
    case "Objected":
      return { ...state, phase: "suspended", objection: { by: event.by, why: event.why } }
    case "ObjectionDismissed": {
      const from = state.notice?.from ?? event.on
      return { ...withoutObjection(state), phase: "onNotice", notice: { from, until: event.until } }
    }
    case "ObjectionUpheld":
      return setAside(state)
    case "CameIntoForce":
      return { ...state, phase: "inForce", inForceOn: event.on }
    case "Withdrawn":
      return { ...state, phase: "withdrawn" }
  }
}
