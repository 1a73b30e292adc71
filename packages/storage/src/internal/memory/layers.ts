import type { ReadModel } from "@zhengyou/core"
import * as Chunk from "effect/Chunk"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { BallotBox } from "../../BallotBox.ts"
import { EventStore } from "../../EventStore.ts"
import { ReadModelUnavailable } from "../../errors.ts"
import { type Page, ReadModels } from "../../ReadModels.ts"
import { vetQuery } from "../../vetReadModels.ts"
import * as ballots from "./ballots.ts"
import { append, copies } from "./events.ts"
import { abandon, begin, step } from "./rebuilding.ts"
import { found } from "./rows.ts"
import { emptyStream, getOr, type Table, tableOf } from "./State.ts"
import type { Transactions } from "./transactions.ts"

const eventStore = ({ read, write }: Transactions, models: ReadonlyArray<ReadModel>) =>
  EventStore.of({
    read: Effect.fn("EventStore.read")((stream: string) =>
      Effect.map(read, ({ streams }) => copies(getOr(streams, stream, emptyStream).records))
    ),
    append: Effect.fn("EventStore.append")((stream, expectedVersion, events, meta) =>
      write(append(models, { stream, expectedVersion, events, meta }))
    ),
    readAll: Effect.fn("EventStore.readAll")((after: number, limit: number) =>
      Effect.map(read, ({ log }) => copies(Chunk.take(Chunk.drop(log, after), limit)))
    )
  })

const isGiven = (models: ReadonlyArray<ReadModel>, model: ReadModel): boolean =>
  models.some(({ name, version }) => name === model.name && version === model.version)

const readModels = ({ read, write }: Transactions, models: ReadonlyArray<ReadModel>) => {
  const tableFor = (model: ReadModel): Effect.Effect<Table, ReadModelUnavailable> =>
    Effect.flatMap(read, ({ tables }) => {
      const { name, version } = model
      if (!isGiven(models, model))
        return Effect.fail(new ReadModelUnavailable({ model: name, version, trouble: "not-given" }))
      return Option.match(HashMap.get(tables, tableOf(model)), {
        onNone: () => Effect.fail(new ReadModelUnavailable({ model: name, version, trouble: "not-built" })),
        onSome: Effect.succeed
      })
    })

  return ReadModels.of({
    query: Effect.fn("ReadModels.query")(function* (model, query) {
      const vetted = yield* Effect.fromResult(vetQuery(model, query))
      const table = yield* tableFor(model)
      // What was written into the columns was held against them, so the rows are rows of the model.
      const rows = found(model, table, vetted) as Page<typeof model.columns>["rows"]
      return { rows, position: table.position }
    }),
    rebuild: (model) =>
      Stream.unwrap(
        Effect.gen(function* () {
          const { name, version } = model
          if (!isGiven(models, model))
            return yield* new ReadModelUnavailable({ model: name, version, trouble: "not-given" })
          const rebuild = yield* write(begin(model))
          return Stream.paginate(undefined, () =>
            Effect.map(write(step(model, rebuild)), (progress) => [
              [progress],
              progress.done === progress.of ? Option.none() : Option.some(undefined)
            ])
          ).pipe(Stream.ensuring(write(abandon(model, rebuild))))
        })
      ),
    status: Effect.map(read, ({ tables }) =>
      models.map(({ name, version }) => {
        const table = Option.getOrUndefined(HashMap.get(tables, tableOf({ name, version })))
        return { model: name, version, isBuilt: table !== undefined, position: table?.position ?? 0 }
      })
    )
  })
}

const ballotBox = ({ read, write }: Transactions) =>
  BallotBox.of({
    open: Effect.fn("BallotBox.open")((poll) => write(ballots.open(poll))),
    issue: Effect.fn("BallotBox.issue")((poll, electorate, tokens) => write(ballots.issue(poll, electorate, tokens))),
    cast: Effect.fn("BallotBox.cast")((poll, votes) => write(ballots.cast(poll, votes))),
    close: Effect.fn("BallotBox.close")((poll: string) => write(ballots.close(poll))),
    turnout: Effect.fn("BallotBox.turnout")((poll: string) =>
      Effect.flatMap(read, (state) => Effect.fromResult(ballots.turnout(state, poll)))
    ),
    tally: Effect.fn("BallotBox.tally")((poll: string) =>
      Effect.flatMap(read, (state) => Effect.fromResult(ballots.tally(state, poll)))
    )
  })

/** The three ports over one state. */
export const portsOf = (
  transactions: Transactions,
  models: ReadonlyArray<ReadModel>
): Context.Context<EventStore | ReadModels | BallotBox> =>
  Context.make(EventStore, eventStore(transactions, models)).pipe(
    Context.add(ReadModels, readModels(transactions, models)),
    Context.add(BallotBox, ballotBox(transactions))
  )
