import { addDays, type CalendarDate, replay } from "@zhengyou/core"
import {
  LevelRegister,
  type LevelRegisterState,
  movementsBetween,
  type RegisterCommand,
  RegisterEvent,
  standingsOn
} from "@zhengyou/promotion"
import { Equal, Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { d, ladder, named } from "./support.ts"

const start = d("2012-01-01")
const ids = ["a", "b", "c", "e", "f"]
const unit = fc.constantFrom(...ids, "g", "h")
const level = fc.constantFrom(...ladder.map(({ id }) => id))
const opening: RegisterCommand = { _tag: "OpenRegister", ladder, units: ids.map((id) => named(id)), on: start }

const step = fc.oneof(
  { weight: 1, arbitrary: fc.record({ _tag: fc.constant("FoundUnit" as const), unit: unit.map((id) => named(id)) }) },
  {
    weight: 4,
    arbitrary: fc
      .uniqueArray(fc.record({ unit, level }), { selector: (one) => one.unit, minLength: 1, maxLength: 4 })
      .map(([first, ...rest]) => ({
        _tag: "PutLevels" as const,
        levels: [first ?? { unit: "a", level: "good" }, ...rest] as const,
        source: "x"
      }))
  },
  {
    weight: 6,
    arbitrary: fc.record({
      _tag: fc.constant("MoveLevel" as const),
      unit,
      from: level,
      to: level,
      case: fc.constant("k")
    })
  },
  { weight: 1, arbitrary: fc.record({ _tag: fc.constant("EndLevel" as const), unit, why: fc.constant("x") }) },
  { weight: 1, arbitrary: fc.record({ _tag: fc.constant("CloseUnit" as const), unit }) },
  {
    weight: 1,
    arbitrary: fc.record({
      _tag: fc.constant("MergeUnits" as const),
      units: unit.map((one) => [one] as const),
      into: unit
    })
  },
  {
    weight: 1,
    arbitrary: fc.record({
      _tag: fc.constant("SplitUnit" as const),
      unit,
      into: fc
        .tuple(unit, fc.option(level))
        .map(([id, of]) => [{ unit: named(id), ...(of === null ? {} : { level: of }) }] as const)
    })
  }
)

/** Commands on days that mostly come one after the other. */
const story = fc.array(fc.tuple(step, fc.integer({ min: 0, max: 9 })), { minLength: 5, maxLength: 50 }).map((steps) => {
  let day: CalendarDate = start
  return steps.map(([command, later]): RegisterCommand => {
    day = addDays(day, later)
    return { ...command, on: day } as RegisterCommand
  })
})

const run = (commands: ReadonlyArray<RegisterCommand>) => {
  let state: LevelRegisterState = LevelRegister.initial
  const events: Array<RegisterEvent> = []
  const states: Array<readonly [RegisterCommand, LevelRegisterState]> = []
  for (const command of [opening, ...commands]) {
    const decided = LevelRegister.decide(state, command, undefined)
    if (Result.isFailure(decided)) continue
    events.push(...decided.success)
    state = replay({ ...LevelRegister, initial: state }, decided.success)
    states.push([command, state])
  }
  return { state, events, states }
}

const anyDay = fc.integer({ min: -5, max: 300 }).map((n) => addDays(start, n))

describe("whatever the register is told", () => {
  it("the movement table closes between any two days, and no unit is lost or made up", () => {
    let moved = 0
    fc.assert(
      fc.property(story, anyDay, anyDay, (commands, one, other) => {
        const { state } = run(commands)
        const [from, to] = one < other ? [one, other] : [other, one]
        const { rows, transitions } = Result.getOrThrow(movementsBetween(state, from, to))
        const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0)
        for (const row of rows)
          expect(row.before + row.in - row.out + row.founded - row.merged - row.closed).toBe(row.after)
        expect(sum((row) => row.in)).toBe(sum((row) => row.out))
        expect(sum((row) => row.before)).toBe(standingsOn(state, from).length)
        expect(sum((row) => row.after)).toBe(standingsOn(state, to).length)
        const stayed = transitions.reduce((total, { units }) => total + units.length, 0)
        expect(stayed).toBe(sum((row) => row.before - row.merged - row.closed))
        moved += sum((row) => row.in)
      })
    )
    expect(moved).toBeGreaterThan(20)
  })

  it("what it said of an earlier day stays as it was", () => {
    fc.assert(
      fc.property(story, anyDay, (commands, day) => {
        const { states } = run(commands)
        states.slice(1).forEach(([command, after], i) => {
          const before = states[i]?.[1]
          if (before !== undefined && day < command.on)
            expect(standingsOn(after, day)).toEqual(standingsOn(before, day))
        })
      })
    )
  })

  it("every move starts from the level that was in force", () => {
    fc.assert(
      fc.property(story, (commands) => {
        const { states } = run(commands)
        states.slice(1).forEach(([command], i) => {
          const before = states[i]?.[1]
          if (before === undefined || command._tag !== "MoveLevel") return
          expect(standingsOn(before, command.on)).toContainEqual({ unit: command.unit, level: command.from })
        })
      })
    )
  })

  it("its events, stored as JSON and read again, give the same register", () => {
    const codec = Schema.fromJsonString(RegisterEvent)
    fc.assert(
      fc.property(story, (commands) => {
        const { state, events } = run(commands)
        const stored = events.map((event) => Schema.decodeSync(codec)(Schema.encodeSync(codec)(event)))
        expect(Equal.equals(replay(LevelRegister, stored), state)).toBe(true)
      })
    )
  })
})
