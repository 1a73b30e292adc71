import type {
  AddressUnknown,
  CallInvalid,
  ConnectionUnsuitable,
  DriverMissing,
  StoreClosed,
  TransactionEnded,
  TransactionOpen
} from "../errors.ts"

/** What the front door itself says to people. */
export type EmbeddingMessage =
  | AddressUnknown
  | CallInvalid
  | ConnectionUnsuitable
  | DriverMissing
  | StoreClosed
  | TransactionEnded
  | TransactionOpen
