import { Ballot, Id, type Poll, type Tally } from "@zhengyou/core"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { PollInvalid, PollInWrongState, StoreUnavailable, TokensRefused, VoteRefused } from "./errors.ts"

/** Whom tokens are for: a group, less the one subject that its bearers do not rate, such as their own unit (本单位回避). */
export const Electorate = Schema.Struct({ group: Id, except: Schema.optionalKey(Id) }).annotate({
  identifier: "Electorate"
})
export interface Electorate extends Schema.Schema.Type<typeof Electorate> {}

/** What a voter hands in: the token, and a ballot for each subject that the voter rates. */
export const Vote = Schema.Struct({ token: Schema.String, ballots: Schema.Array(Ballot) }).annotate({
  identifier: "Vote"
})
export interface Vote extends Schema.Schema.Type<typeof Vote> {}

/** How many tokens a group has, and how many of them were used (发出票数、投票人数). */
export interface Turnout {
  readonly group: string
  readonly issued: number
  readonly used: number
}

/**
 * The port through which secret ballots are counted: who has voted is known, what anybody voted is not kept.
 *
 * **Details**
 *
 * A store keeps, of each token, its hash, the electorate and whether it was used; and of the ballots only how many there
 * are of each kind. There is no row for a ballot and no time, so nothing can be joined. Tokens are drawn by the application, at
 * random and with 128 bits or more: a hash does not hide what can be guessed.
 *
 * - `open` opens a poll; the same poll again changes nothing.
 * - `issue` gives tokens to an electorate, all of them or none, and says how many are new: those that this electorate has
 *   already change nothing.
 * - `cast` counts votes in one transaction and answers each in the order given. A vote is counted whole, or refused with
 *   every fault and its token unused, whatever becomes of the others. A token counts once, even when it comes twice at the same
 *   time: `TokenUsed` says that the vote is in. A vote may leave out subjects and questions.
 * - `close` ends the poll for good; again, it changes nothing.
 * - `turnout` counts tokens by group, in the poll's order, at any time.
 * - `tally` is given only when the poll is closed: whoever could count before and after a vote would know it.
 *
 * **Refusals**
 *
 * `PollInWrongState` of every method for a poll that was never opened, of `issue` and `cast` for a closed one, of `tally` for an open one.
 */
export class BallotBox extends Context.Service<
  BallotBox,
  {
    open(poll: Poll): Effect.Effect<void, PollInvalid | PollInWrongState | StoreUnavailable>
    issue(
      poll: string,
      electorate: Electorate,
      tokens: ReadonlyArray<string>
    ): Effect.Effect<number, TokensRefused | PollInWrongState | StoreUnavailable>
    cast(
      poll: string,
      votes: ReadonlyArray<Vote>
    ): Effect.Effect<ReadonlyArray<Result.Result<void, VoteRefused>>, PollInWrongState | StoreUnavailable>
    close(poll: string): Effect.Effect<void, PollInWrongState | StoreUnavailable>
    turnout(poll: string): Effect.Effect<ReadonlyArray<Turnout>, PollInWrongState | StoreUnavailable>
    tally(poll: string): Effect.Effect<Tally, PollInWrongState | StoreUnavailable>
  }
>()("@zhengyou/storage/BallotBox") {}
