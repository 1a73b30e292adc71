import {
  Ballot,
  decodeInput,
  type Fault,
  hashOf,
  type Id,
  mergeTallies,
  Poll,
  type Tally,
  tallyOf
} from "@zhengyou/core"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { Electorate, type Vote } from "./BallotBox.ts"
import { type BallotProblem, PollInvalid, TokensRefused, VoteRefused } from "./errors.ts"

type Faults = ReadonlyArray<Fault<BallotProblem>>

const doubled = (ids: ReadonlyArray<string>, path: (index: number) => Fault<BallotProblem>["path"]): Faults => {
  const seen = new Set<string>()
  return ids.flatMap((id, i): Faults => {
    const again = seen.has(id)
    seen.add(id)
    return again ? [{ path: path(i), problem: { _tag: "Doubled" } }] : []
  })
}

const notInPoll = (path: Fault<BallotProblem>["path"], found: string, known: ReadonlyArray<Id>): Faults =>
  known.includes(found) ? [] : [{ path, problem: { _tag: "NotInPoll", found, known } }]

const idsOf = (named: ReadonlyArray<{ readonly id: Id }>): ReadonlyArray<Id> => named.map(({ id }) => id)

const pollFaults = ({ subjects, groups, questions }: Poll): Faults => [
  ...doubled(subjects, (i) => ["subjects", i]),
  ...doubled(idsOf(groups), (i) => ["groups", i, "id"]),
  ...doubled(idsOf(questions), (i) => ["questions", i, "id"]),
  ...groups.flatMap((group, i) => [
    ...doubled(group.subjects ?? [], (j) => ["groups", i, "subjects", j]),
    ...(group.subjects ?? []).flatMap((subject, j) => notInPoll(["groups", i, "subjects", j], subject, subjects))
  ]),
  ...questions.flatMap(({ choices }, i) => doubled(choices, (j) => ["questions", i, "choices", j]))
]

/**
 * Checks a poll before a store opens it.
 *
 * **Refusals**
 *
 * `PollInvalid` with every fault.
 */
export const vetPoll = (poll: Poll): Result.Result<Poll, PollInvalid> => {
  const decoded = decodeInput(Poll, poll)
  const faults: Faults = Result.isFailure(decoded) ? decoded.failure : pollFaults(decoded.success)
  return faults.length > 0 ? Result.fail(new PollInvalid({ faults })) : Result.succeed(poll)
}

const tokenShape = /^[A-Za-z0-9_-]{22,200}$/

/**
 * The hash under which a store keeps a token of a poll; nothing for what cannot be a token.
 *
 * **Details**
 *
 * SHA-256 over the poll and the token, so that a token that was used for two polls by mistake has two hashes.
 */
export const hashToken = (poll: string, token: string): string | undefined =>
  tokenShape.test(token) ? hashOf(["zhengyou/token", poll, token]) : undefined

/**
 * Checks tokens and those they are for, and gives the hashes in the order of the tokens.
 *
 * **Refusals**
 *
 * `TokensRefused` with every fault; none of them names a token.
 */
export const vetTokens = (
  poll: Poll,
  electorate: Electorate,
  tokens: ReadonlyArray<string>
): Result.Result<ReadonlyArray<string>, TokensRefused> => {
  const decoded = decodeInput(Electorate, electorate)
  const hashes = tokens.map((token) => hashToken(poll.id, token))
  const faults: Faults = [
    ...(Result.isFailure(decoded)
      ? decoded.failure
      : [
          ...notInPoll(["group"], electorate.group, idsOf(poll.groups)),
          ...(electorate.except === undefined ? [] : notInPoll(["except"], electorate.except, poll.subjects))
        ]),
    ...hashes.flatMap(
      (hash, i): Faults => (hash === undefined ? [{ path: ["tokens", i], problem: { _tag: "TokenMalformed" } }] : [])
    ),
    ...doubled(
      hashes.map((hash, i) => hash ?? String(i)),
      (i) => ["tokens", i]
    )
  ]
  return faults.length > 0
    ? Result.fail(new TokensRefused({ faults }))
    : Result.succeed(hashes.flatMap((hash) => hash ?? []))
}

/** The refusal of tokens of which some, by their place, were issued before to another electorate. */
export const tokensIssuedBefore = (places: ReadonlyArray<number>): TokensRefused =>
  new TokensRefused({ faults: places.map((i) => ({ path: ["tokens", i], problem: { _tag: "TokenIssuedBefore" } })) })

/** What a store knows of a token: whom it is for, and whether it was used. */
export interface Bearer extends Electorate {
  readonly isUsed: boolean
}

const Ballots = Schema.Array(Ballot)

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

const voteFaults = (poll: Poll, bearer: Bearer | undefined, { ballots }: Vote): Faults => {
  if (bearer === undefined) return tokenFault({ _tag: "TokenUnknown" })
  if (bearer.isUsed) return tokenFault({ _tag: "TokenUsed" })
  const decoded = decodeInput(Ballots, ballots)
  const faults: Faults = Result.isFailure(decoded)
    ? decoded.failure
    : [
        ...decoded.success.flatMap((ballot, i) =>
          ballotFaults(poll, bearer, ballot).map(({ path, problem }) => ({ path: [i, ...path], problem }))
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
  const answers = votes.map((vote): Result.Result<void, VoteRefused> => {
    const hash = hashToken(poll.id, vote.token)
    const known = hash === undefined ? undefined : bearerOf(hash)
    const bearer = known !== undefined && hash !== undefined && used.has(hash) ? { ...known, isUsed: true } : known
    const faults = voteFaults(poll, bearer, vote)
    if (bearer === undefined || hash === undefined || faults.length > 0) return Result.fail(new VoteRefused({ faults }))
    used.add(hash)
    const ballots = byGroup.get(bearer.group)
    if (ballots === undefined) byGroup.set(bearer.group, [...vote.ballots])
    else ballots.push(...vote.ballots)
    return Result.void
  })
  const tallies = Array.from(byGroup, ([group, ballots]) => tallyOf(group, ballots))
  return { answers, used: [...used].toSorted(), tally: mergeTallies(...tallies) }
}
