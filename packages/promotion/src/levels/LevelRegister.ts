import { type CalendarDate, type Decider, type Fault, type Id, levelRank, type Path, type Unit } from "@zhengyou/core"
import * as Result from "effect/Result"
import { seenBefore } from "../internal/ids.ts"
import { LevelsRefused, RegisterIsOpen, RegisterNotOpen, type RegisterProblem, type RegisterRefusal } from "./errors.ts"
import { RegisterCommand } from "./RegisterCommand.ts"
import { RegisterEvent } from "./RegisterEvent.ts"
import {
  type Enrolled,
  enrolledOf,
  evolveRegister,
  type LevelRegisterState,
  type OpenRegister
} from "./RegisterState.ts"

type Decision = Result.Result<ReadonlyArray<RegisterEvent>, RegisterRefusal>

type Faults = ReadonlyArray<Fault<RegisterProblem>>

type Changing = Exclude<RegisterCommand, { readonly _tag: "OpenRegister" }>

type Of<Tag extends RegisterCommand["_tag"]> = Extract<RegisterCommand, { readonly _tag: Tag }>

const fault = (path: Path, problem: RegisterProblem): Faults => [{ path, problem }]

const settle = (faults: Faults, ...events: ReadonlyArray<RegisterEvent>): Decision =>
  faults.length > 0 ? Result.fail(new LevelsRefused({ faults })) : Result.succeed(events)

const latestOf = ({ from, spans }: Enrolled): CalendarDate | undefined => spans.at(-1)?.from ?? from

/** A change of a unit has to find it there, and to come after its latest change: what was in force is never rewritten. */
const dayFaults = (state: OpenRegister, unit: Id, on: CalendarDate, path: Path): Faults => {
  const enrolled = enrolledOf(state, unit)
  if (enrolled === undefined || on < enrolled.from || enrolled.until !== undefined)
    return fault(path, { _tag: "UnitNotThere", unit, on })
  const latest = latestOf(enrolled)
  const isFirst = enrolled.spans.length === 0
  return latest === undefined || latest < on || (isFirst && latest === on)
    ? []
    : fault(path, { _tag: "NotAfterLatest", unit, on, latest })
}

const levelFaults = ({ ladder }: OpenRegister, level: Id | undefined, path: Path): Faults =>
  level === undefined || levelRank(ladder, level) >= 0
    ? []
    : fault(path, { _tag: "NotOnLadder", level, known: ladder.map(({ id }) => id) })

const newUnitFaults = (state: LevelRegisterState, units: ReadonlyArray<Unit>, pathOf: (i: number) => Path): Faults => {
  const seen = seenBefore()
  return units.flatMap(({ id }, i) =>
    seen(id, i) === undefined && enrolledOf(state, id) === undefined
      ? []
      : fault(pathOf(i), { _tag: "UnitExists", unit: id })
  )
}

const twiceFaults = (units: ReadonlyArray<Id>, pathOf: (i: number) => Path): Faults => {
  const seen = seenBefore()
  return units.flatMap((unit, i) => (seen(unit, i) === undefined ? [] : fault(pathOf(i), { _tag: "NamedTwice", unit })))
}

const putLevels = (state: OpenRegister, { levels, on, source }: Of<"PutLevels">): Decision => {
  const faults = [
    ...levels.flatMap(({ unit, level }, i) => [
      ...dayFaults(state, unit, on, ["levels", i, "unit"]),
      ...levelFaults(state, level, ["levels", i, "level"])
    ]),
    ...twiceFaults(
      levels.map(({ unit }) => unit),
      (i) => ["levels", i, "unit"]
    )
  ]
  return settle(
    faults,
    ...levels.map(({ unit, level }) => RegisterEvent.cases.LevelPut.make({ unit, level, on, source }))
  )
}

const move = (state: OpenRegister, command: Of<"MoveLevel">): Decision => {
  const { unit, from, to, on } = command
  const there = dayFaults(state, unit, on, ["unit"])
  const inForce = enrolledOf(state, unit)?.spans.at(-1)?.level
  const start =
    there.length > 0 || inForce === from
      ? []
      : fault(["from"], { _tag: "NotInForce", unit, from, ...(inForce === undefined ? {} : { inForce }) })
  const same = from === to ? fault(["to"], { _tag: "NoMove", unit, level: to }) : []
  return settle([...there, ...start, ...levelFaults(state, to, ["to"]), ...same], { ...command, _tag: "LevelMoved" })
}

const merge = (state: OpenRegister, command: Of<"MergeUnits">): Decision => {
  const { units, into, on } = command
  const target = enrolledOf(state, into)
  const faults = [
    ...units.flatMap((unit, i) => [
      ...dayFaults(state, unit, on, ["units", i]),
      ...(unit === into ? fault(["units", i], { _tag: "MergesIntoItself", unit }) : [])
    ]),
    ...twiceFaults(units, (i) => ["units", i]),
    ...(target === undefined || on < target.from || target.until !== undefined
      ? fault(["into"], { _tag: "UnitNotThere", unit: into, on })
      : [])
  ]
  return settle(faults, { ...command, _tag: "UnitsMerged" })
}

const split = (state: OpenRegister, command: Of<"SplitUnit">): Decision => {
  const { unit, into, on } = command
  const faults = [
    ...dayFaults(state, unit, on, ["unit"]),
    ...newUnitFaults(
      state,
      into.map((one) => one.unit),
      (i) => ["into", i, "unit", "id"]
    ),
    ...into.flatMap(({ level }, i) => levelFaults(state, level, ["into", i, "level"]))
  ]
  return settle(faults, { ...command, _tag: "UnitSplit" })
}

const decideOpen = (state: OpenRegister, command: Changing): Decision => {
  switch (command._tag) {
    case "FoundUnit": {
      const { unit, on } = command
      return settle(
        newUnitFaults(state, [unit], () => ["unit", "id"]),
        { _tag: "UnitEnrolled", unit, on }
      )
    }
    case "PutLevels":
      return putLevels(state, command)
    case "MoveLevel":
      return move(state, command)
    case "EndLevel":
      return settle(dayFaults(state, command.unit, command.on, ["unit"]), { ...command, _tag: "LevelEnded" })
    case "CloseUnit":
      return settle(dayFaults(state, command.unit, command.on, ["unit"]), { ...command, _tag: "UnitClosed" })
    case "MergeUnits":
      return merge(state, command)
    case "SplitUnit":
      return split(state, command)
  }
}

const decide = (state: LevelRegisterState, command: RegisterCommand): Decision => {
  if (command._tag !== "OpenRegister")
    return state.phase === "none" ? Result.fail(new RegisterNotOpen({})) : decideOpen(state, command)
  if (state.phase === "open") return Result.fail(new RegisterIsOpen({}))
  const { ladder, units, on } = command
  return settle(
    newUnitFaults(state, units, (i) => ["units", i, "id"]),
    { _tag: "RegisterOpened", ladder, on },
    ...units.map((unit) => RegisterEvent.cases.UnitEnrolled.make({ unit, on }))
  )
}

/**
 * The register of levels in force (等级册) as a decider: a history by date, through founding, merging, splitting and closing.
 *
 * **Details**
 *
 * A change is in force from its day on and comes after the unit's latest one, so that what the register said of a day is never
 * rewritten. A move starts from the level in force. A unit without a level is not graded, which is no level.
 *
 * **Refusals**
 *
 * Every member of {@link RegisterRefusal}, as data; a refused command changes nothing.
 */
export const LevelRegister: Decider<LevelRegisterState, RegisterCommand, RegisterEvent, RegisterRefusal> = {
  initial: { phase: "none" },
  decide,
  evolve: evolveRegister,
  stored: { schemaVersion: 1, event: RegisterEvent },
  command: RegisterCommand
}
