import * as Effect from "effect/Effect"
import fc from "fast-check"
import { EventStore } from "../../EventStore.ts"
import { contractCase, same } from "./check.ts"
import { forAll } from "./forAll.ts"
import { eventsOf, metaOf } from "./points.ts"

type Value = string | number | boolean | null

const anyValue: fc.Arbitrary<Value> = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null)
)

/** An append as it is generated: streams and commands by number, the version as it differs from the stream's. */
const anyAppend = fc.record({
  stream: fc.nat(2),
  command: fc.nat(9),
  offset: fc.constantFrom(0, 0, 0, 0, -1, 1),
  data: fc.array(anyValue, { maxLength: 3 })
})

const anyStep = fc.oneof(
  { weight: 5, arbitrary: anyAppend.map((append) => ({ _tag: "Append" as const, ...append })) },
  { weight: 1, arbitrary: fc.nat(2).map((stream) => ({ _tag: "Read" as const, stream })) },
  {
    weight: 1,
    arbitrary: fc.record({ after: fc.nat(12), limit: fc.nat(8) }).map((page) => ({ _tag: "ReadAll" as const, ...page }))
  }
)

/** A record as the model has it. */
interface Plain {
  readonly stream: string
  readonly version: number
  readonly position: number
  readonly commandId: string
  readonly data: unknown
}

const plainly = (records: ReadonlyArray<Plain>): ReadonlyArray<Plain> =>
  records.map(({ stream, version, position, commandId, data }) => ({ stream, version, position, commandId, data }))

/** The store as plainly as it can be written: one list, which begins after the position `start`. */
const makeModel = (start: number) => {
  const log: Array<Plain> = []
  const of = (stream: string) => log.filter((record) => record.stream === stream)
  return {
    of,
    page: (after: number, limit: number) => log.slice(after, after + limit),
    append: (stream: string, expected: number, data: ReadonlyArray<Value>, commandId: string) => {
      const before = of(stream)
      const first = before.filter((record) => record.commandId === commandId)
      if (first.length > 0) return { records: first, replayed: true }
      if (before.length !== expected) return { expected, actual: before.length }
      const records = data.map((one, i) => {
        const place = { version: before.length + i + 1, position: start + log.length + i + 1 }
        return { stream, ...place, commandId, data: one }
      })
      log.push(...records)
      return { records, replayed: false }
    }
  }
}

const appended = (stream: string, expected: number, data: ReadonlyArray<Value>, commandId: string) =>
  EventStore.use((store) =>
    store.append(stream, expected, eventsOf(...data), metaOf(commandId)).pipe(
      Effect.map(({ records, replayed }) => ({ records: plainly(records), replayed })),
      Effect.catchTag("VersionConflict", ({ expected, actual }) => Effect.succeed({ expected, actual }))
    )
  )

/** Where the store ends: each run begins there, with streams of its own. */
const lastPosition = Effect.map(
  EventStore.use((store) => store.readAll(0, 1_000_000)),
  (all) => all.length
)

const likeTheModel = contractCase(
  "random commands, one after the other, get the answers that a plain list gives",
  forAll(fc.array(anyStep, { maxLength: 30 }), 40, (steps) =>
    Effect.gen(function* () {
      const store = yield* EventStore
      const start = yield* lastPosition
      const model = makeModel(start)
      const nameOf = (stream: number) => `run-${start}/${stream}`
      for (const step of steps) {
        if (step._tag === "Append") {
          const name = nameOf(step.stream)
          const expected = Math.max(0, model.of(name).length + step.offset)
          const answer = yield* appended(name, expected, step.data, `c${step.command}`)
          yield* same("the answer", answer, model.append(name, expected, step.data, `c${step.command}`))
        } else if (step._tag === "Read") {
          const name = nameOf(step.stream)
          yield* same("the stream", plainly(yield* store.read(name)), model.of(name))
        } else {
          const page = yield* store.readAll(start + step.after, step.limit)
          yield* same("the page", plainly(page), model.page(step.after, step.limit))
        }
      }
      yield* same("the whole store", plainly(yield* store.readAll(start, 1000)), model.page(0, 1000))
    })
  )
)

const likeOneAfterTheOther = contractCase(
  "random commands at the same time end as if one after the other, in the order of their positions",
  forAll(fc.array(fc.array(anyAppend, { maxLength: 6 }), { minLength: 2, maxLength: 6 }), 25, (writers) =>
    Effect.gen(function* () {
      const store = yield* EventStore
      const start = yield* lastPosition
      const answers = yield* Effect.forEach(
        writers,
        (appends) =>
          Effect.forEach(appends, ({ stream, command, offset, data }) =>
            Effect.gen(function* () {
              const name = `run-${start}/${stream}`
              const expected = Math.max(0, (yield* store.read(name)).length + offset)
              return {
                name,
                commandId: `c${command}`,
                data,
                expected,
                answer: yield* appended(name, expected, data, `c${command}`)
              }
            })
          ),
        { concurrency: "unbounded" }
      )
      const all = plainly(yield* store.readAll(start, 1000))
      const model = makeModel(start)
      const took = answers.flat().flatMap((one) => {
        const isNew = "records" in one.answer && !one.answer.replayed
        const first = isNew && "records" in one.answer ? one.answer.records[0] : undefined
        return first === undefined ? [] : [{ ...one, position: first.position }]
      })
      for (const { name, commandId, data, expected, answer } of took.toSorted((a, b) => a.position - b.position))
        yield* same("the answer in the order of positions", answer, model.append(name, expected, data, commandId))
      yield* same("the whole store", all, model.page(0, 1000))
      for (const { answer, name, commandId } of answers.flat())
        if ("records" in answer && answer.replayed)
          yield* same(
            "the answer given again",
            answer.records,
            model.of(name).filter((record) => record.commandId === commandId)
          )
    })
  )
)

/** What a store does with commands that nobody thought of. */
export const modelled = [likeTheModel, likeOneAfterTheOther]
