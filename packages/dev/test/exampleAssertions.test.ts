import { Result } from "effect"
import { beforeEach, describe, expect, it } from "vitest"
import { mismatches, same } from "../src/exampleAssertions.ts"

describe("same", () => {
  beforeEach(() => {
    mismatches.length = 0
  })

  it("keeps silent about equal values, whatever they are made of", () => {
    same("a.md:1", { n: 1n, of: [1, 2] }, () => ({ n: 1n, of: [1, 2] }))
    same("a.md:2", Result.succeed("先进"), () => Result.succeed("先进"))
    same("a.md:3", new Map([["a", 1]]), () => new Map([["a", 1]]))
    expect(mismatches).toEqual([])
  })

  it("notes what differs, with the place of the promise", () => {
    same("a.md:1", 1, () => 2)
    same("a.md:2", Promise.resolve(1), () => 1)
    expect(mismatches).toEqual(["a.md:1: got 1, promised 2", "a.md:2: got Promise { 1 }, promised 1"])
  })
})
