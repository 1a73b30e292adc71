import { type Language, textIn } from "@zhengyou/core"
import type { SurveyRow } from "@zhengyou/satisfaction"
import { layOut } from "./internal/columns.ts"
import { plain } from "./internal/plain.ts"
import type { SurveyReport } from "./survey/SurveyReport.ts"
import { labelIn } from "./survey/texts.ts"
import {
  byRate,
  changeIn,
  changeRangeOf,
  estimateIn,
  linkedOf,
  namesIn,
  percentOf,
  pointsOf,
  rangeOf,
  remarkOn,
  told
} from "./survey/view.ts"

const cellsOf = (row: SurveyRow, name: string, language: Language): ReadonlyArray<string> => {
  const remark = remarkOn(row)
  const said = remark === undefined ? "" : told(remark, language)
  if (row._tag !== "Figure")
    return [name, "", "", "", "", "", row._tag === "Withheld" ? labelIn("withheld", language) : said]
  const [found, change] = [estimateIn(row), changeIn(row)]
  return [
    name,
    String(row.returned),
    percentOf(row.rate),
    found === undefined ? "" : rangeOf(found),
    change === undefined ? "" : `${pointsOf(change.points)} (${changeRangeOf(change)})`,
    row.linked === undefined ? "" : linkedOf(row.linked),
    said
  ]
}

/**
 * A survey as a plain text table for a terminal: all units together, then each by its rate, with interval, change, verdict and score.
 *
 * **Details**
 *
 * What is withheld is not in it. A Chinese character takes two columns; marks that turn the direction of text show as U+FFFD.
 */
export const surveyTable = (report: SurveyReport, language: Language = "zh-CN"): string => {
  const { figures } = report
  const nameOf = namesIn(report)
  const name = textIn(figures.formula.name, language)
  const align = { left: "left", right: "right" } as const
  return [
    plain(textIn(report.title, language)),
    plain(`${labelIn("formulaName", language)}: ${name}`),
    "",
    ...layOut(
      [
        { heading: labelIn("unit", language), align: align.left },
        { heading: labelIn("returned", language), align: align.right },
        { heading: labelIn("rate", language), align: align.right },
        { heading: labelIn("interval", language), align: align.right },
        { heading: labelIn("change", language), align: align.right },
        { heading: labelIn("score", language), align: align.right },
        { heading: labelIn("verdict", language), align: align.left }
      ],
      [
        cellsOf(figures.overall, labelIn("overall", language), language),
        ...byRate(figures.units).map((row) => cellsOf(row, textIn(nameOf(row.subject), language), language))
      ]
    )
  ].join("\n")
}
