import { exactUnsafe } from "@zhengyou/core"
import { describe, expect, it } from "vitest"
import { faultsIn, plain, plainWith } from "../books.ts"
import { gradeUnsafe, outcomeOf, unit } from "../support.ts"
import { award, marked, marksOf, totalBy } from "./support.ts"

const onTotal = { total: true }
const bonus = (rest: object = {}) => ({ id: "bonus", name: "加分项", kind: "bonus", on: onTotal, ...rest })
const deduction = (rest: object = {}) => ({ id: "fall", name: "减分项", kind: "deduction", on: onTotal, ...rest })

describe("a bonus", () => {
  const honours = [award("u", "bonus", "国家级", 5), award("u", "bonus", "省级", 3), award("u", "bonus", "校级", 1)]

  it("counts up to its cap: 9 points are 5", () => {
    const book = plainWith({ adjustments: [bonus({ cap: 5 })] })
    expect(totalBy(book, marksOf("p", [80]), honours)).toBe("85")
    expect(totalBy(book, marksOf("p", [80]), honours.slice(1))).toBe("84")
  })

  it("has no end where the book names none, beyond the full marks", () => {
    expect(totalBy(plainWith({ adjustments: [bonus()] }), marksOf("p", [98]), honours)).toBe("107")
  })

  it("counts the highest entry only where the book says so, then up to the cap", () => {
    const only = (cap: object) => plainWith({ adjustments: [bonus({ highestOnly: true, ...cap })] })
    expect(totalBy(only({}), marksOf("p", [80]), honours)).toBe("85")
    expect(totalBy(only({ cap: 4 }), marksOf("p", [80]), honours)).toBe("84")
  })

  it("is of one unit: nobody else has it, and nobody without entries has a reason for it", () => {
    const book = plainWith({ adjustments: [bonus()] })
    const sheets = [...marksOf("p", [80]), ...marksOf("p", [80], "v")]
    const grading = gradeUnsafe(book, { units: ["u", "v"].map(unit), sheets, facts: [], awards: honours })
    expect(outcomeOf(grading, "u").reasons[0]).toEqual({
      _tag: "Adjusted",
      adjustment: { id: "bonus", name: "加分项" },
      kind: "bonus",
      given: exactUnsafe(9),
      counted: exactUnsafe(9)
    })
    expect(outcomeOf(grading, "v").reasons.map(({ _tag }) => _tag)).toEqual(["InBand"])
  })
})

describe("a deduction", () => {
  it("ends at nought", () => {
    const book = plainWith({ adjustments: [deduction()] })
    expect(totalBy(book, marksOf("p", [30]), [award("u", "fall", "通报批评", 10)])).toBe("20")
    expect(totalBy(book, marksOf("p", [30]), [award("u", "fall", "通报批评", 31)])).toBe("0")
  })

  it("goes by the order of the book: what falls to nought first may rise again", () => {
    const awards = [award("u", "fall", "通报批评", 40), award("u", "bonus", "校级", 3)]
    const [up, down] = [bonus(), deduction()]
    expect(totalBy(plainWith({ adjustments: [down, up] }), marksOf("p", [30]), awards)).toBe("3")
    expect(totalBy(plainWith({ adjustments: [up, down] }), marksOf("p", [30]), awards)).toBe("0")
  })

  it("is rounded where the book says so: a third of a point is 0.33", () => {
    const rounding = { adjustment: { mode: "halfExpand", digits: 2 } }
    const awards = [award("u", "fall", "迟交", "1/3")]
    expect(totalBy(plainWith({ adjustments: [deduction()], rounding }), marksOf("p", [80]), awards)).toBe("79.67")
  })
})

describe("on a criterion, before its weight", () => {
  const criteria = [
    { id: "base", name: "基础项", maximum: 100, weight: "0.7", missing: "block" },
    { id: "review", name: "评议项", maximum: 100, weight: "0.3", missing: "block" }
  ]
  const fallOn = (criterion: string) => deduction({ on: { criterion } })
  const sheets = [marked("u", "p", "r", { base: 96, review: 90 })]
  const awards = [award("u", "fall", "材料缺失", 6)]

  it("the basic items less the deductions × 70 % + the review × 30 %", () => {
    // 0.7 × (96 − 6) + 0.3 × 90 = 90, where 6 points of the total would leave 88.2
    expect(totalBy(plainWith({ criteria, adjustments: [fallOn("base")] }), sheets, awards)).toBe("90")
    expect(totalBy(plainWith({ criteria, adjustments: [deduction()] }), sheets, awards)).toBe("88.2")
  })

  it("a deduction ends at the criterion's own points", () => {
    const many = [award("u", "fall", "材料缺失", 200)]
    expect(totalBy(plainWith({ criteria, adjustments: [fallOn("base")] }), sheets, many)).toBe("27")
  })

  it("a bonus on a criterion that counts as nought without marks still counts", () => {
    const zero = criteria.map((one) => ({ ...one, missing: one.id === "review" ? "zero" : "block" }))
    const book = plainWith({
      criteria: zero,
      panels: [{ ...plain.panels[0], missing: "exclude" }],
      adjustments: [bonus({ on: { criterion: "review" } })]
    })
    // 0.7 × 90 + 0.3 × (0 + 10)
    const given = [marked("u", "p", "r", { base: 90 })]
    expect(totalBy(book, given, [award("u", "bonus", "特色", 10)])).toBe("66")
  })

  it("is refused where panels make totals of their own, and where there is no such criterion", () => {
    expect(faultsIn({ ...plain, criteria, combine: "panels", adjustments: [fallOn("base")] })).toEqual([
      { path: ["adjustments", 0, "on", "criterion"], problem: { _tag: "AdjustsCriterion", criterion: "base" } }
    ])
    expect(faultsIn({ ...plain, criteria, adjustments: [fallOn("style")] })).toMatchObject([
      { path: ["adjustments", 0, "on", "criterion"], problem: { _tag: "UnknownCriterion", criterion: "style" } }
    ])
  })
})
