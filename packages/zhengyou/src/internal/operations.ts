import { BallotBox, EventStore, execute, load, type Ports, ReadModels } from "@zhengyou/storage"
import * as Effect from "effect/Effect"
import type { Operations } from "../Store.ts"
import { vetCall } from "./vetCall.ts"

/** How an operation of a store becomes a promise. */
export type Run = <A, E>(effect: Effect.Effect<A, E, Ports>) => Promise<A>

/** The ports as promises. */
export const operationsOf = (run: Run): Operations => ({
  execute: (decider, stream, command, context, meta) =>
    run(Effect.andThen(vetCall(decider, command, meta), () => execute(decider, stream, command, context, meta))),
  load: (decider, stream) => run(load(decider, stream)),
  read: (stream) => run(EventStore.use((store) => store.read(stream))),
  readAll: (after, limit) => run(EventStore.use((store) => store.readAll(after, limit))),
  append: (stream, expectedVersion, events, meta) =>
    run(EventStore.use((store) => store.append(stream, expectedVersion, events, meta))),
  query: (model, query) => run(ReadModels.use((models) => models.query(model, query))),
  ballots: {
    open: (poll) => run(BallotBox.use((box) => box.open(poll))),
    issue: (poll, electorate, tokens) => run(BallotBox.use((box) => box.issue(poll, electorate, tokens))),
    cast: (poll, votes) => run(BallotBox.use((box) => box.cast(poll, votes))),
    close: (poll) => run(BallotBox.use((box) => box.close(poll))),
    turnout: (poll) => run(BallotBox.use((box) => box.turnout(poll))),
    tally: (poll) => run(BallotBox.use((box) => box.tally(poll)))
  }
})
