import { compareExact, exactUnsafe } from "@zhengyou/core"
import { Explanation, type ExplanationNode, explain, type Outcome, stepsOf } from "@zhengyou/grading"
import { Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { bookOf, gradeUnsafe, sheet } from "../support.ts"
import { type Came, reevaluate } from "./reevaluate.ts"
import { anyRound } from "./rounds.ts"

const cameOf = (outcome: Outcome): Came => ({
  outcome: outcome._tag,
  ...("level" in outcome ? { level: outcome.level } : {}),
  ...("total" in outcome ? { total: outcome.total.decided } : {})
})

describe("an explanation", () => {
  it("cites enough: grading again from only what it cites gives the same outcome", () => {
    fc.assert(
      fc.property(anyRound, ({ book, inputs }) => {
        for (const outcome of gradeUnsafe(book, inputs).outcomes) {
          const explanation = Result.getOrThrow(explain(book, inputs, outcome.unit))
          expect(reevaluate(book, explanation)).toEqual(cameOf(outcome))
        }
      }),
      { numRuns: 150 }
    )
  })

  it("is tried on rounds of every kind", () => {
    const seen = new Set<string>()
    for (const { book, inputs } of fc.sample(anyRound, { seed: 2012, numRuns: 300 })) {
      for (const { id } of inputs.units) {
        for (const { step } of stepsOf(Result.getOrThrow(explain(book, inputs, id)))) {
          if ("outcome" in step) seen.add(step.outcome)
          if ("fate" in step) seen.add(`${step._tag} ${step.fate}`)
          if (step._tag === "RuleAsked") seen.add(`${step.kind} ${step.holds ?? "unknown"}`)
        }
      }
    }
    const outcomes = ["Blocked", "Graded", "NotGraded", "Recognised", "Undetermined"]
    const marks = ["counted", "trimmed", "recused", "void", "outside", "idle"].map((fate) => `MarkGiven ${fate}`)
    const quotas = ["kept", "fell", "open"].map((fate) => `QuotaAsked ${fate}`)
    const rules = ["eligibility", "recognition", "gate"].flatMap((kind) =>
      ["true", "false", "unknown"].map((holds) => `${kind} ${holds}`)
    )
    const steps = ["SheetGiven counted", "SheetGiven trimmed", "SheetGiven void"]
    expect([...outcomes, ...marks, ...quotas, ...rules, ...steps].filter((one) => !seen.has(one))).toEqual([])
  })

  it("is JSON, and the same again when it is read back", () => {
    fc.assert(
      fc.property(anyRound, ({ book, inputs }) => {
        const explanation = Result.getOrThrow(explain(book, inputs, "u0"))
        const json: unknown = JSON.parse(JSON.stringify(Schema.encodeSync(Explanation)(explanation)))
        expect(Schema.decodeUnknownSync(Explanation)(json)).toEqual(explanation)
      }),
      { numRuns: 50 }
    )
  })

  it("hangs on what it cites: another mark in it gives another total", () => {
    const book = bookOf("r1")
    const sheets = [
      sheet("乙", "self", "本支部", { score: 95 }),
      sheet("乙", "superior", "机关党委", { score: "86.66" })
    ]
    const explanation = Result.getOrThrow(explain(book, { units: [{ id: "乙", name: "乙" }], sheets, facts: [] }, "乙"))
    expect(reevaluate(book, explanation)).toMatchObject({ level: "fair", total: exactUnsafe("89.996") })
    const raised = ({ step, parts }: ExplanationNode): ExplanationNode => ({
      step:
        step._tag === "MarkGiven" &&
        typeof step.mark !== "string" &&
        compareExact(step.mark, exactUnsafe("86.66")) === 0
          ? { ...step, mark: exactUnsafe("86.67") }
          : step,
      parts: parts.map(raised)
    })
    // 0.4 · 95 + 0.6 · 86.67 = 38 + 52.002.
    expect(reevaluate(book, { ...explanation, root: raised(explanation.root) })).toMatchObject({
      level: "advanced",
      total: exactUnsafe("90.002")
    })
  })
})
