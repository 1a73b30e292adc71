import type { Poll } from "@zhengyou/core"
import * as Effect from "effect/Effect"
import { BallotBox, type Electorate } from "../../../BallotBox.ts"
import type { PollInWrongState } from "../../../errors.ts"
import { casesOf, refused, same } from "../check.ts"
import { ballot, opened, plainly, poll, token, tokens, vote } from "./polls.ts"

const ballotCase = casesOf("BallotBox")

const staff = { group: "staff" }
const students = { group: "students" }

const pathsOf = ({ faults }: { readonly faults: ReadonlyArray<{ readonly path: ReadonlyArray<string | number> }> }) =>
  faults.map(({ path }) => path.join("."))

const opening = ballotCase(
  "a poll is opened once, and one that cannot be is refused with every fault",
  Effect.gen(function* () {
    const box = yield* BallotBox
    const faulty: Poll = {
      id: "faulty",
      subjects: ["z01", "z01"],
      groups: [{ id: "staff", subjects: ["z09"] }, { id: "staff" }],
      questions: [
        { id: "overall", choices: ["yes", "yes"] },
        { id: "overall", choices: ["yes"] }
      ]
    }
    yield* same("the faults", pathsOf(yield* refused("a faulty poll", "PollInvalid", box.open(faulty))), [
      "subjects.1",
      "groups.1.id",
      "questions.1.id",
      "groups.0.subjects.0",
      "questions.0.choices.1"
    ])
    const malformed = { ...poll, id: "x".repeat(121) }
    yield* same("the fault", pathsOf(yield* refused("a malformed poll", "PollInvalid", box.open(malformed))), ["id"])
    yield* refused("a poll that was not opened", "PollInWrongState", box.turnout("faulty"))
    yield* box.open(poll)
    yield* box.issue(poll.id, staff, tokens(0, 1))
    yield* box.cast(poll.id, [vote(0, ballot("z01", "满意"))])
    yield* box.open(poll)
    yield* same("the turnout after opening it again", (yield* box.turnout(poll.id))[0], {
      group: "staff",
      issued: 1,
      used: 1
    })
    const other = { ...poll, subjects: ["z01"] } as const
    const different = yield* refused(
      "other contents",
      "PollInWrongState",
      box.open({ ...other, groups: [{ id: "staff" }] })
    )
    yield* same("the refusal", [different.poll, different.state], [poll.id, "different"])
  })
)

const states = ballotCase(
  "what a poll's state does not allow is refused",
  Effect.gen(function* () {
    const box = yield* BallotBox
    const all = (
      id: string
    ): ReadonlyArray<readonly [string, Effect.Effect<unknown, { readonly _tag: string } | PollInWrongState>]> => [
      ["issue", box.issue(id, staff, tokens(5, 6))],
      ["cast", box.cast(id, [vote(0, ballot("z01", "满意"))])],
      ["tally", box.tally(id)],
      ["turnout", box.turnout(id)],
      ["close", box.close(id)]
    ]
    const outcomes = (id: string, names: ReadonlyArray<string>) =>
      Effect.forEach(
        all(id).filter(([name]) => names.includes(name)),
        ([name, effect]) =>
          Effect.match(effect, {
            onSuccess: () => `${name} done`,
            onFailure: (error) => `${name} ${"state" in error ? error.state : error._tag}`
          })
      )
    yield* same("nothing without a poll", yield* outcomes("absent", ["issue", "cast", "tally", "turnout", "close"]), [
      "issue absent",
      "cast absent",
      "tally absent",
      "turnout absent",
      "close absent"
    ])
    yield* opened([staff, tokens(0, 1)])
    yield* same("no tally while it is open", yield* outcomes(poll.id, ["tally", "turnout"]), [
      "tally open",
      "turnout done"
    ])
    yield* box.close(poll.id)
    yield* same("no vote afterwards", yield* outcomes(poll.id, ["issue", "cast", "tally", "turnout", "close"]), [
      "issue closed",
      "cast closed",
      "tally done",
      "turnout done",
      "close done"
    ])
    yield* box.open(poll)
    yield* same("opening it again does not", yield* outcomes(poll.id, ["cast"]), ["cast closed"])
    yield* same("the tally", yield* box.tally(poll.id), { returned: [], choices: [] })
  })
)

const issuing = ballotCase(
  "tokens are issued once, all or none of a call",
  Effect.gen(function* () {
    const box = yield* opened()
    yield* same("new tokens", yield* box.issue(poll.id, staff, tokens(0, 3)), 3)
    yield* same("some of them again", yield* box.issue(poll.id, staff, tokens(1, 5)), 2)
    const refusal = (electorate: Electorate, given: ReadonlyArray<string>) =>
      Effect.map(refused("tokens", "TokensRefused", box.issue(poll.id, electorate, given)), pathsOf)
    yield* same("to another group", yield* refusal(students, [token(9), token(1)]), ["tokens.1"])
    yield* same("to others of the group", yield* refusal({ group: "staff", except: "z01" }, [token(1)]), ["tokens.0"])
    yield* same("to nobody", yield* refusal({ group: "nobody", except: "z09" }, [token(9)]), ["group", "except"])
    const malformed = ["short", "", "x".repeat(201), `${token(9)}'`, "先".repeat(30), token(9), token(9)]
    yield* same(
      "malformed or doubled",
      yield* refusal(staff, malformed),
      [0, 1, 2, 3, 4, 6].map((i) => `tokens.${i}`)
    )
    yield* same("the turnout", yield* box.turnout(poll.id), [
      { group: "staff", issued: 5, used: 0 },
      { group: "students", issued: 0, used: 0 }
    ])
    yield* box.cast(poll.id, [vote(0)])
    yield* same("a used one again", yield* box.issue(poll.id, staff, tokens(0, 1)), 0)
    yield* same("which stays used", plainly(yield* box.cast(poll.id, [vote(0)])), ["token TokenUsed"])
  })
)

const refusals = ballotCase(
  "a vote is refused with every fault, its token unused, and the others of its batch are counted",
  Effect.gen(function* () {
    const box = yield* opened(
      [staff, tokens(0, 3)],
      [students, tokens(3, 5)],
      [{ group: "students", except: "z02" }, tokens(5, 6)]
    )
    const answers = yield* box.cast(poll.id, [
      vote(0, ballot("z01", "非常满意", "maybe"), ballot("z09"), ballot("z01")),
      vote(3, ballot("z03", "满意"), { subject: "z01", answers: { price: "yes" } }),
      vote(5, ballot("z01", "满意"), ballot("z02", "满意")),
      vote(1, ballot("z01", "满意")),
      vote(99, ballot("z01", "满意")),
      vote(1, ballot("z02", "满意")),
      { token: "nonsense", ballots: [] },
      vote(2, { subject: " ", answers: {} })
    ])
    yield* same("the answers", plainly(answers), [
      "ballots.0.answers.overall NotInPoll, ballots.0.answers.speed NotInPoll, ballots.1.subject NotInPoll, ballots.2.subject Doubled",
      "ballots.0.subject NotForVoter, ballots.1.answers.price NotInPoll",
      "ballots.1.subject NotForVoter",
      "counted",
      "token TokenUnknown",
      "token TokenUsed",
      "token TokenUnknown",
      "ballots.0.subject NotAllowed"
    ])
    yield* same("the turnout", yield* box.turnout(poll.id), [
      { group: "staff", issued: 3, used: 1 },
      { group: "students", issued: 3, used: 0 }
    ])
    const mended = yield* box.cast(poll.id, [vote(0, ballot("z01", "满意")), vote(5, ballot("z01", "满意"))])
    yield* same("the same voters once more", plainly(mended), ["counted", "counted"])
    yield* box.close(poll.id)
    yield* same("the ballots", (yield* box.tally(poll.id)).returned, [
      { subject: "z01", group: "staff", ballots: 2 },
      { subject: "z01", group: "students", ballots: 1 }
    ])
  })
)

/** What a store refuses of polls, tokens and votes. */
export const refusing = [opening, states, issuing, refusals]
