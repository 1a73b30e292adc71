import { addDays, type CalendarDate, type Id } from "@zhengyou/core"
import type { PromotionRules, RegisterCommand } from "@zhengyou/promotion"
import fc from "fast-check"
import { present } from "../../internal/present.ts"

type Opening = Extract<RegisterCommand, { readonly _tag: "OpenRegister" }>
type Changing = Exclude<RegisterCommand, Opening>

const first = ["a", "b", "c", "d", "e"] as const

const unit = fc.constantFrom(...first, "f", "g")

/** The levels that the tale begins with: the lowest for most, and none for the last unit. */
const beginning = ({ ladder }: PromotionRules, on: CalendarDate): Changing => {
  const level = ladder.at(-1)?.id ?? ladder[0].id
  const [a, ...others] = first.slice(0, -1).map((unit) => ({ unit, level }))
  return { _tag: "PutLevels", levels: [a ?? { unit: first[0], level }, ...others], on, source: "round" }
}

const named = (id: Id) => ({ id, name: id })

/** What a change is made of, before it has its day. */
const partsOf = (rules: PromotionRules) =>
  fc.record({
    kind: fc.oneof(
      { weight: 6, arbitrary: fc.constant("move" as const) },
      { weight: 4, arbitrary: fc.constant("put" as const) },
      {
        weight: 5,
        arbitrary: fc.constantFrom(
          "found" as const,
          "end" as const,
          "close" as const,
          "merge" as const,
          "split" as const
        )
      }
    ),
    unit,
    other: unit,
    level: fc.constantFrom(...rules.ladder.map(({ id }) => id)),
    // A move mostly starts from the level that the tale put in force last.
    from: fc.oneof(
      { weight: 3, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom(...rules.ladder.map(({ id }) => id)) }
    ),
    // Days mostly come one after the other.
    later: fc.oneof({ weight: 9, arbitrary: fc.nat(9) }, { weight: 1, arbitrary: fc.integer({ min: -20, max: -1 }) })
  })

type Parts = ReturnType<typeof partsOf> extends fc.Arbitrary<infer P> ? P : never

const changeOf = (parts: Parts, from: Id, on: CalendarDate): Changing => {
  const { kind, unit: id, other, level } = parts
  switch (kind) {
    case "move":
      return { _tag: "MoveLevel", unit: id, from, to: level, on, case: "case" }
    case "put": {
      const levels = [{ unit: id, level }, ...(other === id ? [] : [{ unit: other, level }])] as const
      return { _tag: "PutLevels", levels, on, source: "round" }
    }
    case "found":
      return { _tag: "FoundUnit", unit: named(id), on }
    case "end":
      return { _tag: "EndLevel", unit: id, on, why: "x" }
    case "close":
      return { _tag: "CloseUnit", unit: id, on }
    case "merge":
      return { _tag: "MergeUnits", units: [id], into: other, on }
    case "split":
      return { _tag: "SplitUnit", unit: id, into: [{ unit: named(other), ...present("level", parts.from) }], on }
  }
}

/** Keeps the level that a unit was told to have last. */
const note = (levels: Map<Id, Id>, command: Changing): void => {
  if (command._tag === "PutLevels") for (const { unit: id, level } of command.levels) levels.set(id, level)
  if (command._tag === "MoveLevel") levels.set(command.unit, command.to)
}

/**
 * What a register of levels is told under given rules, the opening first: levels put and moved, units founded, merged, divided and closed.
 *
 * **Details**
 *
 * Some of it is refused, as in life: a level that is not in force, a unit that is not there, a day before the latest change.
 */
export const registerTalesFor = (
  rules: PromotionRules
): fc.Arbitrary<readonly [Opening, ...ReadonlyArray<RegisterCommand>]> =>
  fc.array(partsOf(rules), { maxLength: 30, size: "max" }).map((parts) => {
    const start = rules.cycle.from
    const levels = new Map<Id, Id>()
    let day = start
    const put = beginning(rules, start)
    note(levels, put)
    const changes = parts.map((one) => {
      day = addDays(day, one.later)
      const command = changeOf(one, one.from ?? levels.get(one.unit) ?? one.level, day)
      note(levels, command)
      return command
    })
    return [{ _tag: "OpenRegister", ladder: rules.ladder, units: first.map(named), on: start }, put, ...changes]
  })

/** Two days around a tale that begins on a day, the first not after the second. */
export const twoDays = (start: CalendarDate): fc.Arbitrary<readonly [CalendarDate, CalendarDate]> =>
  fc.tuple(fc.integer({ min: -2, max: 120 }), fc.nat(120)).map(([from, length]) => {
    const day = addDays(start, from)
    return [day, addDays(day, length)]
  })
