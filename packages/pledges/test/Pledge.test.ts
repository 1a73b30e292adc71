import { decodeInput } from "@zhengyou/core"
import { Pledge } from "@zhengyou/pledges"
import { Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { sound } from "./support.ts"

const read = (input: unknown) => decodeInput(Pledge, input)
const written = Schema.encodeSync(Pledge)(sound)

describe("a pledge", () => {
  it("is read back as it was written", () => {
    expect(read(JSON.parse(JSON.stringify(written)))).toEqual(Result.succeed(sound))
  })

  it("may lack everything that a review asks for", () => {
    const { id, pledger, content } = written
    expect(read({ id, pledger, content })).toMatchObject(
      Result.succeed({ measures: [], basis: [], urgentPosts: [], visibility: { _tag: "Public" } })
    )
  })

  it.each([
    ["blank content", { content: " \u3000" }, "content"],
    ["content without end", { content: "好".repeat(20_001) }, "content"],
    ["half a character", { measures: ["\udc00"] }, "measures.0"],
    ["a day that is none", { term: { on: "2012-02-30" } }, "term.on"],
    ["full-width digits", { target: { ...written.target, value: "１２" } }, "target.value"],
    ["a number that is none", { target: { ...written.target, value: Number.NaN } }, "target.value"],
    ["a key that is not known", { points: 3 }, "points"],
    ["a branch counted by another", { pledger: { ...written.pledger, unit: "z08" } }, "pledger"],
    ["a key __proto__", JSON.parse('{"__proto__": 1}'), "__proto__"]
  ])("is refused with %s", (_, change, at) => {
    // Written out, since a spread would set the prototype instead of copying the key.
    const input = Object.fromEntries([...Object.entries(written), ...Object.entries(change)])
    if (Object.hasOwn(change, "__proto__")) Object.defineProperty(input, "__proto__", { value: 1, enumerable: true })
    const faults = Result.getOrThrow(Result.flip(read(input)))
    expect(faults.map(({ path }) => path.join("."))).toContain(at)
  })
})
