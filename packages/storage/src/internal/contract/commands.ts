import * as Effect from "effect/Effect"
import { EventStore } from "../../EventStore.ts"
import { execute, load } from "../../execute.ts"
import { contractCase, refused, same } from "./check.ts"
import { eventsOf, metaOf, points } from "./points.ts"

const within = { limit: 100 }

const answeredOnce = contractCase(
  "a command id that comes again gets the first answer and changes nothing",
  Effect.gen(function* () {
    const store = yield* EventStore
    const first = yield* store.append("s", 0, eventsOf(1, 2), metaOf("c1"))
    yield* store.append("s", 2, eventsOf(3), metaOf("c2"))
    for (const expected of [0, 3, 99]) {
      const again = yield* store.append("s", expected, eventsOf("other"), metaOf("c1"))
      yield* same(`the answer at ${expected}`, again, { records: first.records, replayed: true })
    }
    yield* same("the records", (yield* store.readAll(0, 10)).length, 3)
  })
)

const ownStream = contractCase(
  "a command id belongs to its stream",
  Effect.gen(function* () {
    const store = yield* EventStore
    yield* store.append("s", 0, eventsOf(1), metaOf("c1"))
    const other = yield* store.append("t", 0, eventsOf(2), metaOf("c1"))
    yield* same("replayed", other.replayed, false)
    yield* same(
      "the other stream",
      (yield* store.read("t")).map((record) => record.data),
      [2]
    )
  })
)

const executed = contractCase(
  "a command is decided on the state of its stream, and a refused one leaves no trace",
  Effect.gen(function* () {
    yield* execute(points, "s", 30, within, metaOf("c1"))
    const refusal = yield* refused("too many", "TooManyPoints", execute(points, "s", 101, within, metaOf("c2")))
    yield* same("the limit", refusal.limit, 100)
    const nothing = yield* execute(points, "s", 0, within, metaOf("c2"))
    yield* same("a command without events", [nothing.state, nothing.version, nothing.records], [30, 1, []])
    const second = yield* execute(points, "s", 12, within, metaOf("c2"))
    yield* same("the answer", [second.state, second.version, second.replayed], [42, 2, false])
    const { records } = yield* load(points, "s")
    yield* same("the last record", records.slice(1), second.records)
  })
)

const executedAgain = contractCase(
  "a command that comes again through execute gets the same answer, later states notwithstanding",
  Effect.gen(function* () {
    const first = yield* execute(points, "s", 5, within, metaOf("c1"))
    yield* execute(points, "s", 7, within, metaOf("c2"))
    const again = yield* execute(points, "s", 999, { limit: 0 }, metaOf("c1"))
    yield* same("the answer", again, { ...first, replayed: true })
    yield* same("the state", (yield* load(points, "s")).state, 12)
  })
)

const exactlyOnce = contractCase(
  "commands at the same time all take effect, each once",
  Effect.gen(function* () {
    const commands = Array.from({ length: 24 }, (_, index) => ({ id: `c${index % 12}`, given: (index % 12) + 1 }))
    const answers = yield* Effect.forEach(
      commands,
      ({ id, given }) => execute(points, "s", given, within, metaOf(id)),
      { concurrency: "unbounded" }
    )
    const { state, version } = yield* load(points, "s")
    yield* same("the sum and the version", [state, version], [78, 12])
    yield* same("those answered again", answers.filter((answer) => answer.replayed).length, 12)
    yield* same(
      "the second answers",
      answers.slice(12).map((answer) => answer.records),
      answers.slice(0, 12).map((answer) => answer.records)
    )
  })
)

/** What a store does with commands. */
export const commands = [answeredOnce, ownStream, executed, executedAgain, exactlyOnce]
