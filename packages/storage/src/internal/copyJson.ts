import type * as Schema from "effect/Schema"

/**
 * A copy that shares nothing with the original and equals what comes back from JSON text, `-0` included.
 *
 * Copied by hand: `JSON.parse` of some engines confuses keys of one escaped character
 * (https://github.com/nodejs/node/issues/63785).
 */
export const copyJson = (value: Schema.Json): Schema.Json => {
  if (Array.isArray(value)) return value.map(copyJson)
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyJson(inner)]))
  return Object.is(value, -0) ? 0 : value
}
