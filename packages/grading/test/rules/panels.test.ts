import { exactUnsafe } from "@zhengyou/core"
import { decidingReason } from "@zhengyou/grading"
import { describe, expect, it } from "vitest"
import { plain, plainWith } from "../books.ts"
import { gradeUnsafe, outcomeOf, totalOf, unit } from "../support.ts"
import { marked, totalBy } from "./support.ts"

const [panel] = plain.panels

describe("groups of raters inside a panel: leaders 0.6, the others 0.4", () => {
  const groups = [
    { id: "leaders", name: "校领导", weight: "0.6" },
    { id: "others", name: "非校领导", weight: "0.4" }
  ]
  const book = (missing: string) => plainWith({ panels: [{ ...panel, groups, missing }] })
  const given = (group: string, ...marks: ReadonlyArray<number>) =>
    marks.map((c, i) => marked("u", "p", `${group}${i}`, { c }, { group }))

  it("are averaged each by itself, and then weighed", () => {
    // 0.6 × 85 + 0.4 × 92, where all four together would be 90.25
    expect(totalBy(book("block"), [...given("leaders", 85), ...given("others", 90, 92, 94)])).toBe("87.8")
  })

  it("of which one is missing block the unit, are nought, or leave their weight to the other", () => {
    const sheets = given("leaders", 80, 90)
    expect(["block", "zero", "exclude"].map((missing) => totalBy(book(missing), sheets))).toEqual([
      "Blocked",
      "51",
      "85"
    ])
  })

  it("are all missing: the panel is, by its own rule", () => {
    const grading = gradeUnsafe(book("block"), { units: [unit("u")], sheets: [], facts: [] })
    expect(decidingReason(outcomeOf(grading, "u"))).toMatchObject({ _tag: "PanelMissing", scored: 0, counts: "block" })
  })

  it("are weighed sheet by sheet too where panels make totals of their own", () => {
    const whole = plainWith({ combine: "panels", panels: [{ ...panel, groups, per: "sheet" }] })
    expect(totalBy(whole, [...given("leaders", 85), ...given("others", 90, 92, 94)])).toBe("87.8")
  })
})

describe("raters who belong to the unit that they score", () => {
  const trimmed = { method: "trimmedMean", dropHighest: 1, dropLowest: 1, onlyAbove: 3 }
  const from = (raterUnit: string, rater: string, c: number) => marked("u", "p", rater, { c }, { raterUnit })
  const others = [from("v", "r1", 70), from("v", "r2", 80), from("w", "r3", 87)]
  const own = from("u", "r4", 100)

  it("count where the book does not say: 70 and 100 of four are dropped", () => {
    expect(totalBy(plainWith({ panels: [{ ...panel, aggregate: trimmed }] }), [...others, own])).toBe("83.5")
  })

  it("are left out before the trimming: three are left, too few to drop any", () => {
    const book = plainWith({ panels: [{ ...panel, aggregate: trimmed, recuse: "ownUnit" }] })
    expect(totalBy(book, [...others, own])).toBe("79")
    const grading = gradeUnsafe(book, { units: [unit("u")], sheets: [...others, own], facts: [] })
    expect(outcomeOf(grading, "u").reasons[0]).toEqual({
      _tag: "SheetsSetAside",
      panel: { id: "p", name: "p" },
      recused: 1,
      spoilt: 0
    })
  })

  it("are left out before the raters are counted: three are not four", () => {
    const book = plainWith({ panels: [{ ...panel, minimumRaters: 4, recuse: "ownUnit" }] })
    const outcome = outcomeOf(gradeUnsafe(book, { units: [unit("u")], sheets: [...others, own], facts: [] }), "u")
    expect(outcome._tag).toBe("Blocked")
    expect(decidingReason(outcome)).toMatchObject({ _tag: "PanelMissing", scored: 3, needed: 4 })
  })

  it("score other units as anybody does", () => {
    const book = plainWith({ panels: [{ ...panel, recuse: "ownUnit" }] })
    const sheets = [
      marked("u", "p", "r1", { c: 100 }, { raterUnit: "u" }),
      marked("u", "p", "r2", { c: 80 }),
      marked("v", "p", "r1", { c: 60 }, { raterUnit: "u" })
    ]
    const grading = gradeUnsafe(book, { units: ["u", "v"].map(unit), sheets, facts: [] })
    expect([totalOf(grading, "u"), totalOf(grading, "v")]).toEqual(["80", "60"])
  })
})

describe("void sheets", () => {
  const criteria = [
    { id: "a", name: "a", maximum: 60, missing: "block" },
    { id: "b", name: "b", maximum: 40, missing: "block" }
  ]
  const book = (voids: ReadonlyArray<string>) => plainWith({ criteria, panels: [{ ...panel, voids }] })
  const full = marked("u", "p", "full", { a: 60, b: 40 })
  const equal = marked("u", "p", "equal", { a: 54, b: 36 })
  const plainly = marked("u", "p", "plain", { a: 48, b: 28 })

  it("are those that give the maximum everywhere", () => {
    // Without the full one: 51 of a, and 32 of b
    expect(totalBy(book(["allFull"]), [full, equal, plainly])).toBe("83")
  })

  it("are those that give every criterion the same share, the full ones among them", () => {
    expect(totalBy(book(["allEqual"]), [full, equal, plainly])).toBe("76")
    expect(totalBy(book([]), [full, equal, plainly])).toBe("266/3")
  })

  it("leave nobody where all are void, and the outcome says how many were set aside", () => {
    const grading = gradeUnsafe(book(["allEqual"]), { units: [unit("u")], sheets: [full, equal], facts: [] })
    expect(outcomeOf(grading, "u")).toMatchObject({ _tag: "Blocked", scores: [{ panels: [{ scored: 0 }] }, {}] })
  })

  it("do not count towards the raters that are needed", () => {
    const two = plainWith({ criteria, panels: [{ ...panel, voids: ["allFull"], minimumRaters: 2 }] })
    expect(totalBy(two, [full, plainly])).toBe("Blocked")
    expect(totalBy(two, [full, plainly, equal])).toBe("83")
  })

  it("need two marks: one alone is always equal to itself", () => {
    const one = plainWith({ panels: [{ ...panel, voids: ["allEqual", "allFull"] }] })
    expect(totalBy(one, [marked("u", "p", "r", { c: 100 })])).toBe("100")
  })
})

it("a panel of weight 0 is shown and does not count", () => {
  const claim = { ...panel, id: "self", name: "自评", weight: 0 }
  const book = plainWith({ panels: [panel, claim] })
  const sheets = [marked("u", "p", "r", { c: 81 }), marked("u", "self", "r", { c: 99 })]
  const outcome = outcomeOf(gradeUnsafe(book, { units: [unit("u")], sheets, facts: [] }), "u")
  expect(outcome).toMatchObject({
    total: { exact: exactUnsafe(81) },
    scores: [{ panels: [{ score: exactUnsafe(81) }, { score: exactUnsafe(99) }] }]
  })
})
