import { formatExact, type Language, textIn } from "@zhengyou/core"
import type { SurveyRow } from "@zhengyou/satisfaction"
import type { SurveyReport } from "./survey/SurveyReport.ts"
import { labelIn } from "./survey/texts.ts"
import { changeIn, estimateIn, namesIn, percentOf, pointsOf, remarkOn, scoreOf, told } from "./survey/view.ts"

const columns = [
  "unitId",
  "unit",
  "returned",
  "rate",
  "low",
  "high",
  "previous",
  "change",
  "score",
  "least",
  "greatest",
  "verdict"
] as const

const end = (x: number | undefined): string => (x === undefined ? "" : `${(x * 100).toFixed(2)}%`)

const cellsOf = (row: SurveyRow, id: string, name: string, language: Language): ReadonlyArray<string> => {
  const remark = remarkOn(row)
  const said = remark === undefined ? "" : told(remark, language)
  if (row._tag !== "Figure") {
    return [id, name, ...columns.slice(3).map(() => ""), row._tag === "Withheld" ? labelIn("withheld", language) : said]
  }
  const { linked, previous } = row
  const interval = estimateIn(row)?.interval
  const change = changeIn(row)
  return [
    id,
    name,
    String(row.returned),
    percentOf(row.rate),
    end(interval?.low),
    end(interval?.high),
    previous === undefined ? "" : percentOf(previous),
    change === undefined ? "" : pointsOf(change.points).replace("−", "-"),
    linked === undefined ? "" : formatExact(linked.score),
    linked === undefined ? "" : scoreOf(linked.least),
    linked === undefined ? "" : scoreOf(linked.greatest),
    said
  ]
}

/** A survey as rows for a spreadsheet: a header, all units together, then each in the questionnaire's order; what is withheld is not in it. */
export const surveyCsvRows = (
  report: SurveyReport,
  language: Language = "zh-CN"
): ReadonlyArray<ReadonlyArray<string>> => {
  const { figures } = report
  const nameOf = namesIn(report)
  return [
    columns.map((column) => labelIn(column, language)),
    cellsOf(figures.overall, "", labelIn("overall", language), language),
    ...figures.units.map((row) => cellsOf(row, row.subject, textIn(nameOf(row.subject), language), language))
  ]
}
