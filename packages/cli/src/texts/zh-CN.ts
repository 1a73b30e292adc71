import type { Catalogue } from "@zhengyou/core"
import type { CliMessage, FileTrouble } from "./messages.ts"

const things = {
  sheets: "份评分表",
  facts: "项事实",
  awards: "项加减分",
  units: "个单位",
  levels: "项等级",
  cases: "个申请",
  problems: "项整改",
  ballots: "张测评票",
  pledges: "件承诺"
}

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
  Usage:
    () => `zhengyou 按成文的评定办法给单位定级，并在此前审读办法；此后按晋级办法评审晋位升级，测算满意度，审核公开承诺。

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

  zhengyou promote --rules 办法.json --levels 等级.csv|.xlsx --cases 申请.csv|.xlsx [选项]

  --rules 文件      晋级办法，JSON
  --levels 文件     等级表：单位、等级、生效日期；一个单位可有多行
  --cases 文件      申请表：单位、申请等级、申请日期；另可有现等级、复评等级、决定日期、生效日期
  --problems 文件   整改台账：编号、单位、问题、发现日期、成因、整改措施、责任人、完成时限、状态；
                    另可有性质、反弹日期、销号日期、验收人；办法问及问题时须有
  --facts 文件      各单位的事实，如满意率
  --roster 文件     名册；没有名册时，只有等级表中的单位
  --from 日期       等级变动表的期初；默认为办法周期的首日
  --as-of 日期      截至何日；默认为申请表中最晚的日期
  --out、--format、--lang 同 grade

  --help、--version

  zhengyou survey --questionnaire 测评.json --ballots 测评票.csv|.xlsx [选项]

  测算满意度：各单位与全部单位的票数、满意度、置信区间、与上次相比、挂钩得分。

  --questionnaire 文件  测评方案，JSON：测评表、公式、挂钩办法
  --ballots 文件    测评票：单位、群体、题目、选项、票数；或一票一行，每题一列，可有凭证
  --previous 文件   上次的测评票，口径相同
  --roster 文件     名册，用其中的名称；--out、--format、--lang 同上
  --faulty 办法     有错的票：refuse（默认，不测算）或 leave-out（剔除并列出，只限一票一行）

  --help, --version

  zhengyou review --policy 办法.json --pledges 承诺.csv|.xlsx [选项]

  审核公开承诺：每件缺什么、在哪几个字、属哪项原则；哪些单位没有公开；可以公示的名单。

  --policy 文件     承诺工作办法，JSON
  --pledges 文件    承诺表：编号、承诺主体、单位、承诺内容；另可有类别、措施、指标、基数、目标值、
                    完成时限、责任人、公开范围、公开日期等
  --previous 文件   上年的承诺表，列相同，用于查雷同
  --calendar 文件   节假日安排，JSON；没有时只有周六、周日是休息日
  --facts 文件      承诺人的事实，办法的规则问及时须有
  --roster 文件     应当承诺的单位；没有名册时，只有承诺表中的单位
  --as-of 日期      截至何日；默认为公开截止日或最后公开的日期
  --out 目录        另写 notice.html、notice.csv，即可以公示的内容；--format、--lang 同上

评定、评审、测算、审诺完成返回 0；输入有错返回 2（列出全部错误，不写任何文件）；其他故障返回 1。`,
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
  LeftOut: ({ file, count }) => `${file}：按要求剔除有错的票，共 ${count} 处错误：`,
  Measured: ({ units, withheld }) =>
    `已测算 ${units} 个单位${withheld === 0 ? "" : `，其中 ${withheld} 个有票数过少而不公布的内容`}`,
  Reviewed: ({ pledges, returned }) => `已审诺 ${pledges} 件，其中须退回修改 ${returned} 件`,
  Graded: ({ units }) => `已评定 ${units} 个单位`,
  Decided: ({ applications }) => `已评审 ${applications} 个申请`,
  PromotionTitle: ({ rules }) => `按《${rules}》评审晋级`,
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
