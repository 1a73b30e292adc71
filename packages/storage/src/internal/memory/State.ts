import type { Poll, ReadModel, Recorded, Tally } from "@zhengyou/core"
import * as Chunk from "effect/Chunk"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import { emptyHead, type Head } from "../../Chain.ts"
import type { Bearer } from "../../countVotes.ts"
import type { CellsByName } from "../../RowWrite.ts"

/** A stream, with the records that each command brought about. */
export interface StreamState {
  readonly head: Head
  readonly records: Chunk.Chunk<Recorded>
  readonly commands: HashMap.HashMap<string, ReadonlyArray<Recorded>>
}

/** The rows of a read model by their keys, up to a position. */
export interface Table {
  readonly rows: HashMap.HashMap<string, CellsByName>
  readonly position: number
}

/** Rows that are being made anew: the number of the rebuild tells whether another one has begun since. */
interface Shadow extends Table {
  readonly rebuild: number
}

/** A poll with the hashes of its tokens, and what was counted. */
export interface PollState {
  readonly poll: Poll
  readonly isClosed: boolean
  readonly bearers: HashMap.HashMap<string, Bearer>
  readonly tally: Tally
}

/** Everything that a store in memory holds; never changed in place. */
export interface State {
  readonly log: Chunk.Chunk<Recorded>
  readonly streams: HashMap.HashMap<string, StreamState>
  /** The built versions of read models by {@link tableOf}, with the name that versions share. */
  readonly tables: HashMap.HashMap<string, Table & { readonly model: string; readonly version: number }>
  /** Built versions whose rows have not been made since the store was read from JSON. */
  readonly unmade: ReadonlyArray<Pick<ReadModel, "name" | "version">>
  readonly shadows: HashMap.HashMap<string, Shadow>
  readonly rebuilds: number
  readonly polls: HashMap.HashMap<string, PollState>
}

/** A store in which nothing has happened. */
export const emptyState: State = {
  log: Chunk.empty(),
  streams: HashMap.empty(),
  tables: HashMap.empty(),
  unmade: [],
  shadows: HashMap.empty(),
  rebuilds: 0,
  polls: HashMap.empty()
}

/** A stream that nobody wrote to. */
export const emptyStream: StreamState = { head: emptyHead, records: Chunk.empty(), commands: HashMap.empty() }

/** Rows of nothing. */
export const emptyTable: Table = { rows: HashMap.empty(), position: 0 }

/** Under which a version of a read model has its table. */
export const tableOf = ({ name, version }: Pick<ReadModel, "name" | "version">): string => `${name}@${version}`

/** What stands under a key, or something else. */
export const getOr = <A>(map: HashMap.HashMap<string, A>, key: string, otherwise: A): A =>
  Option.getOrElse(HashMap.get(map, key), () => otherwise)
