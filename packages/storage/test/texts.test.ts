import { assert, describe, it } from "@effect/vitest"
import { render } from "@zhengyou/core"
import { Schema } from "effect"
import {
  ChainBroken,
  NotStorable,
  StoredDataInvalid,
  StoreTrouble,
  StoreUnavailable,
  storageTextZhCN,
  VersionConflict
} from "../src/index.ts"

const conflict = new VersionConflict({ stream: "2012 年定级", expected: 3, actual: 5 })
const faults = [{ path: ["meta", "actor"], problem: { _tag: "Missing" as const } }]

describe("the store's refusals", () => {
  it("speak Chinese and English", () => {
    assert.strictEqual(conflict.message, '"2012 年定级" is at version 5, not 3: read it again and decide again')
    assert.strictEqual(render(storageTextZhCN, conflict), "“2012 年定级”已是第 5 版，而不是第 3 版，请重新读取后再定")
    const invalid = new StoredDataInvalid({ stream: "s", version: 7, why: { _tag: "WrongShape", faults } })
    assert.strictEqual(render(storageTextZhCN, invalid), "“s”第 7 版无法使用：meta.actor 缺少此项，请补上")
    const notStorable = new NotStorable({ faults })
    assert.strictEqual(notStorable.message, "this cannot be stored: meta.actor is missing: give it a value")
    const broken = new ChainBroken({ stream: "s", breaks: [{ version: 2, problem: "altered" }] })
    assert.strictEqual(render(storageTextZhCN, broken), "“s”写入后被改动：第 2 版被改动，请与备份核对")
  })

  it("say something of every trouble", () => {
    for (const trouble of StoreTrouble.literals) {
      const error = new StoreUnavailable({ operation: "open", trouble, retryable: false, cause: "x" })
      assert.notInclude(error.message, "undefined")
      assert.match(render(storageTextZhCN, error), /^存储无法打开：[^（]+（x）$/)
    }
  })

  it("go out as JSON and come back as themselves", () => {
    const wire = Schema.encodeSync(VersionConflict)(conflict)
    assert.deepStrictEqual(wire, { _tag: "VersionConflict", stream: "2012 年定级", expected: 3, actual: 5 })
    assert.instanceOf(Schema.decodeUnknownSync(VersionConflict)(wire), VersionConflict)
  })
})
