import type { Cell, Fault, InputProblem, ReadModel, Recorded, RowChange } from "@zhengyou/core"
import * as Result from "effect/Result"
import { NotStorable, StoredDataInvalid } from "./errors.ts"
import { type Cells, cellsFor, columnsOf } from "./internal/cells.ts"

/** Values by the names of their columns. */
export interface CellsByName {
  readonly [name: string]: Cell
}

/** A change of rows whose values were held against the columns: what an adapter has to write. */
export type RowWrite =
  | { readonly _tag: "Put"; readonly row: CellsByName }
  | { readonly _tag: "Update"; readonly where: CellsByName; readonly values: CellsByName }
  | { readonly _tag: "Remove"; readonly where: CellsByName }

type Faults = ReadonlyArray<Fault<InputProblem>>

const whereFor = (model: ReadModel, where: object): Cells => {
  const { cells, faults } = cellsFor(columnsOf(model, "key"), where, [], [model.name])
  const [first] = model.key
  // Without a key column the change would be one of the whole table.
  return Object.keys(where).length > 0
    ? { cells, faults }
    : { cells, faults: [...faults, { path: [model.name, first], problem: { _tag: "Missing" } }] }
}

const writeOf = (model: ReadModel, change: RowChange<ReadModel["columns"]>): readonly [RowWrite, Faults] => {
  switch (change._tag) {
    case "Put": {
      const columns = columnsOf(model, "all")
      const { cells: row, faults } = cellsFor(columns, change.row, [...columns.keys()], [model.name])
      return [{ _tag: "Put", row }, faults]
    }
    case "Update": {
      const where = whereFor(model, change.where)
      const values = cellsFor(columnsOf(model, "rest"), change.values, [], [model.name])
      return [{ _tag: "Update", where: where.cells, values: values.cells }, [...where.faults, ...values.faults]]
    }
    case "Remove": {
      const { cells: where, faults } = whereFor(model, change.where)
      return [{ _tag: "Remove", where }, faults]
    }
  }
}

/**
 * What records that are stored do to the rows of a read model.
 *
 * **When to use**
 *
 * In an adapter, for a rebuild and to catch up, so that every adapter writes the same rows.
 *
 * **Refusals**
 *
 * `StoredDataInvalid` for the first record that cannot be read, or whose values do not fit the model's columns.
 */
export const writesOfStored = (
  model: ReadModel,
  records: ReadonlyArray<Recorded>
): Result.Result<ReadonlyArray<RowWrite>, StoredDataInvalid> => {
  const all: Array<RowWrite> = []
  for (const record of records) {
    const { stream, version } = record
    const changes = model.project(record)
    if (Result.isFailure(changes)) return Result.fail(new StoredDataInvalid({ stream, version, why: changes.failure }))
    const written = changes.success.map((change) => writeOf(model, change))
    const faults = written.flatMap(([, found]) => found)
    if (faults.length > 0)
      return Result.fail(new StoredDataInvalid({ stream, version, why: { _tag: "WrongShape", faults } }))
    for (const [write] of written) all.push(write)
  }
  return Result.succeed(all)
}

/**
 * What the records of an append do to the rows of a read model.
 *
 * **When to use**
 *
 * In an adapter, before an append is committed.
 *
 * **Refusals**
 *
 * `NotStorable` where an event cannot be read, or a value does not fit its column: nothing of the append may be kept.
 */
export const writesOfAppend = (
  model: ReadModel,
  records: ReadonlyArray<Recorded>
): Result.Result<ReadonlyArray<RowWrite>, NotStorable> =>
  Result.mapError(writesOfStored(model, records), ({ version, why }) => {
    const at = records.findIndex((record) => record.version === version)
    const faults: Faults =
      why._tag === "WrongShape"
        ? why.faults
        : [{ path: [], problem: { _tag: "NotAllowed", expected: "an event of its read models", found: why._tag } }]
    return new NotStorable({ faults: faults.map(({ path, problem }) => ({ path: ["events", at, ...path], problem })) })
  })
