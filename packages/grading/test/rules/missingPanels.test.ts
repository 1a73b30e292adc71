import { explain, explanationText } from "@zhengyou/grading"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { plain, plainWith } from "../books.ts"
import { gradeUnsafe, outcomeOf, unit } from "../support.ts"
import { marked, marksOf, totalBy } from "./support.ts"

const [panel] = plain.panels
const [criterion] = plain.criteria
const criteria = (missing: string) => [
  { ...criterion, id: "a", name: "a", maximum: 60, missing },
  { ...criterion, id: "b", name: "b", maximum: 40, missing }
]
const reasonsOf = (book: Parameters<typeof gradeUnsafe>[0], sheets: Parameters<typeof totalBy>[1]) =>
  outcomeOf(gradeUnsafe(book, { units: [unit("u")], sheets, facts: [] }), "u").reasons

describe("a panel that makes a total of its own and has too few raters", () => {
  const two = plainWith({
    combine: "panels",
    panels: [panel, { ...panel, id: "q", name: "评委", minimumRaters: 2, missing: "exclude" }]
  })

  it("is named in the reasons, with how many scored and how many had to", () => {
    const given = [...marksOf("p", [90]), ...marksOf("q", [70])]
    expect(totalBy(two, given)).toBe("90")
    expect(reasonsOf(two, given).filter(({ _tag }) => _tag === "PanelTotalMissing")).toEqual([
      { _tag: "PanelTotalMissing", panel: { id: "q", name: "评委" }, scored: 1, needed: 2, counts: "exclude" }
    ])
  })

  it("is not named once it has enough", () => {
    const given = [...marksOf("p", [90]), ...marksOf("q", [70, 80])]
    expect(totalBy(two, given)).toBe("82.5")
    expect(reasonsOf(two, given).map(({ _tag }) => _tag)).not.toContain("PanelTotalMissing")
  })

  it("is missing as a panel, though its criteria count nought where they are missing", () => {
    const few = { ...panel, minimumRaters: 2 }
    const book = plainWith({ criteria: criteria("zero"), combine: "panels", panels: [few] })
    expect(totalBy(book, [marked("u", "p", "r", { a: 60, b: 40 })])).toBe("Blocked")
  })
})

describe("a criterion that counts nought where it is missing", () => {
  it("still waits for a panel that must score", () => {
    const book = plainWith({ criteria: criteria("zero"), panels: [panel] })
    expect(totalBy(book, [marked("u", "p", "r", { a: 60 })])).toBe("Blocked")
  })

  it("stays in what could be earned, where one that is left out does not", () => {
    const byPanels = (missing: string) => plainWith({ criteria: criteria(missing), combine: "panels", panels: [panel] })
    const given = [marked("u", "p", "r", { a: 60 })]
    expect(["zero", "exclude"].map((missing) => totalBy(byPanels(missing), given))).toEqual(["60", "100"])
  })
})

describe("sheets set aside", () => {
  const own = { ...panel, voids: ["allFull"], recuse: "ownUnit" }
  const book = plainWith({ criteria: criteria("block"), panels: [own] })
  const spoilt = marked("u", "p", "full", { a: 60, b: 40 })
  const recused = marked("u", "p", "own", { a: 60, b: 20 }, { raterUnit: "u" })

  it("are told by both causes, also where there are as many of one as of the other", () => {
    const given = [spoilt, recused, marked("u", "p", "r", { a: 30, b: 20 })]
    expect(totalBy(book, given)).toBe("50")
    expect(reasonsOf(book, given)[0]).toMatchObject({ _tag: "SheetsSetAside", recused: 1, spoilt: 1 })
  })

  it("do not have the same share everywhere where two of three criteria agree, nor are they full where all shares are a half", () => {
    const three = [...criteria("block"), { ...criterion, id: "d", name: "d", maximum: 10, missing: "block" }]
    const strict = (rule: string) =>
      plainWith({ criteria: three, fullMarks: 110, panels: [{ ...panel, voids: [rule] }] })
    expect(totalBy(strict("allEqual"), [marked("u", "p", "r", { a: 30, b: 20, d: 1 })])).toBe("51")
    expect(totalBy(strict("allFull"), [marked("u", "p", "r", { a: 30, b: 20, d: 5 })])).toBe("55")
    expect(totalBy(strict("allFull"), [marked("u", "p", "r", { a: 60, b: 40, d: 1 })])).toBe("101")
  })
})

it("which marks count is said within each group of raters by itself", () => {
  const groups = [
    { id: "leaders", name: "校领导", weight: "0.6" },
    { id: "others", name: "非校领导", weight: "0.4" }
  ]
  const trimmed = { method: "trimmedMean", dropHighest: 1, dropLowest: 0, onlyAbove: 1 }
  const book = plainWith({ panels: [{ ...panel, groups, aggregate: trimmed }] })
  const from = (group: string, marks: ReadonlyArray<number>) =>
    marks.map((c, i) => marked("u", "p", `${group}${i}`, { c }, { group }))
  const sheets = [...from("leaders", [80, 90]), ...from("others", [75, 70, 60])]
  // 0.6 × 80 + 0.4 × 65: the highest mark of each group is dropped, and three marks count.
  expect(totalBy(book, sheets)).toBe("74")
  const outcome = outcomeOf(gradeUnsafe(book, { units: [unit("u")], sheets, facts: [] }), "u")
  expect(outcome).toMatchObject({ scores: [{ panels: [{ scored: 5, counted: 3 }] }] })
  const told = explanationText(Result.getOrThrow(explain(book, { units: [unit("u")], sheets, facts: [] }, "u")), "en")
  expect(told).toContain("3 of 5 marks count")
  const lines = told.split("\n").filter((line) => /leaders\d|others\d/.test(line))
  expect(lines.map((line) => line.trim())).toEqual([
    "leaders0 (leaders): 80",
    "leaders1 (leaders): 90, left out by the panel's method",
    "others0 (others): 75, left out by the panel's method",
    "others1 (others): 70",
    "others2 (others): 60"
  ])
})
