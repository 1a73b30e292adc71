import { Ballot, decodeInput, mergeTallies, type Poll, type Tally, tallyOf } from "@zhengyou/core"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Electorate, Vote } from "./BallotBox.ts"
import { type BallotProblem, VoteRefused } from "./errors.ts"
import { doubled, type Faults, idsOf, notInPoll } from "./internal/pollFaults.ts"
import { hashToken } from "./vetPoll.ts"

/** What a store knows of a token: whom it is for, and whether it was used. */
export interface Bearer extends Electorate {
  readonly isUsed: boolean
}

const Ballots = Schema.Array(Ballot)

/** A poll prepared for looking things up: what each group rates, and the choices of each question. */
interface Prepared {
  readonly rated: ReadonlyMap<string, ReadonlySet<string>>
  readonly choices: ReadonlyMap<string, ReadonlySet<string>>
}

const prepared = ({ subjects, groups, questions }: Poll): Prepared => ({
  rated: new Map(groups.map((group) => [group.id, new Set(group.subjects ?? subjects)])),
  choices: new Map(questions.map(({ id, choices }) => [id, new Set(choices)]))
})

const isObject = (value: unknown): value is object => {
  if (typeof value !== "object" || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** The entries of a plain object whose values are all texts; nothing for anything else. */
const textsOf = (value: unknown): ReadonlyArray<readonly [string, string]> | undefined => {
  if (!isObject(value)) return undefined
  const entries: ReadonlyArray<readonly [string, unknown]> = Object.entries(value)
  return entries.every((entry): entry is readonly [string, string] => typeof entry[1] === "string")
    ? entries
    : undefined
}

const soundBallot = (
  { rated, choices }: Prepared,
  { group, except }: Electorate,
  value: unknown
): Ballot | undefined => {
  if (!isObject(value) || Object.keys(value).length !== 2 || !("subject" in value && "answers" in value))
    return undefined
  const { subject, answers } = value
  if (typeof subject !== "string" || subject === except || rated.get(group)?.has(subject) !== true) return undefined
  const texts = textsOf(answers)
  const isSound = texts?.every(([question, choice]) => choices.get(question)?.has(choice) === true)
  return isSound === true ? { subject, answers: Object.fromEntries(texts ?? []) } : undefined
}

/**
 * A copy of ballots in which nothing is wrong; nothing where something is. Whoever counts a million ballots cannot decode
 * each by its schema, and what is in the poll is well formed.
 */
const soundBallots = (poll: Prepared, electorate: Electorate, ballots: unknown): ReadonlyArray<Ballot> | undefined => {
  if (!Array.isArray(ballots)) return undefined
  const sound: Array<Ballot> = []
  for (const value of ballots) {
    const ballot = soundBallot(poll, electorate, value)
    if (ballot === undefined || sound.some(({ subject }) => subject === ballot.subject)) return undefined
    sound.push(ballot)
  }
  return sound
}

const ballotFaults = (poll: Poll, { group, except }: Electorate, ballot: Ballot): Faults => {
  const { subject, answers } = ballot
  const rated = poll.groups.find(({ id }) => id === group)?.subjects ?? poll.subjects
  const unknown = notInPoll(["subject"], subject, poll.subjects)
  const notTheirs: Faults =
    unknown.length > 0 || (rated.includes(subject) && subject !== except)
      ? []
      : [{ path: ["subject"], problem: { _tag: "NotForVoter", subject } }]
  const answered = Object.entries(answers).flatMap(([question, choice]): Faults => {
    const asked = poll.questions.find(({ id }) => id === question)
    return asked === undefined
      ? notInPoll(["answers", question], question, idsOf(poll.questions))
      : notInPoll(["answers", question], choice, asked.choices)
  })
  return [...unknown, ...notTheirs, ...answered]
}

const tokenFault = (problem: BallotProblem): Faults => [{ path: ["token"], problem }]

/** What is wrong with ballots in which something is. */
const ballotsFaults = (poll: Poll, electorate: Electorate, ballots: unknown): Faults => {
  const decoded = decodeInput(Ballots, ballots)
  const faults: Faults = Result.isFailure(decoded)
    ? decoded.failure
    : [
        ...decoded.success.flatMap((ballot, i) =>
          ballotFaults(poll, electorate, ballot).map(({ path, problem }) => ({ path: [i, ...path], problem }))
        ),
        ...doubled(
          decoded.success.map(({ subject }) => subject),
          (i) => [i, "subject"]
        )
      ]
  return faults.map(({ path, problem }) => ({ path: ["ballots", ...path], problem }))
}

/** Votes counted: an answer to each in its order, the hashes of the tokens that are used up, and what to add to the tally. */
export interface CountedVotes {
  readonly answers: ReadonlyArray<Result.Result<void, VoteRefused>>
  readonly used: ReadonlyArray<string>
  readonly tally: Tally
}

/**
 * Counts votes in the order given.
 *
 * **When to use**
 *
 * In an adapter, inside the transaction that marks the tokens as used and adds the tally: `bearerOf` says what the store
 * knows of a token by its hash.
 */
export const countVotes = (
  poll: Poll,
  votes: ReadonlyArray<Vote>,
  bearerOf: (hash: string) => Bearer | undefined
): CountedVotes => {
  const used = new Set<string>()
  const byGroup = new Map<string, Array<Ballot>>()
  const ready = prepared(poll)
  const refused = (faults: Faults) => Result.fail(new VoteRefused({ faults }))
  const answers = votes.map(({ token, ballots }): Result.Result<void, VoteRefused> => {
    const hash = hashToken(poll.id, token)
    const bearer = hash === undefined ? undefined : bearerOf(hash)
    if (hash === undefined || bearer === undefined) return refused(tokenFault({ _tag: "TokenUnknown" }))
    if (bearer.isUsed || used.has(hash)) return refused(tokenFault({ _tag: "TokenUsed" }))
    const sound = soundBallots(ready, bearer, ballots)
    if (sound === undefined) return refused(ballotsFaults(poll, bearer, ballots))
    used.add(hash)
    const before = byGroup.get(bearer.group)
    if (before === undefined) byGroup.set(bearer.group, [...sound])
    else for (const ballot of sound) before.push(ballot)
    return Result.void
  })
  const tallies = Array.from(byGroup, ([group, ballots]) => tallyOf(group, ballots))
  return { answers, used: [...used].toSorted(), tally: mergeTallies(...tallies) }
}
