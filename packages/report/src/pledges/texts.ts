import type { Language } from "@zhengyou/core"
import { inBoth, type Words } from "../html/bilingual.ts"

const texts = {
  kind: ["公开承诺审诺", "Review of public pledges"],
  notice: ["公开承诺公示", "Public pledges"],
  asOf: ["截至", "As of"],
  policy: ["依据", "By"],
  pledgeId: ["编号", "Pledge"],
  unit: ["单位", "Unit"],
  pledger: ["承诺人", "Pledger"],
  category: ["类别", "Category"],
  content: ["承诺内容", "Content"],
  measures: ["措施", "Measures"],
  measure: ["措施", "Measure"],
  target: ["目标", "Target"],
  value: ["目标值", "Target value"],
  direction: ["方向", "Direction"],
  baseline: ["基数", "Baseline"],
  source: ["基数来源", "Source of the baseline"],
  verification: ["核验方式", "Verification"],
  term: ["完成时限", "Deadline"],
  owner: ["责任人", "Owner"],
  basis: ["依据", "Basis"],
  urgentPosts: ["急难险重", "Urgent tasks"],
  whole: ["全文", "The whole"],
  outcome: ["结论", "Outcome"],
  principle: ["原则", "Principle"],
  severity: ["程度", "Severity"],
  place: ["位置", "Place"],
  words: ["原文", "Words"],
  finding: ["意见", "Finding"],
  advanced: ["先进性", "advanced"],
  targeted: ["针对性", "targeted"],
  feasible: ["可行性", "feasible"],
  effective: ["实效性", "effective"],
  error: ["必须修改", "must be changed"],
  warning: ["建议修改", "should be changed"],
  note: ["提示", "note"],
  publish: ["可公示", "to be published"],
  returned: ["退回修改", "returned"],
  oralOnly: ["只口头承诺", "oral only"],
  byReceivingOrganisation: ["由接收组织公开", "by the receiving organisation"],
  privateNumber: ["含个人号码，不入公示", "holds a personal number"],
  findings: ["按原则和程度", "By principle and severity"],
  total: ["合计", "In all"],
  coverage: ["公开情况", "Who has published"],
  inTime: ["按时公开", "in time"],
  late: ["逾期公开", "late"],
  unpublished: ["有承诺，未公开", "pledged, not published"],
  none: ["没有承诺", "no pledge"],
  publishBy: ["公开截止日", "Published by"],
  nobody: ["无", "none"],
  reviews: ["逐件意见", "Pledge by pledge"],
  howToRead: [
    "画线处为意见所指的文字，角标为意见的序号；红色必须修改，黄色建议修改。先列必须修改的。",
    "Marked words are what a finding is about, the small figure is its number: red must be changed, amber should be. Those that must be changed come first."
  ],
  sound: ["没有意见的承诺", "Pledges without a finding"],
  allSound: ["没有意见。", "Nothing was found."],
  noticeEmpty: ["没有可以公示的承诺。", "There is no pledge to publish."]
} as const

/** A key of the pages' own words. */
export type PledgeLabel = keyof typeof texts

/** One of the pages' own words in one language. */
export const pledgeLabelIn = (key: PledgeLabel, language: Language): string => texts[key][language === "en" ? 1 : 0]

/** One of the pages' own words in both languages. */
export const pledgeLabel = (key: PledgeLabel): Words => inBoth(texts[key][0], texts[key][1], "span")

/** How many pledges, and what became of them. */
export const reviewSentence = (
  pledges: number,
  outcomes: ReadonlyArray<readonly [PledgeLabel, number]>,
  findings: number,
  errors: number,
  language: Language
): string => {
  const met = outcomes.filter(([, count]) => count > 0)
  return language === "en"
    ? `${pledges} pledges: ${met.map(([key, count]) => `${count} ${pledgeLabelIn(key, "en")}`).join(", ")}; ${findings} findings, ${errors} of which must be answered by a change`
    : `${pledges} 件承诺：${met.map(([key, count]) => `${pledgeLabelIn(key, "zh-CN")} ${count} 件`).join("，")}；意见 ${findings} 条，其中必须修改 ${errors} 条`
}

/** How many units published in time. */
export const coverageSentence = (
  units: number,
  inTime: number,
  share: string,
  publishBy: string,
  language: Language
): string =>
  language === "en"
    ? `${inTime} of ${units} units had a pledge online by ${publishBy}: ${share}`
    : `${publishBy} 前，${units} 个单位中 ${inTime} 个公开了承诺，占 ${share}`

/** So many days as a term. */
export const daysText = (count: number, kind: "workingDays" | "calendarDays", language: Language): string =>
  language === "en"
    ? `${count} ${kind === "workingDays" ? "working days" : "days"}`
    : `${count} 个${kind === "workingDays" ? "工作日" : "自然日"}`
