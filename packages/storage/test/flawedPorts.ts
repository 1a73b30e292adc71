import { type Cell, emptyTally, mergeTallies } from "@zhengyou/core"
import { Context, Effect, Layer, Result, Stream } from "effect"
import { type Adapter, Transactions } from "../src/contract.ts"
import { BallotBox, EventStore, type Memory, makeMemory, type Ports, ReadModels } from "../src/index.ts"

type Rows = (typeof ReadModels)["Service"]
type Events = (typeof EventStore)["Service"]
type Box = (typeof BallotBox)["Service"]

/** A way to break the sound ports of a memory: what takes the place of some of their functions. */
interface Flaw {
  readonly events?: (events: Events, plain: Events) => Partial<Events>
  readonly rows?: (rows: Rows, events: Events) => Partial<Rows>
  readonly box?: (box: Box) => Partial<Box>
  readonly transaction?: (memory: Memory) => Memory["withTransaction"]
  readonly reopens?: false
}

const page = { rows: [], position: 0 }

/** Changes the rows that a query found; what stands in them is no longer typed. */
const withRows =
  (change: (rows: ReadonlyArray<{ readonly [name: string]: Cell }>, after?: object) => ReadonlyArray<object>) =>
  (rows: Rows): Partial<Rows> => ({
    query: (model, query) =>
      Effect.map(rows.query(model, query), (found) => ({
        ...found,
        rows: change(found.rows, query.after) as typeof found.rows
      }))
  })

const withCells = (change: (cell: Cell, name: string) => Cell) =>
  withRows((rows) =>
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, change(cell, name)])))
  )

const compare = (a: unknown, b: unknown) => (typeof a === "string" && typeof b === "string" ? (a < b ? -1 : 1) : 0)

/** Ports as adapters are really broken. */
export const flaws: { readonly [name: string]: Flaw } = {
  // The event store.
  reversesBatches: { events: ({ append }) => ({ append: (s, v, events, m) => append(s, v, events.toReversed(), m) }) },
  doesCommandsAgain: {
    events: ({ append, read }) => ({
      append: (stream, version, events, meta) =>
        Effect.tap(append(stream, version, events, meta), ({ replayed }) =>
          replayed
            ? Effect.flatMap(read(stream), ({ length }) =>
                append(stream, length, events, { ...meta, commandId: `${length} again` })
              )
            : Effect.void
        )
    })
  },
  // Transactions and what lasts.
  rollsNothingBack: { transaction: () => (effect) => effect },
  commitsNothing: {
    transaction: (memory) => (effect) =>
      memory.withTransaction(Effect.flatMap(Effect.exit(effect), (exit) => Effect.fail({ exit }))).pipe(
        Effect.flip,
        Effect.flatMap(({ exit }) => exit)
      )
  },
  isForgotten: { reopens: false },
  // Rows.
  losesTheLastRow: { rows: withRows((rows) => (rows.length > 1 ? rows.slice(0, -1) : rows)) },
  ordersByUnits: { rows: withRows((rows) => rows.toSorted((a, b) => compare(a["group"], b["group"]))) },
  ordersNumbersAsTexts: {
    rows: withRows((rows) => rows.toSorted((a, b) => compare(String(Object.values(a)[1]), String(Object.values(b)[1]))))
  },
  repeatsTheCursor: { rows: withRows((rows, after) => (after === undefined ? rows : [after, ...rows.slice(1)])) },
  ignoresWhere: { rows: ({ query }) => ({ query: (model, { where: _, ...rest }) => query(model, rest) }) },
  roundsDecimals: {
    rows: withCells((cell, name) => (name === "amountPaid" && cell !== null ? String(Number(cell)) : cell))
  },
  keepsSeconds: {
    rows: withCells((cell, name) => (name === "at" && typeof cell === "string" ? `${cell.slice(0, 19)}.000Z` : cell))
  },
  padsTexts: { rows: withCells((cell) => (typeof cell === "string" ? cell.trimEnd() : cell)) },
  answersAnything: {
    rows: ({ query }) => ({
      query: (model, wanted) => Effect.catchTag(query(model, wanted), "QueryInvalid", () => Effect.succeed(page))
    })
  },
  readsUnbuiltModels: {
    rows: ({ query }) => ({
      query: (model, wanted) =>
        Effect.catchTag(query(model, wanted), "ReadModelUnavailable", () => Effect.succeed(page))
    })
  },
  keepsRecordsWithoutRows: {
    events: ({ append }, plain) => ({
      append: (...request) => Effect.catchTag(append(...request), "NotStorable", () => plain.append(...request))
    })
  },
  rebuildsNothing: { rows: () => ({ rebuild: () => Stream.empty }) },
  hidesRowsOnceRebuilt: {
    rows: ({ query, rebuild }) => {
      let hidden = false
      return {
        query: (model, wanted) => (hidden ? Effect.succeed(page) : query(model, wanted)),
        rebuild: (model) => {
          hidden = true
          return Stream.onEnd(
            rebuild(model),
            Effect.sync(() => {
              hidden = false
            })
          )
        }
      }
    }
  },
  wantsToBeAlone: {
    rows: ({ rebuild }, events) => ({
      rebuild: (model) =>
        Stream.unwrap(
          Effect.map(Effect.orDie(events.readAll(0, 100_000)), ({ length }) =>
            Stream.tap(rebuild(model), ({ of }) => (of === length ? Effect.void : Effect.die("somebody wrote")))
          )
        )
    })
  },
  isNeverOvertaken: {
    rows: ({ rebuild }) => ({
      rebuild: (model) => Stream.catchTag(rebuild(model), "RebuildOvertaken", () => Stream.empty)
    })
  },
  passesOverUnreadable: {
    rows: ({ rebuild }) => ({
      rebuild: (model) => Stream.catchTag(rebuild(model), "StoredDataInvalid", () => Stream.empty)
    })
  },
  // Ballots.
  countsTokensTwice: {
    box: ({ cast }) => ({ cast: (poll, votes) => Effect.map(cast(poll, votes), (all) => all.map(() => Result.void)) })
  },
  talliesWhileOpen: {
    box: ({ tally }) => ({
      tally: (poll) => Effect.catchTag(tally(poll), "PollInWrongState", () => Effect.succeed(emptyTally))
    })
  },
  castsWhenClosed: {
    box: ({ cast }) => ({
      cast: (poll, votes) =>
        Effect.catchTag(cast(poll, votes), "PollInWrongState", () => Effect.succeed(votes.map(() => Result.void)))
    })
  },
  spendsTokensOfRefusedVotes: {
    box: ({ cast }) => ({
      cast: (poll, votes) =>
        Effect.tap(cast(poll, votes), (answers) =>
          cast(
            poll,
            votes
              .filter((_, i) => Result.isFailure(answers[i] ?? Result.void))
              .map(({ token }) => ({ token, ballots: [] }))
          )
        )
    })
  },
  forgetsGroups: {
    box: ({ tally }) => ({
      tally: (poll) =>
        Effect.map(tally(poll), ({ returned, choices }) =>
          mergeTallies({
            returned: returned.map((count) => ({ ...count, group: "staff" })),
            choices: choices.map((count) => ({ ...count, group: "staff" }))
          })
        )
    })
  },
  losesACount: {
    box: ({ tally }) => ({
      tally: (poll) =>
        Effect.map(tally(poll), ({ returned, choices }) => ({
          returned,
          choices: choices.map((count, i) => (i === 0 ? { ...count, ballots: count.ballots - 1 } : count))
        }))
    })
  },
  inventsVotes: {
    box: ({ tally }) => ({
      tally: (poll) =>
        Effect.map(tally(poll), (found) =>
          mergeTallies(found, { returned: [{ subject: "z01", group: "staff", ballots: 1 }], choices: [] })
        )
    })
  },
  issuesTokensOneByOne: {
    box: ({ issue }) => ({
      issue: (poll, electorate, tokens) =>
        Effect.map(
          Effect.forEach(tokens, (token) => issue(poll, electorate, [token])),
          (counts) => counts.reduce((sum, count) => sum + count, 0)
        )
    })
  },
  opensAnything: {
    box: ({ open }) => ({ open: (poll) => Effect.catchTag(open(poll), "PollInvalid", () => Effect.void) })
  }
}

const spoilt = (flaw: Flaw, ports: Context.Context<Ports>, plain: Context.Context<Ports>): Context.Context<Ports> => {
  const [events, rows, box] = [
    Context.get(ports, EventStore),
    Context.get(ports, ReadModels),
    Context.get(ports, BallotBox)
  ]
  return Context.make(EventStore, { ...events, ...flaw.events?.(events, Context.get(plain, EventStore)) }).pipe(
    Context.add(ReadModels, { ...rows, ...flaw.rows?.(rows, events) }),
    Context.add(BallotBox, { ...box, ...flaw.box?.(box) })
  )
}

/** A fresh adapter with a flaw. */
export const flawedAdapter = (flaw: Flaw): Effect.Effect<Adapter> =>
  Effect.map(makeMemory, (kept) => ({
    open: (models) =>
      Layer.unwrap(
        Effect.map(flaw.reopens === false ? makeMemory : Effect.succeed(kept), (memory) => {
          const run = flaw.transaction?.(memory) ?? memory.withTransaction
          const ports = Layer.effectContext(
            Effect.gen(function* () {
              const sound = yield* Layer.build(memory.layer(models))
              return spoilt(flaw, sound, yield* Layer.build(memory.layer([])))
            })
          )
          return Layer.merge(ports, Layer.succeed(Transactions, { run }))
        })
      )
  }))
