import { compareExact } from "@zhengyou/core"
import { countBallots, estimate, measure, withhold } from "@zhengyou/satisfaction"
import {
  anyQuestionnaire,
  ballotsFor,
  countsFor,
  countTables,
  formulaFor,
  populationsFor
} from "@zhengyou/testkit/satisfaction"
import { Result } from "effect"
import fc from "fast-check"
import { expect, it } from "vitest"

const surveys = anyQuestionnaire().chain((questionnaire) =>
  fc
    .record({
      formula: formulaFor(questionnaire),
      counts: countsFor(questionnaire),
      ballots: ballotsFor(questionnaire)
    })
    .chain((survey) =>
      populationsFor(questionnaire, survey.counts).map((populations) => ({ ...survey, questionnaire, populations }))
    )
)

it("whatever is generated is taken: formulas and counts by measure, ballots by the count, populations by estimate", () => {
  fc.assert(
    fc.property(surveys, ({ questionnaire, formula, counts, ballots, populations }) => {
      const figures = Result.getOrThrow(measure(questionnaire, formula, counts.tally, counts.invited))
      Result.getOrThrow(countBallots(questionnaire, ballots, "refuse"))
      for (const figure of figures) {
        if (figure._tag === "NotMeasured") continue
        const found = estimate(figure, { level: 0.95, populations })
        expect(Result.isFailure(found) ? found.failure.reason : "oneAnswer").not.toBe("population")
      }
    }),
    { numRuns: 300 }
  )
})

it("every base, kind of weight, choice and reason for having no figure is generated", () => {
  const seen = new Set<string>()
  for (const { questionnaire, formula, counts } of fc.sample(surveys, { numRuns: 600, seed: 1 })) {
    for (const word of [formula.base, ...Object.keys(formula), ...Object.keys(formula.rounding)]) seen.add(word)
    for (const { choices } of questionnaire.scales) for (const { kind } of choices) seen.add(kind)
    for (const group of questionnaire.groups) for (const word of Object.keys(group)) seen.add(word)
    for (const figure of Result.getOrThrow(measure(questionnaire, formula, counts.tally, counts.invited)))
      seen.add(figure._tag === "Measured" ? figure._tag : figure.reason._tag)
  }
  const wanted =
    "valid returned issued due trim questions floor group question total rated neutral abstained invalid subjects parts " +
    "Measured NothingReturned NoBase OverReturned BelowTurnout TooFewBallots GroupMissing"
  expect(wanted.split(" ").filter((word) => !seen.has(word))).toEqual([])
})

it("points of generated formulas do not rise from the best choice to the worst", () => {
  fc.assert(
    fc.property(surveys, ({ questionnaire, formula: { points } }) => {
      if (points === "marks") return
      for (const { choices } of questionnaire.scales) {
        const falling = choices.flatMap(({ id }) => points[id] ?? [])
        for (const [i, x] of falling.entries()) expect(compareExact(falling[i + 1] ?? x, x)).toBeLessThanOrEqual(0)
      }
    })
  )
})

it("questionnaires shrink to one unit, one question with one choice and one group; counts to nothing", () => {
  const found = fc.check(
    fc.property(surveys, ({ questionnaire }) => questionnaire.subjects.length === 0),
    { seed: 3 }
  )
  const [one] = found.counterexample ?? []
  expect(one?.questionnaire.subjects).toEqual(["u1"])
  expect(one?.questionnaire.scales).toEqual([
    { id: "s1", choices: [{ id: "excellent", name: "excellent", kind: "rated" }] }
  ])
  expect(one?.questionnaire.groups).toEqual([{ id: "g1", name: "g1" }])
  expect(one?.counts.tally).toEqual({ returned: [], choices: [] })
  expect(one?.ballots).toEqual([])
})

it("tables of counts can be published", () => {
  fc.assert(fc.property(countTables(), (table) => Result.isSuccess(withhold(table, { minimum: 5 }))))
})
