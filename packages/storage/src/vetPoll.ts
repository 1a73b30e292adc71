import { decodeInput, hashOf, Poll } from "@zhengyou/core"
import * as Result from "effect/Result"
import { Electorate } from "./BallotBox.ts"
import { PollInvalid, TokensRefused } from "./errors.ts"
import { doubled, type Faults, idsOf, notInPoll } from "./internal/pollFaults.ts"

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
 * Checks a poll before a store opens it, and gives a copy to keep.
 *
 * **Refusals**
 *
 * `PollInvalid` with every fault.
 */
export const vetPoll = (poll: Poll): Result.Result<Poll, PollInvalid> => {
  const decoded = decodeInput(Poll, poll)
  if (Result.isFailure(decoded)) return Result.fail(new PollInvalid({ faults: decoded.failure }))
  const faults = pollFaults(decoded.success)
  return faults.length > 0 ? Result.fail(new PollInvalid({ faults })) : Result.succeed(decoded.success)
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
