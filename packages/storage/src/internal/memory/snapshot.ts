import { decodeInput, type Recorded } from "@zhengyou/core"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { SnapshotInvalid } from "../../errors.ts"
import { copies, keep } from "./events.ts"
import { emptyState, type PollState, type State } from "./State.ts"
import { type KeptPoll, Snapshot, snapshotFaults } from "./snapshotFaults.ts"

const keptPoll = ({ poll, isClosed, bearers, tally }: PollState): KeptPoll => ({
  poll,
  isClosed,
  // In the order of the hashes, which says nothing about the order of the voters.
  tokens: Array.from(bearers, ([hash, bearer]) => ({ hash, ...bearer })).toSorted((a, b) => (a.hash < b.hash ? -1 : 1)),
  tally
})

/** The whole store as JSON. */
export const toSnapshot = ({ log, tables, unmade, polls }: State): Schema.Json => {
  const made = Array.from(HashMap.values(tables), ({ model, version }) => ({ name: model, version }))
  return Schema.encodeSync(Snapshot)({
    format: "zhengyou/memory@1",
    log: copies(log),
    readModels: [...made, ...unmade].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    polls: Array.from(HashMap.values(polls), keptPoll).toSorted((a, b) => (a.poll.id < b.poll.id ? -1 : 1))
  })
}

const pollState = ({ poll, isClosed, tokens, tally }: KeptPoll): PollState => ({
  poll,
  isClosed,
  bearers: HashMap.fromIterable(tokens.map(({ hash, ...bearer }) => [hash, bearer] as const)),
  tally
})

/** The records of a log, those of each command together. */
const kept = (log: ReadonlyArray<Recorded>): State => {
  let state = emptyState
  for (let start = 0; start < log.length; ) {
    const first = log[start]
    let end = start + 1
    while (log[end]?.stream === first?.stream && log[end]?.commandId === first?.commandId) end += 1
    state = keep(state, log.slice(start, end))
    start = end
  }
  return state
}

/** Reads a store from JSON. */
export const fromSnapshot = (json: Schema.Json): Result.Result<State, SnapshotInvalid> => {
  const decoded = decodeInput(Snapshot, json)
  if (Result.isFailure(decoded)) return Result.fail(new SnapshotInvalid({ faults: decoded.failure }))
  const { log, readModels, polls } = decoded.success
  const faults = snapshotFaults(decoded.success)
  if (faults.length > 0) return Result.fail(new SnapshotInvalid({ faults }))
  return Result.succeed({
    ...kept(copies(log)),
    unmade: readModels,
    polls: HashMap.fromIterable(polls.map((poll) => [poll.poll.id, pollState(poll)] as const))
  })
}
