import { type Language, textIn } from "@zhengyou/core"
import { type Column, layOut } from "./internal/columns.ts"
import { plain } from "./internal/plain.ts"
import { ledgerViewOf } from "./ledger/ledgerView.ts"
import { daysText, type LedgerWord, ledgerFigures, ledgerSentence, ledgerWord } from "./ledger/texts.ts"
import { type MovementWord, movementWord } from "./movement/texts.ts"
import type { PromotionReport } from "./promotion/PromotionReport.ts"
import { type PromotionWord, promotionWord, roundSentence, rulesText } from "./promotion/texts.ts"
import { outcomeCounts, reasonTexts, unitNamesOf } from "./promotion/view.ts"

const left = (heading: string): Column => ({ heading, align: "left" })

const decisionLines = (report: PromotionReport, language: Language): ReadonlyArray<string> => {
  const name = unitNamesOf(report)
  const words: ReadonlyArray<PromotionWord> = ["unit", "from", "to", "outcome", "reasons"]
  return layOut(
    words.map((word) => left(promotionWord(word, language))),
    report.round.decisions.map((decision) => [
      textIn(name(decision.application.unit), language),
      decision.from === undefined ? promotionWord("notGraded", language) : textIn(decision.from.name, language),
      textIn(decision.to.name, language),
      promotionWord(decision.outcome, language),
      reasonTexts(decision, language).join(language === "en" ? "; " : "；")
    ])
  )
}

const movementLines = ({ round }: PromotionReport, language: Language): ReadonlyArray<string> => {
  const figures: ReadonlyArray<MovementWord> = ["between", "in", "out", "founded", "merged", "closed", "until"]
  return layOut(
    [
      left(movementWord("level", language)),
      ...figures.map((word): Column => ({ heading: movementWord(word, language), align: "right" }))
    ],
    round.table.rows.map(({ level, before, founded, merged, closed, after, ...row }) => [
      level === undefined ? movementWord("notGraded", language) : textIn(level.name, language),
      ...[before, row.in, row.out, founded, merged, closed, after].map(String)
    ])
  )
}

/** The state of the ledger: how many lines, and those that are not closed with what is overdue first. */
const ledgerLines = ({ ledger, units, asOf }: PromotionReport, language: Language): ReadonlyArray<string> => {
  if (ledger === undefined) return []
  const view = ledgerViewOf({ ledger, units }, asOf)
  const words: ReadonlyArray<LedgerWord> = ["unit", "problem", "owner", "due", "state"]
  return [
    "",
    ledgerSentence(ledgerFigures(view), language),
    ...(view.open.length === 0
      ? []
      : layOut(
          words.map((word) => left(ledgerWord(word, language))),
          view.open.map(({ unit, problem, plan, daysLeft, entry }) => [
            textIn(unit, language),
            textIn(problem.title, language),
            plan?.owner ?? "–",
            plan === undefined || daysLeft === undefined ? "–" : `${plan.deadline.due} ${daysText(daysLeft, language)}`,
            ledgerWord(entry.status, language)
          ])
        ))
  ]
}

/**
 * A round of promotion as plain text for a terminal: the decisions with their reasons, the movement table, and the state of the ledger.
 *
 * **Details**
 *
 * Laid out like `gradingTable`: a Chinese character takes two columns, and no name can colour the terminal or move what stands beside it.
 */
export const promotionTable = (report: PromotionReport, language: Language = "zh-CN"): string => {
  const { title, rules, round, from, asOf } = report
  return [
    plain(textIn(title, language)),
    plain(rulesText(textIn(rules.title, language), rules.id, rules.version, language)),
    roundSentence(round.decisions.length, outcomeCounts(report), language),
    "",
    ...decisionLines(report, language),
    "",
    `${movementWord("table", language)} ${from} – ${asOf}`,
    ...movementLines(report, language),
    ...ledgerLines(report, language)
  ].join("\n")
}
