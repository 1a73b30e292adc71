import { assert, describe, it } from "@effect/vitest"
import {
  AddressUnknown,
  CallInvalid,
  ConnectionUnsuitable,
  DriverMissing,
  decodeInput,
  getOrThrow,
  RoundCommand,
  refusalLines,
  StoreClosed,
  StoreKind,
  TransactionEnded,
  TransactionOpen,
  textEn,
  textZhCN
} from "../src/index.ts"

const refusals = [
  new AddressUnknown({}),
  new CallInvalid({ faults: [] }),
  ...StoreKind.literals.map((store) => new ConnectionUnsuitable({ store })),
  new DriverMissing({ driver: "pg" }),
  new DriverMissing({ driver: "mysql2" }),
  new StoreClosed({}),
  new TransactionEnded({}),
  new TransactionOpen({})
]

describe("the front door's own refusals", () => {
  it("have a text of their own each, in both languages", () => {
    for (const texts of [textZhCN, textEn]) {
      const lines = refusals.map((refusal) => refusalLines(refusal, texts)?.join("\n"))
      assert.strictEqual(new Set(lines).size, refusals.length)
      assert.notInclude(lines.join(""), "undefined")
    }
    for (const refusal of refusals) assert.deepStrictEqual(refusalLines(refusal, textEn), [refusal.message])
  })

  it("say what to install", () => {
    assert.include(new DriverMissing({ driver: "mysql2" }).message, "npm install mysql2")
  })
})

describe("a command that came from outside", () => {
  const linesOf = (input: unknown): ReadonlyArray<string> | undefined => {
    try {
      getOrThrow(decodeInput(RoundCommand, input))
      return []
    } catch (thrown) {
      return refusalLines(thrown, textZhCN)
    }
  }
  const sheet = { unit: "w7", panel: "staff", rater: "ada", scores: { service: "89.5" } }

  it("is decoded, or its faults are told with their places", () => {
    assert.deepStrictEqual(linesOf({ _tag: "SubmitSheets", sheets: [sheet] }), [])
    assert.deepStrictEqual(linesOf({ _tag: "SubmitSheets", sheets: [{ ...sheet, rater: undefined }] }), [
      "sheets[0].rater：不是普通数据（undefined），只能是文字、数字、true、false、列表或对象"
    ])
    assert.deepStrictEqual(linesOf({ _tag: "ReplaceSheet", sheet }), ["why：缺少此项，请补上"])
  })

  it("is no refusal of ours where something else was thrown", () => {
    for (const thrown of [[], ["why"], [{ path: [], problem: { _tag: "Missing" } }, 7]])
      assert.isUndefined(refusalLines(thrown, textZhCN))
  })
})
