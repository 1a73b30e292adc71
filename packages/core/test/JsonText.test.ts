import { type Fault, type InputProblem, jsonDepthLimit, parseJson } from "@zhengyou/core"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { json } from "./generators.ts"

const faultsOf = (text: string): ReadonlyArray<Fault<InputProblem>> =>
  Result.match(parseJson(text), { onSuccess: () => [], onFailure: (faults) => faults })

const standard = (text: string): unknown => {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

describe("sound texts", () => {
  it("are read as JSON.parse reads them, however they are laid out", () => {
    fc.assert(
      fc.property(json, fc.constantFrom(0, 2, "\t"), fc.constantFrom("", "\uFEFF"), (value, indent, mark) => {
        expect(parseJson(mark + JSON.stringify(value, null, indent))).toEqual(Result.succeed(value))
      })
    )
  })

  it("may hold separators of lines, astral characters and escapes of them", () => {
    expect(parseJson('"\u2028\u2029\u007f😀\\ud83d\\ude00\\u0000"')).toEqual(
      Result.succeed("\u2028\u2029\u007f😀😀\u0000")
    )
  })
})

describe("keys of one character, escaped", () => {
  const escaped = (text: string): string =>
    text.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)

  it("are not confused with each other, as V8 confuses them", () => {
    expect(parseJson('{"h": [], "\\\\": 0}')).toEqual(Result.succeed({ h: [], "\\": 0 }))
    expect(parseJson('{"h": 1, "\\u7532": 2}')).toEqual(Result.succeed({ h: 1, 甲: 2 }))
    expect(parseJson('{"h": 1, "\\"": 2}')).toEqual(Result.succeed({ h: 1, '"': 2 }))
  })

  it("are read as what was written", () => {
    const key = fc.constantFrom('"', "\\", "\n", "/", "甲", "乙", "a", "ab")
    fc.assert(
      fc.property(fc.dictionary(key, json, { noNullPrototype: true }), (value) => {
        expect(parseJson(escaped(JSON.stringify([value, value])))).toEqual(Result.succeed([value, value]))
      })
    )
  })

  it("are no way round what is refused elsewhere", () => {
    const tags = (text: string) => faultsOf(text).map(({ problem }) => problem._tag)
    expect(tags('{"\\n": 1, "__proto__": {"a": 1}}')).toEqual(["ForbiddenKey"])
    expect(tags('{"\\n": 1, "\\u000a": 2}')).toEqual(["DuplicateKey"])
    expect(tags('{"\\n": 1e400}')).toEqual(["NotPlain"])
    expect(tags(`{"\\n": ${"[".repeat(100_000)}`)).toEqual(["TooDeep"])
    expect(tags(`{"\\n": ${"[".repeat(100_000)}${"]".repeat(100_000)}}`)).toEqual(["TooDeep"])
    for (const rest of [
      "",
      "}",
      ",}",
      '"\t"}',
      "01}",
      "1]",
      "1}}",
      "'a'}",
      "NaN}",
      ".5}",
      "+1}",
      "1 // a\n}",
      '"\\x"}'
    ]) {
      expect(tags(`{"\\n": ${rest}`)).toEqual(["NotJson"])
    }
  })
})

describe("texts that stop being JSON", () => {
  it("are those that JSON.parse refuses", () => {
    const token = fc.constantFrom(
      ...'[|]|{|}|,|:|"|\\x|"\\n":|\\u0061|\\ud800|"a"|"b"|1|-|0|.5|e9|true|null|nul| |\n|\t|\u0000|\u00a0|//|\''.split(
        "|"
      )
    )
    const text = fc.oneof(
      fc.array(token, { maxLength: 12 }).map((tokens) => tokens.join("")),
      // A sound text with one token put in: nearly JSON.
      fc
        .tuple(json, fc.nat(), token)
        .map(([value, at, extra]) => [JSON.stringify(value), at, extra] as const)
        .map(([sound, at, extra]) => {
          const cut = at % (sound.length + 1)
          return sound.slice(0, cut) + extra + sound.slice(cut)
        })
    )
    fc.assert(
      fc.property(text, (candidate) => {
        const expected = standard(candidate)
        const found = parseJson(candidate)
        // JSON.parse is asked for the value only where it does not confuse keys.
        const sure = !candidate.includes('"\\n":')
        if (sure && Result.isSuccess(found)) expect({ value: found.success }).toEqual(expected)
        const unsound = faultsOf(candidate).filter(({ problem }) => problem._tag === "NotJson")
        expect(unsound).toHaveLength(expected === undefined ? 1 : 0)
      }),
      { numRuns: 3000 }
    )
  })

  it.each<[string, number, number]>([
    ["", 1, 1],
    ['{"a":}', 1, 6],
    ["[1,]", 1, 4],
    ["[1 2]", 1, 4],
    ['{"a":1}x', 1, 8],
    ["\n\n  [1,\n }", 4, 2],
    ['{\n  "a": "x\ty"\n}', 2, 10],
    ['{"a\u0000": 1}', 1, 4],
    ["01", 1, 1],
    ["NaN", 1, 1],
    ["'a'", 1, 1],
    ["// note\n1", 1, 1],
    ["１", 1, 1]
  ])("%j stops at line %d, column %d", (text, line, column) => {
    expect(faultsOf(text)).toEqual([{ path: [], problem: { _tag: "NotJson", line, column } }])
  })
})

describe("texts that JSON.parse lets pass", () => {
  it("are refused for every doubled key, however it is written", () => {
    const text = '[{"a": 1, "b": {"c": 1, "\\u0063": 2}, "a": 3, "A": 4}, {"a": ":", "a": "\\""}]'
    expect(faultsOf(text)).toEqual([
      { path: [0, "b", "c"], problem: { _tag: "DuplicateKey", key: "c" } },
      { path: [0, "a"], problem: { _tag: "DuplicateKey", key: "a" } },
      { path: [1, "a"], problem: { _tag: "DuplicateKey", key: "a" } }
    ])
  })

  it("are refused for exactly the keys that come again", () => {
    const keys = fc.array(fc.constantFrom("a", "b", "c", "d", ":", '"', "\\", "名"), { maxLength: 6 })
    fc.assert(
      fc.property(keys, json, (names, value) => {
        const text = `{${names.map((name) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(", ")}}`
        const again = names.filter((name, i) => names.indexOf(name) < i)
        expect(faultsOf(text).map(({ path }) => path)).toEqual(again.map((name) => [name]))
      })
    )
  })

  it("are refused for their keys, their halves of characters, and numbers without end", () => {
    const text = '{"__proto__": {"a": 1}, "c": "\\ud800", "d": [1e400, -1e400], "e": {"\\udc00": 1}}'
    expect(faultsOf(text)).toEqual([
      { path: ["__proto__"], problem: { _tag: "ForbiddenKey", key: "__proto__" } },
      { path: ["c"], problem: { _tag: "LoneSurrogate" } },
      { path: ["d", 0], problem: { _tag: "NotPlain", found: "Infinity" } },
      { path: ["d", 1], problem: { _tag: "NotPlain", found: "-Infinity" } },
      { path: ["e"], problem: { _tag: "LoneSurrogate" } }
    ])
  })

  it("are refused where they get too deep, finished or not", () => {
    const tooDeep = (text: string) => expect(faultsOf(text).map(({ problem }) => problem._tag)).toEqual(["TooDeep"])
    expect(faultsOf("[".repeat(jsonDepthLimit) + "]".repeat(jsonDepthLimit))).toEqual([])
    tooDeep("[".repeat(jsonDepthLimit + 1) + "]".repeat(jsonDepthLimit + 1))
    tooDeep("[".repeat(1_000_000))
    tooDeep("[".repeat(1_000_000) + "]".repeat(1_000_000))
    tooDeep('{"a":'.repeat(100_000))
    tooDeep(`{"a":1,"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`)
  })

  it("are refused for what comes first where faults hide what is too deep", () => {
    const bad = Array.from({ length: 2000 }, () => '"\\ud800"').join(",")
    const faults = faultsOf(`[${bad},${"[".repeat(100_000)}${"]".repeat(100_000)}]`)
    expect(new Set(faults.map(({ problem }) => problem._tag))).toEqual(new Set(["TooDeep", "LoneSurrogate"]))
  })
})
