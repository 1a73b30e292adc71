import type * as Schema from "effect/Schema"

const isObject = (json: Schema.Json | undefined): json is Schema.JsonObject =>
  typeof json === "object" && json !== null && !Array.isArray(json)

const listOf = (json: Schema.Json | undefined): ReadonlyArray<Schema.Json> => (Array.isArray(json) ? json : [])

/** A reason of version 1 under its present name. */
const reasonNow = (reason: Schema.Json): Schema.Json => {
  if (!isObject(reason)) return reason
  switch (reason["_tag"]) {
    case "CapPushed": {
      const { lastSeated, ...rest } = reason
      const last = lastSeated === undefined ? {} : { lastKept: lastSeated }
      return { ...rest, _tag: "QuotaPushed", kind: "cap", byLot: false, ...last }
    }
    case "KeptByTie":
      return { ...reason, byLot: false }
    case "TiedAtCap":
      return { ...reason, _tag: "TiedAtQuota", wantsLots: false }
    default:
      return reason
  }
}

const outcomeNow = (outcome: Schema.Json): Schema.Json => {
  if (!isObject(outcome)) return outcome
  const panels = outcome["_tag"] === "NotGraded" ? {} : { panels: [] }
  return { ...outcome, ...panels, reasons: listOf(outcome["reasons"]).map(reasonNow) }
}

/** The units that a cap pushed from a level, the first in line first. */
const reserveOf = (level: Schema.Json | undefined, outcomes: ReadonlyArray<Schema.Json>): ReadonlyArray<Schema.Json> =>
  outcomes
    .flatMap((outcome) => {
      const reasons = isObject(outcome) ? listOf(outcome["reasons"]) : []
      const unit = isObject(outcome) ? outcome["unit"] : undefined
      return reasons.flatMap((reason) => {
        if (!isObject(reason) || reason["_tag"] !== "CapPushed" || unit === undefined) return []
        const from = reason["from"]
        return isObject(from) && from["id"] === level ? [{ unit, place: Number(reason["place"]) }] : []
      })
    })
    .toSorted((a, b) => a.place - b.place)
    .map(({ unit }) => unit)

const gradingNow = (grading: Schema.JsonObject): Schema.Json => {
  const { caps, ...rest } = grading
  const outcomes = listOf(rest["outcomes"])
  const quotas = listOf(caps).map((cap): Schema.Json => {
    if (!isObject(cap)) return cap
    const isMet = Number(cap["kept"]) <= Number(cap["seats"])
    return { kind: "cap", ...cap, reserve: reserveOf(cap["level"], outcomes), isMet }
  })
  return { ...rest, outcomes: outcomes.map(outcomeNow), quotas }
}

/**
 * A round's stored event in the present version: gradings of version 1 had `caps` where there are `quotas` now. What is
 * not an event of an earlier version is left as it is.
 */
export const upcastEvent = (event: Schema.Json): Schema.Json => {
  if (!isObject(event)) return event
  const grading = event["grading"]
  if (!isObject(grading) || !("caps" in grading)) return event
  const awards = event["_tag"] === "RoundAmended" ? { awards: [] } : {}
  return { ...event, ...awards, grading: gradingNow(grading) }
}
