import { reportTextEn, reportTextZhCN } from "@zhengyou/report"
import { describe, expect, it } from "vitest"

describe("the texts of a report", () => {
  it("exist in both languages", () => {
    expect(Object.keys(reportTextEn).toSorted()).toEqual(Object.keys(reportTextZhCN).toSorted())
  })
})
