import {
  type Catalogue,
  CommandMeta,
  Condition,
  type CoreMessage,
  coreTextEn,
  coreTextZhCN,
  decodeInput,
  Exact,
  Fact,
  FactDeclaration,
  FactType,
  Id,
  Ladder,
  Path,
  Receipt,
  Recorded,
  Roster,
  Rounding,
  render,
  Text,
  textIn,
  Unit
} from "@zhengyou/core"
import { Result, type Schema } from "effect"
import { describe, expect, it } from "vitest"

/** One message of each kind, with parameters that can be found again in the text. */
const messages: { readonly [Tag in CoreMessage["_tag"]]: Extract<CoreMessage, { readonly _tag: Tag }> } = {
  // Refusals are classes; their texts use their fields only.
  NotExact: { _tag: "NotExact", found: "ninety" } as Extract<CoreMessage, { readonly _tag: "NotExact" }>,
  DivisionByZero: { _tag: "DivisionByZero", dividend: "8.25" } as Extract<
    CoreMessage,
    { readonly _tag: "DivisionByZero" }
  >,
  NotADate: { _tag: "NotADate", found: "2012-02-31" } as Extract<CoreMessage, { readonly _tag: "NotADate" }>,
  Missing: { _tag: "Missing" },
  Unexpected: { _tag: "Unexpected" },
  NotAllowed: { _tag: "NotAllowed", expected: '"ceil"', found: '"up"' },
  NotJson: { _tag: "NotJson", line: 271, column: 828 },
  DuplicateKey: { _tag: "DuplicateKey", key: "weight" },
  ForbiddenKey: { _tag: "ForbiddenKey", key: "__proto__" },
  LoneSurrogate: { _tag: "LoneSurrogate" },
  NotPlain: { _tag: "NotPlain", found: "function" },
  TooDeep: { _tag: "TooDeep", limit: 64 },
  TooLarge: { _tag: "TooLarge", limit: 5000 },
  UnknownFact: { _tag: "UnknownFact", fact: "rate", known: ["veto", "满意率"] },
  ValueDoesNotFit: { _tag: "ValueDoesNotFit", fact: "rate", type: "number", found: '"ninety"' },
  OperatorDoesNotFit: { _tag: "OperatorDoesNotFit", op: "<=", type: "flag", allowed: ["=", "!="] },
  Unreadable: { _tag: "Unreadable" },
  NewerSchema: { _tag: "NewerSchema", found: 31, known: 29 },
  WrongShape: { _tag: "WrongShape", faults: [{ path: ["bands", 2], problem: { _tag: "Missing" } }] }
}

const catalogues: ReadonlyArray<readonly [string, Catalogue<CoreMessage>]> = [
  ["en", coreTextEn],
  ["zh-CN", coreTextZhCN]
]

describe.each(catalogues)("the texts in %s", (language, catalogue) => {
  it.each(Object.values(messages))("say what there is to say: $_tag", (message) => {
    const text = render(catalogue, message)
    expect(text.trim()).not.toBe("")
    expect(text).not.toMatch(/undefined|\[object/)
    const { _tag, ...fields } = message
    // A kind of fact has a word of its own in Chinese; the stack of a refusal is no field of it. Faults have their own texts.
    const shown = Object.entries(fields).filter(([name]) => name !== "faults" && (name !== "type" || language === "en"))
    for (const value of shown.flatMap(([, value]) => value)) expect(text).toContain(String(value))
    if (message._tag === "WrongShape")
      expect(text).toMatch(/^bands\[2\] (is missing: give it a value|缺少此项，请补上)$/)
  })

  it("have a text for every message and none beside", () => {
    expect(Object.keys(catalogue).toSorted()).toEqual(Object.keys(messages).toSorted())
  })

  it("name every kind of fact", () => {
    const texts = FactType.literals.map((type) => render(catalogue, { ...messages.ValueDoesNotFit, type }))
    expect(new Set(texts).size).toBe(FactType.literals.length)
  })

  it("say what to do where no fact is known", () => {
    expect(render(catalogue, { ...messages.UnknownFact, known: [] })).toMatch(/declare it first|请先声明/)
  })
})

describe("what a value must be", () => {
  const schemas: ReadonlyArray<Schema.Codec<unknown, unknown>> = [
    ...[CommandMeta, Condition, Exact, Fact, FactDeclaration, Id, Ladder, Path],
    ...[Receipt, Recorded, Roster, Rounding, Text, Unit]
  ]
  const wrong: ReadonlyArray<unknown> = [
    null,
    true,
    -1,
    0.5,
    99,
    "",
    " x",
    "９",
    [],
    [[]],
    {},
    { _tag: "?", value: {} }
  ]
  const keys = ["id", "name", "type", "fact", "op", "value", "ifUnknown", "all", "not", "mode", "digits", "at", "why"]
  const records = ["zh-CN", "version", "founded", "commandId", "semantics", "unit", "_tag", ...keys]
  const inputs = [
    ...wrong,
    ...wrong.map((value) => [value]),
    ...wrong.map((value) => Object.fromEntries(records.map((key) => [key, value]))),
    ...records.flatMap((key) => wrong.map((value) => ({ [key]: value }))),
    ...wrong.map((value) => ({ fact: "x", op: "=", value })),
    ...wrong.map((value) => ({ fact: "x", op: "=", value: 1, ifUnknown: value })),
    ...["Number", "Flag", "Level", "Date", "Text"].flatMap((_tag) =>
      wrong.map((value) => ({ unit: "u", fact: "f", value: { _tag, value } }))
    )
  ]
  const phrases = new Set(
    schemas.flatMap((schema) =>
      inputs.flatMap((input) => {
        const decoded = decodeInput(schema, input)
        const faults = Result.isFailure(decoded) ? decoded.failure : []
        return faults.flatMap(({ problem }) => (problem._tag === "NotAllowed" ? problem.expected : []))
      })
    )
  )

  it("was met in all its forms", () => {
    for (const phrase of [
      "a text",
      "a number",
      "an integer",
      "true or false",
      "an object",
      "a list",
      "an exact number such as 89.5 or 1/3",
      "a day as YYYY-MM-DD",
      "an identifier of 1 to 120 characters, without control characters, blanks at its ends, or the name __proto__",
      "a text, or one in zh-CN and one in en",
      "a comparison {fact, op, value}, or all, any, not",
      "a text | a number | true or false",
      "a text | a number | true or false | a list",
      "a text of 1 to 2000 characters, without NUL",
      "a whole number from 0 to 12",
      "a value tagged Number, Flag, Level, Date or Text",
      "an instant such as 2012-04-01T08:00:00Z"
    ]) {
      expect(phrases).toContain(phrase)
    }
  })

  it.each([...phrases])("has a Chinese text: %s", (expected) => {
    const text = coreTextZhCN.NotAllowed({ expected, found: "1" })
    // Names of fields, tags, literals and the shape of a date are the same in both languages.
    const same =
      /"[^"]*"|\{fact, op, value\}|YYYY-MM-DD|\b(?:all|any|not|true|false|zh-CN|en|Number|Flag|Level|Date|Text|[TZ])\b/g
    const words = text.replaceAll(same, "").match(/[a-z]{2,}/gi)
    expect(words).toBeNull()
    expect(text).toMatch(/^现为 1，应为.*\S$/)
  })
})

describe("a text for people", () => {
  it("is given in the language asked for", () => {
    expect(textIn({ "zh-CN": "先进", en: "Advanced" }, "en")).toBe("Advanced")
    expect(textIn({ "zh-CN": "先进", en: "Advanced" }, "zh-CN")).toBe("先进")
    expect(textIn("先进", "en")).toBe("先进")
  })

  it.each(["", "  ", "　", "x".repeat(2001), { "zh-CN": "先进" }, { "zh-CN": "先进", en: "" }, 1])(
    "is not %j",
    (text) => {
      expect(Result.isFailure(decodeInput(Text, text))).toBe(true)
    }
  )
})
