import { type Catalogue, render } from "@zhengyou/core"
import { copiedFinding, type TextFinding, textFindingEn, textFindingZhCN } from "@zhengyou/pledges"
import { describe, expect, it } from "vitest"

const span = { from: 4, to: 6 }
const samples: ReadonlyArray<readonly [TextFinding, ReadonlyArray<string>]> = [
  [{ _tag: "HiddenText", kind: "zeroWidth", span, count: 7 }, ["5", "7"]],
  [{ _tag: "HiddenText", kind: "lookAlikeDigit", span, count: 7 }, ["5", "7"]],
  [{ _tag: "VagueWording", span, words: "加强" }, ["加强"]],
  [{ _tag: "Slogan", span, words: "勇争一流" }, ["勇争一流"]],
  [{ _tag: "OrdinaryDuty", span, words: "按时上下班" }, ["按时上下班"]],
  [{ _tag: "NoMeasure", span }, ["12"]],
  [{ _tag: "NoBaseline", span, words: "比去年" }, ["比去年", "8%", "5%"]],
  [{ _tag: "NoTime", span }, []],
  [{ _tag: "NoEvidence", span }, []],
  [{ _tag: "Copied", of: "p3", among: "earlier", shared: 22, total: 23, copies: 4 }, ["p3", "95%", "22", "23", "4"]],
  [{ _tag: "Copied", of: "p3", among: "current", shared: 23, total: 23, copies: 1 }, ["p3", "100%", "23", "1"]]
]

const catalogues: ReadonlyArray<readonly [string, Catalogue<TextFinding>]> = [
  ["en", textFindingEn],
  ["zh-CN", textFindingZhCN]
]

describe.each(catalogues)("in %s", (language, catalogue) => {
  it.each(samples)("%j is a text with its figures", (finding, figures) => {
    const text = render(catalogue, finding)
    expect(figures.filter((figure) => !text.includes(figure))).toEqual([])
    expect(text).not.toMatch(/undefined|NaN|\[object/)
    expect(/[a-z]{3,} [a-z]{2,}/.test(text)).toBe(language === "en")
  })

  it("every finding there is has a sample", () => {
    expect([...new Set(samples.map(([{ _tag }]) => _tag))].toSorted()).toEqual(Object.keys(catalogue).toSorted())
  })
})

describe("a copy", () => {
  it("is told by the nearest text", () => {
    const nearest = [{ of: "b", among: "current", shared: 9, total: 10 } as const]
    expect(copiedFinding({ id: "a", copies: 3, nearest })).toEqual({
      _tag: "Copied",
      of: "b",
      among: "current",
      shared: 9,
      total: 10,
      copies: 3
    })
    expect(copiedFinding({ id: "a", copies: 0, nearest: [] })).toBeUndefined()
  })
})
