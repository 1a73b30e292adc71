import { decodeInput, Id, Ladder, levelRank, lowerLevel, nextLevelDown, nextLevelUp } from "@zhengyou/core"
import { Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const ladder: Ladder = [
  { id: "advanced", name: "先进" },
  { id: "good", name: "良好" },
  { id: "ordinary", name: "一般" },
  { id: "weak", name: "后进" }
]
const level = fc.constantFrom(...ladder.map(({ id }) => id))

describe("a ladder", () => {
  it("goes down and up one level at a time, best first", () => {
    expect(levelRank(ladder, "advanced")).toBe(0)
    expect(nextLevelDown(ladder, "advanced")).toBe("good")
    expect(nextLevelDown(ladder, "weak")).toBeUndefined()
    expect(nextLevelUp(ladder, "good")).toBe("advanced")
    expect(nextLevelUp(ladder, "advanced")).toBeUndefined()
  })

  it("takes back every step", () => {
    fc.assert(
      fc.property(level, (from) => {
        const [down, up] = [nextLevelDown(ladder, from), nextLevelUp(ladder, from)]
        if (down !== undefined) expect(nextLevelUp(ladder, down)).toBe(from)
        if (up !== undefined) expect(nextLevelDown(ladder, up)).toBe(from)
        expect(down === undefined && up === undefined).toBe(false)
      })
    )
  })

  it("has no neighbours for a level that it does not have", () => {
    expect(levelRank(ladder, "不定级")).toBe(-1)
    expect(nextLevelDown(ladder, "不定级")).toBeUndefined()
    expect(nextLevelUp(ladder, "不定级")).toBeUndefined()
  })

  it("knows the lower of two levels, whichever comes first", () => {
    expect(lowerLevel(ladder, "advanced", "ordinary")).toBe("ordinary")
    fc.assert(
      fc.property(level, level, level, (a, b, c) => {
        expect(lowerLevel(ladder, a, a)).toBe(a)
        expect(lowerLevel(ladder, a, b)).toBe(lowerLevel(ladder, b, a))
        expect(lowerLevel(ladder, lowerLevel(ladder, a, b), c)).toBe(lowerLevel(ladder, a, lowerLevel(ladder, b, c)))
        expect(levelRank(ladder, lowerLevel(ladder, a, b))).toBe(Math.max(levelRank(ladder, a), levelRank(ladder, b)))
      })
    )
  })

  it("has at least one level", () => {
    const none = decodeInput(Ladder, [])
    expect(Result.isFailure(none) && none.failure).toEqual([{ path: [0], problem: { _tag: "Missing" } }])
    expect(Result.isSuccess(decodeInput(Ladder, [{ id: "only", name: { "zh-CN": "合格", en: "Passed" } }]))).toBe(true)
  })
})

describe("an identifier", () => {
  const isId = Schema.is(Id)

  it.each(["z01", "先进", "a b", "constructor", "😀".repeat(120)])("may be %j", (id) => expect(isId(id)).toBe(true))

  it.each(["", " a", "a ", "　a", "a\nb", "a\u0000", "\ud800", "__proto__", "x".repeat(121)])("is not %j", (id) => {
    const refused = decodeInput(Schema.Struct({ id: Id }), { id })
    // One fault, however many rules are broken; a lone surrogate is found before identifiers are looked at.
    expect(Result.isFailure(refused) && refused.failure.map(({ path }) => path)).toEqual([["id"]])
  })
})
