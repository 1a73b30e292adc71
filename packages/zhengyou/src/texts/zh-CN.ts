import type { Catalogue } from "@zhengyou/core"
import type { StoreKind } from "../errors.ts"
import type { EmbeddingMessage } from "./messages.ts"

const wanted: Readonly<Record<StoreKind, string>> = {
  memory: "内存存储没有可加入的外部事务",
  sqlite: "请给出 node:sqlite 的 DatabaseSync，或一个执行语句的函数",
  postgres: "请给出 pg 的连接，或一个执行语句的函数",
  mysql: "请给出 mysql2 的连接，或一个执行语句的函数"
}

/** The Chinese texts of the front door's own refusals. */
export const embeddingTextZhCN: Catalogue<EmbeddingMessage> = {
  AddressUnknown: () =>
    "这不是存储地址，请给出 memory:、sqlite:路径、postgres://…、mysql://…，或 pg、mysql2 的连接池，或 node:sqlite 的 DatabaseSync",
  CallInvalid: ({ faults }) =>
    `本次调用有 ${faults.length} 处错误：数要用 exactUnsafe("89.5")、日期要用 dateUnsafe("2012-03-29") 构造，整条命令可用 decodeInput 从普通数据读入`,
  ConnectionUnsuitable: ({ store }) => `无法加入这个连接：${wanted[store]}`,
  DriverMissing: ({ driver }) => `没有安装驱动 ${driver}，请运行 npm install ${driver}`,
  StoreClosed: () => "存储已关闭，请重新打开",
  TransactionEnded: () => "事务已结束，事务内的每一步都要 await",
  TransactionOpen: () => "正在本存储的事务内：请用事务所给的对象，不要用存储本身"
}
