import type { ContractViolation } from "../contract.ts"
import type {
  ChainBroken,
  NotStorable,
  StoredDataInvalid,
  StoredProblem,
  StoreUnavailable,
  VersionConflict
} from "../errors.ts"

/** Everything that a store says to people. */
export type StorageMessage =
  | VersionConflict
  | StoreUnavailable
  | StoredDataInvalid
  | StoredProblem
  | NotStorable
  | ChainBroken
  | ContractViolation
