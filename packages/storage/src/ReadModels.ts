import type { Columns, KeyPart, ReadModel, Row } from "@zhengyou/core"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import type {
  QueryInvalid,
  ReadModelUnavailable,
  RebuildOvertaken,
  StoredDataInvalid,
  StoreUnavailable
} from "./errors.ts"

/**
 * A question to a read model: the rows with these values in some key columns, in the order of the key.
 *
 * **Details**
 *
 * `after` takes the last row of the page before, so that pages neither repeat nor miss a row that was there all the time.
 */
export interface RowQuery<C extends Columns, K extends keyof C & string> {
  readonly where?: KeyPart<C, K>
  readonly after?: { readonly [Name in K]: Row<C>[Name & keyof Row<C>] }
  readonly descending?: boolean
  /** How many rows at most, from 1 to 10,000. */
  readonly limit: number
}

/** Rows of a read model, and the position of the last record that the model has taken in. */
export interface Page<C extends Columns> {
  readonly rows: ReadonlyArray<Row<C>>
  readonly position: number
}

/** How far a rebuild is: the position that it has reached, of how many records. */
export interface RebuildProgress {
  readonly done: number
  readonly of: number
}

/** Where the rows of a read model stand: built or not, and the position of the last record taken in. */
export interface ReadModelStatus {
  readonly model: string
  readonly version: number
  readonly isBuilt: boolean
  readonly position: number
}

/**
 * The port through which the rows of read models are kept and read.
 *
 * **Details**
 *
 * An adapter is made with its read models, and changes their rows in the same transaction as the append: whoever reads
 * after an append was acknowledged sees its rows, and an append whose rows do not fit their columns is refused whole, with
 * `NotStorable`. It first takes in what others appended who were made without the model.
 *
 * - `query` gives a page of rows in the order of the key columns, texts by their code points. A key column that has a
 *   value under `where` is equal to it in every row.
 * - `rebuild` makes the rows anew from the log while appends and queries go on: the rows of before are read, and kept up to
 *   date, until the new ones take their place at once. The stream ends when they have; whoever stops reading it leaves the rows
 *   of before. A later rebuild of the same model takes the place of one under way.
 * - A model is told apart by its name and version. In a store without records it is built from the start; one that is new to
 *   a store with records is not kept until it is rebuilt. The rows of another version can be read by those who were made with
 *   it until this one is built, and are then gone.
 * - `status` tells how the models stand that the adapter was made with, in their order.
 */
export class ReadModels extends Context.Service<
  ReadModels,
  {
    query<C extends Columns, K extends keyof C & string>(
      model: ReadModel<C, K>,
      query: RowQuery<C, K>
    ): Effect.Effect<Page<C>, QueryInvalid | ReadModelUnavailable | StoreUnavailable>
    rebuild<C extends Columns, K extends keyof C & string>(
      model: ReadModel<C, K>
    ): Stream.Stream<RebuildProgress, ReadModelUnavailable | RebuildOvertaken | StoredDataInvalid | StoreUnavailable>
    readonly status: Effect.Effect<ReadonlyArray<ReadModelStatus>, StoreUnavailable>
  }
>()("@zhengyou/storage/ReadModels") {}
