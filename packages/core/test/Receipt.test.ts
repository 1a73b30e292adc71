import { createHash } from "node:crypto"
import { hashOf, hashOfBag } from "@zhengyou/core"
import type { Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { json } from "./generators.ts"

const value = json as fc.Arbitrary<Schema.Json>

/** SHA-256 by another implementation. */
const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex")

/** A number by the bits of its IEEE 754 form, as RFC 8785 lists them. */
const double = (bits: string): number => {
  const view = new DataView(new ArrayBuffer(8))
  view.setBigUint64(0, BigInt(`0x${bits}`))
  return view.getFloat64(0)
}

describe("the hash of a value", () => {
  it("is SHA-256", () => {
    // FIPS 180-4 holds the other implementation to its own examples.
    expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    expect(hashOf({})).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a")
    expect(hashOf([])).toBe("4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945")
    expect(hashOf("")).toBe("12ae32cb1ec02d01eda3581b127c1fee3b0dc53572ed6baf239721a03d82e126")
    expect(hashOf(null)).toBe("74234e98afe7498fb5daf1f36ac2d78acc339464f950703b8c019892f982b90b")
    expect(hashOf("abc")).toBe(sha256('"abc"'))
    expect(hashOf("先".repeat(100_000))).toBe(sha256(`"${"先".repeat(100_000)}"`))
  })

  it("covers the canonical form of RFC 8785, section 3.2.2", () => {
    const published = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50,
                  2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`
    const canonical = String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`
    expect(hashOf(JSON.parse(published))).toBe(sha256(canonical))
  })

  it("covers keys in the order of RFC 8785, section 3.2.3", () => {
    const value = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis"
    }
    const canonical =
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis",' +
      '"€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}'
    expect(hashOf(value)).toBe(sha256(canonical))
  })

  it.each([
    ["0000000000000000", "0"],
    ["8000000000000000", "0"],
    ["0000000000000001", "5e-324"],
    ["8000000000000001", "-5e-324"],
    ["7fefffffffffffff", "1.7976931348623157e+308"],
    ["4340000000000000", "9007199254740992"],
    ["4430000000000000", "295147905179352830000"],
    ["44b52d02c7e14af5", "9.999999999999997e+22"],
    ["44b52d02c7e14af6", "1e+23"],
    ["44b52d02c7e14af7", "1.0000000000000001e+23"],
    ["444b1ae4d6e2ef4e", "999999999999999700000"],
    ["444b1ae4d6e2ef50", "1e+21"],
    ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
    ["3eb0c6f7a0b5ed8d", "0.000001"],
    ["41b3de4355555553", "333333333.3333332"],
    ["41b3de4355555557", "333333333.33333343"],
    ["becbf647612f3696", "-0.0000033333333333333333"],
    ["43143ff3c1cb0959", "1424953923781206.2"]
  ])("covers the number %s as %s (RFC 8785, appendix B)", (bits, written) => {
    expect(hashOf(double(bits))).toBe(sha256(written))
  })
})

describe("two values", () => {
  // What the generator makes is JSON.
  const reversed = (one: Schema.Json): Schema.Json => {
    if (typeof one !== "object" || one === null) return one
    if (Array.isArray(one)) return one.map(reversed)
    return Object.fromEntries(
      Object.entries(one)
        .reverse()
        .map(([key, inner]) => [key, reversed(inner)])
    )
  }

  it("that differ in the order of keys only have one hash", () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(hashOf(reversed(one))).toBe(hashOf(one))
        expect(hashOf(JSON.parse(JSON.stringify(one, null, 2)))).toBe(hashOf(one))
      })
    )
  })

  it("that differ in anything else have two", () => {
    const sorted = (one: Schema.Json): string =>
      JSON.stringify(one, (_, inner: unknown) =>
        typeof inner === "object" && inner !== null && !Array.isArray(inner)
          ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
          : inner
      )
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(hashOf(a) === hashOf(b)).toBe(sorted(a) === sorted(b))
      })
    )
    expect(hashOf([1, 2])).not.toBe(hashOf([2, 1]))
    expect(hashOf("1")).not.toBe(hashOf(1))
    expect(hashOf({ a: null })).not.toBe(hashOf({}))
  })
})

describe("lists whose order means nothing", () => {
  it("are hashed as their canonical texts in order, one a line", () => {
    expect(hashOfBag([{ b: 2 }, "先进\n", { a: 1 }])).toBe(sha256('"先进\\n"\n{"a":1}\n{"b":2}'))
    expect(hashOfBag([])).toBe(sha256(""))
  })

  it("have one hash in any order, and another with anything more or less", () => {
    const shuffled = fc
      .array(value, { maxLength: 6 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))
    fc.assert(
      fc.property(shuffled, value, ([list, other], more) => {
        expect(hashOfBag(other)).toBe(hashOfBag(list))
        expect(hashOfBag([...list, more])).not.toBe(hashOfBag(list))
      })
    )
  })
})
