import { formatExact, isExact, type Language, render } from "@zhengyou/core"
import { checkBook, checkTextEn, checkTextZhCN, type FindingProblem, witnessLines } from "@zhengyou/grading"
import { describe, expect, it } from "vitest"
import { plainWith } from "../books.ts"
import { faulty } from "./faulty.ts"

const languages: ReadonlyArray<Language> = ["zh-CN", "en"]
const textOf = (problem: FindingProblem, language: Language) =>
  render(language === "en" ? checkTextEn : checkTextZhCN, problem)

/** The names and figures that a problem holds, in the words of every language. */
const holdings = (value: unknown): ReadonlyArray<string> => {
  // None is told in words.
  if (typeof value === "number") return value === 0 ? [] : [String(value)]
  // A fraction may be told as a decimal.
  if (isExact(value)) return [formatExact(value)].filter((text) => !text.includes("/"))
  if (typeof value !== "object" || value === null) return []
  if ("name" in value) return [String(value.name)]
  return Object.values(value).flatMap(holdings)
}

describe.each(faulty)("$tag at $path", ({ tag, edit, roster }) => {
  const book = plainWith(edit)
  const findings = checkBook(book, roster).filter(({ problem }) => problem._tag === tag)

  it("is told in both languages, with every name and figure that it holds", () => {
    for (const { problem } of findings)
      for (const language of languages) {
        const text = textOf(problem, language)
        for (const held of holdings(problem)) expect(text).toContain(held)
        expect(text).not.toMatch(/undefined|\[object|NaN/)
      }
  })

  it("has a line for each of the first units of its witness, and few lines at all", () => {
    for (const finding of findings)
      for (const language of languages) {
        const lines = witnessLines(book, finding, language)
        expect(lines).toHaveLength(Math.min(5, finding.witness.units.length))
        expect(lines.join("\n")).not.toMatch(/\[object|NaN/)
      }
  })
})

describe("the two languages", () => {
  it("say different things of every kind of finding", () => {
    for (const { edit, roster } of faulty)
      for (const { problem } of checkBook(plainWith(edit), roster))
        expect(textOf(problem, "en")).not.toBe(textOf(problem, "zh-CN"))
  })
})
