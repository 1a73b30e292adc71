import { type Catalogue, type Language, render, type Text, textIn } from "@zhengyou/core"
import type { Figures, LevelFigure } from "./figures.ts"
import type { ReceiptDiffers, RoundUnfinished } from "./round.ts"

/** What the story itself says; the texts of results, reasons and refusals are the library's. */
export type StoryMessage =
  | { readonly _tag: "Done"; readonly step: Text; readonly before: boolean }
  | { readonly _tag: "Collected"; readonly sheets: number; readonly outstanding: number }
  | { readonly _tag: "Lacking"; readonly unit: Text; readonly rater: string; readonly on: ReadonlyArray<Text> | "all" }
  | { readonly _tag: "Published"; readonly figures: Figures }
  | { readonly _tag: "StrictHead"; readonly title: Text; readonly seats: number; readonly fallen: number }
  | { readonly _tag: "Falls"; readonly unit: Text; readonly reason: string }
  | { readonly _tag: "Receipt"; readonly result: string; readonly version: number; readonly head: string }
  | { readonly _tag: "AllBefore" }
  | { readonly _tag: "Written"; readonly path: string }
  | { readonly _tag: "Faults"; readonly count: number }
  | { readonly _tag: "Unreadable"; readonly file: string; readonly cause: string }
  | { readonly _tag: "CannotWrite"; readonly path: string; readonly cause: string }
  | { readonly _tag: "StoreHasAnother"; readonly path: string }
  | { readonly _tag: "Usage" }
  | ReceiptDiffers
  | RoundUnfinished

const levelsZhCN = (figures: ReadonlyArray<LevelFigure>): string =>
  figures.map(({ level, units, share }) => `${textIn(level.name, "zh-CN")} ${units} 个（${share}%）`).join("、")

const levelsEn = (figures: ReadonlyArray<LevelFigure>): string =>
  figures.map(({ level, units, share }) => `${textIn(level.name, "en")} ${units} (${share}%)`).join(", ")

const zhCN: Catalogue<StoryMessage> = {
  Done: ({ step, before }) => `${before ? "· 已在库中" : "✓"} ${textIn(step, "zh-CN")}`,
  Collected: ({ sheets, outstanding }) => `  完整性：评分表 ${sheets} 份，尚缺 ${outstanding} 处`,
  Lacking: ({ unit, rater, on }) =>
    `    ${textIn(unit, "zh-CN")}：${rater}${on === "all" ? "各项均未评" : `未评${on.map((one) => textIn(one, "zh-CN")).join("、")}`}`,
  Published: ({ figures: { units, graded, notGraded, levels: shares } }) =>
    `名册 ${units} 个支部，定级 ${graded} 个：${levelsZhCN(shares)}；不定级 ${notGraded} 个`,
  StrictHead: ({ title, seats, fallen }) =>
    `${textIn(title, "zh-CN")}：限 ${seats} 个，${fallen} 个支部等级不同（同一批评分表，不改变本轮结果）`,
  Falls: ({ unit, reason }) => `  ${textIn(unit, "zh-CN")}：${reason}`,
  Receipt: ({ result, version, head }) =>
    `凭据 ${result}\n  已从库中 ${version} 条记录重新计算，结果逐字相同；末条记录 ${head.slice(0, 16)}…`,
  AllBefore: () => "本轮此前已全部入库，这次没有增加任何记录。",
  Written: ({ path }) => `报告已写入 ${path}，用浏览器打开即可`,
  Faults: ({ count }) => `文件有 ${count} 处错误，未作任何记录：`,
  Unreadable: ({ file, cause }) => `${file} 无法读取（${cause}）`,
  CannotWrite: ({ path, cause }) => `${path} 无法写入（${cause}），请检查路径和权限，或用 --out 另指目录`,
  StoreHasAnother: ({ path }) =>
    `${path} 中已有的一轮与现在的文件不同。已入库的不会被改写：请用 --out 另指目录，或恢复原来的文件`,
  Usage: () => "用法：node main.ts [--out 目录] [--lang zh-CN|en]",
  ReceiptDiffers: () => "库中的结果与库中的评分表不符：结果并非由这些评分表算出，请与备份核对",
  RoundUnfinished: () => "库中的一轮尚未定级：请先运行 pnpm run round"
}

const en: Catalogue<StoryMessage> = {
  Done: ({ step, before }) => `${before ? "· on record already:" : "✓"} ${textIn(step, "en")}`,
  Collected: ({ sheets, outstanding }) => `  completeness: ${sheets} sheets, ${outstanding} gaps`,
  Lacking: ({ unit, rater, on }) =>
    `    ${textIn(unit, "en")}: no score by ${rater}${on === "all" ? "" : ` on ${on.map((one) => textIn(one, "en")).join(", ")}`}`,
  Published: ({ figures: { units, graded, notGraded, levels: shares } }) =>
    `${units} branches on the roster, ${graded} graded: ${levelsEn(shares)}; ${notGraded} not graded`,
  StrictHead: ({ title, seats, fallen }) =>
    `${textIn(title, "en")}: ${seats} seats, ${fallen} branch(es) with another level (the same sheets; the round's result stays)`,
  Falls: ({ unit, reason }) => `  ${textIn(unit, "en")}: ${reason}`,
  Receipt: ({ result, version, head }) =>
    `receipt ${result}\n  recomputed from the ${version} records of the store, the same to the letter; last record ${head.slice(0, 16)}…`,
  AllBefore: () => "The whole round was on record before; this run added nothing.",
  Written: ({ path }) => `report written to ${path}: open it in a browser`,
  Faults: ({ count }) => `the files have ${count} fault(s); nothing was recorded:`,
  Unreadable: ({ file, cause }) => `${file} cannot be read (${cause})`,
  CannotWrite: ({ path, cause }) =>
    `${path} cannot be written (${cause}): check the path and its permissions, or name another folder with --out`,
  StoreHasAnother: ({ path }) =>
    `${path} holds a round that differs from the files. What is on record is not rewritten: name another folder with --out, or restore the files`,
  Usage: () => "usage: node main.ts [--out FOLDER] [--lang zh-CN|en]",
  ReceiptDiffers: () => "the stored result is not what the stored sheets give: compare the store with a backup",
  RoundUnfinished: () => "the stored round is not graded yet: run `pnpm run round` first"
}

/** The text of one message in one language. */
export const say = (message: StoryMessage, language: Language): string => render(language === "en" ? en : zhCN, message)
