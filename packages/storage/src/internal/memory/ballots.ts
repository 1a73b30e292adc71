import { emptyTally, mergeTallies, type Poll, type Tally } from "@zhengyou/core"
import * as Equal from "effect/Equal"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import type { Electorate, Turnout, Vote } from "../../BallotBox.ts"
import { countVotes } from "../../countVotes.ts"
import { type PollInvalid, PollInWrongState, type TokensRefused, type VoteRefused } from "../../errors.ts"
import { tokensIssuedBefore, vetPoll, vetTokens } from "../../vetPoll.ts"
import type { PollState, State } from "./State.ts"

type Changed<A, E> = Result.Result<readonly [A, State], E>

const wrong = (poll: string, state: PollInWrongState["state"]) => Result.fail(new PollInWrongState({ poll, state }))

const found = (state: State, poll: string): Result.Result<PollState, PollInWrongState> =>
  Option.match(HashMap.get(state.polls, poll), { onNone: () => wrong(poll, "absent"), onSome: Result.succeed })

const foundOpen = (state: State, poll: string): Result.Result<PollState, PollInWrongState> =>
  Result.flatMap(found(state, poll), (kept) => (kept.isClosed ? wrong(poll, "closed") : Result.succeed(kept)))

const withPoll = (state: State, kept: PollState): State => ({
  ...state,
  polls: HashMap.set(state.polls, kept.poll.id, kept)
})

/** Opens a poll. */
export const open =
  (given: Poll) =>
  (state: State): Changed<void, PollInvalid | PollInWrongState> =>
    Result.flatMap(vetPoll(given), (poll): Changed<void, PollInWrongState> => {
      const before = HashMap.get(state.polls, poll.id)
      if (Option.isSome(before))
        return Equal.equals(before.value.poll, poll) ? Result.succeed([undefined, state]) : wrong(poll.id, "different")
      const kept = { poll, isClosed: false, bearers: HashMap.empty(), tally: emptyTally }
      return Result.succeed([undefined, withPoll(state, kept)])
    })

/** Issues tokens, all or none, and says how many are new. */
export const issue =
  (poll: string, electorate: Electorate, tokens: ReadonlyArray<string>) =>
  (state: State): Changed<number, PollInWrongState | TokensRefused> =>
    Result.flatMap(foundOpen(state, poll), (kept) =>
      Result.flatMap(vetTokens(kept.poll, electorate, tokens), (hashes): Changed<number, TokensRefused> => {
        const { group, except } = electorate
        const known = hashes.map((hash) => Option.getOrUndefined(HashMap.get(kept.bearers, hash)))
        const others = known.flatMap((bearer, i) =>
          bearer === undefined || (bearer.group === group && bearer.except === except) ? [] : [i]
        )
        if (others.length > 0) return Result.fail(tokensIssuedBefore(others))
        const bearer = { group, ...(except === undefined ? {} : { except }), isUsed: false }
        const fresh = hashes.filter((_, i) => known[i] === undefined)
        const bearers = fresh.reduce((so, hash) => HashMap.set(so, hash, bearer), kept.bearers)
        return Result.succeed([fresh.length, withPoll(state, { ...kept, bearers })])
      })
    )

/** Counts votes and answers each. */
export const cast =
  (poll: string, votes: ReadonlyArray<Vote>) =>
  (state: State): Changed<ReadonlyArray<Result.Result<void, VoteRefused>>, PollInWrongState> =>
    Result.map(foundOpen(state, poll), (kept) => {
      const bearerOf = (hash: string) => Option.getOrUndefined(HashMap.get(kept.bearers, hash))
      const { answers, used, tally } = countVotes(kept.poll, votes, bearerOf)
      const bearers = used.reduce(
        (so, hash) => HashMap.modify(so, hash, (bearer) => ({ ...bearer, isUsed: true })),
        kept.bearers
      )
      return [answers, withPoll(state, { ...kept, bearers, tally: mergeTallies(kept.tally, tally) })]
    })

/** Ends a poll for good. */
export const close =
  (poll: string) =>
  (state: State): Changed<void, PollInWrongState> =>
    Result.map(found(state, poll), (kept) => [undefined, withPoll(state, { ...kept, isClosed: true })])

/** Counts tokens by group. */
export const turnout = (state: State, poll: string): Result.Result<ReadonlyArray<Turnout>, PollInWrongState> =>
  Result.map(found(state, poll), (kept) => {
    const bearers = Array.from(HashMap.values(kept.bearers))
    return kept.poll.groups.map(({ id }) => {
      const own = bearers.filter(({ group }) => group === id)
      return { group: id, issued: own.length, used: own.filter(({ isUsed }) => isUsed).length }
    })
  })

/** What was counted, once the poll is closed. */
export const tally = (state: State, poll: string): Result.Result<Tally, PollInWrongState> =>
  Result.flatMap(found(state, poll), (kept) =>
    kept.isClosed ? Result.succeed(mergeTallies(kept.tally)) : wrong(poll, "open")
  )
