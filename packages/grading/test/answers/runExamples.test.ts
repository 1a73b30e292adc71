import {
  parseRuleBook,
  type RuleBook,
  RuleBook as RuleBookCodec,
  ruleBookJsonSchema,
  runExamples
} from "@zhengyou/grading"
import { Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { bookOf } from "../support.ts"

const sheetsOf = (unit: string, self: number, superior: string) => [
  { unit, panel: "self", rater: "本支部", scores: { score: self } },
  { unit, panel: "superior", rater: "机关党委", scores: { score: superior } }
]

const published = {
  name: "2012 年算例",
  units: ["甲", "乙", "戊"].map((id) => ({ id, name: id })),
  sheets: [...sheetsOf("甲", 96, "92"), ...sheetsOf("乙", 95, "86.66"), ...sheetsOf("戊", 70, "53")],
  expect: [
    { unit: "甲", outcome: "graded", level: "advanced", total: "93.6", rank: 1 },
    { unit: "乙", level: "fair", total: "89.996" },
    { unit: "戊", level: "behind" }
  ]
}

/** A case's book as JSON. */
const jsonOf = (name: string): object => JSON.parse(JSON.stringify(Schema.encodeSync(RuleBookCodec)(bookOf(name))))

const withExamples = (name: string, ...examples: ReadonlyArray<object>): RuleBook =>
  Result.getOrThrow(parseRuleBook({ ...jsonOf(name), examples }))

describe("the worked examples of a book", () => {
  it("agree where the book gives what they say", () => {
    expect(runExamples(withExamples("r1", published))).toEqual([{ _tag: "Agrees", name: "2012 年算例" }])
    expect(runExamples(bookOf("r1"))).toEqual([])
  })

  it("say each point in which it does not", () => {
    const wrong = {
      ...published,
      expect: [
        { unit: "乙", outcome: "blocked", level: "advanced", total: 90, rank: 1 },
        { unit: "己", level: "fair" }
      ]
    }
    expect(runExamples(withExamples("r1", published, wrong))[1]).toEqual({
      _tag: "Differs",
      name: "2012 年算例",
      differences: [
        { unit: "乙", of: "outcome", expected: "blocked", found: "graded" },
        { unit: "乙", of: "level", expected: "advanced", found: "fair" },
        { unit: "乙", of: "total", expected: "90", found: "89.996" },
        { unit: "乙", of: "rank", expected: "1", found: "2" },
        { unit: "己", of: "level", expected: "fair", found: "–" }
      ]
    })
  })

  it("take facts as people write them", () => {
    const gated = {
      name: "满意率",
      units: [{ id: "乙", name: "乙" }],
      sheets: [{ unit: "乙", panel: "review", rater: "组长", scores: { score: 91 } }],
      facts: { 乙: { satisfaction: "34/38" } },
      expect: [{ unit: "乙", level: "ordinary" }]
    }
    expect(runExamples(withExamples("r2", gated))).toMatchObject([{ _tag: "Agrees" }])
    const misread = { ...gated, facts: { 乙: { satisfaction: "high", size: 3 } } }
    expect(runExamples(withExamples("r2", misread))).toMatchObject([
      {
        _tag: "Refused",
        refusal: { faults: [{ problem: { _tag: "FactOfOtherType" } }, { problem: { _tag: "UndeclaredFact" } }] }
      }
    ])
  })

  it("are refused with the book where they have another shape", () => {
    const book = parseRuleBook({
      ...jsonOf("r1"),
      examples: [{ ...published, expect: [] }]
    })
    expect(Result.isFailure(book) && book.failure.faults[0]?.path).toEqual(["examples", 0, "expect", 0])
  })
})

it("the JSON Schema that the package ships is that of its rule book", async () => {
  await expect(`${JSON.stringify(ruleBookJsonSchema(), null, 2)}\n`).toMatchFileSnapshot("../../rule-book.schema.json")
})
