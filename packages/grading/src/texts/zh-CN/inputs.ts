import { type Catalogue, formatExact, valueTextZhCN } from "@zhengyou/core"
import type { InputsInvalid } from "../../errors.ts"
import type { InputsProblem } from "../../internal/inputFaults.ts"
import type { AllowedMarks } from "../../Scoring.ts"
import { list } from "./words.ts"

const kinds = { number: "数", flag: "是非", level: "等级", date: "日期", text: "文字" }

/** The descriptions of allowed values that grading's schemas give, in Chinese. */
const allowed: Readonly<Record<string, string>> = {
  "a number of at least 0": "不小于 0 的数",
  "a number above 0": "大于 0 的数",
  "a number with fewer digits": "位数较少的数",
  "a share from 0 to 1": "0 至 1 之间的比例",
  "a whole number from 0 to 100000": "0 至 100000 的整数",
  "a whole number from 1 to 100000": "1 至 100000 的整数",
  "a whole number from 0 to 1000000": "0 至 1000000 的整数",
  "a share below 1/2": "小于 1/2 的比例",
  "a number or a label": "数或档名",
  "a criterion, or a heading with items": "指标，或带 items 的上级指标",
  "{kind: points | deduct | anchors | letters | count | place | rate | outOf, …}":
    "{kind: points | deduct | anchors | letters | count | place | rate | outOf, …}",
  "{total: true} or {criterion: id}": "{total: true} 或 {criterion: 指标}",
  "a sound rule book": "无误的评定办法",
  "{count} or {share, of, rounding}": "{count} 或 {share, of, rounding}",
  "{atMost: level}, {notAbove: fact} or {notGraded: true}": "{atMost: 等级}、{notAbove: 事实} 或 {notGraded: true}",
  "{method: mean | median | min | max | trimmedMean | trimmedShare, …}":
    "{method: mean | median | min | max | trimmedMean | trimmedShare, …}"
}

const marksText = (marks: AllowedMarks): string => {
  if (marks._tag === "Labels") return `${list(marks.labels)}之一`
  const whole = marks.whole ? "整数" : "数"
  return marks.to === undefined
    ? `不小于 ${formatExact(marks.from)} 的${whole}`
    : ` ${formatExact(marks.from)} 至 ${formatExact(marks.to)} 的${whole}`
}

export const inputTextZhCN: Catalogue<InputsProblem | InputsInvalid> = {
  NotAllowed: ({ expected, found }) => {
    const own = allowed[expected]
    return own === undefined ? valueTextZhCN.NotAllowed({ expected, found }) : `现为 ${found}，应为${own}`
  },
  FactOutOfRange: ({ fact, found, minimum, maximum }) =>
    `“${fact}”现为 ${found}，应${minimum === undefined ? "" : `不小于 ${minimum}`}${minimum === undefined || maximum === undefined ? "" : "且"}${maximum === undefined ? "" : `不大于 ${maximum}`}`,
  BookNotInForce: ({ asOf, from, until }) =>
    `办法自 ${from} 起${until === undefined ? "" : `至 ${until}`}有效，不适用于 ${asOf}，请用当时的办法`,
  UnitTwice: ({ unit, first }) => `单位“${unit}”与 units[${first}] 重复，请只留一个`,
  UnknownUnit: ({ unit }) => `没有单位“${unit}”，请改正，或先加入名册`,
  UnknownPanel: ({ panel, known }) => `没有评价主体“${panel}”，可用：${list(known)}`,
  NotScoredByPanel: ({ criterion, panel, allowed }) => `评价主体“${panel}”不评“${criterion}”，只评：${list(allowed)}`,
  MarkNotAllowed: ({ criterion, found, allowed: marks }) => `“${criterion}”现为 ${found}，应为${marksText(marks)}`,
  UnknownGroup: ({ group, panel, known }) =>
    `评价主体“${panel}”的评委须注明分组：${list(known)}${group === "" ? "" : `，现为“${group}”`}`,
  UnknownAdjustment: ({ adjustment, known }) => `没有加减分项“${adjustment}”，可用：${list(known)}`,
  AwardTwice: ({ unit, adjustment, item, first }) =>
    `“${unit}”在“${adjustment}”下的“${item}”与 awards[${first}] 重复，请只留一个`,
  SheetTwice: ({ unit, panel, rater, first }) =>
    `“${panel}”的“${rater}”对“${unit}”的评分与 sheets[${first}] 重复，请只留一份`,
  UndeclaredFact: ({ fact, known }) => `办法中没有事实“${fact}”，可用：${list(known)}`,
  FactOfOtherType: ({ fact, type, found }) => `“${fact}”应为${kinds[type]}，现为 ${found}`,
  UnknownLevelFact: ({ fact, found, known }) => `“${fact}”现为“${found}”，应为等级：${list(known)}`,
  FactTwice: ({ unit, fact, first }) => `“${unit}”的“${fact}”与 facts[${first}] 重复，请只留一个`,
  InputsInvalid: ({ faults }) => `评分表、事实或单位有 ${faults.length} 处错误`
}
