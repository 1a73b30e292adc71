import { type Language, render } from "@zhengyou/core"
import type { TableFault } from "./errors.ts"
import { placeEn, tablesTextEn } from "./texts/en.ts"
import { placeZhCN, tablesTextZhCN } from "./texts/zh-CN.ts"

/**
 * Writes a fault as one line for people: where it stands, what is wrong, what to do.
 *
 * @example
 * ```ts
 * import { formatTableFault, type TableFault } from "@zhengyou/tables"
 *
 * const fault: TableFault = {
 *   file: "scores.csv",
 *   row: 7,
 *   column: "C",
 *   header: "分数",
 *   problem: { _tag: "NotAScore", found: "sheep", maximum: "100" }
 * }
 * formatTableFault(fault, "zh-CN") // => "scores.csv 第 7 行 C 列（分数）：现为“sheep”，应为 0 至 100 的数"
 * formatTableFault(fault, "en") // => "scores.csv, row 7, column C (分数): is \"sheep\", but must be a number from 0 to 100"
 * ```
 */
export const formatTableFault = (
  { file, sheet, row, column, header, problem }: TableFault,
  language: Language
): string =>
  language === "zh-CN"
    ? `${file}${sheet === undefined ? "" : ` “${sheet}”表`}${placeZhCN(row, column, header)}：${render(tablesTextZhCN, problem)}`
    : `${file}${sheet === undefined ? "" : `, sheet "${sheet}"`}${placeEn(row, column, header)}: ${render(tablesTextEn, problem)}`
