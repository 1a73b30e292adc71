import { type Catalogue, coreTextZhCN, type Fault, formatPath, type InputProblem, render } from "@zhengyou/core"
import type { ChainBreak, StoreOperation, StoreTrouble } from "../errors.ts"
import type { StorageMessage } from "./messages.ts"

const operations: Readonly<Record<StoreOperation, string>> = {
  open: "打开",
  migrate: "初始化",
  read: "读取",
  append: "写入"
}

const troubles: Readonly<Record<StoreTrouble, string>> = {
  busy: "正被他人占用，请稍后再试",
  "cannot-open": "路径不存在或没有权限，请检查路径",
  "not-a-database": "该文件不是数据库，请换一个路径",
  damaged: "数据库已损坏，请用备份恢复",
  "read-only": "数据库只读，请开放写入权限或另存一份",
  full: "空间不足，请清理后再试",
  unreachable: "数据库连接不上或已断开，请稍后再试",
  denied: "数据库拒绝该用户登录或操作，请检查用户及其权限",
  "bad-prefix": "表名不能这样开头，请用小写字母、数字和下划线，并以字母开头",
  unsupported: "不支持这种数据库或其设置",
  other: "原因见括号内"
}

const breaks: Readonly<Record<ChainBreak["problem"], string>> = {
  altered: "被改动",
  misplaced: "位置不对",
  missing: "缺失"
}

const listed = (faults: ReadonlyArray<Fault<InputProblem>>): string =>
  faults.map(({ path, problem }) => `${formatPath(path)} ${render(coreTextZhCN, problem)}`.trim()).join("；")

/** The Chinese texts of the store's messages. */
export const storageTextZhCN: Catalogue<StorageMessage> = {
  VersionConflict: ({ stream, expected, actual }) =>
    `“${stream}”已是第 ${actual} 版，而不是第 ${expected} 版，请重新读取后再定`,
  StoreUnavailable: ({ operation, trouble, cause }) =>
    `存储无法${operations[operation]}：${troubles[trouble]}（${cause}）`,
  StoredDataInvalid: ({ stream, version, why }) =>
    `“${stream}”第 ${version} 版无法使用：${render(storageTextZhCN, why)}`,
  Unreadable: () => "其数据不是 JSON，请用备份恢复",
  NewerSchema: ({ found, known }) => `其格式为第 ${found} 版，本软件只认得到第 ${known} 版，请升级软件`,
  WrongShape: ({ faults }) => listed(faults),
  NotStorable: ({ faults }) => `无法存储：${listed(faults)}`,
  ChainBroken: ({ stream, breaks: found }) =>
    `“${stream}”写入后被改动：${found.map((b) => `第 ${b.version} 版${breaks[b.problem]}`).join("，")}，请与备份核对`,
  ContractViolation: ({ name, what, expected, found }) =>
    `存储违反约定“${name}”：${what} 应为 ${expected}，现为 ${found}`
}
