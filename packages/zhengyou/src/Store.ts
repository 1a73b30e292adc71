import type { Columns, CommandMeta, Decider, Poll, ReadModel, Recorded, Tally } from "@zhengyou/core"
import type {
  Appended,
  Electorate,
  Evolution,
  Executed,
  Loaded,
  NewEvent,
  Page,
  ReadModelStatus,
  RowQuery,
  Turnout,
  Vote,
  VoteRefused
} from "@zhengyou/storage"
import type { Result } from "effect/Result"
import type { Connection } from "./Connection.ts"

/**
 * Secret ballots (票箱): who has voted is known, what anybody voted is not kept.
 *
 * **Details**
 *
 * As `BallotBox` of `@zhengyou/storage`, which says what each method promises and refuses.
 */
export interface Ballots {
  readonly open: (poll: Poll) => Promise<void>
  readonly issue: (poll: string, electorate: Electorate, tokens: ReadonlyArray<string>) => Promise<number>
  /** An answer to each vote, in the order given: a vote that is refused leaves the others counted. */
  readonly cast: (poll: string, votes: ReadonlyArray<Vote>) => Promise<ReadonlyArray<Result<void, VoteRefused>>>
  readonly close: (poll: string) => Promise<void>
  readonly turnout: (poll: string) => Promise<ReadonlyArray<Turnout>>
  readonly tally: (poll: string) => Promise<Tally>
}

/**
 * What can be asked of a store, in a transaction and outside.
 *
 * **Details**
 *
 * What is refused rejects with the refusal itself, an `Error` with a `_tag` and fields; {@link refusalLines} puts it into words.
 */
export interface Operations {
  /** Gives a command to a decider, such as `GradingRound`, and keeps what comes of it; the same command id again gets the first answer again. A call that the types forbid is refused with {@link CallInvalid}. */
  readonly execute: <State, Command, Event extends { readonly _tag: string }, Refusal, Context>(
    decider: Decider<State, Command, Event, Refusal, Context>,
    stream: string,
    command: Command,
    context: Context,
    meta: CommandMeta
  ) => Promise<Executed<State, Event>>
  /** The present state of a stream, without asking anything of it. */
  readonly load: <State, Event extends { readonly _tag: string }>(
    decider: Evolution<State, Event>,
    stream: string
  ) => Promise<Loaded<State>>
  /** The records of a stream. */
  readonly read: (stream: string) => Promise<ReadonlyArray<Recorded>>
  /** A page of the records of all streams, from the first after a position. */
  readonly readAll: (after: number, limit: number) => Promise<ReadonlyArray<Recorded>>
  /** Keeps events that no decider has decided; {@link execute} is for those that one has. */
  readonly append: (
    stream: string,
    expectedVersion: number,
    events: ReadonlyArray<NewEvent>,
    meta: CommandMeta
  ) => Promise<Appended>
  /** Rows of a read model that the store was opened with. */
  readonly query: <C extends Columns, K extends keyof C & string>(
    model: ReadModel<C, K>,
    query: RowQuery<C, K>
  ) => Promise<Page<C>>
  readonly ballots: Ballots
}

/** A transaction of the store; `connection` is the application's own, for its own writes. */
export interface Transaction<Own> extends Operations {
  readonly connection: Own
}

/** A store for applications that await promises. */
export interface Store<Own> extends Operations, AsyncDisposable {
  /**
   * Runs `work` in one transaction: what it does by the transaction and by its `connection` is kept whole, or not at all where it throws.
   *
   * **Details**
   *
   * Await everything inside. Where the database gives up one of two transactions that wait for each other, the rejection is a
   * `StoreUnavailable` whose `retryable` is true: run the whole again.
   */
  readonly transaction: <A>(work: (transaction: Transaction<Own>) => Promise<A>) => Promise<A>
  /**
   * The store inside a transaction that the application has begun itself, on a connection to the same database.
   *
   * **Details**
   *
   * What is done is committed or rolled back by the application. Where no transaction is open, writing rejects with `StoreUnavailable`
   * and the trouble `no-transaction`.
   */
  readonly within: (connection: Connection) => Operations
  /** Makes the rows of a read model anew from the records. */
  readonly rebuild: <C extends Columns, K extends keyof C & string>(model: ReadModel<C, K>) => Promise<void>
  /** Where the read models stand that the store was opened with. */
  readonly status: () => Promise<ReadonlyArray<ReadModelStatus>>
  /** Waits for what is under way and closes what was opened here; a pool or database that was given stays open. */
  readonly close: () => Promise<void>
}
