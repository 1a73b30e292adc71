import { checkLaws, renderLawReport } from "@zhengyou/testkit"
import { expect, it } from "vitest"
import { bookOf } from "../src/book.ts"
import { options } from "../src/options.ts"

it("finds the gate of the draft that stands the wrong way round, with the smallest window that shows it", async () => {
  const report = checkLaws(bookOf("book-draft.json"), options)
  const broken = report.results.filter(({ _tag }) => _tag === "Broken")
  expect(broken.map(({ law }) => law.id)).toEqual(["benefits-help"])
  await expect(`${renderLawReport({ ...report, results: broken }, "zh-CN")}\n`).toMatchFileSnapshot(
    "../counterexample.txt"
  )
})
