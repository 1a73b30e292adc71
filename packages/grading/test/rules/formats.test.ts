import { readFileSync } from "node:fs"
import { parseRuleBook, ruleBookJsonSchema } from "@zhengyou/grading"
import { Ajv2020 } from "ajv/dist/2020.js"
import { Equal, Result } from "effect"
import { describe, expect, it } from "vitest"
import { faultsIn, plain, sound } from "../books.ts"
import { bookOf, jsonOf } from "../support.ts"

const read = (name: string) => JSON.parse(readFileSync(new URL(`../cases/${name}.book.json`, import.meta.url), "utf8"))

describe("a book of format 1", () => {
  const { caps: _, ...rest } = read("r3")
  const rewritten = {
    ...rest,
    format: "zhengyou/rule-book@2",
    quotas: [{ kind: "cap", level: "5", seats: { share: "0.30", of: "eligible", rounding: "floor" }, ties: "exclude" }]
  }

  it("is the same book as one written in format 2", () => {
    const again = Result.getOrThrow(parseRuleBook(rewritten))
    expect(bookOf("r3").format).toBe("zhengyou/rule-book@2")
    expect(Equal.equals(bookOf("r3"), again)).toBe(true)
    expect(jsonOf(bookOf("r3"))).toEqual(jsonOf(again))
  })

  it("is told its faults where they stand after that", () => {
    const caps = [{ level: "A", atMost: { count: -1 }, ties: "exclude" }, 5]
    expect(faultsIn({ ...plain, format: "zhengyou/rule-book@1", caps }).map(({ path }) => path.join("."))).toEqual([
      "quotas.0.seats.count",
      "quotas.1"
    ])
  })

  it("does not lose quotas that it should not have had beside its caps", () => {
    const both = { ...read("r3"), quotas: rewritten.quotas }
    expect(faultsIn(both)).toMatchObject([{ path: ["caps"], problem: { _tag: "Unexpected" } }])
  })

  it("is the only one that may have caps, and there is no format 3", () => {
    expect(faultsIn({ ...plain, caps: [] })).toMatchObject([{ path: ["caps"], problem: { _tag: "Unexpected" } }])
    expect(faultsIn({ ...plain, format: "zhengyou/rule-book@3" })).toMatchObject([{ path: ["format"] }])
  })
})

describe("the JSON Schema, read by a validator of draft 2020-12", () => {
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(Object(ruleBookJsonSchema()))
  const tree = {
    ...plain,
    notApplicable: "rescale",
    criteria: [
      {
        id: "g",
        name: "g",
        maximum: 60,
        items: [
          { id: "a", name: "a", maximum: 20, missing: "zero", onlyFor: ["x"] },
          { id: "h", name: "h", weight: "0.5", items: [{ id: "b", name: "b", maximum: 80, missing: "exclude" }] }
        ]
      },
      { id: "c", name: "c", maximum: 40, missing: "block", scoring: { kind: "place", step: "0.02" } }
    ]
  }

  it.each(["r1", "r2", "r3", "r4"])("accepts the worked book %s", (name) => {
    expect(validate(jsonOf(bookOf(name)))).toBe(true)
  })

  it("accepts books that use every part, and headings within headings", () => {
    for (const book of [sound, plain, tree]) {
      expect(faultsIn(book)).toEqual([])
      expect(validate(book), JSON.stringify(validate.errors)).toBe(true)
    }
  })

  const broken: ReadonlyArray<readonly [string, object]> = [
    ["a level without a name", { ladder: [{ id: "A" }] }],
    ["no criteria", { criteria: [] }],
    ["a criterion without a maximum", { criteria: [{ id: "c", name: "c", missing: "block" }] }],
    ["an unknown kind of scoring", { criteria: [{ ...plain.criteria[0], scoring: { kind: "guess" } }] }],
    ["an unknown policy", { criteria: [{ ...plain.criteria[0], missing: "guess" }] }],
    ["an unknown aggregator", { panels: [{ ...plain.panels[0], aggregate: { method: "mode" } }] }],
    ["a quota without seats", { quotas: [{ kind: "cap", level: "A", ties: "exclude" }] }],
    ["another format", { format: "zhengyou/rule-book@1" }],
    ["full marks that are a list", { fullMarks: [] }]
  ]

  it.each(broken)("refuses %s, as the parser does", (_, edit) => {
    expect(validate({ ...plain, ...edit })).toBe(false)
    if (!("format" in edit)) expect(faultsIn({ ...plain, ...edit }).length).toBeGreaterThan(0)
  })
})
