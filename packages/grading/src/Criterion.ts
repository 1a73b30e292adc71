import { Exact, Id, Text } from "@zhengyou/core"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"

/**
 * What a missing score means (缺项处理): `block` grades nobody on guesses, `zero` counts it as nought, `exclude` leaves it
 * out and shares its weight among the rest.
 */
export const MissingPolicy = Schema.Literals(["block", "zero", "exclude"])
export type MissingPolicy = typeof MissingPolicy.Type

/** A number that is not negative. */
export const NonNegative = Exact.check(
  Schema.makeFilter((x: Exact) => x.n >= 0n, { expected: "a number of at least 0" })
)

/** A number above nought. */
export const Positive = Exact.check(Schema.makeFilter((x: Exact) => x.n > 0n, { expected: "a number above 0" }))

/**
 * One item that units are scored on (指标、考评项目).
 *
 * **Details**
 *
 * Scores run from 0 to `maximum`. `weight` multiplies the score in the total: 1 where it is left out.
 */
export const Criterion = Schema.Struct({
  id: Id,
  name: Text,
  maximum: Positive,
  weight: Positive.pipe(Schema.withDecodingDefaultKey(Effect.succeed("1"))),
  missing: MissingPolicy
}).annotate({ identifier: "Criterion" })
export interface Criterion extends Schema.Schema.Type<typeof Criterion> {}
