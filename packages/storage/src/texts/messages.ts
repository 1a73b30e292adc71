import type { ContractViolation } from "../contract.ts"
import type {
  BallotProblem,
  ChainBroken,
  NotStorable,
  PollInvalid,
  PollInWrongState,
  QueryInvalid,
  ReadModelsInvalid,
  ReadModelUnavailable,
  RebuildOvertaken,
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
  | BallotProblem
  | PollInvalid
  | PollInWrongState
  | TokensRefused
  | VoteRefused
  | ContractViolation
