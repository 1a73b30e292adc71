import { type CommandMeta, type Decider, type Recorded, replay, type StoredEvents, storedDecoder } from "@zhengyou/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { headOf, type NewEvent } from "./Chain.ts"
import { EventStore } from "./EventStore.ts"
import { StoredDataInvalid, type StoreRefusal, type StoreUnavailable, VersionConflict } from "./errors.ts"

/** The part of a decider that makes a state of stored events. */
export type Evolution<State, Event extends { readonly _tag: string }> = Pick<
  Decider<State, never, Event, unknown, never>,
  "initial" | "evolve" | "stored"
>

/** A stream as its decider sees it: the state, and the records that it comes from. */
export interface Loaded<State> {
  readonly state: State
  readonly version: number
  readonly records: ReadonlyArray<Recorded>
}

/** The answer to a command: the events that it brought about, and the state and version right after them. */
export interface Executed<State, Event> {
  readonly state: State
  readonly version: number
  readonly events: ReadonlyArray<Event>
  /** The events as they are stored; empty where the command changed nothing. */
  readonly records: ReadonlyArray<Recorded>
  /** Whether this is the first answer given again, since the stream had the command id already. */
  readonly replayed: boolean
}

/** How often a command is decided anew when others append to its stream in between. */
const retries = 99

const fold = <State, Event extends { readonly _tag: string }>(
  decider: Evolution<State, Event>,
  records: ReadonlyArray<Recorded>
): Result.Result<{ readonly state: State; readonly events: ReadonlyArray<Event> }, StoredDataInvalid> => {
  const events: Array<Event> = []
  const decode = storedDecoder(decider.stored)
  for (const record of records) {
    const event = decode(record)
    if (Result.isFailure(event)) {
      const { stream, version } = record
      return Result.fail(new StoredDataInvalid({ stream, version, why: event.failure }))
    }
    events.push(event.success)
  }
  return Result.succeed({ state: replay(decider, events), events })
}

/** An event that its own codec cannot write is a mistake in the decider and nobody's refusal: it is a defect. */
const encodeEvent =
  <Event extends { readonly _tag: string }>({ event: codec, schemaVersion }: StoredEvents<Event>) =>
  (event: Event): Effect.Effect<NewEvent> =>
    Schema.encodeEffect(codec)(event).pipe(
      Effect.map((data) => ({ type: event._tag, schemaVersion, data })),
      Effect.orDie
    )

/**
 * The present state of a stream, without asking anything of it.
 *
 * **Refusals**
 *
 * `StoreUnavailable`; `StoredDataInvalid` where a record is not an event of this decider, or newer than it knows.
 */
export const load = Effect.fn("load")(function* <State, Event extends { readonly _tag: string }>(
  decider: Evolution<State, Event>,
  stream: string
): Effect.fn.Return<Loaded<State>, StoreUnavailable | StoredDataInvalid, EventStore> {
  const store = yield* EventStore
  const records = yield* store.read(stream)
  const { state } = yield* Effect.fromResult(fold(decider, records))
  return { state, version: headOf(records).version, records }
})

/**
 * Gives a command to a decider and keeps the events that it brings about.
 *
 * **Details**
 *
 * Reads the stream, decides on its state and appends at the version that was read. When somebody else appended in between,
 * it reads and decides again, up to 100 times in all.
 *
 * A command id that the stream has already gets the first answer again, whatever the command says now: the same events,
 * and the state and version right after them. Ids belong to their stream, so another stream may use the same one. A
 * command that was refused or that brought about no events leaves no trace, and its id can be used again.
 *
 * **Refusals**
 *
 * The decider's own, as they are; `VersionConflict` after the last attempt; `NotStorable`, `StoredDataInvalid` and
 * `StoreUnavailable` from the store.
 *
 * @example
 * ```ts
 * import type { Decider } from "@zhengyou/core"
 * import { execute, layerMemory } from "@zhengyou/storage"
 * import { Effect, Result, Schema } from "effect"
 *
 * const Scored = Schema.TaggedStruct("Scored", { points: Schema.Int })
 * type Scored = typeof Scored.Type
 * const points: Decider<number, number, Scored, "NoPoints"> = {
 *   initial: 0,
 *   decide: (_, given) => (given > 0 ? Result.succeed([{ _tag: "Scored", points: given }]) : Result.fail("NoPoints")),
 *   evolve: (sum, event) => sum + event.points,
 *   stored: { schemaVersion: 1, event: Scored }
 * }
 * const meta = { commandId: "c1", actor: "clerk", at: "2012-04-01T08:00:00Z" }
 *
 * const twice = Effect.gen(function* () {
 *   const first = yield* execute(points, "branch-1", 5, undefined, meta)
 *   const again = yield* execute(points, "branch-1", 5, undefined, meta)
 *   return [first.state, again.state, again.replayed]
 * })
 * Effect.runSync(Effect.provide(twice, layerMemory)) // => [5, 5, true]
 * ```
 */
export const execute = <State, Command, Event extends { readonly _tag: string }, Refusal, Context>(
  decider: Decider<State, Command, Event, Refusal, Context>,
  stream: string,
  command: Command,
  context: Context,
  meta: CommandMeta
): Effect.Effect<Executed<State, Event>, Refusal | StoreRefusal, EventStore> => {
  const attempt = Effect.gen(function* (): Effect.fn.Return<
    Executed<State, Event>,
    Refusal | StoreRefusal,
    EventStore
  > {
    const store = yield* EventStore
    const before = yield* store.read(stream)
    const answered = before.findLastIndex((record) => record.commandId === meta.commandId) + 1
    if (answered > 0) return yield* Effect.fromResult(firstAnswer(decider, before.slice(0, answered), meta))
    const { state } = yield* Effect.fromResult(fold(decider, before))
    const { version } = headOf(before)
    const events = yield* Effect.fromResult(decider.decide(state, command, context))
    if (events.length === 0) return { state, version, events, records: [], replayed: false }
    const encoded = yield* Effect.forEach(events, encodeEvent(decider.stored))
    const { records, replayed } = yield* store.append(stream, version, encoded, meta)
    // The same command was answered elsewhere since the stream was read: the next attempt finds the answer.
    if (replayed) return yield* new VersionConflict({ stream, expected: version, actual: headOf(records).version })
    const after = replay({ initial: state, evolve: decider.evolve }, events)
    return { state: after, version: headOf(records).version, events, records, replayed }
  })
  return attempt.pipe(
    // A decider may have a refusal of the same tag, so only the store's own class counts.
    Effect.retry({ times: retries, while: (error) => error instanceof VersionConflict }),
    Effect.withSpan("execute", { attributes: { stream } })
  )
}

const firstAnswer = <State, Event extends { readonly _tag: string }>(
  decider: Evolution<State, Event>,
  until: ReadonlyArray<Recorded>,
  { commandId }: CommandMeta
): Result.Result<Executed<State, Event>, StoredDataInvalid> =>
  Result.map(fold(decider, until), ({ state, events }) => {
    const start = until.findIndex((record) => record.commandId === commandId)
    const { version } = headOf(until)
    return { state, version, events: events.slice(start), records: until.slice(start), replayed: true }
  })
