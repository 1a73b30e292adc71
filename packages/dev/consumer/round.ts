// A small round as an application writes it. It is type-checked and run from the packed packages: as an ES module, as
// CommonJS, by a bundler, in a browser.
import { dateUnsafe, exactUnsafe, render } from "@zhengyou/core"
import { decidingReason, grade, gradingTextEn, parseRuleBook } from "@zhengyou/grading"
import { Result } from "effect"

const book = Result.getOrThrow(
  parseRuleBook({
    format: "zhengyou/rule-book@2",
    id: "windows-2026",
    version: "1",
    title: "Service windows",
    ladder: [
      { id: "excellent", name: "Excellent" },
      { id: "good", name: "Good" }
    ],
    criteria: [{ id: "service", name: "Service", maximum: 100, missing: "block" }],
    fullMarks: 100,
    panels: [{ id: "experts", name: "Experts", weight: 1, aggregate: { method: "mean" }, missing: "block" }],
    rounding: {},
    decideOn: "exact",
    bands: [
      { level: "excellent", from: 90 },
      { level: "good", from: 0 }
    ]
  })
)

const sheet = (rater: string, score: string) => ({
  unit: "window-7",
  panel: "experts",
  rater,
  scores: { service: exactUnsafe(score) }
})

const grading = Result.getOrThrow(
  grade(book, {
    units: [{ id: "window-7", name: "Window 7", founded: dateUnsafe("2019-09-01") }],
    sheets: [sheet("expert-1", "90"), sheet("expert-2", "89.992")],
    facts: []
  })
)

/** Why the window has its level. */
export const why: string = grading.outcomes.map((outcome) => render(gradingTextEn, decidingReason(outcome))).join()
