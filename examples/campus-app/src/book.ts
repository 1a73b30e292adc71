// The rules, as the campus wrote them. In an application of your own this is a JSON file that the office keeps.
import { getOrThrow, parseRuleBook } from "zhengyou"

/** What is scored, and how many points there are for it. */
export const criteria = [
  { id: "attitude", name: "服务态度", maximum: 40 },
  { id: "speed", name: "办事效率", maximum: 35 },
  { id: "openness", name: "信息公开", maximum: 25 }
]

/** The rule book (评定办法): three criteria, two panels, four levels. */
export const book = getOrThrow(
  parseRuleBook({
    format: "zhengyou/rule-book@2",
    id: "service-windows",
    version: "2026-1",
    title: { "zh-CN": "服务窗口评定办法（2026）", en: "Appraisal of service windows (2026)" },
    ladder: [
      { id: "excellent", name: { "zh-CN": "好", en: "Excellent" } },
      { id: "good", name: { "zh-CN": "较好", en: "Good" } },
      { id: "fair", name: { "zh-CN": "一般", en: "Fair" } },
      { id: "poor", name: { "zh-CN": "较差", en: "Poor" } }
    ],
    criteria: criteria.map((criterion) => ({ ...criterion, missing: "block" })),
    fullMarks: 100,
    panels: [
      { id: "review", name: "考评组", weight: "0.6", aggregate: { method: "mean" }, missing: "block" },
      { id: "students", name: "学生代表", weight: "0.4", aggregate: { method: "mean" }, missing: "block" }
    ],
    rounding: { total: { mode: "halfExpand", digits: 2 } },
    decideOn: "exact",
    bands: [
      { level: "excellent", from: 90 },
      { level: "good", from: 75 },
      { level: "fair", from: 60 },
      { level: "poor", from: 0 }
    ]
  })
)

/** The windows that are graded. */
export const units = [
  { id: "w1", name: "1 号窗口 · 学籍证明" },
  { id: "w2", name: "2 号窗口 · 奖助学金" },
  { id: "w3", name: "3 号窗口 · 宿舍报修" },
  { id: "w4", name: "4 号窗口 · 校园卡" },
  { id: "w5", name: "5 号窗口 · 财务报销" }
]
