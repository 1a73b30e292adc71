import { deadlineText, formatPath, type Language, type Roster, render, type Text, textIn } from "@zhengyou/core"
import {
  type CaseState,
  claimText,
  type MovementRow,
  type PromotionMessage,
  promotionTextEn,
  promotionTextZhCN
} from "@zhengyou/promotion"
import type { YearFileFaulty } from "./data.ts"
import type { Unsuccessful, YearFigures } from "./figures.ts"

const promotionText = (message: PromotionMessage, language: Language): string =>
  render(language === "en" ? promotionTextEn : promotionTextZhCN, message)

const nameOf = (roster: Roster, id: string, language: Language): string =>
  textIn(roster.find((unit) => unit.id === id)?.name ?? id, language)

/** The cells of a line, words at the left and figures at the right; a Chinese character is two columns wide. */
const line = (cells: ReadonlyArray<string>): string => {
  const width = (text: string) => [...text].reduce((sum, c) => sum + (/[\u2e80-\uffef]/.test(c) ? 2 : 1), 0)
  const [head = "", ...figures] = cells
  const first = `  ${head}${" ".repeat(Math.max(0, 12 - width(head)))}`
  return first + figures.map((cell) => " ".repeat(Math.max(1, 10 - width(cell))) + cell).join("")
}

const heads: Record<Language, ReadonlyArray<string>> = {
  "zh-CN": ["等级", "期初", "转入", "转出", "新成立", "并入", "撤销", "期末"],
  en: ["level", "before", "in", "out", "founded", "merged", "closed", "after"]
}

const rowLine = (row: MovementRow, language: Language): string => {
  const head =
    row.level === undefined ? (language === "en" ? "not graded" : "不定级") : textIn(row.level.name, language)
  const { before, in: came, out, founded, merged, closed, after } = row
  return line([head, ...[before, came, out, founded, merged, closed, after].map(String)])
}

const phases: Partial<Record<CaseState["phase"], Text>> = {
  refused: { "zh-CN": "不予受理", en: "not admitted" },
  declined: { "zh-CN": "未同意", en: "declined" }
}

const unsuccessfulLine = ({ unit, phase, reasons }: Unsuccessful, roster: Roster, language: Language): string => {
  const told = reasons.map((reason) => promotionText(reason, language)).join(language === "en" ? "; " : "；")
  const state = textIn(phases[phase] ?? phase, language)
  return language === "en"
    ? `  ${nameOf(roster, unit, language)}, ${state}: ${told}`
    : `  ${nameOf(roster, unit, language)}，${state}：${told}`
}

const dueLines = ({ due }: YearFigures, roster: Roster, language: Language): ReadonlyArray<string> =>
  due.map(({ entry, title, daysLeft = 0 }) => {
    const unit = nameOf(roster, entry.unit, language)
    const deadline = entry.plans.at(-1)?.deadline
    const by = deadline === undefined ? "" : deadlineText(deadline, language)
    return language === "en"
      ? `  ${unit}, "${textIn(title, language)}": due ${by}, ${-daysLeft} days overdue`
      : `  ${unit}，“${textIn(title, language)}”：期限 ${by}，逾期 ${-daysLeft} 天`
  })

const countLines = (figures: YearFigures, language: Language): ReadonlyArray<string> => {
  const { coverage, common, individual, lines, closedLines, closedProblems, applications, inForce } = figures
  const [batches, surveyed] = [coverage.batches.length, coverage.batches.flatMap(({ units }) => units).length]
  return language === "en"
    ? [
        `survey: ${surveyed} branches in ${batches} batches`,
        `problems: ${common} common, ${individual} individual; closed ${closedProblems} of ${common + individual}, line by line ${closedLines} of ${lines}`,
        `applications: ${applications}; in force ${inForce}, not successful ${figures.unsuccessful.length}`
      ]
    : [
        `调查摸底：${surveyed} 个支部，分 ${batches} 批`,
        `问题：共性 ${common} 个、个性 ${individual} 个；整体销号 ${closedProblems} 个，逐支部销号 ${closedLines}/${lines} 项`,
        `晋级申请：${applications} 个，生效 ${inForce} 个，未成 ${figures.unsuccessful.length} 个`
      ]
}

/** The year in lines: what was surveyed, found, closed, applied for and decided, the accounts, and the claims. */
export const yearLines = (figures: YearFigures, roster: Roster, language: Language): ReadonlyArray<string> => {
  const { table, claims, targets, unsuccessful } = figures
  const title = language === "en" ? "The year 2012 after the round" : "定级之后的 2012 年"
  const goals = targets.map(({ level, units, needed, moved }) =>
    language === "en"
      ? `  target for ${textIn(level.name, language)}: at least ${needed} of ${units}, reached ${moved}`
      : `  ${textIn(level.name, language)}晋级目标：${units} 个中至少 ${needed} 个，实际 ${moved} 个`
  )
  const [counted, problems, applications] = countLines(figures, language)
  return [
    title,
    counted ?? "",
    problems ?? "",
    ...dueLines(figures, roster, language),
    applications ?? "",
    ...unsuccessful.map((one) => unsuccessfulLine(one, roster, language)),
    line(heads[language]),
    ...table.rows.map((row) => rowLine(row, language)),
    ...goals,
    ...claims.map((claim) => claimText(claim, table.ladder, language))
  ]
}

/** What is wrong with the files of the year. */
export const yearFaultLines = (faulty: YearFileFaulty, language: Language): ReadonlyArray<string> =>
  faulty._tag === "YearUnreadable"
    ? [
        language === "en"
          ? `${faulty.file} cannot be read (${faulty.cause})`
          : `${faulty.file} 无法读取（${faulty.cause}）`
      ]
    : faulty.faults.map(
        ({ path, problem }) => `${faulty.file} ${formatPath(path)}: ${promotionText(problem, language)}`
      )
