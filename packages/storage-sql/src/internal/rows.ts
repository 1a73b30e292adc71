import { type Fault, Id, type InputProblem, parseJson, type Recorded, type StoredProblem } from "@zhengyou/core"
import { StoredDataInvalid, type Unplaced } from "@zhengyou/storage"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"

/** Whether a stream can have this name. */
export const isStorableName: (name: string) => boolean = Schema.is(Id)

/** A record as a row of the table of events; the columns are the record's own, with the database's naming. */
export interface EventRow {
  /** Some drivers give whole numbers of eight bytes as `bigint`. */
  readonly position: number | bigint
  readonly stream: string
  readonly version: number
  readonly type: string
  readonly schema_version: number
  readonly data: string
  readonly command_id: string
  readonly actor: string
  readonly at: string
  readonly why: string | null
  readonly hash: string
}

/** A record as it is inserted, but for its position. */
export type NewRow = ReturnType<typeof toRow>

/** The row of a record that comes `part`-th of its command. */
export const toRow = (record: Unplaced, part: number) => ({
  stream: record.stream,
  version: record.version,
  part,
  type: record.type,
  schema_version: record.schemaVersion,
  data: JSON.stringify(record.data),
  command_id: record.commandId,
  actor: record.actor,
  at: record.at,
  why: record.why ?? null,
  hash: record.hash
})

const unreadable = ({ stream, version }: EventRow, faults: ReadonlyArray<Fault<InputProblem>>): StoredDataInvalid => {
  const isJson = faults.every(({ problem }) => problem._tag !== "NotJson")
  const why: StoredProblem = isJson ? { _tag: "WrongShape", faults } : { _tag: "Unreadable" }
  return new StoredDataInvalid({ stream, version, why })
}

/**
 * The records of rows, in their order. The table fixes the type of every column, so only the JSON can be unreadable; it is
 * read by core's reader, since `JSON.parse` of some engines confuses keys of one escaped character.
 */
export const toRecords = (rows: ReadonlyArray<EventRow>): Result.Result<ReadonlyArray<Recorded>, StoredDataInvalid> => {
  const records: Array<Recorded> = []
  // There can be a hundred thousand of them, so that spreading and lists in between would take most of the time.
  for (const row of rows) {
    const data = parseJson(row.data)
    if (Result.isFailure(data)) return Result.fail(unreadable(row, data.failure))
    const record = {
      stream: row.stream,
      version: row.version,
      position: Number(row.position),
      type: row.type,
      schemaVersion: row.schema_version,
      data: data.success,
      commandId: row.command_id,
      actor: row.actor,
      at: row.at,
      hash: row.hash
    }
    records.push(row.why === null ? record : { ...record, why: row.why })
  }
  return Result.succeed(records)
}
