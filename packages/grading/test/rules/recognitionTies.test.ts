import { parseRuleBook } from "@zhengyou/grading"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { flag, gradeUnsafe, outcomeOf, unit } from "../support.ts"

/** Two units recognised as A, each taking a seat, and one seat. */
const bookWith = (ties: string) =>
  Result.getOrThrow(
    parseRuleBook({
      format: "zhengyou/rule-book@2",
      id: "recognised",
      version: "1",
      title: "直接认定",
      ladder: [
        { id: "A", name: "先进" },
        { id: "B", name: "一般" }
      ],
      facts: [{ id: "honoured", name: "表彰", type: "flag" }],
      criteria: [{ id: "work", name: "工作", maximum: 100, missing: "block" }],
      fullMarks: 100,
      panels: [{ id: "p", name: "p", weight: 1, aggregate: { method: "mean" }, missing: "block" }],
      rounding: {},
      decideOn: "exact",
      bands: [
        { level: "A", from: 90 },
        { level: "B", from: 0 }
      ],
      recognitions: [
        {
          id: "r",
          name: "r",
          when: { fact: "honoured", op: "=", value: true, ifUnknown: false },
          level: "A",
          takesSeat: true
        }
      ],
      quotas: [{ kind: "cap", level: "A", seats: { count: 1 }, ties }]
    })
  )
const inputs = {
  units: [unit("甲"), unit("乙")],
  sheets: [],
  facts: [flag("甲", "honoured", true), flag("乙", "honoured", true)]
}

describe("recognised units tied across a quota's cut", () => {
  it.each(["undetermined", "lots"])("are left open under %s without a seed", (ties) => {
    const grading = gradeUnsafe(bookWith(ties), inputs)
    for (const id of ["甲", "乙"]) {
      const outcome = outcomeOf(grading, id)
      expect(outcome._tag).toBe("Undetermined")
      expect(outcome.reasons.at(-1)).toMatchObject({ _tag: "TiedAtQuota" })
    }
  })

  it("are told that they were kept by their tie under include", () => {
    const grading = gradeUnsafe(bookWith("include"), inputs)
    for (const id of ["甲", "乙"]) expect(outcomeOf(grading, id).reasons.at(-1)).toMatchObject({ _tag: "KeptByTie" })
  })

  it("one of them is told that it was kept by lot where there is a seed", () => {
    const grading = gradeUnsafe(bookWith("lots"), { ...inputs, lotSeed: "公报第 1 号" })
    const tags = ["甲", "乙"].map((id) => outcomeOf(grading, id).reasons.at(-1)?._tag)
    expect(tags.toSorted()).toEqual(["KeptByTie", "QuotaPushed"])
  })
})
