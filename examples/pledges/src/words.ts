import type { Language, Text } from "@zhengyou/core"

/** How a pledge may stand, as a reader is told. */
export const states = {
  withdrawn: { "zh-CN": "已撤回", en: "withdrawn" },
  fulfilled: { "zh-CN": "已兑现", en: "fulfilled" },
  partly: { "zh-CN": "部分兑现", en: "partly fulfilled" },
  excused: { "zh-CN": "未兑现（已说明原因）", en: "not fulfilled (explained)" },
  notFulfilled: { "zh-CN": "未兑现", en: "not fulfilled" },
  overdue: { "zh-CN": "逾期", en: "overdue" },
  reported: { "zh-CN": "已报结，待核验", en: "reported, to be verified" },
  going: { "zh-CN": "践诺中", en: "under way" }
} as const satisfies Readonly<Record<string, Text>>

const zh = {
  lang: "zh-CN",
  kind: (asOf: string) => `承诺、进展与结果，截至 ${asOf}`,
  share: (share: string) => `（${share}）`,
  line: (start: string, due: string) => `公开 ${start}，时限 ${due}`,
  target: "目标",
  deadline: "时限",
  changes: "变更",
  change: (on: string, was: string, now: string, why: string) => `${on}：时限由 ${was} 改为 ${now}。${why}`,
  evidence: "佐证",
  explanations: "说明",
  withdrawal: "撤回",
  coverage: (units: number, inTime: number, by: string) => `${units} 个单位中，${inTime} 个在 ${by} 前公开了承诺。`,
  unitOn: (unit: string, on: string) => `${unit}（${on}）`,
  late: (units: ReadonlyArray<string>) => `逾期公开：${units.join("、")}`,
  missing: (units: ReadonlyArray<string>) => `没有公开：${units.join("、")}`,
  also: (parts: ReadonlyArray<string>) => parts.join("；"),
  summary: (pledges: number, counts: ReadonlyArray<readonly [state: string, count: number]>) =>
    `公开承诺 ${pledges} 件：${counts.map(([state, count]) => `${state} ${count} 件`).join("，")}。`,
  legend: "一年十二格：空心点为公开，竖线为时限，虚竖线为变更前的时限，实心点为报结。",
  evaluation: "评诺结果",
  evaluationNote: "只计公开的承诺；有正当理由并已公开说明的不计入兑现率。",
  columns: ["单位", "公开承诺", "兑现", "部分", "未兑现", "免责", "兑现率", "得分", "等次"]
}

/** What the page says, in one language; what was promised stays as it was written. */
export type PageWords = typeof zh

const en: PageWords = {
  lang: "en",
  kind: (asOf) => `Pledges, progress and results as of ${asOf}`,
  share: (share) => ` (${share})`,
  line: (start, due) => `published ${start}, due ${due}`,
  target: "Target",
  deadline: "Due",
  changes: "Changes",
  change: (on, was, now, why) => `${on}: due ${now} instead of ${was}. ${why}`,
  evidence: "Evidence",
  explanations: "Why",
  withdrawal: "Withdrawn",
  coverage: (units, inTime, by) => `${inTime} of ${units} units had a pledge online by ${by}. `,
  unitOn: (unit, on) => `${unit} (${on})`,
  late: (units) => `Online late: ${units.join(", ")}`,
  missing: (units) => `Not online: ${units.join(", ")}`,
  also: (parts) => parts.join("; "),
  summary: (pledges, counts) =>
    `Public pledges: ${pledges}${counts.map(([state, count]) => `; ${state} ${count}`).join("")}.`,
  legend:
    "Twelve months: the hollow dot is the publication, the bar the deadline, a dashed bar an earlier deadline, the full dot the report.",
  evaluation: "Evaluation",
  evaluationNote: "Public pledges only; what was excused and explained in public does not count in the rate.",
  columns: ["Unit", "Pledges", "Kept", "Partly", "Not kept", "Excused", "Rate", "Score", "Level"]
}

/** The words of the page in a language. */
export const pageWords: Readonly<Record<Language, PageWords>> = { "zh-CN": zh, en }
