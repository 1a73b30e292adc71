import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import { EventStore } from "../../../EventStore.ts"
import { ReadModels } from "../../../ReadModels.ts"
import { Transactions } from "../Adapter.ts"
import { casesOf, refused, same } from "../check.ts"
import { metaOf } from "../points.ts"
import { change, changed, nextTable, other, put, rebuilt, rowOf, rowsOf, table } from "./models.ts"

const rowCase = casesOf("ReadModels", [table, other])

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i)

/** Three thousand records, of which every tenth puts a row. */
const manyRecords = EventStore.use((store) =>
  Effect.forEach(upTo(3), (n) =>
    store.append(
      `rows/${n}`,
      0,
      upTo(1000).map((i) => changed(i % 10 === 0 ? put(rowOf(`g${n}`, i)) : [])),
      metaOf("c0")
    )
  )
)

const manyRows = upTo(3).flatMap((n) => upTo(100).map((i) => rowOf(`g${n}`, i * 10)))

const anew = rowCase(
  "a rebuild makes the same rows, and tells how far it is",
  Effect.gen(function* () {
    yield* same("a rebuild of nothing", yield* rebuilt(table), [{ done: 0, of: 0 }])
    yield* manyRecords
    const progress = yield* rebuilt(table)
    const [last] = progress.slice(-1)
    yield* same("the end of the progress", last, { done: 3000, of: 3000 })
    const steps = progress.map(({ done }) => done)
    yield* same(
      "the steps",
      steps,
      steps.toSorted((a, b) => a - b)
    )
    yield* same("whether there were several", progress.length > 1, true)
    yield* same("the rows", yield* rowsOf(table), manyRows)
    yield* change("rows/3", 0, [{ _tag: "Remove", where: { group: "g0" } }])
    yield* same("the rows after a further append", yield* rowsOf(table), manyRows.slice(100))
    yield* same("the rows of the other model", yield* rowsOf(other), manyRows.slice(100))
  })
)

const online = rowCase(
  "during a rebuild rows are read and kept, and what is appended then is not lost",
  Effect.gen(function* () {
    const models = yield* ReadModels
    yield* manyRecords
    let appended = 0
    yield* Stream.runForEach(models.rebuild(table), ({ done, of }) =>
      Effect.gen(function* () {
        if (done === of) return
        yield* change("rows/late", appended, put(rowOf("late", appended)))
        appended += 1
        const late = upTo(appended).map((n) => rowOf("late", n))
        yield* same("the rows meanwhile", yield* rowsOf(table), [...manyRows, ...late])
      })
    )
    yield* same("whether there was time to append", appended > 0, true)
    const late = upTo(appended).map((n) => rowOf("late", n))
    yield* same("the rows afterwards", yield* rowsOf(table), [...manyRows, ...late])
    const [standing] = yield* models.status
    yield* same("where the model stands", standing, {
      model: "table",
      version: 1,
      isBuilt: true,
      position: 3000 + appended
    })
  })
)

const underWay = rowCase(
  "a rebuild ends though writers go on all the time",
  Effect.gen(function* () {
    yield* manyRecords
    const writer = yield* Effect.forkChild(
      Effect.forEach(upTo(60), (n) => Effect.andThen(change("rows/late", n, put(rowOf("late", n))), Effect.yieldNow))
    )
    yield* rebuilt(table)
    yield* Fiber.join(writer)
    yield* same("the rows", yield* rowsOf(table), [...manyRows, ...upTo(60).map((n) => rowOf("late", n))])
  })
)

const abandoned = rowCase(
  "a rebuild that is given up leaves the rows of before, and the next one is whole",
  Effect.gen(function* () {
    const models = yield* ReadModels
    yield* manyRecords
    yield* Stream.runDrain(Stream.take(models.rebuild(table), 1))
    yield* change("rows/late", 0, put(rowOf("late", 0)))
    const expected = [...manyRows, rowOf("late", 0)]
    yield* same("the rows", yield* rowsOf(table), expected)
    yield* rebuilt(table)
    yield* same("the rows after a whole rebuild", yield* rowsOf(table), expected)
  })
)

const overtaken = rowCase(
  "a rebuild that begins while another is under way takes its place",
  Effect.gen(function* () {
    const models = yield* ReadModels
    yield* manyRecords
    const begun = yield* Deferred.make<void>()
    const mayGoOn = yield* Deferred.make<void>()
    const first = yield* Effect.forkChild(
      Effect.exit(
        Stream.runForEach(models.rebuild(table), () =>
          Effect.andThen(Deferred.succeed(begun, undefined), Deferred.await(mayGoOn))
        )
      )
    )
    yield* Deferred.await(begun)
    // The first goes on after the first step of the second, and ends before its next.
    yield* Stream.runForEach(models.rebuild(table), () =>
      Effect.andThen(Deferred.succeed(mayGoOn, undefined), Fiber.await(first))
    )
    const error = yield* refused("the rebuild that began first", "RebuildOvertaken", Effect.flatten(Fiber.join(first)))
    yield* same("the refusal", [error.model, error.version], ["table", 1])
    yield* same("the rows", yield* rowsOf(table), manyRows)
  })
)

const notGiven = rowCase(
  "a model that the store was not opened with is refused",
  Effect.gen(function* () {
    const models = yield* ReadModels
    const query = yield* refused("a query", "ReadModelUnavailable", models.query(nextTable, { limit: 1 }))
    yield* same("the refusal", [query.model, query.version, query.trouble], ["table", 2, "not-given"])
    const rebuild = yield* refused("a rebuild", "ReadModelUnavailable", Stream.runDrain(models.rebuild(nextTable)))
    yield* same("the refusal of the rebuild", rebuild.trouble, "not-given")
  })
)

const rolledBack = casesOf("ReadModels", [table])(
  "rows of what was rolled back were never there",
  Effect.gen(function* () {
    const { run } = yield* Transactions
    yield* change("rows", 0, put(rowOf("a", 1)))
    const failing = change("rows", 1, [{ _tag: "Remove", where: { group: "a" } }, ...put(rowOf("b", 1))]).pipe(
      Effect.andThen(Effect.flatMap(rowsOf(table), (rows) => same("the rows inside", rows, [rowOf("b", 1)]))),
      Effect.andThen(Effect.fail("the application's own write failed"))
    )
    const exit = yield* Effect.exit(run(failing))
    yield* same("the failure", String(exit).includes("own write failed"), true)
    yield* same("the rows", yield* rowsOf(table), [rowOf("a", 1)])
    const { position } = yield* ReadModels.use((models) => models.query(table, { limit: 1 }))
    yield* same("the position", position, 1)
  }),
  ["transactions"]
)

/** How a store makes rows anew. */
export const rebuilding = [anew, online, underWay, abandoned, overtaken, notGiven, rolledBack]
