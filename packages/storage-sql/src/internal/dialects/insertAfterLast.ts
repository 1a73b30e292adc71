import type * as Arr from "effect/Array"
import * as Effect from "effect/Effect"
import type * as SqlClient from "effect/sql/SqlClient"
import type { Fragment } from "effect/sql/Statement"
import type { StreamHead } from "../Dialect.ts"
import type { NewRow } from "../rows.ts"
import type { Names } from "../Table.ts"
import { rowsInStatements } from "./statements.ts"

/** How a statement has the log for itself: what it reads from, a row whose `one` is 1, and what locks that and the events. */
interface Lock {
  readonly head: (names: Names) => Fragment
  readonly forUpdate: string
  readonly latest: string
}

/** Inserts for databases where the position of the last event is looked up among the events. */
export const insertAfterLast = (sql: SqlClient.SqlClient, { head, forUpdate, latest }: Lock) => {
  // Each part asks for a column of the head: the database would otherwise look before it has the lock.
  const last = ({ events }: Names) => sql`(
    SELECT COALESCE(MAX(e.position), 0) FROM ${sql(events)} e WHERE e.position >= head.one ${sql.literal(latest)})`
  const fromHead = (names: Names, heads: ReadonlyArray<StreamHead>) => {
    const conditions = heads.map(
      ({ stream, version, hash }) => sql`EXISTS (SELECT 1 FROM ${sql(names.events)} e
        WHERE head.one = 1 AND e.stream = ${stream} AND e.version = ${version} AND e.hash = ${hash})`
    )
    return sql`FROM ${head(names)} WHERE ${sql.and([sql`head.one = 1`, ...conditions])} ${sql.literal(forUpdate)}`
  }
  return {
    /** One statement; `position` is what becomes of the position of the last event. */
    one: (names: Names, row: NewRow, heads: ReadonlyArray<StreamHead>, position: (last: Fragment) => Fragment) => sql`
      INSERT INTO ${sql(names.events)}
        (position, stream, version, part, type, schema_version, data, command_id, actor, at, why, hash)
      SELECT ${position(last(names))}, ${row.stream}, ${row.version}, ${row.part}, ${row.type}, ${row.schema_version},
        ${row.data}, ${row.command_id}, ${row.actor}, ${row.at}, ${row.why}, ${row.hash} ${fromHead(names, heads)}`,
    many: Effect.fnUntraced(function* (
      names: Names,
      rows: Arr.NonEmptyReadonlyArray<NewRow>,
      heads: ReadonlyArray<StreamHead>
    ) {
      const [found] = yield* sql<{ readonly position: number | bigint }>`
        SELECT ${last(names)} AS position ${fromHead(names, heads)}`
      if (found === undefined) return undefined
      const first = Number(found.position) + 1
      for (const some of rowsInStatements(rows, first)) yield* sql`INSERT INTO ${sql(names.events)} ${sql.insert(some)}`
      return first
    })
  }
}
