import { InputProblem, Path } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { storageTextEn } from "./texts/en.ts"

/** What a store was doing. */
export const StoreOperation = Schema.Literals(["open", "migrate", "read", "append"])
export type StoreOperation = typeof StoreOperation.Type

/** What keeps a store from working, so far as it is known. */
export const StoreTrouble = Schema.Literals([
  "busy",
  "cannot-open",
  "not-a-database",
  "damaged",
  "read-only",
  "full",
  "unreachable",
  "denied",
  "bad-prefix",
  "unsupported",
  "other"
])
export type StoreTrouble = typeof StoreTrouble.Type

/** Why a record that is stored cannot be used. */
export const StoredProblem = Schema.TaggedUnion({
  Unreadable: {},
  NewerSchema: { found: Schema.Int, known: Schema.Int },
  WrongShape: { faults: Schema.Array(Schema.Struct({ path: Path, problem: InputProblem })) }
})
export type StoredProblem = typeof StoredProblem.Type

/** One place where the records of a stream do not follow from the records before. */
export const ChainBreak = Schema.Struct({
  /** The version that belongs in this place. */
  version: Schema.Int,
  /** `altered`: the record changed since it was written; `misplaced`: another version or stream stands here; `missing`: nothing does. */
  problem: Schema.Literals(["altered", "misplaced", "missing"])
})
export interface ChainBreak extends Schema.Schema.Type<typeof ChainBreak> {}

/** Somebody else appended to the stream since it was read: read it again and decide again. */
export class VersionConflict extends Schema.TaggedError<VersionConflict>("@zhengyou/storage/VersionConflict")(
  "VersionConflict",
  { stream: Schema.String, expected: Schema.Int, actual: Schema.Int }
) {
  override get message(): string {
    return storageTextEn.VersionConflict(this)
  }
}

/** The store cannot be reached or used; `retryable` says whether waiting can help. */
export class StoreUnavailable extends Schema.TaggedError<StoreUnavailable>("@zhengyou/storage/StoreUnavailable")(
  "StoreUnavailable",
  { operation: StoreOperation, trouble: StoreTrouble, retryable: Schema.Boolean, cause: Schema.String }
) {
  override get message(): string {
    return storageTextEn.StoreUnavailable(this)
  }
}

/** A stored record that cannot be read as an event of its stream. */
export class StoredDataInvalid extends Schema.TaggedError<StoredDataInvalid>("@zhengyou/storage/StoredDataInvalid")(
  "StoredDataInvalid",
  { stream: Schema.String, version: Schema.Int, why: StoredProblem }
) {
  override get message(): string {
    return storageTextEn.StoredDataInvalid(this)
  }
}

/** Events, a stream or a command's particulars that no store may keep; every fault with its path. */
export class NotStorable extends Schema.TaggedError<NotStorable>("@zhengyou/storage/NotStorable")("NotStorable", {
  faults: Schema.Array(Schema.Struct({ path: Path, problem: InputProblem }))
}) {
  override get message(): string {
    return storageTextEn.NotStorable(this)
  }
}

/** Every way in which a store refuses an append. */
export type StoreRefusal = VersionConflict | NotStorable | StoredDataInvalid | StoreUnavailable

/** The records of a stream were changed, removed, reordered or inserted behind the store's back. */
export class ChainBroken extends Schema.TaggedError<ChainBroken>("@zhengyou/storage/ChainBroken")("ChainBroken", {
  stream: Schema.String,
  breaks: Schema.NonEmptyArray(ChainBreak)
}) {
  override get message(): string {
    return storageTextEn.ChainBroken(this)
  }
}
