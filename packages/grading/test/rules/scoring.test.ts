import { type Exact, exactUnsafe, formatExact, render } from "@zhengyou/core"
import {
  allowedMarks,
  grade,
  gradingTextEn,
  gradingTextZhCN,
  isAllowed,
  type Mark,
  type Scoring,
  scoreOf
} from "@zhengyou/grading"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { plainWith } from "../books.ts"
import { sheet, unit } from "../support.ts"
import { marked, totalBy } from "./support.ts"

const x = exactUnsafe

/** What marks are worth on a criterion, or nothing where they are not allowed. */
const worth = (maximum: number, scoring: Scoring, marks: ReadonlyArray<number | string | Exact>) =>
  marks.map((mark) => {
    const given: Mark = typeof mark === "number" ? x(mark) : mark
    const score = scoreOf({ maximum: x(maximum), scoring }, given)
    return score === undefined ? "refused" : formatExact(score)
  })

describe("a mark becomes a score", () => {
  it("as it is: from nought to the maximum", () => {
    expect(worth(20, { kind: "points" }, [0, x("19.5"), 20, x("20.01"), x("-1"), "A"])).toEqual([
      "0",
      "19.5",
      "20",
      "refused",
      "refused",
      "refused"
    ])
  })

  it("by deduction: half a point of 5 for each missing minute book, until nothing is left", () => {
    const scoring: Scoring = { kind: "deduct", each: x("0.5"), floor: x(0) }
    expect(worth(5, scoring, [0, 1, 3, 10, 11, 1000])).toEqual(["5", "4.5", "3.5", "0", "0", "0"])
  })

  it("by deduction down to a floor above nought", () => {
    expect(worth(30, { kind: "deduct", each: x(1), floor: x(10) }, [19, 20, 21])).toEqual(["11", "10", "10"])
  })

  it("by anchors: the branch meets quarterly 5, half-yearly 2, now and then 1, never 0", () => {
    const scoring: Scoring = {
      kind: "anchors",
      anchors: [
        { label: "每季度", points: x(5) },
        { label: "半年", points: x(2) },
        { label: "偶尔", points: x(1) },
        { label: "不召开", points: x(0) }
      ]
    }
    expect(worth(5, scoring, ["每季度", "半年", "偶尔", "不召开", "每月", 5])).toEqual([
      "5",
      "2",
      "1",
      "0",
      "refused",
      "refused"
    ])
  })

  it("by labels that are numbers, however they are written", () => {
    const scoring: Scoring = {
      kind: "anchors",
      anchors: [
        { label: "10", points: x(4) },
        { label: "07.50", points: x(3) },
        { label: "1/2", points: x(2) },
        { label: "1-2", points: x(1) }
      ]
    }
    const written = ["10", 10, "7.5", x("7.5"), "007.500", x("1/2"), "0.5", "1-2", "7,5", 8]
    expect(worth(5, scoring, written)).toEqual([...["4", "4", "3", "3", "3", "2", "2", "1"], ...["refused", "refused"]])
    const letters: Scoring = { kind: "letters", letters: [{ label: "7.50", share: x("0.75") }] }
    expect(worth(20, letters, ["07.5", x("7.5"), 7])).toEqual(["15", "15", "refused"])
  })

  it("by letters: A 100 %, B 60 %, C 40 %, D nothing of 15", () => {
    const scoring: Scoring = {
      kind: "letters",
      letters: [
        { label: "A", share: x(1) },
        { label: "B", share: x("0.6") },
        { label: "C", share: x("0.4") },
        { label: "D", share: x(0) }
      ]
    }
    expect(worth(15, scoring, ["A", "B", "C", "D", "E"])).toEqual(["15", "9", "6", "0", "refused"])
  })

  it("by count: 5 points for each activity, up to 15 or without end, and whole ones only", () => {
    const count = (capped: boolean): Scoring => ({ kind: "count", each: x(5), capped })
    expect(worth(15, count(true), [0, 2, 3, 4, x("1.5")])).toEqual(["0", "10", "15", "15", "refused"])
    expect(worth(15, count(false), [3, 4, 7])).toEqual(["15", "20", "35"])
  })

  it("by place: the first has all 200, each lower place 2 % of them less, never below nought", () => {
    const scoring: Scoring = { kind: "place", step: x("0.02") }
    expect(worth(200, scoring, [1, 2, 11, 51, 52, 0, x("1.5")])).toEqual([
      "200",
      "196",
      "160",
      "0",
      "0",
      "refused",
      "refused"
    ])
  })

  it("by rate: from 90 % 200, from 80 % up to 90 % 190, below that 150", () => {
    const scoring: Scoring = {
      kind: "rate",
      steps: [
        { from: x("0.9"), points: x(200) },
        { from: x("0.8"), points: x(190) }
      ],
      below: x(150)
    }
    const rates = [x(1), x("0.9"), x("0.8999"), x("17/19"), x("0.8"), x("0.7999"), x(0)]
    expect(worth(200, scoring, rates)).toEqual(["200", "200", "190", "190", "190", "150", "150"])
  })

  it("out of a hundred: 92 of 100 on a dimension that weighs 20 is 18.4", () => {
    expect(worth(20, { kind: "outOf", of: x(100) }, [0, 92, 100, 101])).toEqual(["0", "18.4", "20", "refused"])
  })

  it("out of a number that is not whole: 5 of 12.5 on a criterion that weighs 20 is 8", () => {
    const marks = [0, 5, x("6.25"), x("12.5"), x("12.51")]
    expect(worth(20, { kind: "outOf", of: x("12.5") }, marks)).toEqual(["0", "8", "10", "20", "refused"])
  })
})

it("five dimensions out of 100 that weigh 20 each: 90, 85, 80, 95 and 100 are 90 of 100", () => {
  const names = ["a", "b", "c", "d", "e"]
  const dimension = { maximum: 20, missing: "block", scoring: { kind: "outOf", of: 100 } }
  const book = plainWith({ criteria: names.map((id) => ({ id, name: id, ...dimension })) })
  // 18 + 17 + 16 + 19 + 20 = 90
  expect(totalBy(book, [sheet("u", "p", "r", { a: 90, b: 85, c: 80, d: 95, e: 100 })])).toBe("90")
})

it("raters are aggregated by what their letters are worth: A, A and B of 100 are 260/3", () => {
  const letters = [
    { label: "A", share: 1 },
    { label: "B", share: "0.6" }
  ]
  const book = plainWith({
    criteria: [{ id: "c", name: "c", maximum: 100, missing: "block", scoring: { kind: "letters", letters } }]
  })
  const sheets = ["A", "A", "B"].map((c, i) => marked("u", "p", `r${i}`, { c }))
  expect(totalBy(book, sheets)).toBe("260/3")
})

it("each mark is rounded where the book says so: 2 of 3 out of 10 is 6.67", () => {
  const book = (mark: object) =>
    plainWith({
      criteria: [{ id: "c", name: "c", maximum: 10, missing: "block", scoring: { kind: "outOf", of: 3 } }],
      fullMarks: 10,
      bands: [{ level: "A", from: 0 }],
      rounding: mark
    })
  expect(totalBy(book({}), [sheet("u", "p", "r", { c: 2 })])).toBe("20/3")
  const places = { mark: { mode: "halfExpand", digits: 2 } }
  expect(totalBy(book(places), [sheet("u", "p", "r", { c: 2 })])).toBe("6.67")
})

it("a mark that is not allowed is refused with what is", () => {
  const scoring = { kind: "letters", letters: [{ label: "A", share: 1 }] }
  const book = plainWith({ criteria: [{ id: "c", name: "c", maximum: 100, missing: "block", scoring }] })
  const refused = grade(book, { units: [unit("u")], sheets: [marked("u", "p", "r", { c: "B" })], facts: [] })
  expect(Result.isFailure(refused) && refused.failure.faults).toEqual([
    {
      path: ["sheets", 0, "scores", "c"],
      problem: { _tag: "MarkNotAllowed", criterion: "c", found: "B", allowed: { _tag: "Labels", labels: ["A"] } }
    }
  ])
})

it("text where a number is wanted is quoted, so that nobody takes it for the number", () => {
  const book = plainWith({ criteria: [{ id: "c", name: "c", maximum: 100, missing: "block" }] })
  const text = { unit: "u", panel: "p", rater: "r", scores: { c: "40" } }
  const refused = grade(book, { units: [unit("u")], sheets: [text], facts: [] })
  const problems = Result.isFailure(refused) ? refused.failure.faults.map(({ problem }) => problem) : []
  expect(problems.map((problem) => render(gradingTextZhCN, problem))).toEqual(['“c”现为 "40"，应为 0 至 100 的数'])
  expect(problems.map((problem) => render(gradingTextEn, problem))).toEqual([
    '"c" is "40", but must be a number from 0 to 100'
  ])
})

it("what is allowed is what has a score", () => {
  const criterion = { maximum: x(10), scoring: { kind: "count", each: x(2), capped: true } } as const
  expect(allowedMarks(criterion)).toEqual({ _tag: "Numbers", from: x(0), whole: true })
  for (const mark of [x(0), x("1/2"), x(99), x(-1), "A"]) {
    expect(isAllowed(criterion, mark)).toBe(scoreOf(criterion, mark) !== undefined)
  }
})
