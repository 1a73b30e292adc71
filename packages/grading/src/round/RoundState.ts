import type { CalendarDate, Fact } from "@zhengyou/core"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import type { Award } from "../Adjustment.ts"
import type { Grading } from "../Outcome.ts"
import { type Sheet, sheetKey } from "../Sheet.ts"
import type { Completeness } from "./Completeness.ts"
import type { Plan } from "./Plan.ts"
import type { RoundEvent } from "./RoundEvent.ts"

/** The sheets of one rater on one unit: the one that counts, nothing where it was withdrawn, and the earlier ones. */
export interface SheetHistory {
  readonly current: Sheet | undefined
  readonly earlier: ReadonlyArray<Sheet>
}

/** What a round holds from the day it is planned. */
interface Held {
  readonly plan: Plan
  readonly sheets: HashMap.HashMap<string, SheetHistory>
  readonly facts: HashMap.HashMap<string, Fact>
  readonly awards: HashMap.HashMap<string, Award>
}

/** What a graded round holds besides: every grading, the one in force last, and the report of who had not scored. */
interface Graded extends Held {
  readonly completeness: Completeness
  readonly gradings: readonly [Grading, ...Array<Grading>]
}

/** Where a round stands (评定轮次). */
export type RoundState =
  | { readonly phase: "none" }
  | ({ readonly phase: "planned" | "open" } & Held)
  | ({ readonly phase: "sealed"; readonly completeness: Completeness } & Held)
  | ({ readonly phase: "graded" } & Graded)
  | ({ readonly phase: "onNotice"; readonly from: CalendarDate; readonly until: CalendarDate } & Graded)
  | ({
      readonly phase: "confirmed"
      readonly from: CalendarDate
      readonly until: CalendarDate
      readonly on: CalendarDate
    } & Graded)

/** A round that has been planned, in whatever phase. */
export type RunningRound = Exclude<RoundState, { readonly phase: "none" }>

/** The sheets that count, each rater's latest. */
export const sheetsOf = (state: RunningRound): ReadonlyArray<Sheet> =>
  Array.from(HashMap.values(state.sheets)).flatMap(({ current }) => current ?? [])

/** The facts that count, the latest value of each. */
export const roundFactsOf = (state: RunningRound): ReadonlyArray<Fact> => Array.from(HashMap.values(state.facts))

/** The bonus and deduction entries that count, the latest of each. */
export const awardsOf = (state: RunningRound): ReadonlyArray<Award> => Array.from(HashMap.values(state.awards))

/** The grading in force, or nothing before the round is graded. */
export const gradingOf = (state: RoundState): Grading | undefined =>
  "gradings" in state ? state.gradings.at(-1) : undefined

const factKey = (fact: Fact): string => JSON.stringify([fact.unit, fact.fact])

const put = (sheets: Held["sheets"], key: string, current: Sheet | undefined): Held["sheets"] => {
  const before = Option.getOrUndefined(HashMap.get(sheets, key))
  const earlier = before?.current === undefined ? (before?.earlier ?? []) : [...before.earlier, before.current]
  return HashMap.set(sheets, key, { current, earlier })
}

const withFacts = (held: Held["facts"], facts: ReadonlyArray<Fact>): Held["facts"] =>
  facts.reduce((so, fact) => HashMap.set(so, factKey(fact), fact), held)

const awardKey = (award: Award): string => JSON.stringify([award.unit, award.adjustment, award.item])

const withAwards = (held: Held["awards"], awards: ReadonlyArray<Award>): Held["awards"] =>
  awards.reduce((so, award) => HashMap.set(so, awardKey(award), award), held)

/** The state after an event; an event that cannot follow leaves the state as it is. */
export const evolveRound = (state: RoundState, event: RoundEvent): RoundState => {
  if (event._tag === "RoundPlanned") {
    return state.phase === "none"
      ? { phase: "planned", plan: event.plan, sheets: HashMap.empty(), facts: HashMap.empty(), awards: HashMap.empty() }
      : state
  }
  if (state.phase === "none") return state
  switch (event._tag) {
    case "RoundOpened":
      return state.phase === "planned" ? { ...state, phase: "open" } : state
    case "SheetSubmitted":
    case "SheetReplaced":
      return state.phase !== "open"
        ? state
        : { ...state, sheets: put(state.sheets, sheetKey(event.sheet), event.sheet) }
    case "SheetWithdrawn":
      return state.phase !== "open" ? state : { ...state, sheets: put(state.sheets, sheetKey(event), undefined) }
    case "FactRecorded":
      return "gradings" in state ? state : { ...state, facts: withFacts(state.facts, [event.fact]) }
    case "AwardRecorded":
      return "gradings" in state ? state : { ...state, awards: withAwards(state.awards, [event.award]) }
    case "RoundSealed":
      return state.phase === "open" ? { ...state, phase: "sealed", completeness: event.completeness } : state
    case "RoundGraded":
      return state.phase === "sealed" ? { ...state, phase: "graded", gradings: [event.grading] } : state
    case "RoundAmended": {
      if (!("gradings" in state)) return state
      const { plan, completeness, gradings } = state
      const left = event.withdrawn.reduce((so, ref) => put(so, sheetKey(ref), undefined), state.sheets)
      const sheets = event.sheets.reduce((so, sheet) => put(so, sheetKey(sheet), sheet), left)
      const facts = withFacts(state.facts, event.facts)
      const awards = withAwards(state.awards, event.awards)
      return { phase: "graded", plan, completeness, sheets, facts, awards, gradings: [...gradings, event.grading] }
    }
    case "NoticePublished":
      return state.phase === "graded" ? { ...state, phase: "onNotice", from: event.from, until: event.until } : state
    case "RoundConfirmed":
      return state.phase === "onNotice" ? { ...state, phase: "confirmed", on: event.on } : state
  }
}
