import { readTable, tableLimits } from "@zhengyou/tables"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { bytesOf, csv, faultsOf, gridOf } from "./support/read.ts"

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))

const utf16 = (text: string, isLittle: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), isLittle)
  return bytes
}

const grid = (text: string | Uint8Array) => gridOf(Result.getOrThrow(csv(text)))

describe("readTable on CSV", () => {
  it("keeps every cell as text: zeros in front and eighteen digits stay", () => {
    expect(grid("编号,证件\r\n001,110101199003071234\r\n")).toEqual([
      ["编号", "证件"],
      ["001", "110101199003071234"]
    ])
  })

  it("counts rows as a spreadsheet program does, blank rows and line breaks within a cell included", () => {
    const table = Result.getOrThrow(csv('标题\n\n"两\n行",b\n,,\nc\n'))
    expect(table.rows.map((row) => [row.number, row.cells.length])).toEqual([
      [1, 1],
      [3, 2],
      [5, 1]
    ])
  })

  it("reads what Chinese spreadsheet programs save: GBK, GB18030, UTF-8 with a mark, UTF-16 with tabs", () => {
    // "支部,评价主体,评委,指标,分数" and a row of scores, in GBK.
    const gbk = fromBase64(
      "1qeyvyzGwLzb1vfM5SzGwM6vLNa4seost9bK/Q0Ku/q52LXa0rvWp7K/LNeovNLX6Sy81yzCxNawvqHU8CyjuaOxo66jtQ0K"
    )
    expect(grid(gbk)).toEqual([
      ["支部", "评价主体", "评委", "指标", "分数"],
      ["机关第一支部", "专家组", "甲", "履职尽责", "９１．５"]
    ])
    // A rare character of four bytes, in GB18030.
    expect(grid(fromBase64("seC6xSzD+7PGDQowMDEs/ZOVMoI21qeyvw0K"))[1]).toEqual(["001", "龘𠀀支部"])
    expect(grid("\uFEFF单位,分数\n")).toEqual([["单位", "分数"]])
    expect(grid(utf16("\uFEFF单位\t分数\r\n01\t9\r\n", true))[1]).toEqual(["01", "9"])
    expect(grid(utf16("\uFEFF单位\t分数\r\n01\t9\r\n", false))[1]).toEqual(["01", "9"])
    expect(grid("单位;分数\n一;2\n")[1]).toEqual(["一", "2"])
  })

  it("says where a quotation mark has no partner", () => {
    expect(faultsOf(csv('单位,分数\n一,"2\n二,3\n'))).toEqual(["scores.csv 第 2 行：引号不成对，请改正引号或重新导出"])
    expect(faultsOf(csv('单位,分数\n"一"x,2\n'))).toEqual(["scores.csv 第 2 行：引号不成对，请改正引号或重新导出"])
  })

  it("refuses bytes in no encoding that it knows", () => {
    expect(faultsOf(csv(new Uint8Array([0x61, 0xff, 0xff, 0x2c])))).toEqual([
      "scores.csv：编码既不是 UTF-8，也不是 GB18030（GBK），请另存为 UTF-8 的 CSV 文件"
    ])
    expect(faultsOf(csv(new Uint8Array([0xff, 0xfe, 0x00, 0xd8])))).toHaveLength(1)
  })

  it("refuses another kind of file, whatever it is called", () => {
    const zip = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0])
    expect(faultsOf(csv(zip))).toEqual(["scores.csv：不是 CSV 文件，而是 xlsx 文件，请另存为 CSV 文件"])
    const found = readTable(bytesOf("单位,分数\n"), { file: "a.xlsx", kind: "xlsx" })
    expect(faultsOf(found)).toEqual(["a.xlsx：不是 xlsx 文件，而是别种文件，请另存为 xlsx 文件"])
    const old = readTable(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), { file: "a.xlsx", kind: "xlsx" })
    expect(faultsOf(old)).toEqual(["a.xlsx：不是 xlsx 文件，而是旧式 xls 或加密的文件，请另存为 xlsx 文件"])
  })
})

describe("limits on CSV", () => {
  const problem = (text: string | Uint8Array) => {
    const read = csv(text)
    return Result.isFailure(read) ? read.failure : []
  }

  it("refuses a file of more bytes, rows, columns, cells or characters in a cell, naming the limit", () => {
    expect(problem(new Uint8Array(tableLimits.bytes + 1))).toEqual([
      { file: "scores.csv", problem: { _tag: "TooLarge", measure: "bytes", limit: 50_000_000 } }
    ])
    expect(problem("x\n".repeat(tableLimits.rows + 1))[0]?.problem).toEqual({
      _tag: "TooLarge",
      measure: "rows",
      limit: 100_000
    })
    expect(problem(`a\n${",".repeat(500)}`)[0]).toEqual({
      file: "scores.csv",
      row: 2,
      problem: { _tag: "TooLarge", measure: "columns", limit: 500 }
    })
    expect(problem(",".repeat(3_000_000))[0]?.problem).toEqual({ _tag: "TooLarge", measure: "cells", limit: 2_000_000 })
    expect(problem(`a,b\nc,${"x".repeat(1_000_000)}\n`)).toEqual([
      { file: "scores.csv", row: 2, column: "B", problem: { _tag: "TooLarge", measure: "characters", limit: 32_767 } }
    ])
  })

  it("reads a file that reaches the limits", () => {
    expect(Result.getOrThrow(csv("x\n".repeat(tableLimits.rows))).rows.length).toBe(tableLimits.rows)
    expect(grid(`${",".repeat(499)}x\n`)[0]?.length).toBe(500)
    expect(grid("x".repeat(32_767))[0]?.[0]?.length).toBe(32_767)
  })
})
