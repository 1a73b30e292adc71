import { exactUnsafe, formatExact, render } from "@zhengyou/core"
import { Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { PanelQuality, panelQuality } from "../../src/quality/panelQuality.ts"
import { qualityTextEn } from "../../src/quality/texts/en.ts"
import { qualityTextZhCN } from "../../src/quality/texts/zh-CN.ts"
import { sheet } from "../support.ts"
import { bookWith, oneCriterion, qualityOf, sheetsOf } from "./support.ts"

const never = { spread: exactUnsafe(1) }

describe("lenient and severe raters", () => {
  it("takes each rater beside the panel's mean of the same cells, as shares of the maximum", () => {
    // u0: 90 and 80, mean 85. u1: 60, 70 and 80, mean 70. u2 has one rater only and counts for nobody.
    const { severities } = qualityOf(
      oneCriterion(100),
      sheetsOf([
        [90, 60, undefined],
        [80, 70, undefined],
        [undefined, 80, 100]
      ])
    )
    const shown = severities.map((one) => one._tag === "Compared" && [one.rater, formatExact(one.deviation), one.cells])
    expect(shown).toEqual([
      ["r0", "-0.025", 2],
      ["r1", "-0.025", 2],
      ["r2", "0.1", 1]
    ])
  })

  it("weighs 1 mark of 10 as 10 marks of 100", () => {
    const book = bookWith({
      criteria: [
        { id: "ten", maximum: 10 },
        { id: "hundred", maximum: 100 }
      ],
      panels: [{ id: "p", weight: "1" }]
    })
    const { severities } = qualityOf(book, [
      sheet("u", "p", "a", { ten: 9, hundred: 70 }),
      sheet("u", "p", "b", { ten: 7, hundred: 90 })
    ])
    expect(severities.map((one) => one._tag === "Compared" && formatExact(one.deviation))).toEqual(["0", "0"])
  })
})

describe("flags", () => {
  const book = bookWith({
    criteria: [
      { id: "work", maximum: 60 },
      { id: "order", maximum: 40 }
    ],
    panels: [{ id: "panel", weight: "1" }]
  })
  const texts = (sheets: ReadonlyArray<ReturnType<typeof sheet>>, spread: string) =>
    qualityOf(book, sheets, { spread: exactUnsafe(spread) }).flags.map((flag) => render(qualityTextEn, flag))

  it("names cells whose scores lie further apart than the share of the maximum that is allowed", () => {
    const sheets = [
      sheet("u", "panel", "a", { work: 58, order: 30 }),
      sheet("u", "panel", "b", { work: 39, order: 18 }),
      sheet("u", "panel", "c", { work: 45 })
    ]
    // A spread of 12 of 40 is equal to 0.3 of the maximum; 19 of 60 is more than 18.
    expect(texts(sheets, "0.3")).toEqual([
      '"u", "work": the 3 scores of "panel" lie from 39 to 58, 19.00 apart, above the limit of 18'
    ])
    expect(texts(sheets, "0.32")).toEqual([])
  })

  it("names sheets that tell no criterion apart, and not those with one criterion", () => {
    const sheets = [
      sheet("u", "panel", "a", { work: 60, order: 40 }),
      sheet("u", "panel", "b", { work: 40, order: 40 }),
      sheet("u", "panel", "c", { work: 54, order: 36 }),
      sheet("u", "panel", "d", { work: 54, order: 35 }),
      sheet("u", "panel", "e", { work: 60 })
    ]
    expect(texts(sheets, "1")).toEqual([
      '"a" of "panel" gave "u" full marks on all 2 criteria',
      '"b" of "panel" gave "u" the same score on all 2 criteria',
      '"c" of "panel" gave "u" the same share of the maximum on all 2 criteria'
    ])
    expect(render(qualityTextZhCN, qualityOf(book, sheets.slice(2, 3)).flags[0] ?? { _tag: "NotShared" })).toBe(
      "“panel”的“c”对“u”的 2 项指标得分占满分的比例都相同"
    )
  })
})

it("refuses sheets and limits that do not fit the book, with every fault", () => {
  const refused = panelQuality(
    oneCriterion(10),
    [sheet("u", "p", "a", { c: 11, d: 1 }), sheet("u", "p", "a", { c: 1 }), sheet("u", "q", "a", { c: 1 })],
    { ...never, self: { panel: "self", gap: exactUnsafe(1) } }
  )
  const failure = Result.isFailure(refused) ? refused.failure : undefined
  expect(
    failure?._tag === "InputsInvalid" && failure.faults.map(({ path, problem }) => [path.join("."), problem._tag])
  ).toEqual([
    ["limits.self.panel", "UnknownPanel"],
    ["sheets.0.scores.c", "MarkNotAllowed"],
    ["sheets.0.scores.d", "NotScoredByPanel"],
    ["sheets.1", "SheetTwice"],
    ["sheets.2.panel", "UnknownPanel"]
  ])
})

it("asks each panel about its own criteria only, and the self-appraisal of the panel that is named", () => {
  const book = bookWith({
    criteria: [
      { id: "work", maximum: 60 },
      { id: "order", maximum: 40 }
    ],
    panels: [
      { id: "experts", weight: "1", criteria: ["work"] },
      { id: "self", weight: "1" }
    ]
  })
  const sheets = [sheet("u", "experts", "a", { work: 40 }), sheet("u", "self", "b", { work: 50, order: 30 })]
  const found = qualityOf(book, sheets, { ...never, self: { panel: "self", gap: exactUnsafe(5) } })
  expect(found.agreement.map(({ criteria }) => criteria.map(({ criterion }) => criterion.id))).toEqual([
    ["work"],
    ["work", "order"]
  ])
  // Of the 60 marks that both have given, as of 100: 50/60 and 40/60.
  expect(found.selfAppraisals).toMatchObject([{ panel: { id: "self" }, gap: exactUnsafe("50/3") }])
})

it("computes with thirds and sevenths, and refuses fractions made to take hours", () => {
  const fine = sheetsOf([
    ["1/3", "2/7"],
    ["0.25", "5/11"]
  ])
  expect(qualityOf(oneCriterion(1), fine).severities[0]).toMatchObject({
    // (1/3 - 1/4) / 2 and (2/7 - 5/11) / 2, on average.
    deviation: exactUnsafe("-79/3696")
  })
  const made = Array.from({ length: 200 }, (_, i) => `1/${10n ** 11n + BigInt(2 * i + 1)}`)
  const refused = panelQuality(oneCriterion(1), sheetsOf([made, made]), never)
  expect(Result.isFailure(refused) && refused.failure.message).toBe(
    "the common denominator of the scores has more than 1000 digits: give scores as decimals"
  )
})

it("reads no inherited name as a score", () => {
  const book = bookWith({ criteria: [{ id: "constructor", maximum: 10 }], panels: [{ id: "p", weight: "1" }] })
  expect(qualityOf(book, [sheet("u", "p", "a", {})]).severities).toEqual([])
})

it("is plain data that survives JSON", () => {
  const found = qualityOf(
    oneCriterion(100),
    sheetsOf([
      [90, 60, 71],
      [80, 70, 33]
    ]),
    { spread: exactUnsafe("0.05") }
  )
  const json = JSON.stringify(Schema.encodeSync(PanelQuality)(found))
  expect(Schema.decodeUnknownSync(PanelQuality)(JSON.parse(json))).toEqual(found)
})
