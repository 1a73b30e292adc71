import { CommandMeta, decodeInput, Recorded } from "@zhengyou/core"
import { Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const isMeta = Schema.is(CommandMeta)
const meta = { commandId: "c1", actor: "考评办公室", at: "2012-04-01T08:00:00.000Z" }

describe("the instant of a command", () => {
  it("is any that the platform's clock can show", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }),
        (date) => {
          expect(isMeta({ ...meta, at: date.toISOString() })).toBe(true)
        }
      )
    )
    expect(isMeta({ ...meta, at: "2012-02-29T23:59:59Z" })).toBe(true)
  })

  it.each([
    "2012-04-01",
    "2012-04-01T08:00:00",
    "2012-04-01T08:00:00+08:00",
    "2012-04-01 08:00:00Z",
    "2012-02-30T08:00:00Z",
    "2012-13-01T08:00:00Z",
    "2012-04-01T24:00:00Z",
    "2012-04-01T08:60:00Z",
    "2012-04-01T08:00:60Z"
  ])("is not %s", (at) => {
    const problem = { _tag: "NotAllowed", expected: "an instant such as 2012-04-01T08:00:00Z", found: `"${at}"` }
    const refused = decodeInput(CommandMeta, { ...meta, at })
    expect(Result.isFailure(refused) && refused.failure).toEqual([{ path: ["at"], problem }])
  })
})

describe("the reason of a command", () => {
  it.each(["", "  ", "x".repeat(2001), "a\u0000b"])("is not %j", (why) => {
    const refused = decodeInput(CommandMeta, { ...meta, why })
    expect(Result.isFailure(refused) && refused.failure.map((fault) => fault.path)).toEqual([["why"]])
  })

  it("may be of several lines", () => {
    expect(isMeta({ ...meta, why: "按通知\n第 7 号 😀" })).toBe(true)
  })
})

describe("a record", () => {
  const record = {
    ...meta,
    stream: "round-2012",
    version: 1,
    position: 7,
    type: "Opened",
    schemaVersion: 1,
    data: { _tag: "Opened", units: ["z01"] },
    hash: "0".repeat(64)
  }

  it("keeps its envelope and its data", () => {
    expect(decodeInput(Recorded, record)).toEqual(Result.succeed(record))
    expect(decodeInput(Recorded, { ...record, why: "年度考评" })).toEqual(
      Result.succeed({ ...record, why: "年度考评" })
    )
  })

  it("lacks nothing of its envelope", () => {
    for (const key of Object.keys(record)) {
      const refused = decodeInput(Recorded, Object.fromEntries(Object.entries(record).filter(([name]) => name !== key)))
      expect(Result.isFailure(refused) && refused.failure).toEqual([{ path: [key], problem: { _tag: "Missing" } }])
    }
  })
})
