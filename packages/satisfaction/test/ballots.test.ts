import { assert, describe, it } from "@effect/vitest"
import { exactUnsafe, formatRounded, render, tallyOf } from "@zhengyou/core"
import {
  type BoxedBallot,
  ballotQuality,
  countBallots,
  cronbachAlpha,
  measure,
  type Questionnaire,
  satisfactionTextEn,
  satisfactionTextZhCN
} from "@zhengyou/satisfaction"
import { Result } from "effect"
import fc from "fast-check"
import { formulaOf, questionnaire } from "./support.ts"

const ballot = (choice: string, more: Partial<BoxedBallot> = {}): BoxedBallot => ({
  subject: "z01",
  group: "students",
  answers: { overall: choice },
  ...more
})
const places = (
  faults: ReadonlyArray<{ readonly path: ReadonlyArray<unknown>; readonly problem: { readonly _tag: string } }>
) => faults.map(({ path, problem }) => `${path.join(".")} ${problem._tag}`)

describe("hostile ballots", () => {
  const hostile = [
    ballot("satisfied", { token: "a" }),
    ballot("great"),
    ballot("satisfied", { group: "cats" }),
    ballot("satisfied", { subject: "z99" }),
    ballot("satisfied", { subject: "z02" }),
    ballot("satisfied", { answers: { overall: "satisfied", colour: "red" } }),
    ballot("dissatisfied", { token: "a" }),
    ballot("dissatisfied", { answers: { toString: "satisfied" } })
  ]
  const expected = [
    "1.answers.overall UnknownChoice",
    "2.group UnknownGroup",
    "3.subject UnknownSubject",
    "4.subject MayNotRate",
    "5.answers.colour UnknownQuestion",
    "6.token DuplicateToken",
    "7.answers.toString UnknownQuestion"
  ]

  it("are refused with their places", () => {
    const refused = countBallots(questionnaire, hostile, "refuse")
    assert(Result.isFailure(refused))
    assert.deepStrictEqual(places(refused.failure.faults), expected)
  })

  it("are left out only where that is said, and then are still listed", () => {
    const { tally, leftOut } = Result.getOrThrow(countBallots(questionnaire, hostile, "leaveOut"))
    assert.deepStrictEqual(places(leftOut), expected)
    assert.deepStrictEqual(tally, tallyOf("students", [ballot("satisfied")]))
  })

  it("choices of another scale are unknown to the question", () => {
    const mixed: Questionnaire = {
      ...questionnaire,
      scales: [...questionnaire.scales, { id: "yes-no", choices: [{ id: "yes", name: "是", kind: "rated" }] }],
      questions: [...questionnaire.questions, { id: "again", name: "再来", scale: "yes-no" }]
    }
    const refused = countBallots(
      mixed,
      [ballot("yes"), ballot("satisfied", { answers: { again: "satisfied" } })],
      "refuse"
    )
    assert(Result.isFailure(refused))
    assert.deepStrictEqual(places(refused.failure.faults), [
      "0.answers.overall UnknownChoice",
      "1.answers.again UnknownChoice"
    ])
  })

  it("counts below nought or beyond what can be are refused by measure", () => {
    for (const ballots of [-1, 1_000_000_000, 1.5, Number.NaN]) {
      const refused = measure(
        questionnaire,
        formulaOf("satisfied/valid"),
        { returned: [{ subject: "z01", group: "staff", ballots }], choices: [] },
        []
      )
      assert(Result.isFailure(refused))
      assert.deepStrictEqual(places(refused.failure.faults), ["returned.0.ballots BadCount"])
    }
  })

  it("what is counted and what is left out are all ballots, in any order", () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...hostile.filter(({ token }) => token === undefined)), { maxLength: 30 }),
        (some) => {
          const count = (list: ReadonlyArray<BoxedBallot>) =>
            Result.getOrThrow(countBallots(questionnaire, list, "leaveOut"))
          const { tally, leftOut } = count(some)
          const counted = tally.returned.reduce((n, cell) => n + cell.ballots, 0)
          assert.strictEqual(counted + new Set(leftOut.map(({ path }) => path[0])).size, some.length)
          assert.deepStrictEqual(count(some.toReversed()).tally, tally)
        }
      )
    ))
})

const exact = (rows: ReadonlyArray<ReadonlyArray<number>>) => rows.map((row) => row.map((x) => exactUnsafe(x)))

describe("Cronbach's alpha", () => {
  // Shrout and Fleiss, Intraclass Correlations (1979), table 2; their ICC(3,4) of .91 is Cronbach's alpha (p. 422). R: psych::ICC, "ICC3k" 0.91.
  const judged = exact([
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7]
  ])

  it("of four judges of six targets is .91", () => {
    const { alpha, ballots, questions } = Result.getOrThrow(cronbachAlpha(judged))
    assert.strictEqual(formatRounded(alpha, { mode: "halfExpand", digits: 2 }), "0.91")
    // (BMS − EMS) / BMS from the table of the article's sums of squares: 1349/24 with 5, 367/24 with 15 degrees of freedom.
    assert.approximately(Number(alpha.n) / Number(alpha.d), (1349 / 24 / 5 - 367 / 24 / 15) / (1349 / 24 / 5), 1e-12)
    assert.deepStrictEqual([ballots, questions], [6, 4])
  })

  it("says why there is none", () => {
    const reason = (rows: ReadonlyArray<ReadonlyArray<number>>) => {
      const found = cronbachAlpha(exact(rows))
      return Result.isFailure(found) ? found.failure.reason : "found"
    }
    assert.deepStrictEqual(
      [
        [],
        [[1, 2]],
        [[1], [2]],
        [[1, 2], [1]],
        [
          [1, 2],
          [2, 1]
        ],
        [
          [1, 2],
          [2, 2]
        ]
      ].map(reason),
      ["noAnswers", "oneAnswer", "oneQuestion", "notACount", "noVariation", "found"]
    )
  })

  const table = fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 }), fc.nat({ max: 5 })), {
    minLength: 2,
    maxLength: 12
  })
  it("knows no order of ballots or questions and no size of the marks, and is at most 1", () =>
    fc.assert(
      fc.property(table, (rows) => {
        const found = cronbachAlpha(exact(rows))
        assert.deepStrictEqual(cronbachAlpha(exact(rows.toReversed())), found)
        assert.deepStrictEqual(cronbachAlpha(exact(rows.map(([a, b, c]) => [c, a, b]))), found)
        assert.deepStrictEqual(cronbachAlpha(exact(rows.map((row) => row.map((x) => 7 * x + 2)))), found)
        if (Result.isSuccess(found)) assert(found.success.alpha.n <= found.success.alpha.d)
      })
    ))

  it("is 1 where all questions move together", () => {
    assert.deepStrictEqual(
      Result.getOrThrow(
        cronbachAlpha(
          exact([
            [1, 2, 3],
            [2, 3, 4],
            [5, 6, 7]
          ])
        )
      ).alpha,
      exactUnsafe(1)
    )
  })
})

describe("the quality of ballots", () => {
  const question = (id: string) => ({ id, name: id, scale: "four" })
  const three: Questionnaire = { ...questionnaire, questions: [question("q1"), question("q2"), question("q3")] }
  const given = (q1: string, q2: string, q3: string): BoxedBallot => ballot("", { answers: { q1, q2, q3 } })
  const formula = formulaOf("points-100-70-30/valid")
  const [s, f, d] = ["satisfied", "fairlySatisfied", "dissatisfied"] as const

  it("flags straight lines and ballots alike in a row, for a person to look at", () => {
    const ballots = [
      given(s, s, s),
      given(s, f, d),
      given(f, f, d),
      given(f, f, d),
      given(f, f, d),
      given(d, d, d),
      given(s, "unknown", s)
    ]
    const { reliability, flags } = ballotQuality(three, formula, ballots, { alikeInARow: 3 })
    assert.deepStrictEqual(flags, [
      { _tag: "StraightLined", group: "students", ballots: 2, of: 6 },
      { _tag: "AlikeInARow", at: 2, ballots: 3, group: "students" }
    ])
    assert.strictEqual(Result.getOrThrow(reliability).ballots, 6)
    assert.strictEqual(
      render(satisfactionTextZhCN, flags[0] ?? { _tag: "CountedTwice" }),
      "群体“students”答全的 6 票中，2 票各题一律同选"
    )
    assert.strictEqual(
      render(satisfactionTextEn, flags[1] ?? { _tag: "CountedTwice" }),
      '"students": 3 ballots in a row are alike, from ballot 3 on'
    )
  })

  it("calls nothing a straight line where there are fewer than three questions", () => {
    assert.deepStrictEqual(ballotQuality(questionnaire, formula, [ballot(s)], { alikeInARow: 3 }).flags, [])
  })
})
