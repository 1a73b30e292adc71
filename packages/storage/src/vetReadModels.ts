import { decodeInput, type Fault, type InputProblem, type ReadModel, Text } from "@zhengyou/core"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { QueryInvalid, ReadModelsInvalid } from "./errors.ts"
import { cellsFor, columnsOf } from "./internal/cells.ts"
import type { RowQuery } from "./ReadModels.ts"
import type { CellsByName } from "./RowWrite.ts"

const aName = "a name of 1 to 40 letters and digits, a small letter first"
const Name = Schema.String.check(Schema.isPattern(/^[a-z][a-zA-Z0-9]{0,39}$/, { expected: aName })).annotate({
  expected: aName
})

const whole = (minimum: number, maximum: number) => {
  const expected = `a whole number from ${minimum} to ${maximum}`
  return Schema.Int.check(Schema.isBetween({ minimum, maximum }, { expected })).annotate({ expected })
}

const described = { about: Text, optional: Schema.optionalKey(Schema.Literal(true)) }

/** The longest text of a column, and of all key columns together: what the indexes of every database can hold. */
const [longestText, longestKey] = [10_000, 700]

const Shape = Schema.Struct({
  name: Name,
  version: whole(1, 1_000_000),
  about: Text,
  columns: Schema.Record(
    Schema.String,
    Schema.Union([
      Schema.Struct({ type: Schema.Literal("text"), max: whole(1, longestText), ...described }),
      Schema.Struct({ type: Schema.Literal("decimal"), digits: whole(1, 38), places: whole(0, 38), ...described }),
      Schema.Struct({ type: Schema.Literals(["integer", "flag", "date", "instant"]), ...described })
    ])
  ),
  key: Schema.NonEmptyArray(Schema.String),
  streams: Schema.String
})

type Faults = ReadonlyArray<Fault<InputProblem>>

const notAllowed = (path: ReadonlyArray<string | number>, expected: string, found: string): Faults => [
  { path, problem: { _tag: "NotAllowed", expected, found } }
]

const isName = Schema.is(Name)

const columnFaults = ({ columns }: typeof Shape.Type): Faults =>
  Object.entries(columns).flatMap(([name, column]): Faults => {
    const misnamed = isName(name) ? [] : notAllowed(["columns", name], aName, JSON.stringify(name))
    const tooFine =
      column.type === "decimal" && column.places > column.digits
        ? notAllowed(["columns", name, "places"], "at most its digits", String(column.places))
        : []
    return [...misnamed, ...tooFine]
  })

const keyFaults = ({ key, columns }: typeof Shape.Type): Faults => {
  const faults = key.flatMap((name, i): Faults => {
    const column = Object.hasOwn(columns, name) ? columns[name] : undefined
    const fits = column !== undefined && column.optional !== true && !["decimal", "flag"].includes(column.type)
    const isFirst = key.indexOf(name) === i
    return fits && isFirst
      ? []
      : notAllowed(
          ["key", i],
          "a text, integer, date or instant column that is never absent, once",
          JSON.stringify(name)
        )
  })
  const length = key.reduce((sum, name) => {
    const column = columns[name]
    return sum + (column?.type === "text" ? column.max : 0)
  }, 0)
  const tooLong = `texts of at most ${longestKey} characters in all`
  return length > longestKey ? [...faults, ...notAllowed(["key"], tooLong, String(length))] : faults
}

const modelFaults = (model: ReadModel): Faults => {
  const { project: _, ...definition } = model
  const shape = decodeInput(Shape, definition)
  return Result.isFailure(shape) ? shape.failure : [...columnFaults(shape.success), ...keyFaults(shape.success)]
}

/**
 * Checks read models before a store is made with them.
 *
 * **Refusals**
 *
 * `ReadModelsInvalid` with every fault: a name that is no name or stands twice, a column or key that a database cannot have.
 *
 * @example
 * ```ts
 * import { readModel } from "@zhengyou/core"
 * import { vetReadModels } from "@zhengyou/storage"
 * import { Result, Schema } from "effect"
 *
 * const rounds = readModel({
 *   name: "rounds",
 *   version: 1,
 *   about: "轮次",
 *   columns: { round: { type: "text", max: 120, about: "轮次" }, isOpen: { type: "flag", about: "是否进行" } },
 *   key: ["isOpen"],
 *   streams: "",
 *   stored: { schemaVersion: 1, event: Schema.TaggedStruct("RoundOpened", {}) },
 *   on: {}
 * })
 * const refused = Result.flip(vetReadModels([rounds]))
 * Result.map(refused, (error) => error.faults.map((fault) => fault.path)) // => Result.succeed([[0, "key", 0]])
 * ```
 */
export const vetReadModels = (models: ReadonlyArray<ReadModel>): Result.Result<void, ReadModelsInvalid> => {
  const faults = models.flatMap((model, i): Faults => {
    const isFirst = models.findIndex((other) => other.name === model.name) === i
    const doubled = isFirst ? [] : notAllowed(["name"], "a name of its own", JSON.stringify(model.name))
    return [...modelFaults(model), ...doubled].map(({ path, problem }) => ({ path: [i, ...path], problem }))
  })
  return faults.length > 0 ? Result.fail(new ReadModelsInvalid({ faults })) : Result.void
}

/** A query whose values were held against the key columns. */
export interface VettedQuery {
  readonly where: CellsByName
  readonly after: CellsByName | undefined
  readonly descending: boolean
  readonly limit: number
}

const limits = whole(1, 10_000)

/**
 * Checks a query before an adapter answers it.
 *
 * **Refusals**
 *
 * `QueryInvalid` with every fault: a value that its key column cannot hold, a limit out of bounds.
 */
export const vetQuery = (
  model: ReadModel,
  query: RowQuery<ReadModel["columns"], string>
): Result.Result<VettedQuery, QueryInvalid> => {
  const keys = columnsOf(model, "key")
  const where = cellsFor(keys, query.where ?? {}, [], ["where"])
  // A cursor is a whole row of the page before: only its key matters.
  const key = Object.fromEntries(Object.entries(query.after ?? {}).filter(([name]) => keys.has(name)))
  const after = cellsFor(keys, key, query.after === undefined ? [] : [...keys.keys()], ["after"])
  const limit = decodeInput(limits, query.limit)
  const faults = [
    ...where.faults,
    ...after.faults,
    ...(Result.isFailure(limit) ? limit.failure.map(({ problem }) => ({ path: ["limit"], problem })) : [])
  ]
  return faults.length > 0
    ? Result.fail(new QueryInvalid({ faults }))
    : Result.succeed({
        where: where.cells,
        after: query.after === undefined ? undefined : after.cells,
        descending: query.descending ?? false,
        limit: query.limit
      })
}
