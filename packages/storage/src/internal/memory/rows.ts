import type { Cell, ReadModel, Recorded } from "@zhengyou/core"
import * as Chunk from "effect/Chunk"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import type { NotStorable, StoredDataInvalid } from "../../errors.ts"
import { type CellsByName, type RowWrite, writesOfAppend, writesOfStored } from "../../RowWrite.ts"
import type { VettedQuery } from "../../vetReadModels.ts"
import { getOr, type State, type Table, tableOf } from "./State.ts"

const keyOf = (model: ReadModel, row: CellsByName): string => JSON.stringify(model.key.map((name) => row[name]))

const matches = (where: CellsByName) => {
  const wanted = Object.entries(where)
  return (row: CellsByName): boolean => wanted.every(([name, value]) => row[name] === value)
}

/** Whether a change is of one row, which is then found at once. */
const isWholeKey = ({ key }: ReadModel, where: CellsByName): boolean => key.every((name) => Object.hasOwn(where, name))

type Rows = Table["rows"]

const written = (model: ReadModel, rows: Rows, write: RowWrite): Rows => {
  switch (write._tag) {
    case "Put":
      return HashMap.set(rows, keyOf(model, write.row), write.row)
    case "Update": {
      const update = (row: CellsByName) => ({ ...row, ...write.values })
      if (isWholeKey(model, write.where)) return HashMap.modify(rows, keyOf(model, write.where), update)
      const isMeant = matches(write.where)
      return HashMap.map(rows, (row) => (isMeant(row) ? update(row) : row))
    }
    case "Remove": {
      if (isWholeKey(model, write.where)) return HashMap.remove(rows, keyOf(model, write.where))
      const isMeant = matches(write.where)
      return HashMap.filter(rows, (row) => !isMeant(row))
    }
  }
}

/** The table after records that are stored, up to the position of the last. */
export const withStored = (
  model: ReadModel,
  table: Table,
  records: ReadonlyArray<Recorded>
): Result.Result<Table, StoredDataInvalid> =>
  Result.map(writesOfStored(model, records), (writes) => ({
    rows: writes.reduce((rows, write) => written(model, rows, write), table.rows),
    position: records.at(-1)?.position ?? table.position
  }))

const withAppended = (
  model: ReadModel,
  state: State,
  table: Table,
  records: ReadonlyArray<Recorded>
): Result.Result<Table, StoredDataInvalid | NotStorable> => {
  const before = Chunk.size(state.log) - records.length
  const missed = Chunk.toReadonlyArray(Chunk.take(Chunk.drop(state.log, table.position), before - table.position))
  const caughtUp = withStored(model, table, missed)
  if (Result.isFailure(caughtUp)) return caughtUp
  return Result.map(writesOfAppend(model, records), (writes) => ({
    rows: writes.reduce((rows, write) => written(model, rows, write), caughtUp.success.rows),
    position: Chunk.size(state.log)
  }))
}

/** The state after the built read models have taken in the records of an append, which the log has already. */
export const takenIn = (
  state: State,
  models: ReadonlyArray<ReadModel>,
  records: ReadonlyArray<Recorded>
): Result.Result<State, StoredDataInvalid | NotStorable> => {
  let { tables } = state
  if (records.length === 0) return Result.succeed(state)
  for (const model of models) {
    const table = getOr(tables, tableOf(model), undefined)
    if (table === undefined) continue
    const after = withAppended(model, state, table, records)
    if (Result.isFailure(after)) return Result.fail(after.failure)
    tables = HashMap.set(tables, tableOf(model), { ...table, ...after.success })
  }
  return Result.succeed({ ...state, tables })
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff

/** Compares texts by their code points, as databases do; `<` compares UTF-16 units, in which 𠮷 comes before ｘ. */
const compareTexts = (a: string, b: string): number => {
  const shorter = Math.min(a.length, b.length)
  for (let i = 0; i < shorter; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)]
    if (x !== y) return isSurrogate(x) === isSurrogate(y) ? x - y : isSurrogate(x) ? 1 : -1
  }
  return a.length - b.length
}

const compareCells = (a: Cell | undefined, b: Cell | undefined): number =>
  typeof a === "number" && typeof b === "number" ? a - b : compareTexts(String(a), String(b))

const compareByKey =
  ({ key }: ReadModel) =>
  (a: CellsByName, b: CellsByName): number => {
    for (const name of key) {
      const order = compareCells(a[name], b[name])
      if (order !== 0) return order
    }
    return 0
  }

/** The rows that a query asks for, in order. */
export const found = (
  model: ReadModel,
  { rows }: Table,
  { where, after, descending, limit }: VettedQuery
): ReadonlyArray<CellsByName> => {
  const compare = compareByKey(model)
  const inOrder = descending ? (a: CellsByName, b: CellsByName) => compare(b, a) : compare
  const isMeant = matches(where)
  return Array.from(HashMap.values(rows))
    .filter((row) => isMeant(row) && (after === undefined || inOrder(row, after) > 0))
    .toSorted(inOrder)
    .slice(0, limit)
    .map((row) => ({ ...row }))
}
