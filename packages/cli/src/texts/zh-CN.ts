import type { Catalogue } from "@zhengyou/core"
import type { CliMessage, FileTrouble } from "./messages.ts"

const things = { sheets: "份评分表", facts: "项事实", awards: "项加减分", units: "个单位" }

const kinds: Readonly<Record<string, string>> = {
  number: "数",
  flag: "是非",
  level: "等级",
  date: "日期",
  text: "文字"
}

const troubles: Readonly<Record<FileTrouble, string>> = {
  ENOENT: "没有这个文件，请检查路径",
  EISDIR: "这是文件夹，请指定文件",
  ENOTDIR: "路径中有一段是文件，不是文件夹",
  EEXIST: "这是文件，请指定文件夹",
  EACCES: "没有权限",
  NOTFILE: "不是普通文件",
  TOOLARGE: "超过 100 MB"
}

const troubleText = (why: string): string => Object.entries(troubles).find(([code]) => code === why)?.[1] ?? why

const columns = { unit: "单位", rater: "评委", panel: "评价主体" }

/** The Chinese texts of the command. */
export const cliTextZhCN: Catalogue<CliMessage> = {
  Usage: () => `zhengyou 按成文的评定办法给单位定级，并在此前审读办法。

  zhengyou check 办法.json [--roster 名册] [--lang 语言]

  逐条指出办法中不妥之处、所在位置，并举例说明；给出名册时，也指出与名册不合之处。
  没有错误返回 0（可以有提示），有错误返回 1，办法或名册读不了返回 2。

  zhengyou describe 办法.json [--format text|markdown] [--lang 语言]

  把办法写成条文，供审议。

  zhengyou grade --book 办法.json --sheets 评分.csv|.xlsx [选项]

  --book 文件       评定办法，JSON
  --sheets 文件     评分表：单位、评价主体、评委、指标、分数；或每项指标一列；
                    办法要求时另有评委单位、分组
  --facts 文件      各单位的事实，.csv、.xlsx 或 .json
  --awards 文件     加减分：单位、加减分项、事项、分值
  --roster 文件     名册：编号、名称、类型、成立日期……；没有名册时，只评评分表中的单位
  --as-of 日期      计算成立时间的截止日，如 2012-04-01
  --lot-seed 文字   公布的签种：办法规定并列抽签时，由它定签
  --store 文件      把本轮评定存入此 SQLite 文件；输入相同则接着同一轮
  --out 目录        把 result.json、result.csv、report.html 写入此目录
  --explain 单位    逐步说明此单位如何定级：列于表后，或单独输出 json、html
  --format 格式     打印 table（默认）、json、csv 或 html
  --lang 语言       zh-CN（默认）或 en
  --help、--version

定级完成返回 0；输入有错返回 2（列出全部错误，不写任何文件）；其他故障返回 1。`,
  UnknownCommand: ({ found, known }) => `没有命令“${found}”，请用 ${known.join("、")}`,
  UnexpectedWord: ({ found }) => `“${found}”不属于任何选项，请去掉`,
  OptionOfOtherCommand: ({ option, command }) => `${command} 没有 ${option} 选项，请看 zhengyou --help`,
  UnknownOption: ({ found }) => `没有选项“${found}”，请看 zhengyou --help`,
  OptionWithoutValue: ({ option }) => `${option} 后面要有值`,
  OptionTwice: ({ option }) => `${option} 出现了两次，请只留一个`,
  OptionMissing: ({ option }) => `缺少 ${option}`,
  OptionNotAllowed: ({ option, found, allowed }) => `${option} 现为“${found}”，应为 ${allowed}`,
  CannotRead: ({ file, why }) => `${file}：读不了：${troubleText(why)}`,
  CannotWrite: ({ file, why }) => `${file}：写不了：${troubleText(why)}`,
  WrongFileType: ({ file, allowed }) => `${file}：文件名应以 ${allowed} 结尾`,
  NotText: ({ file }) => `${file}：不是 UTF-8 文本，请另存为 UTF-8`,
  AtPath: ({ file, path, text }) => `${file}${path === "" ? "" : ` 的 ${path}`}：${text}`,
  AtRow: ({ file, row, text }) => `${file} 第 ${row} 行：${text}`,
  InColumn: ({ column, text }) => `${columns[column]}${text}`,
  FactNotOfType: ({ fact, type, found }) => `“${fact}”应为${kinds[type] ?? type}，现为 ${found}`,
  FactUnknown: ({ fact, known }) => `办法中没有事实“${fact}”，可用：${known}`,
  UnitUnknown: ({ unit }) => `没有单位“${unit}”，请改正，或先加入名册`,
  FaultCount: ({ count }) => `共 ${count} 处错误，未写任何文件`,
  Read: ({ file, count, what }) => `${file}：${count} ${things[what]}`,
  Graded: ({ units }) => `已评定 ${units} 个单位`,
  Recording: ({ done, all, step }) => `记录 ${done}/${all} ${step}`,
  Stored: ({ file, stream }) => `已存入 ${file}，编号 ${stream}`,
  AlreadyStored: ({ file, stream }) => `${file} 中已有这一轮，编号 ${stream}，凭据相同`,
  StoredOtherwise: ({ file, stream }) => `${file} 中的 ${stream} 凭据不同：当时的办法或输入与现在不同`,
  Written: ({ file }) => `已写出：${file}`,
  Found: ({ path, severity, text }) => `${severity === "fault" ? "错误" : "提示"} ${path}：${text}`,
  Checked: ({ faults, notices }) =>
    faults + notices === 0 ? "没有发现问题" : `共 ${faults} 处错误、${notices} 处提示`,
  RoundTitle: ({ book }) => `按《${book}》评定`
}
