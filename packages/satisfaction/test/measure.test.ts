import { assert, describe, it } from "@effect/vitest"
import { exactUnsafe, mergeTallies } from "@zhengyou/core"
import { type Formula, formulaPresets, marksScale, measure, type Questionnaire } from "@zhengyou/satisfaction"
import { Result } from "effect"
import { first, formulaOf, measured, percent, questionnaire, tallyOfCounts } from "./support.ts"

const sheet = tallyOfCounts([60, 25, 5, 10])
const half = { mode: "halfExpand", digits: 2 } as const
const favourable = formulaOf("favourable/valid")

describe("one sheet of 100 ballots", () => {
  // Computed by hand: 60 satisfied, 25 fairly, 5 not, 10 don't know; e.g. (60·100 + 25·70 + 5·30) / 90 = 87.78.
  it("has eleven different rates between 60 and 95", () => {
    const rates = new Map(formulaPresets.map((formula) => [formula.id, percent(measured(formula, sheet).rate)]))
    assert.deepStrictEqual(Object.fromEntries(rates), {
      "satisfied/valid": "66.67",
      "satisfied/returned": "60.00",
      "favourable/valid": "94.44",
      "favourable/returned": "85.00",
      "fairly-0.6/valid": "83.33",
      "fairly-0.6/returned": "75.00",
      "fairly-0.8/valid": "88.89",
      "fairly-0.8/returned": "80.00",
      "points-100-70-30/valid": "87.78",
      "points-100-70-30/returned": "79.00",
      "not-dissatisfied/valid": "94.44",
      "not-dissatisfied/returned": "95.00"
    })
    assert.strictEqual(new Set(rates.values()).size, 11)
  })

  it("has them exactly", () => {
    const exact = formulaPresets.map((formula) => {
      const { n, d } = measured(formula, sheet).rate
      return `${n}/${d}`
    })
    const expected = "2/3 3/5 17/18 17/20 5/6 3/4 8/9 4/5 79/90 79/100 17/18 19/20"
    assert.strictEqual(exact.join(" "), expected)
  })
})

describe("the base", () => {
  // 95/85/75/65 on 14/8/2/0 and one don't know: 90.00 of the valid 24, 86.40 of the returned 25, 72.00 of 30 persons.
  const officers: Questionnaire = {
    ...questionnaire,
    scales: [
      {
        id: "four",
        choices: ["excellent", "competent", "basic", "not", "unknown"].map((id, i) => ({
          id,
          name: id,
          kind: i === 4 ? "neutral" : "rated"
        })) as unknown as Questionnaire["scales"][0]["choices"]
      }
    ]
  }
  const votes = {
    returned: [{ subject: "z01", group: "staff", ballots: 25 }],
    choices: Object.entries({ excellent: 14, competent: 8, basic: 2, unknown: 1 }).map(([choice, ballots]) => ({
      subject: "z01",
      group: "staff",
      question: "overall",
      choice,
      ballots
    }))
  }
  const points = { excellent: 95, competent: 85, basic: 75, not: 65 }
  const by = (base: Formula["base"]): Formula => ({
    ...favourable,
    points: Object.fromEntries(Object.entries(points).map(([id, p]) => [id, exactUnsafe(p)])),
    fullMarks: exactUnsafe(100),
    base,
    neutral: base === "valid" ? "excluded" : exactUnsafe(0)
  })

  it("flips a level", () => {
    assert.strictEqual(percent(measured(by("valid"), votes, officers).rate), "90.00")
    assert.strictEqual(percent(measured(by("returned"), votes, officers).rate), "86.40")
    const due = Result.getOrThrow(measure(officers, by("due"), votes, [{ subject: "z01", group: "staff", due: 30 }]))[0]
    assert(due?._tag === "Measured")
    assert.strictEqual(percent(due.rate), "72.00")
  })

  it("that nobody counted is asked for", () => {
    const refused = Result.getOrThrow(Result.flip(measure(officers, by("issued"), votes, [])))
    assert.deepStrictEqual(refused.faults, [
      { path: ["invited", "z01", "staff"], problem: { _tag: "NotInvited", base: "issued" } }
    ])
  })
})

describe("groups", () => {
  const both = mergeTallies(tallyOfCounts([8, 0, 2, 0]), tallyOfCounts([30, 0, 60, 0], { group: "students" }))
  const weighted: Formula = { ...favourable, groups: { staff: exactUnsafe("0.6"), students: exactUnsafe("0.4") } }

  it("are averaged each and then weighted", () => {
    assert.strictEqual(percent(measured(favourable, both).rate), "38.00")
    // 0.6 × 0.8 + 0.4 × 1/3 = 0.6133…
    assert.strictEqual(percent(measured(weighted, both).rate), "61.33")
  })

  it("round at their step: 33.33 % first, then the total", () => {
    const rounded = measured({ ...weighted, rounding: { group: half, total: { ...half, digits: 3 } } }, both)
    assert.deepStrictEqual(rounded.rate, exactUnsafe("0.61332"))
  })

  it("without ballots block the figure, or leave their weight to the others", () => {
    const staff = tallyOfCounts([8, 0, 2, 0])
    const block = first({ ...weighted, missingGroup: "block" }, staff)
    assert.deepStrictEqual(block, {
      _tag: "NotMeasured",
      subject: "z01",
      reason: { _tag: "GroupMissing", subject: "z01", group: "students" }
    })
    assert.deepStrictEqual(measured(weighted, staff).rate, exactUnsafe("0.8"))
  })

  it("leave out what a unit's own people say of it, and nothing else", () => {
    const own = mergeTallies(sheet, tallyOfCounts([50, 0, 0, 0], { group: "staff-of-z01" }))
    assert.deepStrictEqual(measured(favourable, own), measured(favourable, sheet))
    const elsewhere = tallyOfCounts([50, 0, 0, 0], { group: "staff-of-z01", subject: "z02" })
    const [, other] = Result.getOrThrow(measure(questionnaire, favourable, elsewhere, []))
    assert(other?._tag === "Measured")
    assert.deepStrictEqual(other.rate, exactUnsafe(1))
  })
})

describe("direct marks", () => {
  const marks: Questionnaire = { ...questionnaire, scales: [marksScale("four", 50, 99, 50)] }
  const given = [99, 98, 90, 85, 80, 75, 70, 60, 55, 51, 50]
  const tally = {
    returned: [{ subject: "z01", group: "staff", ballots: given.length }],
    choices: given.map((m) => ({ subject: "z01", group: "staff", question: "overall", choice: `${m}`, ballots: 1 }))
  }
  const plain: Formula = { ...favourable, points: "marks", fullMarks: exactUnsafe(100) }
  const trim = { share: exactUnsafe("0.05"), mode: "ceil", moreThan: 5 } as const

  it("leave out the mark for don't know", () => {
    // (99+98+90+85+80+75+70+60+55+51) / 10 = 76.3
    assert.deepStrictEqual(measured(plain, tally, marks).rate, exactUnsafe("0.763"))
  })

  it("are trimmed inside the group: 5 % of 10 is one at each end, rounded up, or none, rounded down", () => {
    // (763 − 99 − 51) / 8 = 76.625
    assert.deepStrictEqual(measured({ ...plain, trim }, tally, marks).rate, exactUnsafe("0.76625"))
    assert.deepStrictEqual(
      measured({ ...plain, trim: { ...trim, mode: "floor" } }, tally, marks).rate,
      exactUnsafe("0.763")
    )
  })
})

describe("no figure", () => {
  const reasonOf = (formula: Formula, invited: Parameters<typeof measure>[3]) => {
    const [figure] = Result.getOrThrow(measure(questionnaire, formula, sheet, invited))
    return figure?._tag === "NotMeasured" ? figure.reason._tag : figure?._tag
  }
  const invited = (issued: number) => [{ subject: "z01", group: "staff", issued }]

  it("where more came back than were given out", () => {
    assert.strictEqual(reasonOf(favourable, invited(99)), "OverReturned")
    assert.strictEqual(reasonOf(favourable, invited(100)), "Measured")
    assert.strictEqual(reasonOf({ ...favourable, overReturned: "count" }, invited(99)), "Measured")
  })

  it("below a turnout: two thirds of 150 is reached by 100, of 151 it is not", () => {
    const asks = { ...favourable, floor: { turnout: { of: "issued", atLeast: exactUnsafe("2/3") } } } as const
    assert.strictEqual(reasonOf(asks, invited(150)), "Measured")
    assert.strictEqual(reasonOf(asks, invited(151)), "BelowTurnout")
  })

  it("below a number of ballots, or with none at all", () => {
    assert.strictEqual(reasonOf({ ...favourable, floor: { ballots: 101 } }, []), "TooFewBallots")
    assert.strictEqual(reasonOf({ ...favourable, floor: { ballots: 100 } }, []), "Measured")
    const [, second] = Result.getOrThrow(measure(questionnaire, favourable, sheet, []))
    assert.deepStrictEqual(second, {
      _tag: "NotMeasured",
      subject: "z02",
      reason: { _tag: "NothingReturned", subject: "z02" }
    })
    assert.strictEqual(first(favourable, tallyOfCounts([0, 0, 0, 4]))._tag, "NotMeasured")
  })
})

describe("hostile counts", () => {
  const cell = { subject: "z01", group: "staff", question: "overall", choice: "satisfied", ballots: 1 }
  it("are refused, each with its place", () => {
    const tally = {
      returned: [
        { subject: "z01", group: "staff", ballots: 2 },
        { subject: "z02", group: "students", ballots: -1 },
        { subject: "z01", group: "staff", ballots: 1e9 }
      ],
      choices: [
        cell,
        cell,
        { ...cell, choice: "great" },
        { ...cell, question: "q9" },
        { ...cell, subject: "x" },
        { ...cell, group: "y" }
      ]
    }
    const { faults } = Result.getOrThrow(Result.flip(measure(questionnaire, favourable, tally, [])))
    const told = faults.map(({ path, problem }) => `${path.join(".")} ${problem._tag}`)
    for (const fault of [
      "returned.1.subject MayNotRate",
      "returned.1.ballots BadCount",
      "returned.2 CountedTwice",
      "returned.2.ballots BadCount",
      "choices.1 CountedTwice",
      "choices.2.choice UnknownChoice",
      "choices.3.question UnknownQuestion",
      "choices.4.subject UnknownSubject",
      "choices.5.group UnknownGroup",
      "choices.5 MoreAnswersThanBallots"
    ]) {
      assert.include(told, fault)
    }
  })
  it("points above full marks, and ids that stand twice, are refused", () => {
    const points = { satisfied: exactUnsafe(2), fairlySatisfied: exactUnsafe(1), dissatisfied: exactUnsafe(0) }
    const doubled: Questionnaire = { ...questionnaire, subjects: ["z01", "z01"] }
    const { faults } = Result.getOrThrow(Result.flip(measure(doubled, { ...favourable, points }, sheet, [])))
    const told = faults.map(({ path, problem }) => `${path.join(".")} ${problem._tag}`)
    assert.deepStrictEqual(told, ["questionnaire.subjects.1 DuplicateId", "points.satisfied AboveFullMarks"])
  })
  it("a formula without points for a choice is refused", () => {
    const points = { satisfied: exactUnsafe(1) }
    const { faults } = Result.getOrThrow(Result.flip(measure(questionnaire, { ...favourable, points }, sheet, [])))
    assert.deepStrictEqual(
      faults.map(({ path }) => path.join(".")),
      ["points.fairlySatisfied", "points.dissatisfied"]
    )
  })
})

describe("a comparability key", () => {
  it("knows scale, formula, base and frame, and no names", () => {
    const key = (formula: Formula, of: Questionnaire = questionnaire) => measured(formula, sheet, of).comparabilityKey
    const same = key(favourable)
    assert.strictEqual(key({ ...favourable, name: "x", source: "y", id: "z" }), same)
    assert.notStrictEqual(key(formulaOf("favourable/returned")), same)
    assert.notStrictEqual(key(formulaOf("satisfied/valid")), same)
    assert.notStrictEqual(key(favourable, { ...questionnaire, frame: "staff" }), same)
    const [scale] = questionnaire.scales
    const fewer = { ...scale, choices: [scale.choices[0], scale.choices[1], scale.choices[2]] as const }
    const without = tallyOfCounts([60, 25, 5, 0])
    assert.notStrictEqual(measured(favourable, without, { ...questionnaire, scales: [fewer] }).comparabilityKey, same)
  })
})

describe("a turnout", () => {
  const asked = (floor: NonNullable<Formula["floor"]>, due: number) => {
    const invited = [{ subject: "z01", group: "staff", due }]
    const [figure] = Result.getOrThrow(measure(questionnaire, { ...favourable, floor }, sheet, invited))
    return figure?._tag === "NotMeasured" ? figure.reason._tag : figure?._tag
  }
  const half = { of: "due", atLeast: { n: 1n, d: 2n } } as const

  it("of a half is reached by 100 of 200, and exceeded by 100 of 199 (超过半数)", () => {
    assert.strictEqual(asked({ turnout: half }, 200), "Measured")
    assert.strictEqual(asked({ turnout: { ...half, exceeded: true } }, 200), "BelowTurnout")
    assert.strictEqual(asked({ turnout: { ...half, exceeded: true } }, 199), "Measured")
  })

  it("may be asked of each group by itself", () => {
    assert.strictEqual(asked({ groups: { staff: half } }, 200), "Measured")
    assert.strictEqual(asked({ groups: { staff: half, students: half } }, 200), "BelowTurnout")
    const refused = measure(questionnaire, { ...favourable, floor: { groups: { cats: half } } }, sheet, [])
    assert(Result.isFailure(refused))
    assert.deepStrictEqual(refused.failure.faults[0]?.path, ["floor", "groups", "cats"])
  })
})
