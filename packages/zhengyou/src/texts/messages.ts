import type {
  AddressUnknown,
  ConnectionUnsuitable,
  DriverMissing,
  StoreClosed,
  TransactionEnded,
  TransactionOpen
} from "../errors.ts"

/** What the front door itself says to people. */
export type EmbeddingMessage =
  | AddressUnknown
  | ConnectionUnsuitable
  | DriverMissing
  | StoreClosed
  | TransactionEnded
  | TransactionOpen
