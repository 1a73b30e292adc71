import type { ReadModel } from "@zhengyou/core"
import * as Chunk from "effect/Chunk"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import { RebuildOvertaken, type StoredDataInvalid } from "../../errors.ts"
import type { RebuildProgress } from "../../ReadModels.ts"
import { withStored } from "./rows.ts"
import { emptyTable, getOr, type State, type Table, tableOf } from "./State.ts"

/** Records that are taken in at once: others write in between. */
const recordsAtOnce = 1000

/** Puts built rows in the place of all versions of their model. */
export const installed = (state: State, { name, version }: ReadModel, { rows, position }: Table): State => ({
  ...state,
  unmade: state.unmade.filter((other) => other.name !== name),
  tables: HashMap.set(
    HashMap.filter(state.tables, (table) => table.model !== name),
    tableOf({ name, version }),
    { model: name, version, rows, position }
  )
})

/** Begins a rebuild and gives its number; an earlier one finds out when it goes on. */
export const begin =
  (model: ReadModel) =>
  (state: State): Result.Result<readonly [number, State]> => {
    const rebuild = state.rebuilds + 1
    const shadows = HashMap.set(state.shadows, tableOf(model), { ...emptyTable, rebuild })
    return Result.succeed([rebuild, { ...state, rebuilds: rebuild, shadows }])
  }

/** Forgets a rebuild that is not finished. */
export const abandon =
  (model: ReadModel, rebuild: number) =>
  (state: State): Result.Result<readonly [undefined, State]> => {
    const isOwn = getOr(state.shadows, tableOf(model), undefined)?.rebuild === rebuild
    const shadows = isOwn ? HashMap.remove(state.shadows, tableOf(model)) : state.shadows
    return Result.succeed([undefined, { ...state, shadows }])
  }

/** Takes in the next records; the new rows take the place of the old where no record is left. */
export const step =
  (model: ReadModel, rebuild: number) =>
  (state: State): Result.Result<readonly [RebuildProgress, State], RebuildOvertaken | StoredDataInvalid> => {
    const shadow = getOr(state.shadows, tableOf(model), undefined)
    if (shadow?.rebuild !== rebuild)
      return Result.fail(new RebuildOvertaken({ model: model.name, version: model.version }))
    const of = Chunk.size(state.log)
    const next = Chunk.take(Chunk.drop(state.log, shadow.position), recordsAtOnce)
    return Result.map(withStored(model, shadow, Chunk.toReadonlyArray(next)), (after) => {
      const shadows =
        after.position === of
          ? HashMap.remove(state.shadows, tableOf(model))
          : HashMap.set(state.shadows, tableOf(model), { ...after, rebuild })
      const kept = { ...state, shadows }
      return [{ done: after.position, of }, after.position === of ? installed(kept, model, after) : kept]
    })
  }
