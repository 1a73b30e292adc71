export { BallotBox, Electorate, type Turnout, Vote } from "./BallotBox.ts"
export {
  Append,
  emptyHead,
  Head,
  headOf,
  NewEvent,
  recordEvents,
  type Unplaced,
  verifyStream
} from "./Chain.ts"
export { type Bearer, type CountedVotes, countVotes } from "./countVotes.ts"
export { type Appended, EventStore } from "./EventStore.ts"
export {
  BallotProblem,
  ChainBreak,
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
  StoreOperation,
  type StoreRefusal,
  StoreTrouble,
  StoreUnavailable,
  TokensRefused,
  VersionConflict,
  VoteRefused
} from "./errors.ts"
export { type Evolution, type Executed, execute, type Loaded, load } from "./execute.ts"
export { layerMemory, type Memory, makeMemory, memoryFromJson, type Ports } from "./Memory.ts"
export { type Page, type ReadModelStatus, ReadModels, type RebuildProgress, type RowQuery } from "./ReadModels.ts"
export { type CellsByName, type RowWrite, writesOfAppend, writesOfStored } from "./RowWrite.ts"
export { storageTextEn } from "./texts/en.ts"
export type { StorageMessage } from "./texts/messages.ts"
export { storageTextZhCN } from "./texts/zh-CN.ts"
export { hashToken, tokensIssuedBefore, vetPoll, vetTokens } from "./vetPoll.ts"
export { type VettedQuery, vetQuery, vetReadModels } from "./vetReadModels.ts"
