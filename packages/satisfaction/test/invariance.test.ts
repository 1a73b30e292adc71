import { assert, describe, it } from "@effect/vitest"
import { exactUnsafe, mergeTallies } from "@zhengyou/core"
import {
  type BoxedBallot,
  countBallots,
  type Formula,
  formulaPresets,
  measure,
  type Questionnaire
} from "@zhengyou/satisfaction"
import { Result } from "effect"
import fc from "fast-check"
import { questionnaire } from "./support.ts"

const choice = fc.constantFrom("satisfied", "fairlySatisfied", "dissatisfied", "unknown")
const place = fc.constantFrom(
  { subject: "z01", group: "staff" },
  { subject: "z02", group: "staff" },
  { subject: "z02", group: "staff-of-z01" },
  { subject: "z01", group: "students" }
)
const answers = fc.oneof(
  fc.constant({}),
  choice.map((overall) => ({ overall }))
)
const ballot: fc.Arbitrary<BoxedBallot> = fc.tuple(place, answers).map(([where, said]) => ({ ...where, answers: said }))
const ballots = fc.array(ballot, { maxLength: 20 })
const own: fc.Arbitrary<BoxedBallot> = answers.map((said) => ({
  subject: "z01",
  group: "staff-of-z01",
  answers: said
}))

const counted = (of: ReadonlyArray<BoxedBallot>) => Result.getOrThrow(countBallots(questionnaire, of, "refuse")).tally

/** The presets, with the groups pooled as they have them and with each averaged and weighted. */
const formulas: ReadonlyArray<Formula> = formulaPresets.flatMap((preset) => [
  preset,
  { ...preset, groups: { staff: exactUnsafe(2), students: exactUnsafe(1) } }
])

/** What every formula makes of ballots. */
const figures = (of: ReadonlyArray<BoxedBallot>, by: Questionnaire = questionnaire) =>
  formulas.map((formula) => measure(by, formula, counted(of), []))

const rates = (of: ReadonlyArray<BoxedBallot>, by: Questionnaire = questionnaire) =>
  figures(of, by).map((figure) =>
    Result.map(figure, (subjects) =>
      subjects.map((one) => (one._tag === "Measured" ? { subject: one.subject, rate: one.rate } : one))
    )
  )

describe("what does not move a figure", () => {
  it("every formula measures ballots of one group", () => {
    const two: ReadonlyArray<BoxedBallot> = [
      { subject: "z01", group: "staff", answers: { overall: "satisfied" } },
      { subject: "z01", group: "staff", answers: { overall: "dissatisfied" } }
    ]
    assert(figures(two).every((figure) => Result.isSuccess(figure) && figure.success[0]?._tag === "Measured"))
  })

  it("ballots counted in two places and merged are ballots counted at once", () =>
    fc.assert(
      fc.property(ballots, ballots, (here, there) => {
        assert.deepStrictEqual(mergeTallies(counted(here), counted(there)), counted([...here, ...there]))
      })
    ))

  it("the order in which groups are listed", () =>
    fc.assert(
      fc.property(ballots, (given) => {
        const [staff, students] = questionnaire.groups
        assert.deepStrictEqual(rates(given, { ...questionnaire, groups: [students, staff] }), rates(given))
      })
    ))

  it("what a unit's own people say of it", () =>
    fc.assert(
      fc.property(ballots, fc.array(own, { maxLength: 5 }), (given, ofThemselves) => {
        assert.deepStrictEqual(rates([...given, ...ofThemselves]), rates(given))
      })
    ))
})
