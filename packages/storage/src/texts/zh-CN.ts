import { type Catalogue, coreTextZhCN, type Fault, formatPath, render } from "@zhengyou/core"
import type { ChainBreak, PollInWrongState, SnapshotProblem, StoreOperation, StoreTrouble } from "../errors.ts"
import type { StorageMessage } from "./messages.ts"

const operations: Readonly<Record<StoreOperation, string>> = {
  open: "打开",
  migrate: "初始化",
  read: "读取",
  append: "写入"
}

const troubles: Readonly<Record<StoreTrouble, string>> = {
  busy: "正被他人占用，请稍后再试",
  "cannot-open": "没有这个文件或数据库，或没有权限，请检查路径或地址",
  "not-a-database": "该文件不是数据库，请换一个路径",
  damaged: "数据库已损坏，请用备份恢复",
  "read-only": "数据库只读，请开放写入权限或另存一份",
  full: "空间不足，请清理后再试",
  unreachable: "数据库连接不上或已断开，请稍后再试",
  denied: "数据库拒绝该用户登录或操作，请检查用户及其权限",
  "bad-prefix": "表名不能这样开头，请用小写字母、数字和下划线，并以字母开头",
  "no-transaction": "所给连接上没有进行中的事务，请先开启事务",
  unsupported: "不支持这种数据库或其设置",
  other: "原因见括号内"
}

const breaks: Readonly<Record<ChainBreak["problem"], string>> = {
  altered: "被改动",
  misplaced: "位置不对",
  missing: "缺失"
}

const pollStates: Readonly<Record<PollInWrongState["state"], string>> = {
  absent: "尚未开启，请先开启",
  open: "仍在进行，请先结束",
  closed: "已经结束",
  different: "已按另一内容开启，请为新的测评另取标识"
}

const listed = (faults: ReadonlyArray<Fault<SnapshotProblem>>): string =>
  faults.map(({ path, problem }) => `${formatPath(path)} ${render(storageTextZhCN, problem)}`.trim()).join("；")

/** The Chinese texts of the store's messages. */
export const storageTextZhCN: Catalogue<StorageMessage> = {
  ...coreTextZhCN,
  VersionConflict: ({ stream, expected, actual }) =>
    `“${stream}”已是第 ${actual} 版，而不是第 ${expected} 版，请重新读取后再定`,
  StoreUnavailable: ({ operation, trouble, cause }) =>
    `存储无法${operations[operation]}：${troubles[trouble]}（${cause}）`,
  StoredDataInvalid: ({ stream, version, why }) => `“${stream}”第 ${version} 版无法使用：${render(coreTextZhCN, why)}`,
  NotStorable: ({ faults }) => `无法存储：${listed(faults)}`,
  ChainBroken: ({ stream, breaks: found }) =>
    `“${stream}”写入后被改动：${found.map((b) => `第 ${b.version} 版${breaks[b.problem]}`).join("，")}，请与备份核对`,
  ReadModelsInvalid: ({ faults }) => `无法保存这些查询表：${listed(faults)}`,
  ReadModelUnavailable: ({ model, version, trouble }) =>
    trouble === "not-given"
      ? `打开存储时没有给出查询表“${model}”第 ${version} 版，请在打开时给出`
      : `查询表“${model}”第 ${version} 版尚未建立，请先重建`,
  RebuildOvertaken: ({ model, version }) => `查询表“${model}”第 ${version} 版已另行开始重建，请等待那一次完成`,
  QueryInvalid: ({ faults }) => `无法回答这一查询：${listed(faults)}`,
  PollInvalid: ({ faults }) => `无法开启测评：${listed(faults)}`,
  PollInWrongState: ({ poll, state }) => `测评“${poll}”${pollStates[state]}`,
  TokensRefused: ({ faults }) => `无法发放票证：${listed(faults)}`,
  VoteRefused: ({ faults }) => `此票未计入：${listed(faults)}`,
  Doubled: () => "重复出现，请只留一个",
  NotInPoll: ({ found, known }) => `测评中没有“${found}”，可用的有：${known.join("、")}`,
  NotForVoter: ({ subject }) => `该投票人不评议“${subject}”，请去掉`,
  TokenMalformed: () => "不是票证，应为随机产生的 22 至 200 个字母、数字、连字符或下划线",
  TokenIssuedBefore: () => "已发放给他人，请另行产生",
  TokenUnknown: () => "不是本次测评发放的票证，请核对",
  TokenUsed: () => "已经使用，其投票已计入",
  SnapshotInvalid: ({ faults }) => `这不是存储的内容：${listed(faults)}`,
  ContractViolation: ({ name, what, expected, found }) =>
    `存储违反约定“${name}”：${what} 应为 ${expected}，现为 ${found}`
}
