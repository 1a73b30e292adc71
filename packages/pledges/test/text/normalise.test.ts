import { type NormalText, normalise, originalSpan } from "@zhengyou/pledges"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { hostileText, wellFormedText } from "./support.ts"

const textOf = (original: string): string => normalise(original).text

const kindsIn = (original: string) => normalise(original).hidden.map(({ kind, count }) => [kind, count])

describe("the normal form of a text", () => {
  it.each([
    ["２０２５年６月，走访１２０人", "2025年6月,走访120人"],
    ["用电下降9．5％", "用电下降9.5%"],
    ["加 强　学\t习", "加强学习"],
    ["Office 365 与 WPS", "office 365与wps"],
    ["第一条\r\n\r\n第二条", "第一条\n第二条"],
    ["①走访②谈心", "走访\n谈心"],
    ["⼯作“标准”—『规范』", '工作"标准"-"规范"'],
    ["二○二五年", "二〇二五年"],
    ["加\u200b强", "加强"],
    ["加\u0336强", "加强"],
    ["r\u00e9sum\u00e9", "resume"]
  ])("%j is read as %j", (original, text) => {
    expect(textOf(original)).toBe(text)
  })

  it.each([
    ["2O25年6月", "2025年6月"],
    ["1OO%", "100%"],
    ["1l0人", "110人"],
    ["2О25年", "2025年"],
    ["٣次", "3次"],
    ["𝟗次", "9次"]
  ])("takes the letters of %j for the digits that they look like", (original, text) => {
    expect(textOf(original)).toBe(text)
    expect(normalise(original).hidden.map(({ kind }) => kind)).toEqual(["lookAlikeDigit"])
  })

  it.each(["O2O平台", "5l水", "PM2.5", "Office365", "120人", "１２０人", "B2O"])(
    "takes nothing in %j for a look-alike",
    (original) => expect(normalise(original).hidden).toEqual([])
  )
})

describe("what a reader does not see", () => {
  it("is told by kind, with the first place and the number", () => {
    expect(normalise("加\u200b强\u202e学\u200b\u200b习\ud800").hidden).toEqual([
      { kind: "zeroWidth", span: { from: 1, to: 2 }, count: 3 },
      { kind: "bidirectional", span: { from: 3, to: 4 }, count: 1 },
      { kind: "loneSurrogate", span: { from: 8, to: 9 }, count: 1 }
    ])
  })

  it("is not the variant of an ideograph, of an emoji, or the accent of a letter", () => {
    expect(kindsIn("葛\u{e0100}洲坝")).toEqual([])
    expect(kindsIn("❤\ufe0f")).toEqual([])
    expect(kindsIn("lu\u0308")).toEqual([])
  })

  it("is a second variation selector, and a mark on an ideograph", () => {
    expect(kindsIn("葛\ufe00\ufe00")).toEqual([["zeroWidth", 1]])
    expect(kindsIn("加\u0336\u0336强")).toEqual([["combining", 2]])
  })
})

describe("laws", () => {
  const placesOf = ({ starts, ends }: NormalText) => Array.from(starts, (from, i) => ({ from, to: ends[i] ?? -1 }))

  it("the normal form of a normal form is itself", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(textOf(textOf(text))).toBe(textOf(text))
      })
    )
  })

  it("a text has the normal form of each of its Unicode forms", () => {
    fc.assert(
      fc.property(wellFormedText, fc.constantFrom("NFC", "NFD"), (text, form) => {
        expect(textOf(text.normalize(form))).toBe(textOf(text))
      })
    )
  })

  it("places are within the text, not empty, and ascend", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const normal = normalise(text)
        const places = placesOf(normal)
        expect(places.length).toBe(normal.text.length)
        for (const [i, { from, to }] of places.entries()) {
          expect(from < to && to <= text.length).toBe(true)
          expect(from).toBeGreaterThanOrEqual(places[i - 1]?.from ?? 0)
        }
      })
    )
  })

  it("what stands at the place of an ideograph is that ideograph", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const normal = normalise(text)
        for (let i = 0; i < normal.text.length; i++) {
          const { from, to } = originalSpan(normal, i, i + 1)
          if (/[\u4e00-\u9fff]/.test(normal.text.charAt(i)))
            expect(text.slice(from, to).normalize("NFKC")).toBe(normal.text.charAt(i))
        }
      })
    )
  })

  it("characters that show nothing change nothing, wherever they are put", () => {
    const invisible = fc.constantFrom("\u200b", "\u202e", "\u2066", "\ufeff", "\u00ad", "\u0000")
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(..."加强学习6月底 前a，"), invisible)), (pairs) => {
        const [seen, all] = [pairs.map(([one]) => one).join(""), pairs.flat().join("")]
        expect(textOf(all)).toBe(textOf(seen))
        expect(normalise(all).hidden.reduce((sum, { count }) => sum + count, 0)).toBe(pairs.length)
      })
    )
  })

  it("a megabyte of anything is read", () => {
    for (const unit of ["加", "\u200b", "\u0315\u0316", "\u202e", "1o", "0", " a", "\ud800", "①", "ﷺ"]) {
      // The last one stands for eighteen letters.
      const text = unit.repeat(unit === "ﷺ" ? 60_000 : Math.ceil(1_000_000 / unit.length))
      const normal = normalise(text)
      expect(normal.ends.length).toBe(normal.text.length)
      expect(normal.hidden.length).toBeLessThanOrEqual(1)
    }
  })
})
