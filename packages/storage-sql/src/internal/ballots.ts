import { mergeTallies, type Poll, type Tally } from "@zhengyou/core"
import {
  BallotBox,
  type Bearer,
  countVotes,
  type Electorate,
  hashToken,
  type PollInvalid,
  PollInWrongState,
  type TokensRefused,
  type Turnout,
  tokensIssuedBefore,
  type Vote,
  type VoteRefused,
  vetPoll,
  vetTokens
} from "@zhengyou/storage"
import * as Arr from "effect/Array"
import * as Effect from "effect/Effect"
import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import type { SqlError } from "effect/sql/SqlError"
import type { Place } from "./migrations.ts"
import { refusing } from "./refusals.ts"
import { isStorableName } from "./rows.ts"
import { atomically } from "./transactions.ts"

/** Values in one statement: databases limit them. */
const atOnce = 1000

interface PollRow {
  readonly contents: string
  readonly closed: unknown
}

interface TokenRow {
  readonly hash: string
  readonly voter_group: string
  readonly excepted: string | null
  readonly used: unknown
}

/** What a database gives for a flag: `true`, or a number. */
const isSet = (flag: unknown): boolean => flag === true || Number(flag) === 1

const wrong = (poll: string, state: PollInWrongState["state"]) => Effect.fail(new PollInWrongState({ poll, state }))

/** The statements of a ballot box. */
const statementsOf = ({ sql, dialect, names }: Place) => {
  const [polls, tokens] = [sql(names.polls), sql(names.tokens)]

  /** A poll, kept from others until the end of the transaction where `forUpdate` says so. */
  const find = Effect.fnUntraced(function* (
    poll: string,
    forUpdate = ""
  ): Effect.fn.Return<{ readonly poll: Poll; readonly isClosed: boolean }, PollInWrongState | SqlError> {
    if (!isStorableName(poll)) return yield* wrong(poll, "absent")
    const [row] = yield* sql<PollRow>`
      SELECT contents, closed FROM ${polls} WHERE poll = ${poll} ${sql.literal(forUpdate)}`
    if (row === undefined) return yield* wrong(poll, "absent")
    // It was checked before it was written.
    const contents: Poll = JSON.parse(row.contents)
    return { poll: contents, isClosed: isSet(row.closed) }
  })

  /** An open poll; casts wait for one another, so that none of them has to be given up. */
  const findOpen = Effect.fnUntraced(function* (poll: string) {
    const found = yield* find(poll, dialect.forUpdate)
    return found.isClosed ? yield* wrong(poll, "closed") : found.poll
  })

  const bearersOf = Effect.fnUntraced(function* (poll: string, hashes: ReadonlyArray<string>) {
    const bearers = new Map<string, Bearer>()
    for (const some of Arr.chunksOf(hashes, atOnce)) {
      const rows = yield* sql<TokenRow>`
        SELECT hash, voter_group, excepted, used FROM ${tokens} WHERE poll = ${poll} AND ${sql.in("hash", some)}
        ORDER BY hash ${sql.literal(dialect.forUpdate)}`
      for (const { hash, voter_group, excepted, used } of rows)
        bearers.set(hash, {
          group: voter_group,
          ...(excepted === null ? {} : { except: excepted }),
          isUsed: isSet(used)
        })
    }
    return bearers
  })

  const open = Effect.fnUntraced(function* (
    given: Poll
  ): Effect.fn.Return<void, PollInvalid | PollInWrongState | SqlError> {
    const poll = yield* Effect.fromResult(vetPoll(given))
    const row = { poll: poll.id, contents: JSON.stringify(poll), closed: false }
    const inserted = yield* Effect.result(sql.withTransaction(sql`INSERT INTO ${polls} ${sql.insert(row)}`))
    if (Result.isSuccess(inserted)) return
    // SQLite reports a primary key that is there already as a constraint like any other.
    if (!["UniqueViolation", "ConstraintError"].includes(inserted.failure.reason._tag)) return yield* inserted.failure
    const before = yield* find(poll.id, dialect.forUpdate)
    if (!Equal.equals(before.poll, JSON.parse(row.contents))) return yield* wrong(poll.id, "different")
  })

  const issue = Effect.fnUntraced(function* (
    poll: string,
    electorate: Electorate,
    given: ReadonlyArray<string>
  ): Effect.fn.Return<number, PollInWrongState | TokensRefused | SqlError> {
    const contents = yield* findOpen(poll)
    const hashes = yield* Effect.fromResult(vetTokens(contents, electorate, given))
    const bearers = yield* bearersOf(poll, hashes)
    const { group, except } = electorate
    const others = hashes.flatMap((hash, place) => {
      const bearer = bearers.get(hash)
      return bearer === undefined || (bearer.group === group && bearer.except === except) ? [] : [place]
    })
    if (others.length > 0) return yield* tokensIssuedBefore(others)
    // In the order of their hashes, so that the order of the rows does not tell in which order they were given out.
    const fresh = hashes.filter((hash) => !bearers.has(hash)).toSorted()
    const rows = fresh.map((hash) => ({ poll, hash, voter_group: group, excepted: except ?? null, used: false }))
    for (const some of Arr.chunksOf(rows, atOnce)) yield* sql`INSERT INTO ${tokens} ${sql.insert(some)}`
    return fresh.length
  })

  const cast = Effect.fnUntraced(function* (
    poll: string,
    votes: ReadonlyArray<Vote>
  ): Effect.fn.Return<ReadonlyArray<Result.Result<void, VoteRefused>>, PollInWrongState | SqlError> {
    const contents = yield* findOpen(poll)
    const hashes = new Set(votes.flatMap(({ token }) => hashToken(poll, token) ?? []))
    const bearers = yield* bearersOf(poll, [...hashes].toSorted())
    const { answers, used, tally } = countVotes(contents, votes, (hash) => bearers.get(hash))
    for (const some of Arr.chunksOf(used, atOnce))
      yield* sql`UPDATE ${tokens} SET used = ${true} WHERE poll = ${poll} AND ${sql.in("hash", some)}`
    const returned = tally.returned.map(({ subject, group, ballots }) => ({
      poll,
      subject,
      voter_group: group,
      ballots
    }))
    for (const some of Arr.chunksOf(returned, atOnce))
      yield* dialect.upsert(names.returned, ["poll", "subject", "voter_group"], "add", some)
    const choices = tally.choices.map(({ subject, group, question, choice, ballots }) => ({
      poll,
      subject,
      voter_group: group,
      question,
      choice,
      ballots
    }))
    for (const some of Arr.chunksOf(choices, atOnce))
      yield* dialect.upsert(names.choices, ["poll", "subject", "voter_group", "question", "choice"], "add", some)
    return answers
  })

  const close = Effect.fnUntraced(function* (poll: string): Effect.fn.Return<void, PollInWrongState | SqlError> {
    yield* find(poll, dialect.forUpdate)
    yield* sql`UPDATE ${polls} SET closed = ${true} WHERE poll = ${poll}`
  })

  const turnout = Effect.fnUntraced(function* (
    poll: string
  ): Effect.fn.Return<ReadonlyArray<Turnout>, PollInWrongState | SqlError> {
    const { poll: contents } = yield* find(poll)
    const rows = yield* sql<{ readonly voter_group: string; readonly issued: unknown; readonly used: unknown }>`
      SELECT voter_group, COUNT(*) AS issued, SUM(CASE WHEN used = ${true} THEN 1 ELSE 0 END) AS used
      FROM ${tokens} WHERE poll = ${poll} GROUP BY voter_group`
    const counts = new Map(rows.map((row) => [row.voter_group, row]))
    return contents.groups.map(({ id }) => {
      const row = counts.get(id)
      return { group: id, issued: Number(row?.issued ?? 0), used: Number(row?.used ?? 0) }
    })
  })

  const tally = Effect.fnUntraced(function* (poll: string): Effect.fn.Return<Tally, PollInWrongState | SqlError> {
    const { isClosed } = yield* find(poll)
    if (!isClosed) return yield* wrong(poll, "open")
    const returned = yield* sql<CountRow>`
      SELECT subject, voter_group, ballots FROM ${sql(names.returned)} WHERE poll = ${poll}`
    const choices = yield* sql<CountRow & { readonly question: string; readonly choice: string }>`
      SELECT subject, voter_group, question, choice, ballots FROM ${sql(names.choices)} WHERE poll = ${poll}`
    return mergeTallies({
      returned: returned.map(({ subject, voter_group, ballots }) => ({
        subject,
        group: voter_group,
        ballots: Number(ballots)
      })),
      choices: choices.map(({ subject, voter_group, question, choice, ballots }) => ({
        subject,
        group: voter_group,
        question,
        choice,
        ballots: Number(ballots)
      }))
    })
  })

  return { open, issue, cast, close, turnout, tally }
}

interface CountRow {
  readonly subject: string
  readonly voter_group: string
  readonly ballots: unknown
}

/** The ballot box in a database. */
export const ballotBoxIn = (place: Place): BallotBox["Service"] => {
  const { open, issue, cast, close, turnout, tally } = statementsOf(place)
  const write = <A, E>(effect: Effect.Effect<A, E | SqlError>) => refusing("append")(atomically(place.sql, effect))
  return BallotBox.of({
    open: Effect.fn("BallotBox.open")((poll) => write(open(poll))),
    issue: Effect.fn("BallotBox.issue")((poll, electorate, tokens) => write(issue(poll, electorate, tokens))),
    cast: Effect.fn("BallotBox.cast")((poll, votes) => write(cast(poll, votes))),
    close: Effect.fn("BallotBox.close")((poll: string) => write(close(poll))),
    turnout: Effect.fn("BallotBox.turnout")((poll: string) => refusing("read")(turnout(poll))),
    tally: Effect.fn("BallotBox.tally")((poll: string) => refusing("read")(tally(poll)))
  })
}
