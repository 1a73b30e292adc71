import { mergeTallies, type Poll, tallyOf } from "@zhengyou/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import fc from "fast-check"
import { BallotBox, type Vote } from "../../../BallotBox.ts"
import { Transactions } from "../Adapter.ts"
import { adapterCase, casesOf, on, same } from "../check.ts"
import { forAll } from "../forAll.ts"
import { ballot, opened, plainly, poll, token, tokens, vote } from "./polls.ts"

const ballotCase = casesOf("BallotBox")

const staff = { group: "staff" }

const once = ballotCase(
  "a token that comes many times at the same time counts once",
  Effect.gen(function* () {
    const box = yield* opened([staff, tokens(0, 3)])
    const casts = Array.from({ length: 30 }, (_, i) => [vote(i % 3, ballot("z01", i % 2 === 0 ? "满意" : "不满意"))])
    const answers = yield* Effect.forEach(casts, (votes) => box.cast(poll.id, votes), { concurrency: "unbounded" })
    const plain = plainly(answers.flat())
    yield* same("those counted", plain.filter((answer) => answer === "counted").length, 3)
    yield* same("the others", plain.filter((answer) => answer === "token TokenUsed").length, 27)
    yield* box.close(poll.id)
    const { returned, choices } = yield* box.tally(poll.id)
    yield* same("the ballots", returned, [{ subject: "z01", group: "staff", ballots: 3 }])
    yield* same(
      "the choices",
      choices.reduce((sum, { ballots }) => sum + ballots, 0),
      3
    )
  })
)

const casters = ballotCase(
  "batches that are cast at the same time lose no vote",
  Effect.gen(function* () {
    const all = tokens(0, 400)
    const box = yield* opened([staff, all])
    const votes = all.map((_, n) =>
      vote(n, ballot("z01", n % 4 === 0 ? "满意" : "不满意"), ballot("z02", "不了解", "no"))
    )
    const batches = Array.from({ length: 20 }, (_, i) => votes.filter((_, n) => n % 20 === i))
    const answers = yield* Effect.forEach(batches, (batch) => box.cast(poll.id, batch), { concurrency: "unbounded" })
    yield* same("those counted", plainly(answers.flat()).filter((answer) => answer === "counted").length, 400)
    yield* box.close(poll.id)
    const expected = mergeTallies(
      tallyOf(
        "staff",
        votes.flatMap(({ ballots }) => ballots)
      )
    )
    yield* same("the tally", yield* box.tally(poll.id), expected)
  })
)

const closing = ballotCase(
  "a vote that comes as the poll is closed is counted or refused, never acknowledged and lost",
  Effect.gen(function* () {
    const all = tokens(0, 40)
    const box = yield* opened([staff, all])
    const [outcomes] = yield* Effect.all(
      [
        Effect.forEach(
          all,
          (_, n) =>
            Effect.match(
              Effect.andThen(
                n % 2 === 0 ? Effect.yieldNow : Effect.void,
                box.cast(poll.id, [vote(n, ballot("z01", "满意"))])
              ),
              { onSuccess: (answers) => plainly(answers)[0], onFailure: (error) => error._tag }
            ),
          { concurrency: "unbounded" }
        ),
        box.close(poll.id)
      ],
      { concurrency: "unbounded" }
    )
    const counted = outcomes.filter((outcome) => outcome === "counted").length
    yield* same("the others", outcomes.filter((outcome) => outcome === "PollInWrongState").length, 40 - counted)
    const { returned } = yield* box.tally(poll.id)
    yield* same("the ballots", returned[0]?.ballots ?? 0, counted)
    yield* same("the turnout", (yield* box.turnout(poll.id))[0], { group: "staff", issued: 40, used: counted })
  })
)

const anyBallot = fc.record({
  subject: fc.constantFrom(...poll.subjects, "z09"),
  answers: fc.record(
    { overall: fc.constantFrom("满意", "不了解", "?"), speed: fc.constantFrom("yes", "no") },
    { requiredKeys: [] }
  )
})
const anyVote: fc.Arbitrary<readonly [number, Vote["ballots"]]> = fc.tuple(
  fc.nat(14),
  fc.uniqueArray(anyBallot, { maxLength: 3, selector: ({ subject }) => subject })
)

/** The box as plainly as it can be written, for tokens 0 to 9 of the staff but those of z01 from 5 on, and 10 to 12 of the students. */
const makeModel = () => {
  const used = new Set<number>()
  const counted: Array<readonly ["staff" | "students", Vote["ballots"]]> = []
  const mayRate = (n: number, subject: string) =>
    n < 5 ? subject !== "z09" : n < 10 ? ["z02", "z03"].includes(subject) : ["z01", "z02"].includes(subject)
  return {
    used,
    counted,
    cast: (n: number, ballots: Vote["ballots"]): boolean => {
      const isSound = ballots.every(({ subject, answers }) => mayRate(n, subject) && answers["overall"] !== "?")
      if (n > 12 || used.has(n) || !isSound) return false
      used.add(n)
      counted.push([n < 10 ? "staff" : "students", ballots])
      return true
    }
  }
}

const likeTheModel = ballotCase(
  "random votes are counted as by hand",
  forAll(fc.array(fc.array(anyVote, { maxLength: 5 }), { maxLength: 6 }), 30, (batches) =>
    Effect.gen(function* () {
      const box = yield* BallotBox
      const model = makeModel()
      const own = yield* unopened
      yield* box.open(own)
      yield* box.issue(own.id, staff, tokens(0, 5))
      yield* box.issue(own.id, { group: "staff", except: "z01" }, tokens(5, 10))
      yield* box.issue(own.id, { group: "students" }, tokens(10, 13))
      for (const batch of batches) {
        const answers = yield* box.cast(
          own.id,
          batch.map(([n, ballots]) => ({ token: token(n), ballots }))
        )
        const expected = batch.map(([n, ballots]) => model.cast(n, ballots))
        yield* same("which votes were counted", answers.map(Result.isSuccess), expected)
      }
      const turnout = yield* box.turnout(own.id)
      yield* same(
        "the tokens used",
        turnout.reduce((sum, { used }) => sum + used, 0),
        model.used.size
      )
      yield* box.close(own.id)
      const tally = mergeTallies(...model.counted.map(([group, ballots]) => tallyOf(group, ballots)))
      yield* same("the tally", yield* box.tally(own.id), tally)
    })
  )
)

/** A poll with an id that was not used in this store. */
const unopened = Effect.gen(function* () {
  const box = yield* BallotBox
  for (let n = 0; ; n++) {
    const own: Poll = { ...poll, id: `poll-${n}` }
    const isThere = yield* Effect.match(box.turnout(own.id), { onSuccess: () => true, onFailure: () => false })
    if (!isThere) return own
  }
})

const rolledBack = ballotCase(
  "votes that were rolled back were never cast",
  Effect.gen(function* () {
    const { run } = yield* Transactions
    const box = yield* opened([staff, tokens(0, 2)])
    const cast = box.cast(poll.id, [vote(0, ballot("z01", "满意"))])
    yield* Effect.exit(run(Effect.andThen(cast, Effect.fail("the application's own write failed"))))
    yield* same("the turnout", (yield* box.turnout(poll.id))[0], { group: "staff", issued: 2, used: 0 })
    yield* same("the vote once more", plainly(yield* cast), ["counted"])
    yield* Effect.exit(run(Effect.andThen(box.close(poll.id), Effect.fail("the application's own write failed"))))
    yield* same("a vote after a close that was rolled back", plainly(yield* box.cast(poll.id, [vote(1)])), ["counted"])
    yield* box.close(poll.id)
    yield* same("the ballots", (yield* box.tally(poll.id)).returned, [{ subject: "z01", group: "staff", ballots: 1 }])
  }),
  ["transactions"]
)

const lasting = adapterCase(
  { port: "BallotBox", name: "polls, tokens and votes are there when the store is opened again", needs: ["reopening"] },
  (adapter) =>
    Effect.gen(function* () {
      yield* on(
        adapter,
        [],
        Effect.flatMap(opened([staff, tokens(0, 2)]), (box) => box.cast(poll.id, [vote(0, ballot("z01", "满意"))]))
      )
      yield* on(
        adapter,
        [],
        Effect.gen(function* () {
          const box = yield* BallotBox
          yield* box.open(poll)
          const answers = yield* box.cast(poll.id, [vote(0), vote(1, ballot("z01", "满意"))])
          yield* same("the answers", plainly(answers), ["token TokenUsed", "counted"])
          yield* box.close(poll.id)
          yield* same("the ballots", (yield* box.tally(poll.id)).returned, [
            { subject: "z01", group: "staff", ballots: 2 }
          ])
        })
      )
    })
)

/** What a store does with votes at the same time, and with votes that nobody thought of. */
export const votingTogether = [once, casters, closing, likeTheModel, rolledBack, lasting]
