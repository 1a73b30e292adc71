import { expect, it } from "vitest"
import { caseFile, inFolder, runHere, write } from "./support.ts"

const r2 = caseFile("r2.book.json")

it("prints a book as a regulation, in Chinese and in English", async () => {
  const chinese = await runHere("describe", r2)
  expect(chinese.code).toBe(0)
  expect(chinese.printed).toMatch(/第一章　总则\n第一条　/)
  expect(chinese.printed).toContain("群众满意率")
  const english = await runHere("describe", r2, "--lang", "en")
  expect(english.printed).toMatch(/Chapter 1\. General\nArticle 1\. /)
})

it("prints Markdown where it is asked to", async () => {
  expect((await runHere("describe", r2, "--format", "markdown")).printed).toMatch(/^# .*\n\n## /)
})

it("ends 2 for a book that cannot be read, two books, none, or a format that there is not", async () => {
  const unreadable = await inFolder((folder) => runHere("describe", write(folder, "book.json", "{}")))
  expect([unreadable.code, unreadable.printed]).toEqual([2, ""])
  expect((await runHere("describe", r2, r2)).code).toBe(2)
  expect((await runHere("describe")).complaints).toEqual(["缺少 BOOK.json"])
  expect((await runHere("describe", r2, "--format", "html")).code).toBe(2)
})
