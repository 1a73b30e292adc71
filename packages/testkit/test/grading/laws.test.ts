import { readFileSync } from "node:fs"
import { parseRuleBook } from "@zhengyou/grading"
import { anyBook, checkLaws, laws, renderLawReport } from "@zhengyou/testkit"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { bookWith, ordinary } from "./books.ts"

const tagsOf = (report: ReturnType<typeof checkLaws>) =>
  Object.fromEntries(report.results.map(({ law, _tag }) => [law.id, _tag]))

const ofExample = (name: string) =>
  Result.getOrThrow(
    parseRuleBook(JSON.parse(readFileSync(new URL(`../../../../examples/${name}`, import.meta.url), "utf8")))
  )

const aboutBooks = laws.filter(({ about }) => about === "book")

describe("laws about the engine", () => {
  it("hold on whatever book is generated", () => {
    const engineLaws = laws.filter(({ about }) => about === "engine")
    const seen = new Set<string>()
    fc.assert(
      fc.property(anyBook(), fc.nat(), (book, seed) => {
        const report = checkLaws(book, { seed, runs: 5, laws: engineLaws })
        const broken = report.results.filter(({ _tag }) => _tag === "Broken")
        for (const { law, _tag } of report.results) if (_tag === "Held") seen.add(law.id)
        if (broken.length > 0) throw new Error(renderLawReport({ ...report, results: broken }, "en"))
      }),
      { numRuns: 30, seed: 20_121_231 }
    )
    // Each of them applied to some of the books.
    expect(engineLaws.filter(({ id }) => !seen.has(id)).map(({ id }) => id)).toEqual([])
  })
})

describe("the laws of a book", () => {
  it("hold on an ordinary book; those that do not apply say why", () => {
    const tags = tagsOf(checkLaws(bookWith(), { seed: 1, benefits: ["rate"] }))
    expect(Object.values(tags)).not.toContain("Broken")
    expect(Object.keys(tags).filter((id) => tags[id] === "NotApplicable")).toEqual([
      "zero-weight",
      "recusal",
      "void-sheets",
      "adjustment-cap"
    ])
  })

  it.each(["grading-round/book.json", "grading-round/book-strict.json"])("none is broken by %s", (name) => {
    const report = checkLaws(ofExample(name), { seed: 1, runs: 40 })
    expect(report.results.filter(({ _tag }) => _tag === "Broken")).toEqual([])
  })

  it("find a gate that is the wrong way round, on the facts that are declared better when higher", () => {
    const gates = [{ ...ordinary.gates[0], when: { fact: "rate", op: ">", value: "0.9" } }]
    const report = checkLaws(bookWith({ gates }), { seed: 1, benefits: ["rate"], laws: aboutBooks })
    expect(tagsOf(report)).toMatchObject({ "benefits-help": "Broken" })
    expect(tagsOf(checkLaws(bookWith({ gates }), { seed: 1, laws: aboutBooks }))).toMatchObject({
      "benefits-help": "NotApplicable"
    })
  })

  it("find a gate on a score that is the wrong way round", () => {
    const gates = [{ id: "g", name: "g", when: { fact: "score.total", op: ">", value: 92 }, then: { atMost: "C" } }]
    expect(tagsOf(checkLaws(bookWith({ gates }), { seed: 1, laws: aboutBooks }))).toMatchObject({ monotone: "Broken" })
  })

  it("find that a unit is better off without a score where the book leaves missing criteria out", () => {
    const criteria = ordinary.criteria.map((criterion) => ({ ...criterion, missing: "exclude" }))
    const panels = ordinary.panels.map((panel) => ({ ...panel, missing: "exclude" }))
    const tags = tagsOf(checkLaws(bookWith({ criteria, panels }), { seed: 1, laws: aboutBooks }))
    expect(tags).toMatchObject({ "absence-never-helps": "Broken" })
  })
})

describe("a report", () => {
  it("is the same for the same seed, and tells of each law as it is known", () => {
    const told: Array<string> = []
    const options = { seed: 7, runs: 20, laws: laws.slice(0, 8) }
    const report = checkLaws(bookWith(), { ...options, onResult: ({ law }) => told.push(law.id) })
    expect(checkLaws(bookWith(), options)).toEqual(report)
    expect(told).toEqual(options.laws.map(({ id }) => id))
  })

  it("shows the smallest case that was found, as small tables", () => {
    const gates = [{ ...ordinary.gates[0], when: { fact: "rate", op: ">", value: "0.9" } }]
    const report = checkLaws(bookWith({ gates, eligibility: [] }), { seed: 1, benefits: ["rate"], laws: aboutBooks })
    const [broken] = report.results.filter(({ _tag }) => _tag === "Broken")
    if (broken?._tag !== "Broken") throw new Error("nothing is broken")
    const { inputs } = broken.counterexample.case
    expect(inputs.units).toHaveLength(1)
    expect(new Set(inputs.sheets.map(({ panel }) => panel)).size).toBe(2)
    const zh = renderLawReport(report, "zh-CN")
    expect(zh).toContain("✗ benefits-help")
    expect(zh).toContain("变动：u1 的 rate 由")
    const en = renderLawReport(report, "en")
    expect(en).toMatch(/rate of u1 raised from [\d.]+ to [\d.]+/)
    expect(en).toMatch(/expected: no worse than A/)
    expect(en).toContain("most likely a mistake in the rules")
  })

  it("has every text in both languages, and a witness for every law", () => {
    for (const { says, witness } of laws) {
      for (const text of [says, witness.bug]) {
        expect(typeof text === "object" && text["zh-CN"] !== text.en).toBe(true)
      }
      expect(witness.source).toMatch(/^[\w.-]+\/[\w.-]+#\d+$/)
    }
    expect(new Set(laws.map(({ id }) => id)).size).toBe(laws.length)
  })
})
