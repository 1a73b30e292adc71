import type { Catalogue } from "@zhengyou/core"
import type { StoreKind } from "../errors.ts"
import type { EmbeddingMessage } from "./messages.ts"

const wanted: Readonly<Record<StoreKind, string>> = {
  memory: "a store in memory has no transactions of others to join",
  sqlite: "give a DatabaseSync of node:sqlite, or a function that runs a statement",
  postgres: "give a client of pg, or a function that runs a statement",
  mysql: "give a connection of mysql2, or a function that runs a statement"
}

/** The English texts of the front door's own refusals. */
export const embeddingTextEn: Catalogue<EmbeddingMessage> = {
  AddressUnknown: () =>
    "this is no store: give memory:, sqlite:PATH, postgres://…, mysql://…, a pool of pg or mysql2, or a DatabaseSync of node:sqlite",
  CallInvalid: ({ faults }) =>
    `this call has ${faults.length} fault(s): numbers are made with exactUnsafe("89.5"), days with dateUnsafe("2012-03-29"), and a whole command is read from plain data with decodeInput`,
  ConnectionUnsuitable: ({ store }) => `this connection cannot be joined: ${wanted[store]}`,
  DriverMissing: ({ driver }) => `the driver ${driver} is not installed: run npm install ${driver}`,
  StoreClosed: () => "the store is closed: open it again",
  TransactionEnded: () => "the transaction has ended: await everything inside it",
  TransactionOpen: () =>
    "a transaction of this store is open: inside it ask the transaction that it gave you, not the store"
}
