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
export { type Appended, EventStore } from "./EventStore.ts"
export {
  ChainBreak,
  ChainBroken,
  NotStorable,
  StoredDataInvalid,
  StoredProblem,
  StoreOperation,
  type StoreRefusal,
  StoreTrouble,
  StoreUnavailable,
  VersionConflict
} from "./errors.ts"
export { type Evolution, type Executed, execute, type Loaded, load } from "./execute.ts"
export { layerMemory } from "./layerMemory.ts"
export { storageTextEn } from "./texts/en.ts"
export type { StorageMessage } from "./texts/messages.ts"
export { storageTextZhCN } from "./texts/zh-CN.ts"
