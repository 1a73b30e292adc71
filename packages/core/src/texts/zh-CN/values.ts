import type { Catalogue } from "../../Catalogue.ts"
import type { ValueMessage } from "../messages.ts"

/** The descriptions of allowed values that core's schemas give, in Chinese. */
const allowed: Readonly<Record<string, string>> = {
  "a text": "文字",
  "a number": "数字",
  "an integer": "整数",
  "true or false": "true 或 false",
  "an object": "对象",
  "a list": "列表",
  "another value": "其他值",
  "an exact number such as 89.5 or 1/3": "精确的数，如 89.5 或 1/3",
  "a day as YYYY-MM-DD": "日期，如 2012-03-29",
  "an identifier of 1 to 120 characters, without control characters, blanks at its ends, or the name __proto__":
    "1 至 120 个字符的标识，首尾无空格，不含控制字符，不用系统保留名",
  "a text of 1 to 2000 characters": "1 至 2000 个字符的文字",
  "a text of 1 to 2000 characters, without NUL": "1 至 2000 个字符的文字，不含空字符",
  "a name of 1 to 40 letters and digits, a small letter first": "1 至 40 个字母和数字的名称，以小写字母开头",
  "a name of its own": "不与其他重复的名称",
  "at most its digits": "不大于总位数",
  "a text, integer, date or instant column that is never absent, once": "不可缺的文字、整数、日期或时刻列，且只列一次",
  "64 hexadecimal digits": "64 位十六进制数字",
  "counts in order": "按序排列的计数",
  "at most the ballots that came in": "不多于收回的票数",
  "at most the tokens used": "不多于已使用的票证数",
  "an event of its read models": "查询表能读的事件",
  "a comparison {fact, op, value}, or all, any, not": "比较 {fact, op, value}，或 all、any、not",
  "a text, or one in zh-CN and one in en": "一段文字，或中英文各一段（zh-CN 和 en）",
  "a value with a length of at least 1": "非空的内容",
  "a value tagged Number, Flag, Level, Date or Text": "标明 Number、Flag、Level、Date 或 Text 的值",
  "a whole number from 1 to 3660": "从 1 到 3660 的整数",
  "{on}, {workingDays, first} or {calendarDays, first, onRestDay}":
    "{on}、{workingDays, first} 或 {calendarDays, first, onRestDay}",
  "an instant such as 2012-04-01T08:00:00Z": "时刻，如 2012-04-01T08:00:00Z"
}

/** The descriptions that carry numbers. */
const patterns: ReadonlyArray<readonly [RegExp, string]> = [
  [/^a whole number from (\d+) to (\d+)$/, "从 $1 到 $2 的整数"],
  [/^a text of at most (\d+) characters, without NUL$/, "至多 $1 个字符的文字，不含空字符"],
  [/^a decimal with (\d+) decimals and at most (\d+) digits$/, "$1 位小数、总共至多 $2 位数字的小数"],
  [/^texts of at most (\d+) characters in all$/, "总共至多 $1 个字符的文字"],
  [/^the number (\d+)$/, "数 $1"]
]

const fromPattern = (expected: string): string | undefined => {
  const found = patterns.find(([pattern]) => pattern.test(expected))
  return found === undefined ? undefined : expected.replace(...found)
}

/** Alternatives come joined by bars; what has no Chinese text of its own, such as a literal, stays as it is. */
const inChinese = (expected: string): string =>
  expected
    .split(" | ")
    .map((alternative) => allowed[alternative] ?? fromPattern(alternative) ?? ` ${alternative} `)
    .join("或")
    .trim()

/** Chinese stands without a blank before it, anything else with one. */
const spaced = (text: string): string => (/^\p{Script=Han}/u.test(text) ? text : ` ${text}`)

/** The Chinese texts of what is wrong with one value. */
export const valueTextZhCN: Catalogue<ValueMessage> = {
  NotExact: ({ found }) => `“${found}”不是精确的数，请写成小数（如 89.5）或分数（如 1/3）`,
  DivisionByZero: ({ dividend }) => `${dividend} 不能除以零，请给出不为 0 的除数`,
  NotADate: ({ found }) => `“${found}”不是日历上的日期，请写成 2012-03-29 的样子`,
  NotAllowed: ({ expected, found }) => `现为 ${found}，应为${spaced(inChinese(expected))}`
}
