import { assert, describe, it } from "@effect/vitest"
import { type Cell, type ReadModel, type Recorded, type Row, readModel } from "@zhengyou/core"
import { Result, Schema } from "effect"

const Event = Schema.TaggedUnion({
  Scored: { unit: Schema.String, points: Schema.Int },
  Excused: { unit: Schema.String },
  Closed: {}
})

const about = { "zh-CN": "得分", en: "Points" }

const points = readModel({
  name: "points",
  version: 2,
  about,
  columns: {
    round: { type: "text", max: 120, about },
    unit: { type: "text", max: 120, about },
    points: { type: "integer", about, optional: true },
    isClosed: { type: "flag", about }
  },
  key: ["round", "unit"],
  streams: "round/",
  stored: {
    schemaVersion: 2,
    event: Event,
    // Version 1 called a score a mark.
    upcasts: {
      1: (data) =>
        typeof data === "object" && data !== null && !Array.isArray(data) ? { ...data, _tag: "Scored" } : data
    }
  },
  on: {
    Scored: ({ unit, points }, { stream }) => [{ _tag: "Put", row: { round: stream, unit, points, isClosed: false } }],
    Excused: ({ unit }, { stream }) => [{ _tag: "Remove", where: { round: stream, unit } }],
    Closed: (_, { stream }) => [{ _tag: "Update", where: { round: stream }, values: { isClosed: true } }]
  }
})

const record = (data: Schema.Json, changes: Partial<Recorded> = {}): Recorded => ({
  stream: "round/2012",
  version: 1,
  position: 1,
  type: "Scored",
  schemaVersion: 2,
  data,
  commandId: "c1",
  actor: "clerk",
  at: "2012-04-01T08:00:00Z",
  hash: "",
  ...changes
})

describe("a read model", () => {
  it("says what a record does to its rows", () => {
    const row: Row<typeof points.columns> = { round: "round/2012", unit: "z01", points: 90, isClosed: false }
    assert.deepStrictEqual(
      points.project(record({ _tag: "Scored", unit: "z01", points: 90 })),
      Result.succeed([{ _tag: "Put" as const, row }])
    )
    assert.deepStrictEqual(
      points.project(record({ _tag: "Closed" }, { type: "Closed" })),
      Result.succeed([{ _tag: "Update" as const, where: { round: "round/2012" }, values: { isClosed: true } }])
    )
  })

  it("reads events of earlier versions, even where they had another name", () => {
    const mark = record({ _tag: "Marked", unit: "z01", points: 90 }, { type: "Marked", schemaVersion: 1 })
    assert.deepStrictEqual(points.project(mark), points.project(record({ _tag: "Scored", unit: "z01", points: 90 })))
  })

  it("does not look at other streams and other types, whatever they hold", () => {
    assert.deepStrictEqual(points.project(record("?", { stream: "poll/2012" })), Result.succeed([]))
    assert.deepStrictEqual(points.project(record("?", { type: "Opened" })), Result.succeed([]))
    assert.deepStrictEqual(points.project(record("?", { type: "toString" })), Result.succeed([]))
  })

  it("tells of records that it cannot read", () => {
    const found = points.project(record({ _tag: "Scored", unit: "z01", points: "ninety" }))
    assert.isTrue(Result.isFailure(found) && found.failure._tag === "WrongShape")
    const newer = points.project(record({}, { schemaVersion: 3 }))
    assert.deepStrictEqual(newer, Result.fail({ _tag: "NewerSchema" as const, found: 3, known: 2 }))
  })

  it("is a read model like any other for those who do not know its columns", () => {
    const any: ReadModel = points
    const found = Result.getOrThrow(any.project(record({ _tag: "Scored", unit: "z01", points: 90 })))
    const cells: ReadonlyArray<Cell> = found.flatMap((change) =>
      change._tag === "Put" ? Object.values(change.row) : []
    )
    assert.deepStrictEqual(cells, ["round/2012", "z01", 90, false])
  })

  it("has typed rows", () => {
    // @ts-expect-error points are an integer
    const wrong: Row<typeof points.columns> = { round: "r", unit: "z01", points: "90", isClosed: false }
    // @ts-expect-error a unit is never absent
    const absent: Row<typeof points.columns> = { round: "r", unit: null, points: null, isClosed: false }
    assert.notDeepEqual(wrong, absent)
  })
})
