import type { ContractViolation } from "../contract.ts"
import type {
  ChainBroken,
  NotStorable,
  PollInvalid,
  PollInWrongState,
  QueryInvalid,
  ReadModelsInvalid,
  ReadModelUnavailable,
  RebuildOvertaken,
  SnapshotInvalid,
  SnapshotProblem,
  StoredDataInvalid,
  StoreUnavailable,
  TokensRefused,
  VersionConflict,
  VoteRefused
} from "../errors.ts"

/** Everything that a store says to people. */
export type StorageMessage =
  | VersionConflict
  | StoreUnavailable
  | StoredDataInvalid
  | NotStorable
  | ChainBroken
  | ReadModelsInvalid
  | ReadModelUnavailable
  | RebuildOvertaken
  | QueryInvalid
  | PollInvalid
  | PollInWrongState
  | TokensRefused
  | VoteRefused
  | SnapshotInvalid
  | SnapshotProblem
  | ContractViolation
