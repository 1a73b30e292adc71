import { compareExact, type Exact } from "@zhengyou/core"
import { checkBook, type FindingProblem, type Outcome, parseRuleBook, type RuleBook } from "@zhengyou/grading"
import { Result } from "effect"
import fc from "fast-check"
import { expect, it } from "vitest"
import { gradeUnsafe } from "../support.ts"
import { anyBook } from "./generators.ts"
import { anyRound, roundBy } from "./rounds.ts"

const totalOf = (outcome: Outcome): Exact | undefined => ("total" in outcome ? outcome.total.decided : undefined)
const levelOf = (outcome: Outcome): string | undefined => ("level" in outcome ? outcome.level : undefined)

/** Whether an outcome contradicts what a finding says nobody can do, or everybody does. */
const contradicts = (book: RuleBook, problem: FindingProblem, outcome: Outcome): boolean => {
  const total = totalOf(outcome)
  const says = (tag: string, key: string, id: string) =>
    outcome.reasons.some((reason) => {
      const about = Object.entries(reason).find(([name]) => name === key)?.[1]
      return reason._tag === tag && typeof about === "object" && "id" in about && about.id === id
    })
  switch (problem._tag) {
    case "BandOutOfReach":
      return total !== undefined && compareExact(total, problem.from) >= 0
    case "BandBelowAll":
    case "BandSkipped":
      return says("InBand", "level", problem.level.id)
    case "LevelNeverGiven":
      return levelOf(outcome) === problem.level.id
    case "CriterionNeverApplies":
      return "scores" in outcome && outcome.scores.some(({ criterion }) => criterion === problem.criterion.id)
    case "VoidsIdle":
      return says("SheetsSetAside", "panel", problem.panel.id)
    case "GateNeverFires":
      return ["GateLowered", "GateExcluded", "GateFroze"].some((tag) => says(tag, "gate", problem.gate.id))
    case "GateIdle":
      return says("GateLowered", "gate", problem.gate.id) || says("GateFroze", "gate", problem.gate.id)
    case "GateAlwaysFires": {
      const then = book.gates.find(({ id }) => id === problem.gate.id)?.then
      const order = book.ladder.map(({ id }) => id)
      const level = levelOf(outcome)
      if (then === undefined || level === undefined) return false
      return "notGraded" in then || ("atMost" in then && order.indexOf(level) < order.indexOf(then.atMost))
    }
    case "NobodyEligible":
      return outcome._tag !== "NotGraded" && outcome._tag !== "Blocked"
    case "EligibilityIdle":
      return says("NotEligible", "rule", problem.rule.id)
    case "RecognitionNeverApplies":
      return says("Recognised", "rule", problem.recognition.id)
    case "RecognitionNeverKept":
      return says("Recognised", "rule", problem.recognition.id) && levelOf(outcome) === problem.level.id
    default:
      return false
  }
}

it("what nobody can do is done by nobody, whatever the book and the round", () => {
  fc.assert(
    fc.property(anyBook, anyRound, (json, round) => {
      const book = Result.getOrThrow(parseRuleBook(json))
      const { outcomes } = gradeUnsafe(book, roundBy(book, round))
      for (const { problem } of checkBook(book))
        for (const outcome of outcomes)
          expect([problem, outcome, contradicts(book, problem, outcome)]).toEqual([problem, outcome, false])
    }),
    { numRuns: 500 }
  )
})
