import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js"
import canonicalize from "canonicalize"
import * as Schema from "effect/Schema"

/**
 * What a result was computed from: enough to recompute it and compare (凭据).
 *
 * **Details**
 *
 * `rules` and `inputs` are {@link hashOf} the rule book and of the inputs in a fixed order; `result` of the outcomes;
 * `semantics` names the version of the engine's meaning, which changes whenever the same inputs could give another result.
 */
export const Receipt = Schema.Struct({
  semantics: Schema.String,
  rules: Schema.String,
  inputs: Schema.String,
  result: Schema.String
}).annotate({ identifier: "Receipt" })
export interface Receipt extends Schema.Schema.Type<typeof Receipt> {}

const hashOfText = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

const canonical = (value: Schema.Json): string => canonicalize(value) ?? ""

/**
 * The SHA-256 of a JSON value in its canonical form (RFC 8785), as 64 hexadecimal digits.
 *
 * @example
 * ```ts
 * import { hashOf } from "@zhengyou/core"
 *
 * hashOf({ b: 1, a: "先进" }) === hashOf({ a: "先进", b: 1 }) // => true
 * ```
 */
export const hashOf = (value: Schema.Json): string => hashOfText(canonical(value))

/**
 * The SHA-256 of a list of JSON values whose order means nothing, as 64 hexadecimal digits.
 *
 * **Details**
 *
 * Of the values' canonical forms (RFC 8785) in the order of their texts, one a line.
 *
 * @example
 * ```ts
 * import { hashOfBag } from "@zhengyou/core"
 *
 * hashOfBag([{ a: 1 }, { b: 2 }]) === hashOfBag([{ b: 2 }, { a: 1 }]) // => true
 * ```
 */
export const hashOfBag = (values: ReadonlyArray<Schema.Json>): string =>
  hashOfText(values.map(canonical).toSorted().join("\n"))
