import { Id, InputProblem, Path, StoredProblem } from "@zhengyou/core"
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
  "no-transaction",
  "unsupported",
  "other"
])
export type StoreTrouble = typeof StoreTrouble.Type

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

/** The rows of a read model cannot be read: the store was not given the model, or has not built this version of it yet. */
export class ReadModelUnavailable extends Schema.TaggedError<ReadModelUnavailable>(
  "@zhengyou/storage/ReadModelUnavailable"
)("ReadModelUnavailable", {
  model: Schema.String,
  version: Schema.Int,
  /** `not-given`: the adapter was made without it; `not-built`: it is new to a store that has records, rebuild it first. */
  trouble: Schema.Literals(["not-given", "not-built"])
}) {
  override get message(): string {
    return storageTextEn.ReadModelUnavailable(this)
  }
}

/** Another rebuild of the same read model began after this one and takes its place. */
export class RebuildOvertaken extends Schema.TaggedError<RebuildOvertaken>("@zhengyou/storage/RebuildOvertaken")(
  "RebuildOvertaken",
  { model: Schema.String, version: Schema.Int }
) {
  override get message(): string {
    return storageTextEn.RebuildOvertaken(this)
  }
}

/** A question to a read model that its columns cannot answer; every fault with its path. */
export class QueryInvalid extends Schema.TaggedError<QueryInvalid>("@zhengyou/storage/QueryInvalid")("QueryInvalid", {
  faults: Schema.Array(Schema.Struct({ path: Path, problem: InputProblem }))
}) {
  override get message(): string {
    return storageTextEn.QueryInvalid(this)
  }
}

/** Read models that no store can keep: a mistake in their definition; every fault with its path. */
export class ReadModelsInvalid extends Schema.TaggedError<ReadModelsInvalid>("@zhengyou/storage/ReadModelsInvalid")(
  "ReadModelsInvalid",
  { faults: Schema.Array(Schema.Struct({ path: Path, problem: InputProblem })) }
) {
  override get message(): string {
    return storageTextEn.ReadModelsInvalid(this)
  }
}

/** What can be wrong with a poll, with tokens or with a vote, beside its shape. No problem names a token. */
export const BallotProblem = Schema.Union([
  InputProblem,
  Schema.TaggedUnion({
    /** A subject, group, question, choice or token that stands twice where it may stand once. */
    Doubled: {},
    /** Not a subject, group, question or choice of the poll; `known` are those that are. */
    NotInPoll: { found: Schema.String, known: Schema.Array(Id) },
    /** The voter's group does not rate this subject, or the voter is excepted from it. */
    NotForVoter: { subject: Id },
    /** Not 22 to 200 letters, digits, hyphens and underscores. */
    TokenMalformed: {},
    /** Issued before, to others. */
    TokenIssuedBefore: {},
    TokenUnknown: {},
    TokenUsed: {}
  })
])
export type BallotProblem = typeof BallotProblem.Type

const ballotFaults = { faults: Schema.Array(Schema.Struct({ path: Path, problem: BallotProblem })) }

/** A poll that cannot be opened as it is; every fault with its path. */
export class PollInvalid extends Schema.TaggedError<PollInvalid>("@zhengyou/storage/PollInvalid")(
  "PollInvalid",
  ballotFaults
) {
  override get message(): string {
    return storageTextEn.PollInvalid(this)
  }
}

/** Tokens, or those they are for, that a poll cannot have; none of them was issued. */
export class TokensRefused extends Schema.TaggedError<TokensRefused>("@zhengyou/storage/TokensRefused")(
  "TokensRefused",
  ballotFaults
) {
  override get message(): string {
    return storageTextEn.TokensRefused(this)
  }
}

/** A vote that was not counted; its token, if it has one, can still be used. */
export class VoteRefused extends Schema.TaggedError<VoteRefused>("@zhengyou/storage/VoteRefused")(
  "VoteRefused",
  ballotFaults
) {
  override get message(): string {
    return storageTextEn.VoteRefused(this)
  }
}

/** The poll is not in a state for what is asked of it. */
export class PollInWrongState extends Schema.TaggedError<PollInWrongState>("@zhengyou/storage/PollInWrongState")(
  "PollInWrongState",
  {
    poll: Schema.String,
    /** `absent`: nobody opened it; `open`: it is counted when it is closed; `closed`: for good; `different`: opened with other contents. */
    state: Schema.Literals(["absent", "open", "closed", "different"])
  }
) {
  override get message(): string {
    return storageTextEn.PollInWrongState(this)
  }
}

/** What can be wrong with a snapshot of a store in memory. */
export const SnapshotProblem = Schema.Union([
  BallotProblem,
  Schema.TaggedStruct("ChainBroken", { stream: Schema.String, breaks: Schema.NonEmptyArray(ChainBreak) })
])
export type SnapshotProblem = typeof SnapshotProblem.Type

/** JSON that is no store in memory; every fault with its path. */
export class SnapshotInvalid extends Schema.TaggedError<SnapshotInvalid>("@zhengyou/storage/SnapshotInvalid")(
  "SnapshotInvalid",
  { faults: Schema.Array(Schema.Struct({ path: Path, problem: SnapshotProblem })) }
) {
  override get message(): string {
    return storageTextEn.SnapshotInvalid(this)
  }
}
