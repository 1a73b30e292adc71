import { compileWording, defaultWording, type TextFinding, Wording } from "@zhengyou/pledges"
import { Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { hostileText } from "./support.ts"

const { findingsIn } = compileWording(defaultWording)

const tagsIn = (text: string): ReadonlyArray<string> => findingsIn(text).map(({ _tag }) => _tag)

const wordsOf = (text: string, tag: TextFinding["_tag"]) =>
  findingsIn(text).flatMap((finding) =>
    finding._tag === tag && "words" in finding ? [[finding.words, text.slice(finding.span.from, finding.span.to)]] : []
  )

const good = "6月底前走访学生宿舍12间，走访记录在公示栏公布。"

describe("a text that says what, how much, by when and how it is seen", () => {
  it("has no finding", () => {
    expect(findingsIn(good)).toEqual([])
  })
})

describe("vague words", () => {
  it("are found with their place in the text as it was written", () => {
    const text = "全年 进 一\u200b步 加强学习，记录备查。"
    expect(wordsOf(text, "VagueWording")).toEqual([["进 一\u200b步", "进 一\u200b步"]])
  })

  it("are no fault in a sentence with a number or a result, and are one in the next", () => {
    expect(tagsIn(`进一步加强走访，${good}`)).toEqual([])
    expect(tagsIn(`进一步加强走访。${good}`)).toEqual(["VagueWording"])
  })

  it("are found once in a sentence", () => {
    expect(wordsOf("不断加强学习，努力提高水平；切实改进作风", "VagueWording").map(([words]) => words)).toEqual([
      "不断",
      "切实"
    ])
  })
})

describe("slogans", () => {
  it("are found, and not a second time for the vague words in them", () => {
    expect(tagsIn(`为建设一流大学而努力奋斗！${good}`)).toEqual(["Slogan"])
  })
})

describe("ordinary duty", () => {
  it("is found where there is nothing else", () => {
    expect(tagsIn("全年按时上下班，不迟到、不早退，考勤记录可查。")).toEqual(["OrdinaryDuty", "NoMeasure"])
    expect(tagsIn(`按时上下班，${good}`)).toEqual([])
  })
})

describe("a comparison", () => {
  it.each([
    "年底前投诉比去年减少15%，由信访办统计。",
    "年底前满意度提高5个百分点，由信访办统计。",
    "年底前用纸量减半，由信访办统计。",
    "年底前投诉，降5%，由信访办统计。",
    "年底前满意率超过去年两个百分点，由信访办统计。"
  ])("without the figure that it starts from is found: %s", (text) => {
    expect(tagsIn(text)).toEqual(["NoBaseline"])
  })

  it.each([
    "年底前投诉由去年的20件减少15%，由信访办统计。",
    "年底前投诉比去年（去年为20件）减少15%，由信访办统计。",
    "年底前满意率从88%提高到93%，由信访办统计。",
    "年底前满意率提高到95%，由信访办统计。",
    "年底前办理时间由7个工作日缩短到2个，由信访办统计。"
  ])("with it is not: %s", (text) => {
    expect(tagsIn(text)).toEqual([])
  })
})

describe("what a text lacks", () => {
  it.each([
    ["走访学生宿舍12间，走访记录在公示栏公布。", "NoTime"],
    ["6月底前走访学生宿舍12间。", "NoEvidence"],
    ["6月底前走访学生宿舍，走访记录在公示栏公布。", "NoMeasure"]
  ])("%s: %s", (text, tag) => {
    expect(findingsIn(text)).toEqual([{ _tag: tag, span: { from: 0, to: text.length } }])
  })
})

describe("hidden characters", () => {
  it("are found, and hide nothing from the other checks", () => {
    expect(tagsIn("加\u200b强\u202e学习")).toEqual([
      "HiddenText",
      "HiddenText",
      "VagueWording",
      "NoMeasure",
      "NoTime",
      "NoEvidence"
    ])
  })
})

describe("the vocabulary", () => {
  it("is data that a host extends", () => {
    const mine = compileWording({ ...defaultWording, vague: [...defaultWording.vague, "以…促…"] })
    const text = `以评估为契机促建设。${good}`
    expect(tagsIn(text)).toEqual([])
    expect(mine.findingsIn(text)).toEqual([{ _tag: "VagueWording", span: { from: 0, to: 7 }, words: "以评估为契机促" }])
  })

  it("is read whatever the form of its words", () => {
    const mine = compileWording({ ...defaultWording, vague: ["ＫＰＩ化"] })
    expect(mine.findingsIn(`推动kpi化。${good}`).map(({ _tag }) => _tag)).toEqual(["VagueWording"])
  })

  it("of the package is one that its schema takes, without a word twice", () => {
    expect(Result.isSuccess(Schema.decodeUnknownResult(Wording)(defaultWording))).toBe(true)
    for (const list of Object.values<ReadonlyArray<string>>({ ...defaultWording }))
      expect(list.filter((one, i) => list.indexOf(one) !== i)).toEqual([])
  })

  it.each([[""], ["…"], [" "], ["加".repeat(41)], ["\ud800"]])("refuses the word %j", (word) => {
    expect(Result.isFailure(Schema.decodeUnknownResult(Wording)({ ...defaultWording, vague: [word] }))).toBe(true)
  })
})

describe("laws", () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom("进一步加强", "学习", "比去年", "减少15%", "按时上下班", "勇争一流", "。", "，"),
      hostileText
    )
  )
  const texts = pieces.map((all) => all.join(""))

  it("what is quoted stands at its place", () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const finding of findingsIn(text)) {
          if (!("span" in finding)) continue
          const { from, to } = finding.span
          expect(from <= to && to <= text.length).toBe(true)
          if ("words" in finding) expect(finding.words).toBe(text.slice(from, to).toWellFormed())
        }
      })
    )
  })

  it("the same text has the same findings, whatever was read before", () => {
    fc.assert(
      fc.property(texts, texts, (text, other) => {
        const fresh = compileWording(defaultWording).findingsIn(text)
        findingsIn(other)
        expect(findingsIn(text)).toEqual(fresh)
      }),
      { numRuns: 30 }
    )
  })

  it("a good sentence more takes away what the text lacks", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lacks = new Set(["NoMeasure", "NoTime", "NoEvidence", "OrdinaryDuty"])
        expect(tagsIn(`${text}。${good}`).filter((tag) => lacks.has(tag))).toEqual([])
      })
    )
  })

  it("characters that show nothing change nothing but that they are told", () => {
    fc.assert(
      fc.property(pieces, (all) => {
        const seen = findingsIn(all.join("。")).map(({ _tag }) => _tag)
        const found = findingsIn(all.join("\u200b。\u2060")).map(({ _tag }) => _tag)
        expect(found.filter((tag) => tag !== "HiddenText")).toEqual(seen.filter((tag) => tag !== "HiddenText"))
      })
    )
  })

  it("a hundred thousand characters of anything are reviewed, with at most twenty findings of a kind", () => {
    for (const piece of [
      "加强，",
      "加强。",
      "为",
      "以为",
      "勇争一流。",
      "比去年",
      "去年5次",
      "1月",
      "一百",
      "减少5%",
      "三会一课",
      "1,",
      "12:3"
    ]) {
      const findings = findingsIn(piece.repeat(Math.ceil(100_000 / piece.length)))
      expect(findings.length).toBeLessThanOrEqual(27)
    }
  })
})
