import { assert, describe, it } from "@effect/vitest"
import { decodeStored, type StoredEvents } from "@zhengyou/core"
import { Result, Schema } from "effect"

const Scored = Schema.TaggedStruct("Scored", { unit: Schema.String, points: Schema.Int })

/** Version 1 was the bare points of the only unit; version 2 named it; 3 changed another event; 4 gave it its tag. */
const stored: StoredEvents<typeof Scored.Type> = {
  schemaVersion: 4,
  event: Scored,
  upcasts: {
    1: (data) => ({ unit: "z01", points: data }),
    3: (data) => (typeof data === "object" ? { _tag: "Scored", ...data } : data)
  }
}

describe("a stored event", () => {
  it("is read whatever version it was written in", () => {
    const expected = Result.succeed({ _tag: "Scored" as const, unit: "z01", points: 90 })
    assert.deepStrictEqual(decodeStored(stored, { schemaVersion: 1, data: 90 }), expected)
    for (const schemaVersion of [2, 3])
      assert.deepStrictEqual(decodeStored(stored, { schemaVersion, data: { unit: "z01", points: 90 } }), expected)
    const data = { _tag: "Scored", unit: "z01", points: 90 }
    assert.deepStrictEqual(decodeStored(stored, { schemaVersion: 4, data }), expected)
  })

  it("is not lifted beyond its own version", () => {
    const refused = decodeStored(stored, { schemaVersion: 4, data: { unit: "z01", points: 90 } })
    assert.deepStrictEqual(
      refused,
      Result.fail({ _tag: "WrongShape" as const, faults: [{ path: ["_tag"], problem: { _tag: "Missing" as const } }] })
    )
  })

  it("is refused with every fault of what comes of it", () => {
    const refused = decodeStored(stored, { schemaVersion: 1, data: "ninety" })
    assert.isTrue(Result.isFailure(refused) && refused.failure._tag === "WrongShape")
    assert.deepStrictEqual(
      decodeStored(stored, { schemaVersion: 5, data: 90 }),
      Result.fail({ _tag: "NewerSchema" as const, found: 5, known: 4 })
    )
  })
})
