import { dateUnsafe, textIn, unitsAsOf } from "@zhengyou/core"
import { type CellValue, type TableFaults, writeXlsx } from "@zhengyou/tables"
import type { Result } from "effect"
import type { Inputs } from "./inputs.ts"
import { type MadeUpRow, madeUpSheets } from "./madeUpSheets.ts"
import { days } from "./story.ts"

/** The workbook of the made-up sheets, as somebody who collects sheets would keep it: the same seed gives the same bytes. */
export const workbookOf = (
  { book, roster }: Pick<Inputs, "book" | "roster">,
  seed: number
): Result.Result<Uint8Array, TableFaults> => {
  const panelName = (id: string): string => {
    const panel = book.panels.find((one) => one.id === id)
    return panel === undefined ? id : textIn(panel.name, "zh-CN")
  }
  const cellsOf = ({ unit, panel, rater, cells, remark }: MadeUpRow): ReadonlyArray<CellValue> => [
    textIn(unit.name, "zh-CN"),
    panelName(panel),
    rater,
    ...cells,
    remark
  ]
  const rows = [
    ["党支部分类定级评分表（2012年3月29日—4月1日）"],
    ["示例数据：由 make-sheets.ts 按固定种子生成，并非当年的评分表。缺考、缺席、— 表示没有评分，不是 0 分。"],
    ["支部", "评价主体", "评委", ...book.criteria.map(({ name }) => textIn(name, "zh-CN")), "备注"],
    ...madeUpSheets(unitsAsOf(roster, dateUnsafe(days.scoringEnds)), seed).map(cellsOf)
  ]
  return writeXlsx([{ name: "评分表", rows, textColumns: ["A", "B", "C"] }], "sheets.xlsx")
}
