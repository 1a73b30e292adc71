import type { CalendarDate, Id, Ladder, Unit } from "@zhengyou/core"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import type { RegisterEvent } from "./RegisterEvent.ts"
import type { LevelRecord, Move, Standing } from "./Standing.ts"

/** A stretch of a unit's history: from which day on it has which level, none where it is not graded, and by what. */
export interface Span {
  readonly from: CalendarDate
  readonly level: Id | undefined
  readonly source: string
}

/** How a unit came to its end. */
export type Ending = "closed" | "merged" | "split"

/** A unit in the register, from its first day to the day on which it is no longer there. */
export interface Enrolled {
  readonly unit: Unit
  readonly from: CalendarDate
  readonly spans: ReadonlyArray<Span>
  readonly moves: ReadonlyArray<Move>
  readonly until?: CalendarDate
  readonly ending?: Ending
  /** The units that it went into. */
  readonly successors: ReadonlyArray<Id>
}

/** The register of levels in force (等级册). */
export type LevelRegisterState =
  | { readonly phase: "none" }
  | { readonly phase: "open"; readonly ladder: Ladder; readonly units: HashMap.HashMap<Id, Enrolled> }

/** A register that has been opened. */
export type OpenRegister = Extract<LevelRegisterState, { readonly phase: "open" }>

/** A unit of the register, or nothing. */
export const enrolledOf = (state: LevelRegisterState, unit: Id): Enrolled | undefined =>
  state.phase === "none" ? undefined : Option.getOrUndefined(HashMap.get(state.units, unit))

/** Every unit of the register, past and present, in the order of their ids. */
export const allEnrolled = (state: LevelRegisterState): ReadonlyArray<Enrolled> =>
  state.phase === "none"
    ? []
    : Array.from(HashMap.values(state.units)).toSorted((a, b) => (a.unit.id < b.unit.id ? -1 : 1))

/** Whether a unit of the register is there on a day. */
export const isThere = ({ from, until }: Enrolled, day: CalendarDate): boolean =>
  from <= day && (until === undefined || day < until)

/** The level of a unit on a day; nothing where it was not graded or not there. */
export const levelOn = (enrolled: Enrolled, day: CalendarDate): Id | undefined =>
  isThere(enrolled, day) ? enrolled.spans.findLast(({ from }) => from <= day)?.level : undefined

/** The units that are there on a day, with their levels: what a roster with levels said on that day. */
export const standingsOn = (state: LevelRegisterState, day: CalendarDate): ReadonlyArray<Standing> =>
  allEnrolled(state).flatMap((enrolled): ReadonlyArray<Standing> => {
    if (!isThere(enrolled, day)) return []
    const level = levelOn(enrolled, day)
    return [{ unit: enrolled.unit.id, ...(level === undefined ? {} : { level }) }]
  })

/** What the rules of promotion ask of a unit's past, as of a day. */
export const levelRecordOn = (state: LevelRegisterState, unit: Id, day: CalendarDate): LevelRecord => {
  const enrolled = enrolledOf(state, unit)
  if (enrolled === undefined || !isThere(enrolled, day)) return { moves: [] }
  const moves = enrolled.moves.filter(({ on }) => on <= day)
  const level = levelOn(enrolled, day)
  if (level === undefined) return { moves }
  const past = enrolled.spans.filter(({ from }) => from <= day)
  const before = past.findLastIndex((span) => span.level !== level)
  const since = past[before + 1]?.from
  return { level, ...(since === undefined ? {} : { since }), moves }
}

const enrol = (units: OpenRegister["units"], unit: Unit, on: CalendarDate, level: Id | undefined, source: string) =>
  HashMap.set(units, unit.id, {
    unit,
    from: on,
    spans: level === undefined ? [] : [{ from: on, level, source }],
    moves: [],
    successors: []
  })

const change = (state: OpenRegister, unit: Id, to: (enrolled: Enrolled) => Enrolled): OpenRegister => {
  const enrolled = enrolledOf(state, unit)
  return enrolled === undefined ? state : { ...state, units: HashMap.set(state.units, unit, to(enrolled)) }
}

const put =
  (on: CalendarDate, level: Id | undefined, source: string) =>
  (enrolled: Enrolled): Enrolled => ({ ...enrolled, spans: [...enrolled.spans, { from: on, level, source }] })

const end =
  (on: CalendarDate, ending: Ending, successors: ReadonlyArray<Id>) =>
  (enrolled: Enrolled): Enrolled => ({ ...enrolled, until: on, ending, successors })

const withMove =
  (move: Move) =>
  (enrolled: Enrolled): Enrolled => ({ ...enrolled, moves: [...enrolled.moves, move] })

/** The register after an event; an event that cannot follow leaves it as it is. */
export const evolveRegister = (state: LevelRegisterState, event: RegisterEvent): LevelRegisterState => {
  if (event._tag === "RegisterOpened")
    return state.phase === "none" ? { phase: "open", ladder: event.ladder, units: HashMap.empty() } : state
  if (state.phase === "none") return state
  switch (event._tag) {
    case "UnitEnrolled": {
      const from = event.unit.founded ?? event.on
      return { ...state, units: enrol(state.units, event.unit, from, undefined, "") }
    }
    case "LevelPut":
      return change(state, event.unit, put(event.on, event.level, event.source))
    case "LevelMoved": {
      const { on, from, to } = event
      return change(change(state, event.unit, put(on, to, event.case)), event.unit, withMove({ on, from, to }))
    }
    case "LevelEnded":
      return change(state, event.unit, put(event.on, undefined, event.why))
    case "UnitClosed":
      return change(state, event.unit, end(event.on, "closed", []))
    case "UnitsMerged":
      return event.units.reduce((so, unit) => change(so, unit, end(event.on, "merged", [event.into])), state)
    case "UnitSplit": {
      const { unit, into, on } = event
      const closed = change(
        state,
        unit,
        end(
          on,
          "split",
          into.map((one) => one.unit.id)
        )
      )
      const units = into.reduce((so, one) => enrol(so, one.unit, on, one.level, unit), closed.units)
      return { ...closed, units }
    }
  }
}
