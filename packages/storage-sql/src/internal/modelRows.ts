import type { ReadModel } from "@zhengyou/core"
import * as Effect from "effect/Effect"
import type { Place } from "./migrations.ts"
import { type EventRow, toRecords } from "./rows.ts"

/** Where the rows of a version stand, as the table of read models has it. */
export interface ModelRow {
  readonly model: string
  readonly version: number
  readonly generation: number
  readonly position: number | bigint
  readonly building: number
  readonly reached: number | bigint
  readonly latest: number
}

/** Events that are taken in at once. */
const eventsAtOnce = 1000

/** What concerns one version of a read model in the table of them. */
export const modelRows = ({ sql, dialect, names }: Place) => {
  const models = sql(names.models)
  const one = ({ name, version }: Pick<ReadModel, "name" | "version">) => sql`model = ${name} AND version = ${version}`
  return {
    one,
    /** The row, kept from others until the end of the transaction. */
    find: (model: ReadModel) =>
      Effect.map(
        sql<ModelRow>`SELECT * FROM ${models} WHERE ${one(model)} ${sql.literal(dialect.forUpdate)}`,
        ([row]) => row
      ),
    update: (model: ReadModel, values: Partial<ModelRow>) =>
      sql`UPDATE ${models} SET ${sql.update(values)} WHERE ${one(model)}`,
    /** What other versions of a read model have is good no longer. */
    retireOthers: ({ name, version }: ReadModel) =>
      sql`UPDATE ${models} SET generation = 0 WHERE model = ${name} AND version <> ${version}`,
    /** Events after one position and before another. */
    eventsBetween: Effect.fnUntraced(function* (after: number, before: number) {
      const rows = yield* sql<EventRow>`
        SELECT * FROM ${sql(names.events)} WHERE position > ${after} AND position < ${before}
        ORDER BY position LIMIT ${sql.literal(String(eventsAtOnce))} ${sql.literal(dialect.latest)}`
      return yield* Effect.fromResult(toRecords(rows))
    }),
    /** The position of the last event of the store. */
    lastPosition: Effect.map(
      sql<{ readonly position: number | bigint | null }>`
        SELECT MAX(position) AS position FROM ${sql(names.events)} ${sql.literal(dialect.latest)}`,
      ([row]) => Number(row?.position ?? 0)
    )
  }
}
