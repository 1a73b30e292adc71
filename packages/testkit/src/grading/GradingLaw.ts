import { formatExact, formatFactValue, type Id, type Text } from "@zhengyou/core"
import type { GradingInputs, RuleBook } from "@zhengyou/grading"
import { say } from "../internal/say.ts"
import type { CaseTable, Law, LawSetting, ShownCase } from "../Law.ts"
import type { Boundary } from "./boundaries/Boundary.ts"
import type { Engine } from "./Engine.ts"

/** What laws of grading are held against: a book, an engine, and what its cases are made of. */
export interface GradingSetting extends LawSetting<GradingCase> {
  readonly book: RuleBook
  readonly engine: Engine
  /** The facts of which more is better, as whoever owns the book declares. */
  readonly benefits: ReadonlyArray<Id>
  /** The cases at the book's thresholds. */
  readonly boundaries: ReadonlyArray<Boundary>
}

/** One case of a law: a round, and how it is varied where the law compares two. */
export interface GradingCase {
  readonly inputs: GradingInputs
  readonly varied?: {
    readonly change: Text
    readonly book?: RuleBook
    readonly inputs?: GradingInputs
  }
  /** The unit that the case is about, where it is about one. */
  readonly unit?: Id
  /** The criterion or level that the case is about, where it is about one. */
  readonly about?: Id
}

/** A law of grading. */
export type GradingLaw = Law<GradingSetting, GradingCase>

const sheetsTable = (sheets: GradingInputs["sheets"]): CaseTable => {
  const criteria = [...new Set(sheets.flatMap(({ scores }) => Object.keys(scores)))]
  return {
    title: say("评分表", "sheets"),
    head: ["unit", "panel", "rater", "raterUnit", "group", ...criteria],
    rows: sheets.map(({ unit, panel, rater, raterUnit = "", group = "", scores }) => [
      unit,
      panel,
      rater,
      raterUnit,
      group,
      ...criteria.map((id) => {
        const mark = scores[id]
        return mark === undefined ? "–" : typeof mark === "string" ? mark : formatExact(mark)
      })
    ])
  }
}

/** A round as small tables. */
export const showGradingCase = ({ inputs, varied }: GradingCase): ShownCase => ({
  tables: [
    {
      title: say("单位", "units"),
      head: ["id", "type", "parent", "founded"],
      rows: inputs.units.map(({ id, type = "", parent = "", founded = "" }) => [id, type, parent, founded])
    },
    sheetsTable(inputs.sheets),
    {
      title: say("事实", "facts"),
      head: ["unit", "fact", "value"],
      rows: inputs.facts.map(({ unit, fact, value }) => [unit, fact, formatFactValue(value)])
    },
    {
      title: say("加减分", "awards"),
      head: ["unit", "adjustment", "item", "points"],
      rows: (inputs.awards ?? []).map(({ unit, adjustment, item, points }) => [
        unit,
        adjustment,
        item,
        formatExact(points)
      ])
    }
  ],
  change: varied?.change
})
