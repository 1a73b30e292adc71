import { compareExact, type Exact, exactUnsafe } from "@zhengyou/core"
import { CopyRules, findCopies, maskedText, type PledgeText, shinglesOf } from "@zhengyou/pledges"
import { Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { hostileText } from "./support.ts"

const rulesOf = (threshold: Exact): CopyRules => ({ threshold, nearest: 1000 })
const rules = rulesOf(exactUnsafe("0.8"))

describe("the masked form", () => {
  it.each([
    ["2025年6月底前走访120人次", "二〇二六年五月底前，走访九十人次"],
    ["投入3万元", "投入30000元"],
    ["下降9.5%", "下降12%"],
    ["每月1次“走访”。", "每月２次 走访"]
  ])("of %j is that of %j", (a, b) => {
    expect(maskedText(a)).toBe(maskedText(b))
  })
})

describe("copies", () => {
  const pledge = "6月底前走访学生宿舍12间，走访记录在支部公示栏公布。"

  it("are found among colleagues and in earlier texts, the nearest first", () => {
    const texts = [
      { id: "b", text: pledge },
      { id: "a", text: "五月底前走访学生宿舍20间，走访记录在支部公示栏公布。" },
      { id: "c", text: "全年开设公开课两场，教案上传学院网站。" }
    ]
    const earlier = [{ id: "a", text: "6月底前走访学生宿舍8间，走访记录在学院公示栏公布。" }]
    expect(findCopies(texts, earlier, rulesOf(exactUnsafe("0.7")))).toEqual([
      {
        id: "b",
        copies: 2,
        nearest: [
          { of: "a", among: "current", shared: 22, total: 22 },
          { of: "a", among: "earlier", shared: 19, total: 25 }
        ]
      },
      {
        id: "a",
        copies: 2,
        nearest: [
          { of: "b", among: "current", shared: 22, total: 22 },
          { of: "a", among: "earlier", shared: 19, total: 25 }
        ]
      }
    ])
  })
})

/** Texts in which copies are likely: a few phrases, put together, with a character here and there. */
const phrases = ["走访学生宿舍", "6月底前", "十二次", "台账公布", "开公开课", "A", ""]
const likelyText = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...phrases) }, hostileText), { maxLength: 7 })
  .map((parts) => parts.join(""))
const textsFrom = (prefix: string) =>
  fc
    .array(likelyText, { maxLength: 12 })
    .map((texts) => texts.map((text, i): PledgeText => ({ id: `${prefix}${i}`, text })))

const threshold = fc
  .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 5 }))
  .map(([n, more]) => exactUnsafe(`${n}/${n + more}`))

/** The similarity of two texts by the definition, and no other way. */
const similarity = (a: ReadonlySet<number>, b: ReadonlySet<number>) => {
  const shared = [...a].filter((one) => b.has(one)).length
  return { shared, total: a.size + b.size - shared }
}

const isReached = (shared: number, total: number, at: Exact): boolean =>
  total > 0 && compareExact(exactUnsafe(`${shared}/${total}`), at) >= 0

describe("laws", () => {
  it("what is found is what a comparison of every pair finds", () => {
    fc.assert(
      fc.property(textsFrom("t"), textsFrom("e"), threshold, (texts, earlier, at) => {
        const others = [
          ...texts.map((one) => ({ ...one, among: "current" })),
          ...earlier.map((one) => ({ ...one, among: "earlier" }))
        ]
        const naive = texts.flatMap(({ id, text }) =>
          others.flatMap((other) => {
            const found = similarity(shinglesOf(text), shinglesOf(other.text))
            return other.id !== id && isReached(found.shared, found.total, at)
              ? [[id, other.among, other.id, found.shared, found.total].join()]
              : []
          })
        )
        const copied = findCopies(texts, earlier, rulesOf(at))
        const found = copied.flatMap(({ id, nearest }) =>
          nearest.map(({ of, among, shared, total }) => [id, among, of, shared, total].join())
        )
        expect(found.toSorted()).toEqual(naive.toSorted())
        for (const { copies, nearest } of copied) expect(copies).toBe(nearest.length)
      }),
      { numRuns: 500 }
    )
  })

  it("the nearest that are kept are the first of all", () => {
    fc.assert(
      fc.property(
        textsFrom("t"),
        textsFrom("e"),
        threshold,
        fc.integer({ min: 1, max: 4 }),
        (texts, earlier, at, nearest) => {
          const all = findCopies(texts, earlier, rulesOf(at))
          const some = findCopies(texts, earlier, { threshold: at, nearest })
          expect(some).toEqual(all.map((one) => ({ ...one, nearest: one.nearest.slice(0, nearest) })))
        }
      )
    )
  })

  it("a text with a letter in it that stands twice is found, whatever the threshold", () => {
    fc.assert(
      fc.property(likelyText, textsFrom("t"), threshold, (text, others, at) => {
        const twice = [{ id: "x", text: `课${text}` }, ...others, { id: "y", text: `课${text}` }]
        const found = findCopies(twice, [], rulesOf(at)).find(({ id }) => id === "x")
        expect(found?.nearest.map(({ of }) => of)).toContain("y")
      })
    )
  })

  it("the order of the texts does not matter", () => {
    const shuffled = textsFrom("t").chain((texts) =>
      fc.tuple(fc.constant(texts), fc.shuffledSubarray(texts, { minLength: texts.length }))
    )
    fc.assert(
      fc.property(shuffled, textsFrom("e"), threshold, ([texts, other], earlier, at) => {
        const byId = (all: ReadonlyArray<PledgeText>, before: ReadonlyArray<PledgeText>) =>
          new Map(findCopies(all, before, rulesOf(at)).map((one) => [one.id, one]))
        expect(byId(other, earlier.toReversed())).toEqual(byId(texts, earlier))
      })
    )
  })

  it("a lower threshold finds no less", () => {
    fc.assert(
      fc.property(textsFrom("t"), threshold, threshold, (texts, one, other) => {
        const [low, high] = compareExact(one, other) < 0 ? [one, other] : [other, one]
        const counts = new Map(findCopies(texts, [], rulesOf(low)).map(({ id, copies }) => [id, copies]))
        for (const { id, copies } of findCopies(texts, [], rulesOf(high)))
          expect(counts.get(id)).toBeGreaterThanOrEqual(copies)
      })
    )
  })

  it("new figures leave the same text", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (a, b) => {
        expect(maskedText(`全年走访${a}人`)).toBe(maskedText(`全年走访${b}人`))
      })
    )
  })
})

describe("hostile input", () => {
  it("a megabyte, and ten thousand times the same text, are compared", () => {
    const huge = Array.from({ length: 500_000 }, (_, i) => String.fromCharCode(0x4e00 + ((i * 7919) % 20_000))).join("")
    expect(
      findCopies(
        [
          { id: "a", text: huge },
          { id: "b", text: `${huge}。` }
        ],
        [],
        rules
      ).length
    ).toBe(2)
    const same = Array.from({ length: 10_000 }, (_, i) => ({ id: `p${i}`, text: "全年走访学生宿舍" }))
    const found = findCopies(same, same, { ...rules, nearest: 2 })
    expect(found.length).toBe(10_000)
    expect(found[5]).toEqual({
      id: "p5",
      copies: 19_999,
      nearest: ["p0", "p1"].map((of) => ({ of, among: "current", shared: 7, total: 7 }))
    })
  })

  it("ids may be anything", () => {
    const texts = ["__proto__", "constructor", "toString", ""].map((id) => ({ id, text: "全年走访学生宿舍" }))
    expect(findCopies(texts, [], rules).map(({ id }) => id)).toEqual(["__proto__", "constructor", "toString", ""])
  })

  it.each(["0", "-0.5", "1.01", "NaN"])("a threshold of %s is refused", (threshold) => {
    expect(Result.isFailure(Schema.decodeUnknownResult(CopyRules)({ threshold, nearest: 3 }))).toBe(true)
  })
})
