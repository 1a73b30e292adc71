import { writeCsv } from "@zhengyou/tables"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cells, padded } from "./support/cells.ts"
import { csv } from "./support/read.ts"

const textOf = (rows: ReadonlyArray<ReadonlyArray<string>>): string =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(writeCsv(rows))

describe("writeCsv", () => {
  it("begins with a byte order mark and ends lines by CR LF", () => {
    expect(
      textOf([
        ["编号", "名称"],
        ["001", "一支部"]
      ])
    ).toBe("\uFEFF编号,名称\r\n001,一支部\r\n")
  })

  it("quotes what would end a cell", () => {
    expect(textOf([['说"好"', "a,b", "一\n二", "x;y"]])).toBe('\uFEFF"说""好""","a,b","一\n二","x;y"\r\n')
  })

  it.each(["=1+1", "+86 10", "-1+2", "@SUM(A1)", "=cmd|' /C calc'!A0", "＝1", "\t=1", "--x", "-" + "1-1"])(
    "guards %j, which would be run",
    (text) => {
      expect(
        textOf([[text]])
          .replace(/^\uFEFF"?/, "")
          .startsWith("'")
      ).toBe(true)
    }
  )

  it.each(["-1.5", "+3", "-", "--", "-12%", "0.35", "'tis"])("leaves %j as it is", (text) => {
    expect(textOf([[text]])).toBe(`\uFEFF${text}\r\n`)
  })

  it("is read back as it was written, for any well-formed texts", () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const table = Result.getOrThrow(csv(writeCsv(rows)))
        expect(padded(table)).toEqual(padded(rows))
      }),
      { numRuns: 500 }
    )
  })
})
