import { assert, describe, it } from "@effect/vitest"
import { type Columns, type ReadModel, readModel, render } from "@zhengyou/core"
import { Result, Schema } from "effect"
import { storageTextZhCN, vetQuery, vetReadModels, writesOfAppend, writesOfStored } from "../src/index.ts"

const about = { "zh-CN": "试验", en: "Trial" }
const Noted = Schema.TaggedStruct("Noted", { row: Schema.Record(Schema.String, Schema.Json) })

const columns = {
  unit: { type: "text", max: 4, about },
  share: { type: "decimal", digits: 4, places: 2, about, optional: true }
} as const satisfies Columns

const sound = readModel({
  name: "notes",
  version: 1,
  about,
  columns,
  key: ["unit"],
  streams: "",
  stored: { schemaVersion: 1, event: Noted },
  on: { Noted: ({ row }) => [{ _tag: "Put", row: row as never }] }
})

const pathsOf = (model: unknown) =>
  Result.match(vetReadModels([model as ReadModel]), {
    onSuccess: () => [],
    onFailure: (error) => {
      assert.notMatch(render(storageTextZhCN, error).replaceAll(/“[^”]*”|"[^"]*"/g, ""), /[a-z]{3,} [a-z]{3,}/)
      return error.faults.map(({ path }) => path.join("."))
    }
  })

const withColumn = (column: object) => ({ ...sound, columns: { ...columns, extra: { about, ...column } } })

describe("a read model", () => {
  it("that a database can have is let pass", () => {
    assert.deepStrictEqual(vetReadModels([sound, { ...sound, name: "others" }]), Result.void)
  })

  it("is refused with every fault", () => {
    assert.deepStrictEqual(pathsOf({ ...sound, name: "Notes", version: 0 }), ["0.name", "0.version"])
    for (const name of ["", "a_b", "a b", "1a", "a".repeat(41), "先进", 'a"; DROP TABLE x; --'])
      assert.deepStrictEqual(pathsOf({ ...sound, name }), ["0.name"])
    assert.deepStrictEqual(pathsOf({ ...sound, columns: { unit: columns.unit, "a b": columns.share } }), [
      "0.columns.a b"
    ])
    assert.deepStrictEqual(pathsOf(withColumn({ type: "text", max: 0 })), ["0.columns.extra.max"])
    assert.deepStrictEqual(pathsOf(withColumn({ type: "text", max: 10_001 })), ["0.columns.extra.max"])
    assert.deepStrictEqual(pathsOf(withColumn({ type: "decimal", digits: 39, places: 2 })), ["0.columns.extra.digits"])
    assert.deepStrictEqual(pathsOf(withColumn({ type: "decimal", digits: 2, places: 3 })), ["0.columns.extra.places"])
    assert.deepStrictEqual(pathsOf({ ...sound, key: ["share"] }), ["0.key.0"])
    assert.deepStrictEqual(pathsOf({ ...sound, key: ["unit", "unit", "toString"] }), ["0.key.1", "0.key.2"])
    assert.deepStrictEqual(pathsOf({ ...sound, key: [] }), ["0.key.0"])
    const long = { unit: { ...columns.unit, max: 701 } }
    assert.deepStrictEqual(pathsOf({ ...sound, columns: long }), ["0.key"])
    const doubled = Result.flip(vetReadModels([sound, sound]))
    assert.deepStrictEqual(
      Result.map(doubled, ({ faults }) => faults.map(({ path }) => path)),
      Result.succeed([[1, "name"]])
    )
  })
})

const record = (row: Schema.Json) => ({
  stream: "s",
  version: 3,
  position: 9,
  type: "Noted",
  schemaVersion: 1,
  data: { _tag: "Noted", row },
  commandId: "c1",
  actor: "clerk",
  at: "2012-04-01T08:00:00Z",
  hash: ""
})

describe("what a record does to rows", () => {
  const kept: ReadonlyArray<readonly [string, string | null]> = [
    ["x", null],
    ["𠮷𠮷𠮷𠮷", "0.00"],
    ["", "99.99"],
    [" ", "-99.99"],
    ["é", "-0.01"]
  ]
  for (const [unit, share] of kept)
    it(`is kept where it fits: ${JSON.stringify([unit, share])}`, () => {
      assert.deepStrictEqual(
        writesOfStored(sound, [record({ unit, share })]),
        Result.succeed([{ _tag: "Put" as const, row: { unit, share } }])
      )
    })

  const unfit: ReadonlyArray<readonly [unit: string, share: Schema.Json]> = [
    ["xxxxx", "0.00"],
    ["a\u0000", "0.00"],
    ["x", "-0.00"],
    ["x", "100.00"],
    ["x", "0.0"],
    ["x", "0"],
    ["x", "00.00"],
    ["x", "+1.00"],
    ["x", "1.00 "],
    ["x", "1e1.00"],
    ["x", ".50"],
    ["x", 1.5],
    ["x", true]
  ]
  for (const [unit, share] of unfit)
    it(`is refused where it does not: ${JSON.stringify([unit, share])}`, () => {
      const found = writesOfStored(sound, [record({ unit, share })])
      assert.isTrue(Result.isFailure(found))
      const error = Result.getOrThrow(Result.flip(found))
      assert.deepStrictEqual([error.stream, error.version, error.why._tag], ["s", 3, "WrongShape"])
    })

  it("names the event and the column of an append", () => {
    const found = writesOfAppend(sound, [
      record({ unit: "x", share: null }),
      { ...record({ unit: "xxxxx" }), version: 4 }
    ])
    const error = Result.getOrThrow(Result.flip(found))
    assert.deepStrictEqual(
      error.faults.map(({ path }) => path.join(".")),
      ["events.1.notes.unit", "events.1.notes.share"]
    )
    assert.strictEqual(
      render(storageTextZhCN, error),
      '无法存储：events[1].notes.unit 现为 "xxxxx"，应为至多 4 个字符的文字，不含空字符；events[1].notes.share 缺少此项，请补上'
    )
  })
})

describe("a query", () => {
  it("takes only the key from the row that it goes on from", () => {
    const vetted = vetQuery(sound, { after: { unit: "x", share: "wrong" } as { readonly unit: string }, limit: 5 })
    assert.deepStrictEqual(vetted, Result.succeed({ where: {}, after: { unit: "x" }, descending: false, limit: 5 }))
  })

  it("needs the whole key to go on from", () => {
    const vetted = vetQuery(sound, { after: {}, limit: 5 } as never)
    assert.isTrue(Result.isFailure(vetted) && vetted.failure.faults[0]?.path.join(".") === "after.unit")
  })
})
