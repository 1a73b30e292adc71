import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { labels, pairsOf, scoreTable, sentencesOf } from "./labelled/score.ts"

const parts = ["tune", "report"] as const

describe.each(parts)("the labelled sentences to %s", (part) => {
  const sentences = sentencesOf(part)

  it("are numbered, each with labels that there are", () => {
    const known: ReadonlyArray<string> = Object.values(labels)
    for (const [i, { n, by, text, faults }] of sentences.entries()) {
      expect(n).toBe(i + 1)
      expect(["branch", "office", "member"]).toContain(by)
      expect(text.length).toBeGreaterThan(5)
      expect(faults.filter((fault, at) => !known.includes(fault) || faults.indexOf(fault) !== at)).toEqual([])
    }
  })

  it("are about half of them without a fault, and show every fault", () => {
    const good = sentences.filter(({ faults }) => faults.length === 0).length
    expect(Math.abs(2 * good - sentences.length)).toBeLessThanOrEqual(sentences.length / 20)
    for (const label of Object.values(labels))
      expect(sentences.filter(({ faults }) => faults.includes(label)).length).toBeGreaterThanOrEqual(10)
  })
})

describe("the labelled set", () => {
  it("has at least three hundred sentences, none in both parts", () => {
    const texts = parts.flatMap((part) => sentencesOf(part).map(({ text }) => text))
    expect(texts.length).toBeGreaterThanOrEqual(300)
    expect(new Set(texts).size).toBe(texts.length)
  })

  it("has its pairs split by their number", () => {
    expect(pairsOf("tune").filter(({ n }) => n % 2 === 0)).toEqual([])
    expect(pairsOf("report").filter(({ n }) => n % 2 === 1)).toEqual([])
  })
})

describe("the page of pledge texts", () => {
  it("shows what the command prints, and how many sentences and pairs there are", () => {
    const page = readFileSync(new URL("../../../../docs/concepts/pledge-texts.md", import.meta.url), "utf8")
    expect(page).toContain(scoreTable("report"))
    expect(page).toContain(
      `${sentencesOf("report").length} labelled sentences and ${pairsOf("report").length} labelled pairs`
    )
    expect(page).toContain(`with the ${sentencesOf("tune").length}`)
  })
})
