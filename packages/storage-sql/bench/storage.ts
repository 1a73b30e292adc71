/**
 * Measures the stores against bare statements by the same driver, in turns, in one run: `pnpm bench:storage`.
 *
 * Each line is the middle of several turns. `pnpm bench:storage appends` stops after the appends; `pnpm bench:storage emmett` also
 * installs emmett's stores into a temporary folder and measures their appends.
 */
import { type Decider, type Poll, replay } from "@zhengyou/core"
import { BallotBox, EventStore, load } from "@zhengyou/storage"
import * as Arr from "effect/Array"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import { layerStore } from "../src/index.ts"
import { withEmmett } from "./emmett.ts"
import { heading, inTurns, milliseconds, onEach, type Place, say } from "./places.ts"

const Scored = Schema.TaggedStruct("Scored", { unit: Schema.String, points: Schema.Int })
type Scored = typeof Scored.Type
const points: Decider<number, never, Scored, never> = {
  initial: 0,
  decide: () => Result.succeed([]),
  evolve: (sum, event) => sum + event.points,
  stored: { schemaVersion: 1, event: Scored }
}

const eventOf = (n: number) => ({
  type: "Scored",
  schemaVersion: 1,
  data: { _tag: "Scored", unit: `z${n % 100}`, points: n % 100 }
})
const metaOf = (commandId: string) => ({ commandId, actor: "clerk", at: "2012-04-01T08:00:00Z" })
const hash = "0".repeat(64)
const rowOf = (stream: string, version: number, id: string) => ({
  stream,
  version,
  part: 0,
  type: "Scored",
  schema_version: 1,
  data: JSON.stringify(eventOf(version).data),
  command_id: id,
  actor: "clerk",
  at: "2012-04-01T08:00:00Z",
  why: null,
  hash
})

const bareTable = Effect.flatMap(SqlClient.SqlClient, (sql) => {
  const text = sql.onDialectOrElse({ mysql: () => "VARCHAR(120)", orElse: () => "TEXT" })
  const long = sql.onDialectOrElse({ mysql: () => "LONGTEXT", orElse: () => "TEXT" })
  const id = sql.onDialectOrElse({
    mysql: () => "BIGINT AUTO_INCREMENT PRIMARY KEY",
    pg: () => "BIGSERIAL PRIMARY KEY",
    orElse: () => "INTEGER PRIMARY KEY"
  })
  return sql.unsafe(`CREATE TABLE bare_events (position ${id}, stream ${text} NOT NULL, version INTEGER NOT NULL, part INTEGER NOT NULL,
    type ${text} NOT NULL, schema_version INTEGER NOT NULL, data ${long} NOT NULL, command_id ${text} NOT NULL, actor ${text} NOT NULL,
    at ${text} NOT NULL, why ${long}, hash ${text} NOT NULL, UNIQUE (stream, version), UNIQUE (stream, command_id, part))`)
})

const perSecond = (count: number, time: number): string => `${Math.round((count / time) * 1000)}/s`

const measureAppends = async (place: Place, runtime: Runtime): Promise<void> => {
  const count = 500
  for (const [how, concurrency] of [
    ["one after another", 1],
    ["by 8 at the same time, each in its stream", 8]
  ] as const) {
    const lanes = Array.from({ length: concurrency }, (_, lane) => lane)
    const numbers = Array.from({ length: count / concurrency }, (_, n) => n)
    const all = <A, E, R>(kind: string, turn: number, one: (stream: string, n: number) => Effect.Effect<A, E, R>) =>
      Effect.forEach(
        lanes,
        (lane) => Effect.forEach(numbers, (n) => one(`${kind}-${concurrency}-${turn}-${lane}`, n), { discard: true }),
        { concurrency, discard: true }
      )
    const found = await inTurns(
      7,
      (turn) =>
        milliseconds(() =>
          runtime.runPromise(
            EventStore.use((store) =>
              all("a", turn, (stream, n) => store.append(stream, n, [eventOf(n)], metaOf(`c${n}`)))
            )
          )
        ),
      (turn) =>
        milliseconds(() =>
          runtime.runPromise(
            Effect.flatMap(SqlClient.SqlClient, (sql) =>
              all("a", turn, (stream, n) => sql`INSERT INTO bare_events ${sql.insert(rowOf(stream, n + 1, `c${n}`))}`)
            )
          )
        )
    )
    const done = numbers.length * concurrency
    say(
      `${place.name}: appends of one event, ${how}, against bare rows`,
      perSecond(done, found.ours),
      perSecond(done, found.other),
      1 / found.ratio,
      "≥ 0.5"
    )
  }
}

const measureEmmett = (place: Place, runtime: Runtime, address: string): Promise<void> => {
  const count = 500
  return withEmmett(place.name, address, count, async (name, emmett) => {
    const appends = (turn: number) =>
      EventStore.use((store) =>
        Effect.forEach(
          Array.from({ length: count }, (_, n) => n),
          (n) => store.append(`emmett-${turn}-${n % 10}`, Math.floor(n / 10), [eventOf(n)], metaOf(`c${n}`)),
          { discard: true }
        )
      )
    const found = await inTurns(5, (turn) => milliseconds(() => runtime.runPromise(appends(turn))), emmett)
    say(
      `${place.name}: appends of one event, one after another, against ${name}`,
      perSecond(count, found.ours),
      perSecond(count, found.other),
      1 / found.ratio,
      ""
    )
  })
}

const measureStream = async (place: Place, runtime: Runtime): Promise<void> => {
  const size = 100_000
  const fill = EventStore.use((store) =>
    Effect.forEach(
      Arr.chunksOf(Arr.range(0, size - 1), 2000),
      (numbers) => store.append("long", Number(numbers[0]), numbers.map(eventOf), metaOf(`fill-${numbers[0]}`)),
      { discard: true }
    )
  )
  const time = await milliseconds(() => runtime.runPromise(fill))
  const bareFill = Effect.flatMap(SqlClient.SqlClient, (sql) =>
    Effect.forEach(
      Arr.chunksOf(Arr.range(0, size - 1), 500),
      (numbers) => sql`INSERT INTO bare_events ${sql.insert(Arr.map(numbers, (n) => rowOf("long", n + 1, `c${n}`)))}`,
      { discard: true }
    )
  )
  const bareTime = await milliseconds(() => runtime.runPromise(bareFill))
  say(
    `${place.name}: appends of 2,000 events, against rows by 500`,
    perSecond(size, time),
    perSecond(size, bareTime),
    bareTime / time,
    ""
  )
  const bareRead = Effect.flatMap(SqlClient.SqlClient, (sql) =>
    Effect.map(
      sql<{ readonly data: string }>`SELECT * FROM bare_events WHERE stream = ${"long"} ORDER BY version`,
      (rows) =>
        replay(
          points,
          rows.map(({ data }): Scored => JSON.parse(data))
        )
    )
  )
  const found = await inTurns(
    7,
    () => milliseconds(() => runtime.runPromise(load(points, "long"))),
    () => milliseconds(() => runtime.runPromise(bareRead))
  )
  say(
    `${place.name}: reading and folding 100,000 events`,
    `${Math.round(found.ours)} ms`,
    `${Math.round(found.other)} ms`,
    found.ratio,
    "≤ 2"
  )
}

const subjects = Array.from({ length: 50 }, (_, n) => `unit-${n}`)
const choices = ["excellent", "good", "fair", "poor", "unknown"]
const poll: Poll = {
  id: "bench",
  subjects: subjects as [string, ...Array<string>],
  groups: [{ id: "staff" }, { id: "students" }],
  questions: [{ id: "overall", choices: choices as [string, ...Array<string>] }]
}
const [voters, votersAtOnce] = [20_000, 500]
const tokenOf = (n: number): string => `token-${String(n).padStart(26, "0")}`
const choiceOf = (n: number, subject: number): string => choices[(n * 7 + subject * 3) % choices.length] ?? ""

const bareBallots = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const text = sql.onDialectOrElse({ mysql: () => "VARCHAR(120)", orElse: () => "TEXT" })
  yield* sql.unsafe(
    `CREATE TABLE bare_ballots (poll ${text}, subject ${text}, voter_group ${text}, question ${text}, choice ${text})`
  )
  yield* sql.unsafe(`CREATE TABLE bare_tokens (hash ${text} PRIMARY KEY, used INTEGER)`)
  for (const some of Arr.chunksOf(Arr.range(0, voters - 1), 1000))
    yield* sql`INSERT INTO bare_tokens ${sql.insert(Arr.map(some, (n) => ({ hash: tokenOf(n), used: 0 })))}`
})

const castBare = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  for (const some of Arr.chunksOf(Arr.range(0, voters - 1), votersAtOnce))
    yield* sql.withTransaction(
      Effect.gen(function* () {
        const rows = Arr.flatMap(some, (n) =>
          Arr.map(subjects as [string, ...Array<string>], (subject, s) => ({
            poll: "bench",
            subject,
            voter_group: n % 2 === 0 ? "staff" : "students",
            question: "overall",
            choice: choiceOf(n, s)
          }))
        )
        for (const part of Arr.chunksOf(rows, 1000)) yield* sql`INSERT INTO bare_ballots ${sql.insert(part)}`
        yield* sql`UPDATE bare_tokens SET used = 1 WHERE ${sql.in("hash", some.map(tokenOf))}`
      })
    )
  return yield* sql`SELECT subject, voter_group, question, choice, COUNT(*) AS ballots FROM bare_ballots
    WHERE poll = ${"bench"} GROUP BY subject, voter_group, question, choice`
})

const castOurs = Effect.gen(function* () {
  const box = yield* BallotBox
  for (const some of Arr.chunksOf(Arr.range(0, voters - 1), votersAtOnce))
    yield* box.cast(
      poll.id,
      some.map((n) => ({
        token: tokenOf(n),
        ballots: subjects.map((subject, s) => ({ subject, answers: { overall: choiceOf(n, s) } }))
      }))
    )
  yield* box.close(poll.id)
  return yield* box.tally(poll.id)
})

const measureBallots = async (place: Place, runtime: Runtime): Promise<void> => {
  await runtime.runPromise(bareBallots)
  await runtime.runPromise(
    BallotBox.use((box) =>
      Effect.andThen(
        box.open(poll),
        Effect.forEach([0, 1], (group) =>
          box.issue(
            poll.id,
            { group: group === 0 ? "staff" : "students" },
            Arr.range(0, voters - 1)
              .filter((n) => n % 2 === group)
              .map(tokenOf)
          )
        )
      )
    )
  )
  let [bare, ours] = [0, 0]
  const bareTime = await milliseconds(async () => {
    bare = (await runtime.runPromise(castBare)).length
  })
  const time = await milliseconds(async () => {
    ours = (await runtime.runPromise(castOurs)).choices.length
  })
  if (bare !== ours) throw new Error(`${ours} counts instead of ${bare}`)
  say(
    `${place.name}: casting 1,000,000 ballots and tallying them`,
    `${Math.round(time)} ms`,
    `${Math.round(bareTime)} ms`,
    time / bareTime,
    "≤ 1.5"
  )
}

const runtimeOf = ({ client }: Place) => ManagedRuntime.make(layerStore([]).pipe(Layer.provideMerge(client)))
type Runtime = ReturnType<typeof runtimeOf>

heading()
await onEach(async (place, address) => {
  const runtime = runtimeOf(place)
  await runtime.runPromise(bareTable)
  await measureAppends(place, runtime)
  if (process.argv.includes("emmett")) await measureEmmett(place, runtime, address)
  if (!process.argv.includes("appends")) {
    await measureStream(place, runtime)
    await measureBallots(place, runtime)
  }
  await runtime.dispose()
})
