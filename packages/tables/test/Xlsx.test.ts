import { exactUnsafe, formatExact } from "@zhengyou/core"
import { writeXlsx } from "@zhengyou/tables"
import { Result } from "effect"
import fc from "fast-check"
import { strFromU8, unzipSync } from "fflate"
import { describe, expect, it } from "vitest"
import { cells, padded } from "./support/cells.ts"
import { faultsOf, tagsOf, xlsx } from "./support/read.ts"

const written = (...sheets: Parameters<typeof writeXlsx>[0]) => Result.getOrThrow(writeXlsx(sheets, "out.xlsx"))

describe("writeXlsx", () => {
  it("is read back as it was written, for any well-formed texts", () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const table = Result.getOrThrow(xlsx(written({ name: "表", rows })))
        expect(padded(table)).toEqual(padded(rows))
        expect(table.rows.every((row) => row.cells.every((cell) => cell.kind === "text"))).toBe(true)
      }),
      { numRuns: 150 }
    )
  })

  it("keeps numbers of up to 15 digits as numbers, and others as text", () => {
    const number = fc.tuple(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), fc.nat({ max: 20 }))
    fc.assert(
      fc.property(number, ([n, places]) => {
        const value = exactUnsafe(`${n}/${10n ** BigInt(places)}`)
        const cell = Result.getOrThrow(xlsx(written({ name: "表", rows: [[value]] }))).rows[0]?.cells[0]
        expect(cell?.text).toBe(formatExact(value))
      })
    )
    const kinds = ["89.5", "123456789012345", "1234567890123456", "1/3"].map(exactUnsafe)
    const row = Result.getOrThrow(xlsx(written({ name: "表", rows: [kinds] }))).rows[0]
    expect(row?.cells.map((cell) => cell.kind)).toEqual(["number", "number", "text", "text"])
  })

  it("gives the same bytes for the same content", () => {
    const content = { name: "评分", rows: [["001", exactUnsafe("1.5")]], textColumns: ["A"] }
    expect(written(content)).toEqual(written(content))
    // The time in each file's header is the earliest that the format knows, at noon.
    const bytes = written(content)
    expect([bytes[10], bytes[11], bytes[12], bytes[13]]).toEqual([0x00, 0x60, 0x21, 0x00])
  })

  it("writes ids as text of format @, and columns of ids too", () => {
    const parts = unzipSync(written({ name: "名册", rows: [["007"]], textColumns: ["C", "A"] }))
    const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array())
    expect(sheet).toContain('<c r="A1" s="1" t="inlineStr">')
    expect(sheet).toContain('<cols><col min="1" max="1" width="18" style="1" customWidth="1"/><col min="3"')
    expect(strFromU8(parts["xl/styles.xml"] ?? new Uint8Array())).toContain('<xf numFmtId="49"')
  })

  it("writes several sheets, each found by its name", () => {
    const bytes = written({ name: "甲 & <乙>", rows: [["a"]] }, { name: "丙", rows: [["b"]] })
    expect(Result.getOrThrow(xlsx(bytes)).sheet).toBe("甲 & <乙>")
    expect(Result.getOrThrow(xlsx(bytes, "丙")).rows[0]?.cells[0]?.text).toBe("b")
  })

  it("refuses what spreadsheet programs would refuse, all of it at once", () => {
    const refused = writeXlsx(
      [
        { name: "a/b", rows: [] },
        { name: "表", rows: [["x".repeat(32_768)]] },
        { name: "表", rows: [Array.from({ length: 501 }, () => "x")] },
        { name: "", rows: [] }
      ],
      "out.xlsx"
    )
    expect(tagsOf(refused)).toEqual([
      "BadSheetName",
      "BadSheetName",
      "TooLarge",
      "BadSheetName",
      "TooLarge",
      "BadSheetName"
    ])
    expect(faultsOf(writeXlsx([], "out.xlsx"))).toEqual(["out.xlsx：没有数据，请填写表头和至少一行"])
  })
})
