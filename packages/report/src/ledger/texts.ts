import type { Language } from "@zhengyou/core"
import { inBoth, type Words } from "../html/bilingual.ts"
import type { LedgerView } from "./ledgerView.ts"

const texts = {
  ledger: ["整改台账", "The ledger of problems"],
  noProblems: ["没有登记问题。", "No problems are on record."],
  byProblem: ["按问题", "By problem"],
  open: ["未销号，按单位，逾期的在前", "Not closed: by unit, what is overdue first"],
  allClosed: ["全部销号。", "Every line is closed."],
  common: ["共性", "common"],
  individual: ["个性", "individual"],
  unit: ["单位", "Unit"],
  problem: ["问题", "Problem"],
  cause: ["成因", "Cause"],
  measures: ["整改措施", "Measures"],
  owner: ["责任人", "Owner"],
  due: ["期限", "Deadline"],
  state: ["状态", "State"],
  closedOn: ["销号日期", "Closed on"],
  noPlan: ["尚无方案", "no plan yet"],
  provisional: ["暂定", "provisional"],
  overdue: ["逾期", "overdue"],
  opened: ["未启动", "opened"],
  planned: ["已定方案", "planned"],
  inProgress: ["整改中", "in progress"],
  submitted: ["待验收", "submitted"],
  closed: ["已销号", "closed"]
} as const

export type LedgerWord = keyof typeof texts

/** One of the ledger's own words in one language. */
export const ledgerWord = (key: LedgerWord, language: Language): string => texts[key][language === "en" ? 1 : 0]

/** One of the ledger's own words in both languages. */
export const ledgerLabel = (key: LedgerWord): Words => {
  const [zh, en] = texts[key]
  return inBoth(zh, en, "span")
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`

/** How long there is until a deadline, or since. */
export const daysText = (daysLeft: number, language: Language): string => {
  if (language === "en") return daysLeft < 0 ? `${plural(-daysLeft, "day")} overdue` : `${plural(daysLeft, "day")} left`
  return daysLeft < 0 ? `逾期 ${-daysLeft} 天` : `还有 ${daysLeft} 天`
}

/** Since when a line is there again. */
export const reopenedText = (day: string, language: Language): string =>
  language === "en" ? `came back on ${day}` : `${day} 反弹`

/** How many closed lines there are to unfold. */
export const closedLinesText = (lines: number, language: Language): string =>
  language === "en" ? `${plural(lines, "closed line")}, by unit` : `已销号 ${lines} 项，按单位`

/** The figures of a ledger: problems and lines, how many of them closed, how many overdue. */
export interface LedgerFigures {
  readonly problems: number
  readonly common: number
  readonly lines: number
  readonly closed: number
  readonly overdue: number
}

/** Counts a ledger. */
export const ledgerFigures = ({ problems, open, closed, counts }: LedgerView): LedgerFigures => ({
  problems: problems.length,
  common: problems.filter(({ problem }) => problem.kind === "common").length,
  lines: open.length + closed.length,
  closed: closed.length,
  overdue: counts.get("overdue") ?? 0
})

/** The ledger in one sentence. */
export const ledgerSentence = (
  { problems, common, lines, closed, overdue }: LedgerFigures,
  language: Language
): string =>
  language === "en"
    ? `${plural(problems, "problem")} (${common} common, ${problems - common} individual) in ${plural(lines, "line")}: ${closed} closed, ${lines - closed} open, ${overdue} of them overdue.`
    : `共 ${problems} 个问题（共性 ${common} 个、个性 ${problems - common} 个），逐单位 ${lines} 项：已销号 ${closed} 项，未销号 ${lines - closed} 项，其中逾期 ${overdue} 项。`
