import { assert, describe, it } from "@effect/vitest"
import type { Poll } from "@zhengyou/core"
import { BallotBox, layerMemory, type Vote } from "@zhengyou/storage"
import { Effect, Layer, Result } from "effect"
import { SqlClient } from "effect/sql"
import { layerStore, TablePrefix } from "../src/index.ts"
import { type Database, databases, newPrefix } from "./stores.ts"

const poll: Poll = {
  id: "测评'; DROP TABLE x; --",
  subjects: ["z01", "Z01", "z01𠮷"],
  groups: [{ id: "staff" }, { id: "leaders", subjects: ["z01"] }],
  questions: [
    { id: "overall", choices: ["satisfied", "unsatisfied", "don't know"] },
    { id: "overall ,", choices: ["satisfied"] }
  ]
}

const token = (n: number): string => `token-${String(n).padStart(30, "0")}`
const tokens = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => token(from + n))

const vote = (n: number, choice = "satisfied"): Vote => ({
  token: token(n),
  ballots: [{ subject: "z01", answers: { overall: choice } }, ...(n < 50 ? [{ subject: "z01𠮷", answers: {} }] : [])]
})

/** Everything that a ballot box can answer, well and badly used. */
const script = Effect.gen(function* () {
  const box = yield* BallotBox
  const answers: Array<unknown> = []
  const note = <A, E>(effect: Effect.Effect<A, E>) =>
    Effect.map(Effect.result(effect), (answer) => void answers.push(answer))
  yield* note(box.turnout(poll.id))
  yield* note(box.open({ ...poll, subjects: ["z01", "z01"] }))
  yield* note(box.open(poll))
  yield* note(box.open(poll))
  yield* note(box.open({ ...poll, subjects: ["z01"] }))
  yield* note(box.issue(poll.id, { group: "staff" }, tokens(0, 40)))
  yield* note(box.issue(poll.id, { group: "staff", except: "Z01" }, tokens(40, 50)))
  yield* note(box.issue(poll.id, { group: "leaders" }, tokens(50, 60)))
  yield* note(box.issue(poll.id, { group: "staff" }, tokens(30, 45)))
  yield* note(box.issue(poll.id, { group: "staff" }, tokens(20, 40)))
  yield* note(box.issue(poll.id, { group: "nobody" }, ["short"]))
  yield* note(box.cast(poll.id, [vote(1), vote(2, "unsatisfied"), vote(1), vote(99), vote(3, "no such"), vote(50)]))
  yield* note(box.cast(poll.id, [vote(1), vote(3), vote(40), { token: token(51), ballots: [] }]))
  yield* note(box.cast("x' OR '1'='1", [vote(4)]))
  yield* note(box.turnout(poll.id))
  yield* note(box.tally(poll.id))
  yield* note(box.close(poll.id))
  yield* note(box.close(poll.id))
  yield* note(box.open(poll))
  yield* note(box.cast(poll.id, [vote(5)]))
  yield* note(box.issue(poll.id, { group: "staff" }, tokens(0, 1)))
  yield* note(box.tally(poll.id))
  yield* note(box.tally("absent"))
  yield* note(box.turnout("\u0000"))
  return answers
})

const opened = (database: Database, prefix: string = newPrefix()) =>
  layerStore([]).pipe(Layer.provide(Layer.succeed(TablePrefix, prefix)), Layer.provideMerge(database.client()))

for (const database of databases)
  describe(`ballots on ${database.name}`, () => {
    it.live("are counted and refused as in memory", () =>
      Effect.gen(function* () {
        const answers = yield* Effect.provide(script, opened(database))
        const inMemory = yield* Effect.provide(script, layerMemory, { local: true })
        for (const [index, answer] of answers.entries()) assert.deepEqual(answer, inMemory[index], `answer ${index}`)
        assert.strictEqual(answers.length, inMemory.length)
      })
    )

    it.live("count each token once, however many come at the same time", () =>
      Effect.gen(function* () {
        const box = yield* BallotBox
        yield* box.open(poll)
        yield* box.issue(poll.id, { group: "staff" }, tokens(0, 40))
        const answers = yield* Effect.forEach(
          Array.from({ length: 120 }, (_, n) => n % 40),
          (n) => box.cast(poll.id, [vote(n)]),
          { concurrency: "unbounded" }
        )
        assert.strictEqual(answers.flat().filter(Result.isSuccess).length, 40)
        yield* box.close(poll.id)
        const { returned, choices } = yield* box.tally(poll.id)
        assert.deepStrictEqual(
          returned.map(({ subject, ballots }) => [subject, ballots]),
          [
            ["z01", 40],
            ["z01𠮷", 40]
          ]
        )
        assert.deepStrictEqual(
          choices.map(({ choice, ballots }) => [choice, ballots]),
          [["satisfied", 40]]
        )
      }).pipe(Effect.provide(opened(database)))
    )

    it.live("show a tally over all groups to whoever asks the database, once the poll has ended", () => {
      const prefix = newPrefix()
      return Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const box = yield* BallotBox
        yield* box.open(poll)
        yield* box.issue(poll.id, { group: "staff" }, tokens(0, 3))
        yield* box.issue(poll.id, { group: "leaders" }, tokens(50, 52))
        yield* box.cast(poll.id, [vote(0), vote(1, "unsatisfied"), vote(50)])
        const seen = sql<{ readonly choice: string; readonly ballots: unknown }>`
          SELECT choice, ballots FROM ${sql(`${prefix}tallies`)} ORDER BY choice`.pipe(
          Effect.map((rows) => rows.map(({ choice, ballots }) => [choice, Number(ballots)]))
        )
        assert.deepStrictEqual(yield* seen, [])
        yield* box.close(poll.id)
        assert.deepStrictEqual(yield* seen, [
          ["satisfied", 2],
          ["unsatisfied", 1]
        ])
      }).pipe(Effect.provide(opened(database, prefix)))
    })
  })
