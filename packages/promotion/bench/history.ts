// Ten years of 5,000 units: how long the history takes to fold, from its events and from a store in memory, and to be asked. Prints times.
import { strict as assert } from "node:assert"
import { addMonths, type CalendarDate, dateUnsafe, replay } from "@zhengyou/core"
import { LevelRegister, movementsBetween, RegisterEvent, standingsOn } from "@zhengyou/promotion"
import { EventStore, layerMemory, load } from "@zhengyou/storage"
import { Effect, Result, Schema } from "effect"

const [units, years] = [5000, 10]
const ladder = [
  { id: "advanced", name: "先进" },
  { id: "good", name: "良好" },
  { id: "ordinary", name: "一般" },
  { id: "poor", name: "后进" }
] as const
const begin = dateUnsafe("2002-01-01")

/** Numbers that look random and are the same in every run. */
let state = 42
const below = (limit: number): number => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
  return Math.floor((state / 2_147_483_648) * limit)
}

/** Every unit is graded once a year, and one in five moves half a year later. */
const historyOf = (): ReadonlyArray<RegisterEvent> => {
  const ids = Array.from({ length: units }, (_, i) => `u${i}`)
  const events: Array<RegisterEvent> = [{ _tag: "RegisterOpened", ladder, on: begin }]
  for (const id of ids) events.push({ _tag: "UnitEnrolled", unit: { id, name: id }, on: begin })
  for (let year = 0; year < years; year++) {
    const graded: CalendarDate = addMonths(begin, 12 * year + 3)
    for (const unit of ids) {
      const rank = below(4)
      const level = ladder[rank]?.id ?? "good"
      events.push({ _tag: "LevelPut", unit, level, on: graded, source: "round" })
      const to = ladder[rank - 1]?.id
      if (to !== undefined && below(5) === 0)
        events.push({ _tag: "LevelMoved", unit, from: level, to, on: addMonths(graded, 6), case: "k" })
    }
  }
  return events
}

const timed = <A>(what: string, work: () => A): A => {
  const times: Array<number> = []
  let result = work()
  for (let i = 0; i < 5; i++) {
    const started = performance.now()
    result = work()
    times.push(performance.now() - started)
  }
  const median = times.toSorted((a, b) => a - b)[2] ?? Number.NaN
  console.log(what.padEnd(46), `${median.toFixed(0)} ms`.padStart(9))
  return result
}

const events = historyOf()
console.log(`${events.length} events of ${units} units in ${years} years; medians of five runs\n`)
const register = timed("fold the events", () => replay(LevelRegister, events))
const end = addMonths(begin, 12 * years)
const standings = timed("levels as of one day", () => standingsOn(register, end))
const table = timed("movement table of the ten years", () =>
  Result.getOrThrow(movementsBetween(register, addMonths(begin, 3), end))
)
assert.equal(standings.length, units)
assert.equal(
  table.rows.reduce((sum, { after }) => sum + after, 0),
  units
)

const encode = Schema.encodeSync(RegisterEvent)
const stored = Effect.gen(function* () {
  const store = yield* EventStore
  const data = events.map((event) => ({ type: event._tag, schemaVersion: 1, data: encode(event) as Schema.Json }))
  yield* store.append("levels", 0, data, { commandId: "all", actor: "bench", at: "2012-01-01T00:00:00Z" })
  const context = yield* Effect.context<EventStore>()
  const again = timed("read from a store in memory, check and fold", () =>
    Effect.runSync(Effect.provide(load(LevelRegister, "levels"), context))
  )
  assert.equal(standingsOn(again.state, end).length, units)
})
Effect.runSync(Effect.provide(stored, layerMemory))
