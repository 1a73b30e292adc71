import { assert, describe, it } from "@effect/vitest"
import { hashOf, type Recorded } from "@zhengyou/core"
import { Result } from "effect"
import fc from "fast-check"
import { type ChainBroken, emptyHead, headOf, recordEvents, verifyStream } from "../src/index.ts"

const meta = { commandId: "c1", actor: "clerk", at: "2012-04-01T08:00:00Z" }

const chainOf = (data: ReadonlyArray<Recorded["data"]>): ReadonlyArray<Recorded> => {
  const events = data.map((value) => ({ type: "Scored", schemaVersion: 1, data: value }))
  const records = recordEvents(emptyHead, { stream: "s", expectedVersion: 0, events, meta })
  return Result.getOrThrow(records).map((record, index) => ({ ...record, position: index + 10 }))
}

const brokenVersions = (result: Result.Result<unknown, ChainBroken>): ReadonlyArray<number> =>
  Result.match(result, { onSuccess: () => [], onFailure: (error) => error.breaks.map((found) => found.version) })

const forbidden = ["__proto__", "constructor", "prototype"]
/** JSON that a store may keep. */
const json = fc
  .json({ maxDepth: 4 })
  .filter((text) => !forbidden.some((key) => text.includes(key)))
  .map((text): Recorded["data"] => JSON.parse(text))
/** A chain of two records or more. */
const chain = fc.array(json, { minLength: 2, maxLength: 6 }).map(chainOf)
const placed = chain.chain((records) => fc.tuple(fc.constant(records), fc.nat(records.length - 1)))

describe("the chain of a stream", () => {
  it("a record's hash covers the record without its position, and the hash before it", () => {
    const [first, second] = chainOf([{ points: 92 }, { points: 87 }])
    const common = { stream: "s", type: "Scored", schemaVersion: 1, ...meta }
    const firstHash = hashOf({ ...common, version: 1, data: { points: 92 }, previous: "" })
    assert.strictEqual(first?.hash, firstHash)
    assert.strictEqual(second?.hash, hashOf({ ...common, version: 2, data: { points: 87 }, previous: firstHash }))
  })

  it("is sound as written, and ends at its head", () => {
    fc.assert(
      fc.property(chain, (records) => assert.deepStrictEqual(verifyStream(records), Result.succeed(headOf(records))))
    )
  })

  it("can be written in several batches with the same hashes", () => {
    fc.assert(
      fc.property(fc.array(json, { minLength: 1, maxLength: 4 }), fc.array(json, { maxLength: 4 }), (a, b) => {
        const events = b.map((data) => ({ type: "Scored", schemaVersion: 1, data }))
        const first = chainOf(a)
        const rest = recordEvents(headOf(first), { stream: "s", expectedVersion: a.length, events, meta })
        assert.deepStrictEqual(
          [...first, ...Result.getOrThrow(rest)].map((record) => record.hash),
          chainOf([...a, ...b]).map((record) => record.hash)
        )
      })
    )
  })

  it("shows an edit at the version edited", () => {
    fc.assert(
      fc.property(placed, json, ([records, at], data) => {
        const edited = records.with(at, { ...record(records, at), data })
        const changed = hashOf(record(records, at).data) !== hashOf(data)
        assert.deepStrictEqual(brokenVersions(verifyStream(edited)), changed ? [at + 1] : [])
      })
    )
  })

  it("shows a removal in the middle at the version removed, and at the end with a noted head", () => {
    fc.assert(
      fc.property(placed, ([records, at]) => {
        const found = verifyStream(records.toSpliced(at, 1), headOf(records))
        assert.strictEqual(brokenVersions(found)[0], at + 1)
      })
    )
  })

  it("shows any new order", () => {
    fc.assert(
      fc.property(placed, ([records, at]) => {
        const moved = [...records.toSpliced(at, 1), record(records, at)]
        if (at < records.length - 1) assert.strictEqual(brokenVersions(verifyStream(moved))[0], at + 1)
      })
    )
  })

  it("shows an insertion, even of a record with a sound hash of its own", () => {
    fc.assert(
      fc.property(placed, json, ([records, at], data) => {
        const event = { type: "Scored", schemaVersion: 1, data }
        const forged = Result.getOrThrow(
          recordEvents(headOf(records.slice(0, at)), {
            stream: "s",
            expectedVersion: at,
            events: [event],
            meta: { ...meta, actor: "x" }
          })
        ).map((unplaced) => ({ ...unplaced, position: 1 }))
        assert.isNotEmpty(brokenVersions(verifyStream(records.toSpliced(at, 0, ...forged))))
      })
    )
  })

  it("a chain forged from the first record on is sound in itself, and a noted head shows it", () => {
    const noted = headOf(chainOf([{ points: 59 }, { points: 80 }]))
    const forged = chainOf([{ points: 60 }, { points: 80 }])
    assert.isTrue(Result.isSuccess(verifyStream(forged)))
    assert.deepStrictEqual(brokenVersions(verifyStream(forged, noted)), [2])
    assert.deepStrictEqual(
      brokenVersions(verifyStream(chainOf([{ points: 59 }, { points: 80 }, { points: 81 }]), noted)),
      []
    )
  })

  it("data that is no JSON any more counts as altered", () => {
    const [first, second] = chainOf([1, 2])
    assert.isDefined(first)
    assert.isDefined(second)
    assert.deepStrictEqual(brokenVersions(verifyStream([first, { ...second, data: Number.POSITIVE_INFINITY }])), [2])
  })
})

function record(records: ReadonlyArray<Recorded>, at: number): Recorded {
  const found = records[at]
  assert.isDefined(found)
  return found
}
