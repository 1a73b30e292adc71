import { readFileSync } from "node:fs"
import type { Language } from "@zhengyou/core"
import { describeBook, parseRuleBook, type RuleBook, regulationMarkdown, regulationText } from "@zhengyou/grading"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { plain, plainWith } from "../books.ts"
import { bookOf } from "../support.ts"

const textOf = (book: RuleBook, language: Language) => regulationText(describeBook(book, language))

/** The sentences that a text lacks. */
const lacking = (book: RuleBook, language: Language, sentences: ReadonlyArray<string>) =>
  sentences.filter((sentence) => !textOf(book, language).includes(sentence))

const exampleBook = (name: string) =>
  Result.getOrThrow(
    parseRuleBook(
      JSON.parse(readFileSync(new URL(`../../../../examples/grading-round/${name}.json`, import.meta.url), "utf8"))
    )
  )

describe("a book as a regulation", () => {
  it("of an office that weighs self-appraisal 40 and superior review 60", () => {
    const book = bookOf("r1")
    expect(
      lacking(book, "zh-CN", [
        "等级分为四等，由高到低依次为：“先进”、“较好”、“一般”、“后进”。",
        "（一）“自评”的权重为 0.4，占 40%；",
        "（二）“上级考评”的权重为 0.6，占 60%。",
        "计算中不作任何取整。",
        "分数段、名次和名额一律以取整之前的总分为准。",
        "（一）90 分（含）以上的为“先进”；",
        "（二）75 分（含）以上、不足 90 分的为“较好”；",
        "名册中的单位均参加评定。"
      ])
    ).toEqual([])
    expect(
      lacking(book, "en", [
        "There are four levels, from best to lowest: ",
        '(1) "Self" with weight 0.4, a share of 40%;',
        "Nothing is rounded in the calculation.",
        '(2) 75 points or more, but less than 90: "Fairly good";',
        "All units of the roster are graded."
      ])
    ).toEqual([])
  })

  it("with a satisfaction gate", () => {
    const book = bookOf("r2")
    expect(
      lacking(book, "zh-CN", [
        "评定依据单位的下列事实：群众满意率（数值）。",
        "群众满意率低于 0.9（即 90%）的，等级不高于“一般”。",
        "条件所涉的事实不明，本办法没有写明如何处理，结果又因此不能确定的，该单位暂不定级，待事实补齐后再定。"
      ])
    ).toEqual([])
    expect(
      lacking(book, "en", [
        'the level is at most "Ordinary" where satisfaction rate is below 0.9 (90%).',
        "Grading looks at these facts about a unit: satisfaction rate (a number)."
      ])
    ).toEqual([])
  })

  it("with stars, a veto, a year of age and a cap", () => {
    const book = bookOf("r3")
    expect(
      lacking(book, "zh-CN", [
        "“成立满一年”，即成立满 12 个月（不明的，视为符合）。",
        "（一）基础项减分后，满分 100 分，权重 0.7，乘以权重后最多计 70 分，在 0 分至 100 分之间直接评分；",
        "（一）“基础项减分后”：“检查组”占 100%；",
        "计算中只在下列各步取整，其余各步均不取整：总分四舍五入保留两位小数。",
        "分数段、名次和名额一律以取整之后的总分为准。",
        "“一票否决”为“是”（不明的，视为不符合）的，等级不高于“★2”。",
        "“★5”的单位不得超过符合参评资格的单位总数的 30%，所得个数只舍不入取整数；超过的，总分低的单位顺延为“★4”；总分相同而处在分界处的，一并顺延，不占名额。"
      ])
    ).toEqual([])
    expect(
      lacking(book, "en", [
        '"founded at least a year ago", that is, founded at least 12 months before the day of grading (taken as met where it is not known).',
        "the total, rounded to two decimal places, halves up.",
        '"★5" may be at most 30% of the units that may be graded (their number rounded down to a whole number); beyond that, the units with the lowest totals fall to "★4"; units with equal totals across the cut all fall and take no seat.'
      ])
    ).toEqual([])
  })

  it("out of 120", () => {
    expect(
      lacking(bookOf("r4"), "zh-CN", [
        "指标共一项，满分合计 120 分",
        "（二）“群众评议”的权重为 0.4，占 40%；",
        "（三）72 分（含）以上、不足 96 分的为“合格”；"
      ])
    ).toEqual([])
  })

  it("that is silent on the lowest totals", () => {
    const book = plainWith({ ladder: plain.ladder.slice(0, 3), bands: plain.bands.slice(0, 3) })
    expect(lacking(book, "zh-CN", ["总分不足 60 分的，本办法没有规定等级，其等级待定。"])).toEqual([])
    expect(
      lacking(book, "en", [
        "For a total below 60 points this regulation states no level: the level stays undetermined."
      ])
    ).toEqual([])
  })

  it("of the round of 37 branches", () => {
    const book = exampleBook("book")
    expect(
      lacking(book, "zh-CN", [
        "“评分开始前已成立”，即成立日期早于 2012 年 3 月 29 日（不明的，视为符合）。",
        "对全部指标逐项评分，每项评分多于五份时，去掉一个最高分和一个最低分后取平均；不多于五份时，取全部评分的平均。",
        "某项指标评分不足五份的，视为该主体对该项缺评；缺评的，该单位暂不定级，待补齐后再定。"
      ])
    ).toEqual([])
    expect(
      lacking(book, "en", [
        "the day of founding is before 29 March 2012 (taken as met where it is not known).",
        "with more than five scores, the mean of the scores without the highest and the lowest; with five or fewer, the mean of all."
      ])
    ).toEqual([])
    expect(textOf(book, "zh-CN")).not.toContain("不得超过")
    expect(textOf(exampleBook("book-strict"), "zh-CN")).toContain("“先进”的单位不得超过")
  })

  it("has a chapter for each part, and none on adjustments or recognition where there is none", () => {
    const titles = (book: RuleBook, language: Language) =>
      describeBook(book, language).chapters.map(({ title }) => title)
    expect(titles(plainWith({}), "en")).toEqual([
      "General",
      "Who is graded",
      "Criteria and marks",
      "Panels",
      "Rounding",
      "Levels",
      "Closing provisions"
    ])
    const facts = [{ id: "honour", name: "honour", type: "flag" }]
    const when = { fact: "honour", op: "=", value: true }
    const recognitions = [{ id: "r", name: "r", when, level: "A", takesSeat: true }]
    const adjustments = [{ id: "a", name: "a", kind: "bonus", on: { total: true } }]
    expect(titles(plainWith({ adjustments }), "en")[4]).toBe("Bonuses and deductions")
    expect(titles(plainWith({ facts, recognitions }), "en")[1]).toBe("Who is graded, and who is recognised")
    expect(titles(plainWith({ facts, recognitions, adjustments }), "zh-CN")).toHaveLength(8)
  })

  it("numbers articles through all chapters", () => {
    const { chapters } = describeBook(bookOf("r3"), "zh-CN")
    const numbers = chapters.flatMap(({ articles }) => articles.map(({ number }) => number))
    expect(numbers).toEqual(numbers.map((_, i) => i + 1))
    expect(chapters.map(({ number }) => number)).toEqual(chapters.map((_, i) => i + 1))
    expect(textOf(bookOf("r3"), "zh-CN")).toContain("\n第十二条　")
  })
})

describe("conditions", () => {
  const gate = (when: unknown, language: Language) =>
    textOf(
      plainWith({
        facts: [
          { id: "rate", name: "rate", type: "number", maximum: 1 },
          { id: "veto", name: "veto", type: "flag" },
          { id: "before", name: "before", type: "level" }
        ],
        gates: [{ id: "g", name: "gate", when, then: { atMost: "D" } }]
      }),
      language
    )

  it("have their negations where they are easy to read", () => {
    const text = gate(
      {
        not: {
          any: [
            { fact: "rate", op: ">=", value: "0.6", ifUnknown: true },
            { fact: "veto", op: "=", value: true }
          ]
        }
      },
      "zh-CN"
    )
    expect(text).toContain("“gate”，即同时具备下列各项的，等级不高于“D”：\n")
    expect(text).toContain("（一）rate低于 60%（不明的，视为不符合）；\n  （二）“veto”为“否”。")
  })

  it.each([
    ["=", "rate不等于 50%"],
    ["!=", "rate等于 50%"],
    ["<", "rate不低于 50%"],
    ["<=", "rate超过 50%"],
    [">", "rate不超过 50%"],
    [">=", "rate低于 50%"]
  ])("not %s is %s", (op, words) => {
    expect(gate({ not: { fact: "rate", op, value: "0.5" } }, "zh-CN")).toContain(`“gate”，即${words} 的，`)
  })

  it("nest", () => {
    const within = {
      all: [
        { fact: "rate", op: ">", value: "1/3" },
        { fact: "before", op: "in", value: ["A", "B"] }
      ]
    }
    const text = gate({ any: [{ fact: "veto", op: "=", value: true }, within] }, "en")
    expect(text).toContain('under "gate", the level is at most "D" where at least one of the following holds:\n')
    expect(text).toContain(
      '  (2) All of the following hold:\n    (a) rate is above 1/3;\n    (b) before is one of "A", "B".\n'
    )
  })

  it("of one part are that part, and of parts of their own kind are one list", () => {
    const veto = { fact: "veto", op: "=", value: true }
    const isIn = (op: string, ...value: ReadonlyArray<string>) => ({ fact: "before", op, value })
    expect(gate({ all: [{ any: [veto] }] }, "en")).toContain(
      'under "gate", the level is at most "D" where "veto" is "yes"'
    )
    const text = gate({ any: [veto, { any: [isIn("in", "A"), { not: { all: [isIn("in", "B", "C")] } }] }] }, "en")
    expect(text).toContain('  (1) "veto" is "yes";\n  (2) before is one of "A";\n  (3) before is none of "B", "C".\n')
    const all = gate({ all: [veto, { all: [isIn("in", "A"), { not: { any: [isIn("in", "B")] } }] }] }, "en")
    expect(all).toContain('  (1) "veto" is "yes";\n  (2) before is one of "A";\n  (3) before is none of "B".\n')
    const mixed = gate({ all: [veto, { not: { all: [veto, isIn("in", "B")] } }] }, "en")
    expect(mixed).toContain(
      '  (2) At least one of the following holds:\n    (a) "veto" is "no";\n    (b) before is none of "B".\n'
    )
    expect(gate({ not: isIn("in", "B", "C") }, "zh-CN")).toContain("before不为下列任何一个：“B”、“C”")
  })

  it("say what counts while a fact is not known, and what it was asked as", () => {
    const rate = (ifUnknown: boolean) => ({ fact: "rate", op: "<", value: "0.5", ifUnknown })
    expect(gate(rate(true), "en")).toContain("rate is below 50% (taken as met where it is not known)")
    expect(gate(rate(false), "en")).toContain("rate is below 50% (taken as not met where it is not known)")
    expect(gate({ fact: "unit.type", op: "!=", value: "branch" }, "en")).toContain('is not "branch"')
  })

  it("that leave open what an unknown fact means are told to wait for it", () => {
    const veto = (rest: object) => ({ fact: "veto", op: "=", value: true, ...rest })
    const [open, settled] = [veto({}), veto({ ifUnknown: false })]
    const waits = (when: unknown) => gate(when, "zh-CN").includes("待事实补齐后再定")
    expect([open, { not: open }, { all: [settled, open] }, { any: [settled, open] }].map(waits)).toEqual([
      true,
      true,
      true,
      true
    ])
    expect([settled, { not: settled }, { all: [settled, settled] }, { any: [] }].map(waits)).toEqual([
      false,
      false,
      false,
      false
    ])
  })

  it("show a number that may be a share both ways, and one that cannot be only as it is", () => {
    const shown = (value: unknown, maximum?: number) => {
      const facts = [{ id: "f", name: "f", type: "number", ...(maximum === undefined ? {} : { maximum }) }]
      const gates = [{ id: "g", name: "g", when: { fact: "f", op: "<", value }, then: { atMost: "D" } }]
      return /f is below ([^,.]*(?:\.\d+)?[^,.]*)/.exec(textOf(plainWith({ facts, gates }), "en"))?.[1]
    }
    expect([shown("0.5"), shown("1/3"), shown(0), shown(1), shown("-0.5"), shown(2)]).toEqual([
      "0.5 (50%)",
      "1/3",
      "0",
      "1",
      "-0.5",
      "2"
    ])
    expect([shown("0.5", 1), shown(1, 1), shown("0.5", 2)]).toEqual(["50%", "100%", "0.5"])
  })

  it("of nothing hold always or never", () => {
    expect(gate({ all: [] }, "en")).toContain("where always")
    expect(gate({ any: [] }, "en")).toContain("where never")
  })
})

describe("hostile names", () => {
  const nasty = "甲\n第一条　作废\u0000\r\n\u202e\u2028# *x* <b>|`"

  const hostile = plainWith({
    title: nasty,
    ladder: ["A", "B", "C", "D"].map((id) => ({ id, name: `${nasty}${id}` })),
    criteria: [{ id: "c", name: nasty.repeat(50), maximum: 100, missing: "block" }],
    panels: [{ id: "p", name: "שלום", weight: 1, aggregate: { method: "mean" }, missing: "block" }]
  })
  const tame = plainWith({})

  it("leave the lines of the text what they are", () => {
    for (const language of ["zh-CN", "en"] as const) {
      const heads = (book: RuleBook) =>
        textOf(book, language)
          .split("\n")
          .map((line) => /^(\s*(第.章|第.+?条|（.）|Chapter \d+|Article \d+|\(\d+\)))?/.exec(line)?.[0])
      expect(heads(hostile)).toEqual(heads(tame))
    }
    const lines = textOf(hostile, "zh-CN").replaceAll("\n", "")
    expect(lines).not.toMatch(/\p{Cc}|[\u2028\u202e]/u)
  })

  it("that are written from right to left are kept to themselves", () => {
    expect(textOf(hostile, "zh-CN")).toContain("“\u2068שלום\u2069”")
  })

  it("are no mark-up in Markdown", () => {
    const markdown = regulationMarkdown(describeBook(hostile, "zh-CN"))
    expect(markdown).toContain("\\# \\*x\\* \\<b\\>\\|\\`")
    expect(markdown.split("\n").filter((line) => line.startsWith("# "))).toHaveLength(1)
  })

  it("of which nothing is left are a box, and blanks are single", () => {
    const named = (name: string) =>
      textOf(plainWith({ ladder: ["A", "B", "C", "D"].map((id) => ({ id, name: id === "A" ? name : id })) }), "en")
    expect(named("\u200f\u202e")).toContain('"□"')
    expect(named("very   \t good")).toContain('"very good"')
    expect(named("\u200f\tgood\u202e ")).toContain('"good"')
  })

  it("that are the same have their ids beside them", () => {
    const item = (id: string) => ({ id, name: "同名", maximum: 50, missing: "block" })
    const text = textOf(plainWith({ criteria: [item("a"), item("b")] }), "zh-CN")
    expect(textOf(plainWith({ criteria: [item("a"), item("b")] }), "en")).toContain("(1) 同名 (a), ")
    expect(text).toContain("（一）同名（a），满分 50 分")
    expect(text).toContain("（二）同名（b），满分 50 分")
  })
})
