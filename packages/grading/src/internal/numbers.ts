import { Exact } from "@zhengyou/core"
import * as Schema from "effect/Schema"

/** A number that is not negative. */
export const NonNegative = Exact.check(
  Schema.makeFilter((x: Exact) => x.n >= 0n, { expected: "a number of at least 0" })
)

/** A number above nought. */
export const Positive = Exact.check(Schema.makeFilter((x: Exact) => x.n > 0n, { expected: "a number above 0" }))
