import type { Ballot, Poll } from "@zhengyou/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { BallotBox, type Electorate, type Vote } from "../../../BallotBox.ts"
import type { VoteRefused } from "../../../errors.ts"

/** A poll on three subjects, of which students rate two, with two questions. */
export const poll: Poll = {
  id: "2012 年机关作风测评",
  subjects: ["z01", "z02", "z03"],
  groups: [{ id: "staff" }, { id: "students", subjects: ["z01", "z02"] }],
  questions: [
    { id: "overall", choices: ["满意", "基本满意", "不满意", "不了解"] },
    { id: "speed", choices: ["yes", "no"] }
  ]
}

/** A token for a case; real ones are drawn at random. */
export const token = (n: number): string => `token-${String(n).padStart(20, "0")}`

/** Tokens by their numbers. */
export const tokens = (from: number, to: number): ReadonlyArray<string> =>
  Array.from({ length: to - from }, (_, i) => token(from + i))

/** A ballot on one subject. */
export const ballot = (subject: string, overall?: string, speed?: string): Ballot => ({
  subject,
  answers: { ...(overall === undefined ? {} : { overall }), ...(speed === undefined ? {} : { speed }) }
})

/** A vote. */
export const vote = (n: number, ...ballots: ReadonlyArray<Ballot>): Vote => ({ token: token(n), ballots })

/** Opens the poll and issues tokens. */
export const opened = (...issues: ReadonlyArray<readonly [Electorate, ReadonlyArray<string>]>) =>
  Effect.gen(function* () {
    const box = yield* BallotBox
    yield* box.open(poll)
    yield* Effect.forEach(issues, ([electorate, given]) => box.issue(poll.id, electorate, given))
    return box
  })

/** The answers as one can compare them: "counted", or the problems with their paths. */
export const plainly = (answers: ReadonlyArray<Result.Result<void, VoteRefused>>): ReadonlyArray<string> =>
  answers.map((answer) =>
    Result.match(answer, {
      onSuccess: () => "counted",
      onFailure: ({ faults }) => faults.map(({ path, problem }) => `${path.join(".")} ${problem._tag}`).join(", ")
    })
  )
