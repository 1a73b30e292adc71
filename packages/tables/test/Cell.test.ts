import { normalizeCell, trimCell } from "@zhengyou/tables"
import { Option } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

describe("normalizeCell", () => {
  it.each([
    ["８９．５", "89.5"],
    ["\u3000 92\u00A0", "92"],
    ["\u200B85\uFEFF", "85"],
    ["－3", "-3"],
    ["９２％", "92%"],
    ["0", "0"]
  ])("reads %j as %j", (written, plain) => {
    expect(normalizeCell(written)).toEqual(Option.some(plain))
  })

  it.each(["", "　", "缺考", " 缺席 ", "—", "——", "-", "－", "/", "／", "无", "N/A", "n/a", "\u200B"])(
    "takes %j for no value",
    (written) => {
      expect(Option.isNone(normalizeCell(written))).toBe(true)
    }
  )

  it("gives the same for what it has made plain", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const once = normalizeCell(text)
        expect(Option.flatMap(once, normalizeCell)).toEqual(once)
      })
    )
  })
})

describe("trimCell", () => {
  it("takes off spaces around a text and nothing else", () => {
    const space = fc
      .array(fc.constantFrom(" ", "\u3000", "\u00A0", "\u200B", "\t", "\uFEFF"))
      .map((spaces) => spaces.join(""))
    fc.assert(
      fc.property(space, fc.constantFrom("", "a", "张 三", "０1"), space, (before, text, after) => {
        expect(trimCell(before + text + after)).toBe(text)
      })
    )
  })

  it("takes time in proportion to the length of a text full of spaces", () => {
    const text = `a${" ".repeat(2_000_000)}b`
    expect(trimCell(text)).toBe(text)
  })
})
