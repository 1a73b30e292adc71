export {
  type Catalogue,
  dateUnsafe,
  decodeInput,
  Exact,
  exactUnsafe,
  type Fact,
  type Fault,
  formatExact,
  formatPath,
  type Language,
  type Message,
  type Poll,
  parseDate,
  parseExact,
  parseJson,
  type Recorded,
  readModel,
  render,
  type Tally,
  type Text,
  textIn,
  Unit
} from "@zhengyou/core"
export {
  Award,
  awardsOf,
  checkBook,
  countLevels,
  decidingReason,
  describeBook,
  explain,
  explanationText,
  type Grading,
  type GradingInputs,
  GradingRound,
  grade,
  gradingOf,
  gradingRounds,
  gradingTextEn,
  gradingTextZhCN,
  type Outcome,
  Plan,
  parseRuleBook,
  RoundCommand,
  type RoundState,
  type RuleBook,
  type RunningRound,
  recompute,
  regulationText,
  roundFactsOf,
  Sheet,
  sheetsOf,
  unitOutcomes,
  whyNot
} from "@zhengyou/grading"
export { type Executed, headOf, type Loaded, StoreUnavailable, VersionConflict, verifyStream } from "@zhengyou/storage"
export { getOrThrow, isFailure, isSuccess, type Result } from "effect/Result"
export type { Connection, MysqlConnection, MysqlPool, PgConnection, PgPool, RunStatement } from "./Connection.ts"
export {
  AddressUnknown,
  CallInvalid,
  ConnectionUnsuitable,
  DriverMissing,
  StoreClosed,
  StoreKind,
  TransactionEnded,
  TransactionOpen
} from "./errors.ts"
export { type OpenOptions, openStore } from "./openStore.ts"
export { refusalLines, type Texts, textEn, textZhCN } from "./refusalLines.ts"
export type { Ballots, Operations, Store, Transaction } from "./Store.ts"
export { embeddingTextEn } from "./texts/en.ts"
export type { EmbeddingMessage } from "./texts/messages.ts"
export { embeddingTextZhCN } from "./texts/zh-CN.ts"
