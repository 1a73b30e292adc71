import * as Effect from "effect/Effect"
import { BallotBox } from "../../../BallotBox.ts"
import { casesOf, refused, same } from "../check.ts"
import { ballot, opened, plainly, poll, token, tokens, vote } from "./polls.ts"

const ballotCase = casesOf("BallotBox")

const staff = { group: "staff" }
const students = { group: "students" }

const counted = ballotCase(
  "votes are counted by subject, group, question and choice",
  Effect.gen(function* () {
    const box = yield* opened([staff, tokens(0, 5)], [students, tokens(5, 8)])
    const first = yield* box.cast(poll.id, [
      vote(0, ballot("z01", "满意", "yes"), ballot("z03", "不了解")),
      vote(5, ballot("z02", "不满意", "no"), ballot("z01", "满意")),
      vote(1, ballot("z01", "满意", "no"), ballot("z02"))
    ])
    yield* same("the answers", plainly(first), ["counted", "counted", "counted"])
    yield* same("an empty batch", yield* box.cast(poll.id, []), [])
    yield* same("an empty vote", plainly(yield* box.cast(poll.id, [vote(2)])), ["counted"])
    yield* same("the turnout", yield* box.turnout(poll.id), [
      { group: "staff", issued: 5, used: 3 },
      { group: "students", issued: 3, used: 1 }
    ])
    yield* box.close(poll.id)
    const of = (subject: string, group: string, question: string, choice: string, ballots: number) => ({
      subject,
      group,
      question,
      choice,
      ballots
    })
    yield* same("the tally", yield* box.tally(poll.id), {
      returned: [
        { subject: "z01", group: "staff", ballots: 2 },
        { subject: "z01", group: "students", ballots: 1 },
        { subject: "z02", group: "staff", ballots: 1 },
        { subject: "z02", group: "students", ballots: 1 },
        { subject: "z03", group: "staff", ballots: 1 }
      ],
      choices: [
        of("z01", "staff", "overall", "满意", 2),
        of("z01", "staff", "speed", "no", 1),
        of("z01", "staff", "speed", "yes", 1),
        of("z01", "students", "overall", "满意", 1),
        of("z02", "students", "overall", "不满意", 1),
        of("z02", "students", "speed", "no", 1),
        of("z03", "staff", "overall", "不了解", 1)
      ]
    })
  })
)

const manyVotes = ballotCase(
  "three thousand votes in one batch are counted",
  Effect.gen(function* () {
    const all = tokens(0, 3000)
    const box = yield* opened([staff, all])
    const votes = all.map((_, n) => vote(n, ballot("z01", n % 3 === 0 ? "满意" : "不满意"), ballot("z02", "满意")))
    const answers = yield* box.cast(poll.id, votes)
    yield* same("those not counted", plainly(answers).filter((answer) => answer !== "counted").length, 0)
    yield* box.close(poll.id)
    const { choices } = yield* box.tally(poll.id)
    yield* same(
      "the counts",
      choices.map(({ subject, choice, ballots }) => [subject, choice, ballots]),
      [
        ["z01", "不满意", 2000],
        ["z01", "满意", 1000],
        ["z02", "满意", 3000]
      ]
    )
  })
)

const empty = ballotCase(
  "a poll without votes has an empty tally",
  Effect.gen(function* () {
    const box = yield* opened()
    yield* same("the turnout", yield* box.turnout(poll.id), [
      { group: "staff", issued: 0, used: 0 },
      { group: "students", issued: 0, used: 0 }
    ])
    yield* box.close(poll.id)
    yield* same("the tally", yield* box.tally(poll.id), { returned: [], choices: [] })
  })
)

const separate = ballotCase(
  "polls know nothing of one another's tokens and votes",
  Effect.gen(function* () {
    const box = yield* opened([staff, tokens(0, 2)])
    const second = { ...poll, id: "second" }
    yield* box.open(second)
    yield* same("a token of the other poll", plainly(yield* box.cast("second", [vote(0, ballot("z01", "满意"))])), [
      "token TokenUnknown"
    ])
    yield* same("the same token for another group", yield* box.issue("second", students, [token(0)]), 1)
    yield* box.cast("second", [vote(0, ballot("z01", "满意"))])
    yield* same("the token in its own poll", plainly(yield* box.cast(poll.id, [vote(0, ballot("z03", "满意"))])), [
      "counted"
    ])
    yield* box.close("second")
    yield* same("the tally", (yield* box.tally("second")).returned, [{ subject: "z01", group: "students", ballots: 1 }])
    yield* refused("the tally of the open one", "PollInWrongState", box.tally(poll.id))
  })
)

const hostile = ballotCase(
  "hostile names are only names",
  Effect.gen(function* () {
    const box = yield* BallotBox
    const names = ["x'; DROP TABLE x; --", 'x"', "x%", "x\\", "x", "X", "ｘ", "𠮷".repeat(120), "é", "e\u0301"] as const
    const odd = {
      id: names[0],
      subjects: names,
      groups: [{ id: names[0] }, { id: names[4] }, { id: names[5] }],
      questions: [{ id: names[1], choices: names }]
    } as const
    yield* box.open(odd)
    yield* box.issue(odd.id, { group: names[4], except: names[5] }, tokens(0, 1))
    yield* box.issue(odd.id, { group: names[5] }, tokens(1, 2))
    const on = (subject: string, choice: string) => ({ subject, answers: { [names[1]]: choice } })
    const answers = yield* box.cast(odd.id, [
      { token: token(0), ballots: names.filter((name) => name !== names[5]).map((name) => on(name, name)) },
      { token: token(1), ballots: names.map((name) => on(name, names[0])) },
      { token: "' OR '1'='1", ballots: [] }
    ])
    yield* same("the answers", plainly(answers), ["counted", "counted", "token TokenUnknown"])
    yield* box.close(odd.id)
    const { returned, choices } = yield* box.tally(odd.id)
    yield* same("the ballots", [returned.length, choices.length], [19, 19])
    yield* same(
      "those of one group",
      choices.filter(({ group }) => group === names[4]).every(({ subject, choice }) => subject === choice),
      true
    )
  })
)

/** How a store counts. */
export const counting = [counted, manyVotes, empty, separate, hostile]
