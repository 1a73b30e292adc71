import {
  CommandMeta,
  Condition,
  decodeInput,
  Exact,
  Fact,
  type Fault,
  formatPath,
  foundText,
  type InputProblem,
  Ladder,
  type Path,
  Rounding,
  Text,
  Unit
} from "@zhengyou/core"
import { Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { json } from "./generators.ts"

const faultsOf = <A, E>(schema: Schema.Codec<A, E>, input: unknown): ReadonlyArray<Fault<InputProblem>> =>
  Result.match(decodeInput(schema, input), { onSuccess: () => [], onFailure: (faults) => faults })

const brief = (faults: ReadonlyArray<Fault<InputProblem>>): ReadonlyArray<string> =>
  faults.map(({ path, problem }) => `${formatPath(path)}: ${problem._tag}`).toSorted()

const operators = '"=" | "!=" | "<" | "<=" | ">" | ">=" | "in"'
const conditions = "a comparison {fact, op, value}, or all, any, not"

describe("input", () => {
  it("that fits is decoded", () => {
    expect(decodeInput(Rounding, { mode: "halfExpand", digits: 2 })).toEqual(
      Result.succeed({ mode: "halfExpand", digits: 2 })
    )
    expect(decodeInput(Exact, "40/100")).toEqual(Result.succeed({ n: 2n, d: 5n }))
  })

  it("that does not is refused with every fault and its path", () => {
    const unit = { id: " ", name: "", type: 3, founded: "2011-02-30", closed: "soon", head: "书记" }
    expect(brief(faultsOf(Unit, unit))).toEqual([
      "closed: NotAllowed",
      "founded: NotAllowed",
      "head: Unexpected",
      "id: NotAllowed",
      "name: NotAllowed",
      "type: NotAllowed"
    ])
    expect(brief(faultsOf(Unit, {}))).toEqual(["id: Missing", "name: Missing"])
    expect(faultsOf(Rounding, { mode: "up", digits: 13 })[1]?.problem).toEqual({
      _tag: "NotAllowed",
      expected: "a whole number from 0 to 12",
      found: "13"
    })
  })

  it("breaking several rules of one value is one fault", () => {
    const meta = { commandId: " c\n", actor: "x\n", at: "2012-99-99", why: "" }
    expect(brief(faultsOf(CommandMeta, meta))).toEqual([
      "actor: NotAllowed",
      "at: NotAllowed",
      "commandId: NotAllowed",
      "why: NotAllowed"
    ])
  })
})

describe("of alternatives", () => {
  it.each<[string, unknown, ReadonlyArray<Fault<InputProblem>>]>([
    [
      "the comparison with a wrong operator",
      { fact: "x", op: "≥", value: 1 },
      [{ path: ["op"], problem: { _tag: "NotAllowed", expected: operators, found: '"≥"' } }]
    ],
    ["the comparison without an operator", { fact: "x", value: 1 }, [{ path: ["op"], problem: { _tag: "Missing" } }]],
    [
      "the comparison that is only begun",
      { fact: "x" },
      [
        { path: ["op"], problem: { _tag: "Missing" } },
        { path: ["value"], problem: { _tag: "Missing" } }
      ]
    ],
    ["the one with a key too many", { any: [], note: 1 }, [{ path: ["note"], problem: { _tag: "Unexpected" } }]],
    [
      "the one that was followed deepest",
      { all: [{ not: { fact: "", op: "=", value: 1 } }] },
      [
        {
          path: ["all", 0, "not", "fact"],
          problem: {
            _tag: "NotAllowed",
            expected:
              "an identifier of 1 to 120 characters, without control characters, blanks at its ends, or the name __proto__",
            found: '""'
          }
        }
      ]
    ]
  ])("%s is the one that was meant", (_, input, faults) => expect(faultsOf(Condition, input)).toEqual(faults))

  it.each([[{}], ["x"], [1], [[]], [null]])("none is meant by %j: all are named", (input) => {
    const problem = { _tag: "NotAllowed", expected: conditions, found: foundText(input) }
    expect(faultsOf(Condition, input)).toEqual([{ path: [], problem }])
  })

  it("a text in one language only lacks the other", () => {
    expect(faultsOf(Text, { "zh-CN": "先进" })).toEqual([{ path: ["en"], problem: { _tag: "Missing" } }])
  })
})

describe("whatever the input", () => {
  const lookUp = (input: unknown, path: Path): unknown =>
    path.reduce<unknown>(
      (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
      input
    )
  const schemas: ReadonlyArray<Schema.Codec<unknown, unknown>> = [Condition, Unit, Rounding, Ladder, Fact, Exact, Text]

  it("it is decoded or every fault points into it", () => {
    fc.assert(
      fc.property(json, fc.constantFrom(...schemas), (input, schema) => {
        const result = decodeInput(schema, input)
        if (Result.isSuccess(result)) {
          expect(Schema.is(schema)(result.success)).toBe(true)
          return
        }
        expect(result.failure.length).toBeGreaterThan(0)
        for (const { path, problem } of result.failure) {
          const missing = problem._tag === "Missing"
          expect(lookUp(input, path) === undefined).toBe(missing)
          if (missing) expect(typeof lookUp(input, path.slice(0, -1))).toBe("object")
        }
      }),
      { numRuns: 500 }
    )
  })

  it("hundreds of thousands of faults are all reported", () => {
    const faults = faultsOf(Condition, { all: Array.from({ length: 200_000 }, () => 1) })
    expect(faults).toHaveLength(200_000)
    expect(faults.at(-1)?.path).toEqual(["all", 199_999])
  })

  it("what is not plain JSON is refused before it is decoded", () => {
    expect(brief(faultsOf(Schema.Unknown, { a: [undefined, 1n] }))).toEqual(["a[0]: NotPlain", "a[1]: NotPlain"])
  })
})

describe("texts", () => {
  it("write paths as one reads them in code", () => {
    expect(formatPath(["bands", 2, "from"])).toBe("bands[2].from")
    expect(formatPath([0, 1])).toBe("[0][1]")
    expect(formatPath([])).toBe("")
  })

  it("show what was found, whatever its size", () => {
    expect(foundText("先进")).toBe('"先进"')
    expect(foundText({ n: -5n, d: 2n })).toBe("-2.5")
    expect(foundText("a\u202Eexe\u001B[31mred")).toBe('"a\\u202eexe\\u001b[31mred"')
    expect(foundText([1, 2, 3])).toBe("[… 3]")
    expect(foundText({ a: 1 })).toBe("{…}")
    expect(foundText(null)).toBe("null")
    expect(foundText("x".repeat(1_000_000))).toHaveLength(63)
    expect(foundText(`${"x".repeat(59)}😀😀`).isWellFormed()).toBe(true)
  })
})

describe("of alternatives that are told apart by a tag", () => {
  const Shape = Schema.TaggedUnion({ Circle: { r: Schema.Number }, Square: { a: Schema.Number } })
  const expected = '"Circle" | "Square"'

  it.each([
    [{ _tag: "Cube", a: 1 }, [{ path: ["_tag"], problem: { _tag: "NotAllowed", expected, found: '"Cube"' } }]],
    [{ _tag: { a: 1 } }, [{ path: ["_tag"], problem: { _tag: "NotAllowed", expected, found: "{…}" } }]],
    [{ a: 1 }, [{ path: ["_tag"], problem: { _tag: "Missing" } }]],
    [{ _tag: "Square" }, [{ path: ["a"], problem: { _tag: "Missing" } }]],
    [null, [{ path: [], problem: { _tag: "NotAllowed", expected: "an object", found: "null" } }]],
    [[], [{ path: [], problem: { _tag: "NotAllowed", expected: "an object", found: "[… 0]" } }]]
  ])("the fault of %j has its place", (input, faults) => {
    expect(faultsOf(Shape, input)).toEqual(faults)
  })
})
