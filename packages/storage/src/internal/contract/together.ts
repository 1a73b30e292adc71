import type { Recorded } from "@zhengyou/core"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import { verifyStream } from "../../Chain.ts"
import { EventStore } from "../../EventStore.ts"
import { VersionConflict } from "../../errors.ts"
import { contractCase, same } from "./check.ts"
import { eventsOf, metaOf } from "./points.ts"

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i)

/** Appends two events at the end of a stream, however often others come first. */
const appendNext = (stream: string, id: string) =>
  EventStore.use((store) =>
    store.read(stream).pipe(
      Effect.flatMap((records) => store.append(stream, records.length, eventsOf(id, `${id}+`), metaOf(id))),
      Effect.retry({ times: 1000, while: (error) => error instanceof VersionConflict })
    )
  )

/** Fifteen writers, each with six commands to streams that it shares with others; every command is given twice. */
const commands = upTo(15).flatMap((writer) =>
  upTo(6).map((n) => ({ stream: `s${(writer + n) % 4}`, id: `w${writer}-${n}` }))
)

const everything = (store: typeof EventStore.Service) => store.readAll(0, 1000)

const positionsOf = (records: ReadonlyArray<Recorded>) => records.map((record) => record.position)

const manyStreams = contractCase(
  "many writers on many streams lose nothing, do nothing twice and leave no gaps",
  Effect.gen(function* () {
    const store = yield* EventStore
    const answers = yield* Effect.forEach([...commands, ...commands], ({ stream, id }) => appendNext(stream, id), {
      concurrency: "unbounded"
    })
    const all = yield* everything(store)
    yield* same("those answered again", answers.filter(({ replayed }) => replayed).length, commands.length)
    yield* same(
      "the positions",
      positionsOf(all),
      upTo(commands.length * 2).map((i) => i + 1)
    )
    yield* same(
      "the events",
      all.map((record) => record.data).toSorted(),
      commands.flatMap(({ id }) => [id, `${id}+`]).toSorted()
    )
    for (const stream of ["s0", "s1", "s2", "s3"]) {
      const own = yield* store.read(stream)
      yield* Effect.fromResult(verifyStream(own))
      yield* same(
        `the part of ${stream} in the whole order`,
        all.filter((record) => record.stream === stream),
        own
      )
      yield* same(
        `commands of ${stream} that were torn apart`,
        own.filter((record, i) => i % 2 === 1 && record.commandId !== own[i - 1]?.commandId),
        []
      )
    }
  })
)

/** Reads on from the last position until nothing comes any more and nobody writes. */
const follow = (isOver: () => boolean) =>
  EventStore.use((store) =>
    Effect.gen(function* () {
      const seen: Array<Recorded> = []
      for (;;) {
        const over = isOver()
        const page = yield* store.readAll(seen.at(-1)?.position ?? 0, 7)
        seen.push(...page)
        if (over && page.length === 0) return seen
        yield* Effect.yieldNow
      }
    })
  )

const followed = contractCase(
  "a reader who goes on from the last position while others write misses nothing and sees nothing twice",
  Effect.gen(function* () {
    const store = yield* EventStore
    let isOver = false
    const readers = yield* Effect.forEach(upTo(3), () => Effect.forkChild(follow(() => isOver)))
    yield* Effect.forEach(commands, ({ stream, id }) => appendNext(stream, id), {
      concurrency: "unbounded",
      discard: true
    })
    isOver = true
    const seen = yield* Effect.forEach(readers, Fiber.join)
    const all = yield* everything(store)
    for (const records of seen) yield* same("what a reader saw", records, all)
    yield* same("how many records there are", all.length, commands.length * 2)
  })
)

/** What a store does for many at the same time. */
export const together = [manyStreams, followed]
