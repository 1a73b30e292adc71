import { readSheets, tableLimits } from "@zhengyou/tables"
import { Result } from "effect"
import fc from "fast-check"
import { zipSync } from "fflate"
import { describe, expect, it } from "vitest"
import { csv, faultsOf, tagsOf, xlsx } from "./support/read.ts"
import { partsOf, sheetOf, textRow, workbook, zipOf } from "./support/workbook.ts"

const damaged = ["scores.xlsx：文件损坏或不完整，请用表格软件打开后重新保存"]
const plain = sheetOf(textRow(1, ["单位", "分数"]))

/** The places in a zip archive where a 32-bit number stands. */
const placesOf = (bytes: Uint8Array, value: number): ReadonlyArray<number> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: bytes.length - 3 }, (_, at) => at).filter((at) => view.getUint32(at, true) === value)
}

const bombOf = (size: number): Uint8Array => {
  const parts = zipOf(partsOf({ sheets: [{ name: "s", xml: "" }] }))
  expect(faultsOf(xlsx(parts))).toEqual([])
  const { "xl/worksheets/sheet1.xml": _, ...others } = partsOf({ sheets: [{ name: "s", xml: "" }] })
  const encoded = Object.entries(others).map(([name, xml]) => [name, new TextEncoder().encode(xml)] as const)
  return zipSync({ ...Object.fromEntries(encoded), "xl/worksheets/sheet1.xml": new Uint8Array(size).fill(0x20) })
}

describe("archives that mean harm", () => {
  it("refuses a zip bomb by the size that it declares", () => {
    const bomb = bombOf(tableLimits.unzipped + 1)
    expect(bomb.length).toBeLessThan(300_000)
    expect(faultsOf(xlsx(bomb))).toEqual(["scores.xlsx：超过上限 200000000 字节（解压后），请拆分或删减"])
  })

  it("unpacks no more than is declared when the bomb lies about its size", () => {
    const size = 5_000_011
    const bomb = bombOf(size)
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength)
    const places = placesOf(bomb, size)
    expect(places.length).toBeGreaterThan(0)
    for (const place of places) view.setUint32(place, 100, true)
    expect(faultsOf(xlsx(bomb))).toEqual(damaged)
  })

  it("refuses an archive that is cut off anywhere", () => {
    fc.assert(
      fc.property(fc.nat({ max: plain.length - 1 }), (length) => tagsOf(xlsx(plain.slice(0, length))).length === 1)
    )
  })

  it("answers for any bytes, and for an archive with any byte changed", () => {
    fc.assert(
      fc.property(fc.nat({ max: plain.length - 1 }), fc.nat({ max: 255 }), (at, byte) => {
        const bytes = plain.slice()
        bytes[at] = byte
        expect(Result.isResult(xlsx(bytes))).toBe(true)
      })
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(Result.isResult(csv(bytes))).toBe(true)
        expect(tagsOf(xlsx(new Uint8Array([0x50, 0x4b, 3, 4, ...bytes])))).toEqual(["Damaged"])
      })
    )
  })

  it("refuses entity bombs, and any document type", () => {
    const parts = partsOf({ sheets: [{ name: "s", xml: "" }] })
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>'
    expect(faultsOf(xlsx(zipOf({ ...parts, "xl/sharedStrings.xml": bomb })))).toEqual(damaged)
  })

  it.each([
    ["XML that ends early", '<row r="1"><c><v>1'],
    ["a row that comes twice", `${textRow(1, ["a"])}${textRow(1, ["b"])}`],
    ["a cell that comes twice", '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
    ["a cell in another row", '<row r="1"><c r="A2"><v>1</v></c></row>'],
    ["a number that is none", '<row r="1"><c><v>NaN</v></c></row>'],
    ["a number without end", '<row r="1"><c><v>1E999</v></c></row>'],
    ["a shared text that is not there", '<row r="1"><c t="s"><v>9</v></c></row>'],
    ["a kind of cell that nobody knows", '<row r="1"><c t="zzz"><v>9</v></c></row>'],
    ["elements nested without end", "<a>".repeat(1_000_000)],
    ["a row that is not counted", '<row r="__proto__"><c><v>9</v></c></row>']
  ])("refuses %s", (_, xml) => {
    expect(faultsOf(xlsx(sheetOf(xml)))).toEqual(damaged)
  })

  it("refuses sheets over the limits, wherever their cells stand", () => {
    expect(tagsOf(xlsx(sheetOf('<row r="1000000"><c><v>1</v></c></row>')))).toEqual(["TooLarge"])
    expect(faultsOf(xlsx(sheetOf('<row r="2"><c r="XFD2"><v>1</v></c></row>')))).toEqual([
      "scores.xlsx 第 2 行：超过上限 500 列，请拆分或删减"
    ])
    const long = sheetOf(textRow(1, ["x".repeat(1_000_000)]))
    expect(faultsOf(xlsx(long))).toEqual(["scores.xlsx 第 1 行 A 列：超过上限 32767 个字符，请拆分或删减"])
    const wide = Array.from(
      { length: 4200 },
      (_, at) => `<row r="${at + 1}"><c r="RR${at + 1}"><v>1</v></c></row>`
    ).join("")
    expect(faultsOf(xlsx(sheetOf(wide)))).toEqual(["scores.xlsx：超过上限 2000000 个单元格，请拆分或删减"])
  })

  it("passes over cells that are formatted but blank, down to the last row that there can be", () => {
    expect(
      Result.getOrThrow(xlsx(sheetOf(`${textRow(1, ["a"])}<row r="1048576"><c r="XFD1048576" s="0"/></row>`))).rows
        .length
    ).toBe(1)
  })

  it("fills merged ranges in bounded time", () => {
    const xml = `<sheetData>${textRow(1, ["a"])}</sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(1000)}</mergeCells>`
    expect(Result.isSuccess(xlsx(workbook({ sheets: [{ name: "s", xml }] })))).toBe(true)
  })
})

describe("names that mean harm", () => {
  const names = {
    criteria: [
      { id: "__proto__", name: "原型" },
      { id: "c", name: "constructor" }
    ],
    panels: [{ id: "p", name: "p" }]
  }

  it("reads __proto__ and constructor as the names that they are", () => {
    const read = csv("unit,panel,rater,__proto__,constructor\n__proto__,p,toString,1,2\n").pipe(
      Result.flatMap((table) => readSheets(table, names))
    )
    const [sheet] = Result.getOrThrow(read).sheets
    expect(sheet?.unit).toBe("__proto__")
    expect(Object.entries(sheet?.scores ?? {})).toEqual([
      ["__proto__", { n: 1n, d: 1n }],
      ["c", { n: 2n, d: 1n }]
    ])
    expect(Reflect.get({}, "n")).toBe(undefined)
  })

  it("does not find them where they are not named", () => {
    const read = csv("unit,panel,rater,c,__proto__\nx,valueOf,甲,1,2\n").pipe(
      Result.flatMap((table) => readSheets(table, { ...names, criteria: [{ id: "c", name: "c" }] }))
    )
    expect(tagsOf(read)).toEqual(["UnknownColumn", "UnknownName"])
  })

  it("shows what was found on one line, without signs that a terminal obeys", () => {
    const read = csv(`unit,panel,rater,c\nx,p,甲,"\u001B[31m\n\u202E${"长".repeat(5000)}"\n`).pipe(
      Result.flatMap((table) => readSheets(table, { ...names, criteria: [{ id: "c", name: "c" }] }))
    )
    const [text = ""] = faultsOf(read)
    expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(text.length).toBeLessThan(200)
  })

  it("lists a thousand faults and counts the others", () => {
    const rows = Array.from({ length: 5000 }, (_, at) => `u${at},p,甲,sheep`).join("\n")
    const read = csv(`unit,panel,rater,c\n${rows}\n`).pipe(
      Result.flatMap((table) => readSheets(table, { ...names, criteria: [{ id: "c", name: "c" }] }))
    )
    const faults = Result.isFailure(read) ? read.failure : []
    expect(faults.length).toBe(1001)
    expect(faults.at(-1)).toEqual({ file: "scores.csv", problem: { _tag: "MoreFaults", count: 4000 } })
  })
})
