import { grade } from "@zhengyou/grading"
import { Result } from "effect"
import { expect, it } from "vitest"
import { parsed } from "./generators.ts"
import { bookOf, gradeUnsafe, outcomeOf, sheet, unit } from "./support.ts"

it("refuses scores so fine that their sums would never end", () => {
  const sheets = [sheet("甲", "self", "本支部", { score: `1/${"9".repeat(390)}` })]
  const graded = grade(bookOf("r1"), { units: [unit("甲")], sheets, facts: [] })
  expect(Result.isFailure(graded) && graded.failure.faults).toMatchObject([
    { path: ["sheets", 0, "scores", "score"], problem: { _tag: "NotAllowed", expected: "a number with fewer digits" } }
  ])
})

it("takes nothing that a sheet inherits for a score, whatever a criterion is called", () => {
  const book = parsed({
    ...bookWith("constructor"),
    panels: [{ id: "p", name: "p", weight: 1, aggregate: { method: "mean" }, missing: "block" }]
  })
  const grading = gradeUnsafe(book, { units: [unit("甲")], sheets: [sheet("甲", "p", "r", {})], facts: [] })
  expect(outcomeOf(grading, "甲")._tag).toBe("Blocked")
})

const bookWith = (criterion: string) => ({
  format: "zhengyou/rule-book@2",
  id: "odd",
  version: "1",
  title: "odd",
  ladder: [{ id: "a", name: "A" }],
  criteria: [{ id: criterion, name: criterion, maximum: 10, missing: "block" }],
  fullMarks: 10,
  rounding: {},
  decideOn: "exact",
  bands: [{ level: "a", from: 0 }]
})
