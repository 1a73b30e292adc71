import type * as Schema from "effect/Schema"

const isObject = (json: Schema.Json): json is Schema.JsonObject =>
  typeof json === "object" && json !== null && !Array.isArray(json)

/** A cap of version 1 as a quota: what was `atMost` is `seats`. */
const quotaOf = (cap: Schema.Json): Schema.Json => {
  if (!isObject(cap)) return cap
  const { atMost, ...rest } = cap
  return { kind: "cap", ...rest, ...(atMost === undefined ? {} : { seats: atMost }) }
}

/**
 * A rule book's JSON in the present version: version 1 had `caps` where there are `quotas` now. What is not a book of an
 * earlier version is left as it is.
 */
export const upcastBook = (json: Schema.Json): Schema.Json => {
  if (!isObject(json) || json["format"] !== "zhengyou/rule-book@1") return json
  const { caps, ...rest } = json
  // Format 1 had no quotas: beside them, caps are left where they are, to be told of.
  if (caps !== undefined && rest["quotas"] !== undefined) return { ...json, format: "zhengyou/rule-book@2" }
  const quotas = Array.isArray(caps) ? caps.map(quotaOf) : caps
  return { ...rest, format: "zhengyou/rule-book@2", ...(quotas === undefined ? {} : { quotas }) }
}
