import { jsonDepthLimit, jsonSizeLimit, vetJson } from "@zhengyou/core"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { json } from "./generators.ts"

const nested = (depth: number): unknown => {
  let value: unknown = 1
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? [value] : { a: value }
  return value
}

const tags = (value: unknown): ReadonlyArray<string> => vetJson(value).map(({ problem }) => problem._tag)

describe("plain JSON", () => {
  it("is fit to decode", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(vetJson(value)).toEqual([])
      })
    )
    expect(vetJson(Object.assign(Object.create(null), { a: 1 }))).toEqual([])
    expect(vetJson(nested(jsonDepthLimit))).toEqual([])
  })
})

describe("what is not plain", () => {
  it("is found with its path, wherever it stands", () => {
    const value = { a: [1, Number.NaN, { b: undefined }], c: Number.POSITIVE_INFINITY, "\ud800": 1, d: "\udc00" }
    expect(vetJson(value)).toEqual([
      { path: ["a", 1], problem: { _tag: "NotPlain", found: "NaN" } },
      { path: ["a", 2, "b"], problem: { _tag: "NotPlain", found: "undefined" } },
      { path: ["c"], problem: { _tag: "NotPlain", found: "Infinity" } },
      { path: [], problem: { _tag: "LoneSurrogate" } },
      { path: ["d"], problem: { _tag: "LoneSurrogate" } }
    ])
  })

  it.each([
    ["a date", new Date(0)],
    ["a map", new Map()],
    ["a regular expression", /a/],
    ["a function", () => 1],
    ["a symbol", Symbol("a")],
    ["a bigint", 1n],
    ["a boxed number", Object(1)],
    ["bytes", new Uint8Array(2)],
    ["an instance", new (class Sheet {})()],
    ["an object with a prototype of its own", Object.create({ a: 1 })]
  ])("%s is refused", (_, value) => {
    expect(tags(value)).toEqual(["NotPlain"])
    expect(vetJson([0, value])[0]?.path).toEqual([1])
  })

  it("the key __proto__ is refused, and what is under it not looked at", () => {
    const value: unknown = JSON.parse('{"a": {"__proto__": {"b": 1}}}')
    expect(vetJson(value)).toEqual([{ path: ["a", "__proto__"], problem: { _tag: "ForbiddenKey", key: "__proto__" } }])
  })

  it("keys that every object inherits are names like any other", () => {
    expect(vetJson({ constructor: 1, prototype: { toString: 2 } })).toEqual([])
  })

  it("a getter is refused and never run", () => {
    let runs = 0
    const counting = {
      get a() {
        runs += 1
        return 1
      }
    }
    const list = Object.defineProperty([1, 2], 1, { get: () => (runs += 1), enumerable: true })
    expect(vetJson(counting)).toEqual([{ path: ["a"], problem: { _tag: "NotPlain", found: "getter" } }])
    expect(vetJson(list)).toEqual([{ path: [1], problem: { _tag: "NotPlain", found: "getter" } }])
    expect(runs).toBe(0)
  })
})

describe("what would never end", () => {
  it("is refused where it gets too deep", () => {
    const tooDeep = vetJson(nested(jsonDepthLimit + 1))
    expect(tooDeep.map(({ problem }) => problem)).toEqual([{ _tag: "TooDeep", limit: jsonDepthLimit }])
    expect(tooDeep[0]?.path).toHaveLength(jsonDepthLimit)
    expect(tags(nested(100_000))).toEqual(["TooDeep"])
    const ring: Record<string, unknown> = {}
    ring["self"] = ring
    expect(tags(ring)).toEqual(["TooDeep"])
    const fan: Array<unknown> = []
    fan.push(...Array.from({ length: 1000 }, () => fan))
    expect(tags(fan)).toEqual(["TooDeep"])
  })

  it("is refused where it gets too large", () => {
    expect(tags(new Array(jsonSizeLimit + 1))).toEqual(["TooLarge"])
    expect(tags(new Array(2 ** 32 - 1))).toEqual(["TooLarge"])
    // Twenty levels of ten references to the next: few objects, but 10 ** 20 values.
    let laughs: unknown = "ha"
    for (let i = 0; i < 20; i++) laughs = Array.from({ length: 10 }, () => laughs)
    expect(vetJson(laughs).map(({ problem }) => problem)).toEqual([{ _tag: "TooLarge", limit: jsonSizeLimit }])
  })

  it("gives a thousand faults and no more, for a list of holes too", () => {
    expect(tags(new Array(1_000_000))).toEqual(Array.from({ length: 1000 }, () => "NotPlain"))
    expect(vetJson([{ a: Array.from({ length: 5000 }, () => Number.NaN) }])).toHaveLength(1000)
  })
})

describe("proxies", () => {
  const hostile = (traps: ProxyHandler<object>): unknown => new Proxy({}, traps)
  const endless: ProxyHandler<object> = {
    ownKeys: () => ["a", "b", "c"],
    getOwnPropertyDescriptor: () => ({ value: hostile(endless), enumerable: true, configurable: true })
  }

  it("without end are refused", () => expect(tags(hostile(endless))).toEqual(["TooDeep"]))

  it("that throw are refused as no plain data", () => {
    const thrower = () => {
      throw new Error("no")
    }
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    const cases = [
      hostile({ getPrototypeOf: thrower }),
      hostile({ ownKeys: thrower }),
      hostile({ ownKeys: () => ["a"], getOwnPropertyDescriptor: thrower }),
      new Proxy([], { get: thrower }),
      proxy
    ]
    for (const value of cases) expect(tags([value])).toEqual(["NotPlain"])
  })

  it("with a length of their own choosing are refused", () => {
    for (const length of [Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(tags(new Proxy([], { get: (_, key) => (key === "length" ? length : 1) }))).toEqual(["TooLarge"])
    }
  })
})
