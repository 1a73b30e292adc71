import type { ReadModel } from "@zhengyou/core"
import {
  type ReadModelUnavailable,
  RebuildOvertaken,
  type RebuildProgress,
  type StoredDataInvalid,
  type StoreUnavailable,
  writesOfStored
} from "@zhengyou/storage"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import type { SqlError } from "effect/sql/SqlError"
import type { Place } from "./migrations.ts"
import { modelRows } from "./modelRows.ts"
import { refusing } from "./refusals.ts"
import { generationColumn, rowNames, writerOf } from "./rowTables.ts"
import { atomically } from "./transactions.ts"

/** The statements of a rebuild; each transaction holds the lock of the log, so no event comes between. */
const stepsOf = (place: Place, model: ReadModel) => {
  const { sql, dialect, names } = place
  const { find, update, retireOthers, eventsBetween, lastPosition } = modelRows(place)
  const locked = <A, E>(effect: Effect.Effect<A, E | SqlError>) =>
    atomically(sql, Effect.andThen(dialect.lock(names), effect))

  /** Begins, and gives the number of the rows that it makes; an earlier rebuild finds out when it goes on. */
  const begin = locked(
    Effect.gen(function* () {
      const row = yield* find(model)
      const building = (row?.latest ?? 1) + 1
      yield* update(model, { building, reached: 0, latest: building })
      return building
    })
  )

  const step = (building: number): Effect.Effect<RebuildProgress, RebuildOvertaken | StoredDataInvalid | SqlError> =>
    locked(
      Effect.gen(function* () {
        const row = yield* find(model)
        if (row?.building !== building)
          return yield* new RebuildOvertaken({ model: model.name, version: model.version })
        const of = yield* lastPosition
        const events = yield* eventsBetween(Number(row.reached), of + 1)
        const reached = events.at(-1)?.position ?? of
        yield* writerOf(place, model, building)(yield* Effect.fromResult(writesOfStored(model, events)))
        if (reached < of) yield* update(model, { reached })
        else {
          yield* update(model, { generation: building, position: of, building: 0, reached: 0 })
          yield* retireOthers(model)
        }
        return { done: reached, of }
      })
    )

  /** Forgets a rebuild that was not finished. */
  const abandon = (building: number) =>
    sql`UPDATE ${sql(names.models)} SET building = 0 WHERE model = ${model.name} AND building = ${building}`

  /** Removes the rows that no version of the read model has any more. */
  const sweep = Effect.gen(function* () {
    const versions = yield* sql<{ readonly version: number; readonly generation: number; readonly building: number }>`
      SELECT version, generation, building FROM ${sql(names.models)} WHERE model = ${model.name}`
    for (const { version, generation, building } of versions)
      yield* sql`DELETE FROM ${sql(rowNames(names, { name: model.name, version }).table)}
        WHERE NOT ${sql.in(generationColumn, [generation, building])}`
  })

  return { begin, step, abandon, sweep }
}

/** A rebuild of a read model, with a report after each thousand events. */
export const rebuilderOf = (
  place: Place,
  model: ReadModel,
  allowed: Effect.Effect<void, ReadModelUnavailable>
): Stream.Stream<RebuildProgress, ReadModelUnavailable | RebuildOvertaken | StoredDataInvalid | StoreUnavailable> => {
  const { begin, step, abandon, sweep } = stepsOf(place, model)
  const write = refusing("append")
  return Stream.unwrap(
    Effect.gen(function* () {
      yield* allowed
      const building = yield* write(begin)
      return Stream.paginate(undefined, () =>
        Effect.map(write(step(building)), (progress) => [
          [progress],
          progress.done === progress.of ? Option.none() : Option.some(undefined)
        ])
      ).pipe(
        Stream.concat(Stream.fromEffectDrain(write(sweep))),
        // Rows that are left over because of this are removed by the next rebuild.
        Stream.ensuring(Effect.ignore(Effect.andThen(abandon(building), sweep)))
      )
    })
  )
}
