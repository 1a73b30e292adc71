import { coreTextEn, formatPath, InputProblem, Path, render } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { embeddingTextEn } from "./texts/en.ts"

/** The stores that can be opened. */
export const StoreKind = Schema.Literals(["memory", "sqlite", "postgres", "mysql"])
export type StoreKind = typeof StoreKind.Type

/** An address that names no store. It may hold a password, so it is not told again. */
export class AddressUnknown extends Schema.TaggedError<AddressUnknown>("zhengyou/AddressUnknown")(
  "AddressUnknown",
  {}
) {
  override get message(): string {
    return embeddingTextEn.AddressUnknown(this)
  }
}

/** The driver of the database is not installed beside this package. */
export class DriverMissing extends Schema.TaggedError<DriverMissing>("zhengyou/DriverMissing")("DriverMissing", {
  driver: Schema.Literals(["pg", "mysql2"])
}) {
  override get message(): string {
    return embeddingTextEn.DriverMissing(this)
  }
}

/** A connection that is none of the store's database. */
export class ConnectionUnsuitable extends Schema.TaggedError<ConnectionUnsuitable>("zhengyou/ConnectionUnsuitable")(
  "ConnectionUnsuitable",
  { store: StoreKind }
) {
  override get message(): string {
    return embeddingTextEn.ConnectionUnsuitable(this)
  }
}

/** Something was asked of a store that was closed. */
export class StoreClosed extends Schema.TaggedError<StoreClosed>("zhengyou/StoreClosed")("StoreClosed", {}) {
  override get message(): string {
    return embeddingTextEn.StoreClosed(this)
  }
}

/** Something was asked of a transaction that had ended. */
export class TransactionEnded extends Schema.TaggedError<TransactionEnded>("zhengyou/TransactionEnded")(
  "TransactionEnded",
  {}
) {
  override get message(): string {
    return embeddingTextEn.TransactionEnded(this)
  }
}

/** The store was asked inside a transaction of its own: each would wait for the other. */
export class TransactionOpen extends Schema.TaggedError<TransactionOpen>("zhengyou/TransactionOpen")(
  "TransactionOpen",
  {}
) {
  override get message(): string {
    return embeddingTextEn.TransactionOpen(this)
  }
}

/** A call that does not fit its types, with every fault and where it stands: only a program that no compiler has checked can make one. */
export class CallInvalid extends Schema.TaggedError<CallInvalid>("zhengyou/CallInvalid")("CallInvalid", {
  faults: Schema.Array(Schema.Struct({ path: Path, problem: InputProblem }))
}) {
  override get message(): string {
    const lines = this.faults
      .slice(0, 20)
      .map(({ path, problem }) => `  ${formatPath(path)}: ${render(coreTextEn, problem)}`)
    return [embeddingTextEn.CallInvalid(this), ...lines].join("\n")
  }
}
