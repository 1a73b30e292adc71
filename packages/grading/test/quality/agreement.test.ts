import { exactUnsafe, render, zero } from "@zhengyou/core"
import { describe, expect, it } from "vitest"
import { qualityTextEn } from "../../src/quality/texts/en.ts"
import { qualityTextZhCN } from "../../src/quality/texts/zh-CN.ts"
import { sheet } from "../support.ts"
import { bookWith, coefficients, qualityOf } from "./support.ts"

it("measures agreement of a panel's totals on the sheets that score all its criteria", () => {
  const book = bookWith({
    criteria: [
      { id: "work", maximum: 60, weight: "2" },
      { id: "order", maximum: 40 }
    ],
    panels: [{ id: "p", weight: "1" }]
  })
  const total = qualityOf(book, [
    sheet("u", "p", "a", { work: 10, order: 20 }),
    sheet("u", "p", "b", { work: 15, order: 10 }),
    sheet("v", "p", "a", { work: 20, order: 20 }),
    sheet("v", "p", "b", { work: 25, order: 10 }),
    sheet("v", "p", "c", { work: 25 })
  ]).agreement[0]?.total
  // 2 · 10 + 20 = 2 · 15 + 10 and 2 · 20 + 20 = 2 · 25 + 10: the raters agree on both totals, and on no criterion.
  expect(total?.alpha).toMatchObject({ value: exactUnsafe(1), scores: 4 })
  expect(total?.intraclass).toMatchObject({ agreement: { single: exactUnsafe(1), average: exactUnsafe(1) } })
})

describe("figures that cannot be had say why", () => {
  const tags = (raters: ReadonlyArray<ReadonlyArray<number | undefined>>) => {
    const { alpha, intraclass } = coefficients(raters)
    return [alpha._tag, intraclass._tag]
  }

  it("nobody, one rater, one unit, nothing in common", () => {
    expect(tags([])).toEqual(["NotShared", "NotShared"])
    expect(tags([[1, 2, 3]])).toEqual(["NotShared", "NotShared"])
    expect(tags([[1], [2]])).toEqual(["OneUnit", "OneUnit"])
    expect(
      tags([
        [1, undefined],
        [undefined, 2]
      ])
    ).toEqual(["NotShared", "NotShared"])
  })

  it("gaps, scores that are all equal, units whose means are equal", () => {
    expect(
      tags([
        [1, 2],
        [3, 4],
        [5, undefined]
      ])
    ).toEqual(["Measured", "Incomplete"])
    expect(
      tags([
        [7, 7],
        [7, 7]
      ])
    ).toEqual(["NoVariation", "UnitsAlike"])
    expect(
      tags([
        [0, 1],
        [1, 0]
      ])
    ).toEqual(["Measured", "UnitsAlike"])
  })

  it("a reliability of several raters only where one has any", () => {
    // The second rater turns the first upside down, up to one mark.
    const { intraclass } = coefficients([
      [1, 2, 3],
      [3, 2, 2]
    ])
    expect(intraclass._tag === "Measured" && intraclass.agreement.single.n < 0n).toBe(true)
    expect(intraclass._tag === "Measured" && "average" in intraclass.agreement).toBe(false)
    // Here the units differ exactly as much as the raters contradict each other.
    const none = coefficients([
      [1, 0],
      [0, 0]
    ]).intraclass
    expect(none._tag === "Measured" && none.consistency).toEqual({ single: zero })
  })

  it("in both languages", () => {
    const tagsOfMessages = ["NotShared", "OneUnit", "NoVariation", "Incomplete", "UnitsAlike"] as const
    const texts = tagsOfMessages.flatMap((_tag) => [render(qualityTextEn, { _tag }), render(qualityTextZhCN, { _tag })])
    expect(new Set(texts).size).toBe(10)
    const panel = { id: "p", name: { "zh-CN": "专家组", en: "Experts" } }
    expect(render(qualityTextZhCN, { _tag: "Alone", panel, rater: "a" })).toBe(
      "“a”所评的内容，“专家组”没有其他评委评过，无从比较"
    )
    expect(render(qualityTextEn, { _tag: "NotComparable", panel, unit: "u" })).toBe(
      '"u": no criterion has scores of "Experts" and of another panel with a weight'
    )
  })
})
