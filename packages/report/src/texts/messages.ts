import type { CalendarDate, Exact, Named, Text } from "@zhengyou/core"
import type { Panel, QuotaResult } from "@zhengyou/grading"

/** A message without parameters: a heading, a column's name, a word. */
type Label<Tag extends string> = Tag extends string ? { readonly _tag: Tag } : never

type Heading = Label<
  | "Report"
  | "ExplanationOf"
  | "Distribution"
  | "Totals"
  | "Units"
  | "Rules"
  | "Quotas"
  | "Completeness"
  | "Comparisons"
  | "Receipt"
  | "ReasonsInOrder"
  | "Working"
>

type Column = Label<
  | "UnitId"
  | "Unit"
  | "Level"
  | "Total"
  | "ExactTotal"
  | "DecidedTotal"
  | "Rank"
  | "DecidingReason"
  | "AllReasons"
  | "Count"
  | "Share"
  | "Criterion"
  | "Score"
  | "Panel"
  | "Rater"
  | "Weight"
  | "Step"
  | "Figure"
  | "ComesTo"
  | "Aggregation"
  | "MinimumRaters"
  | "Threshold"
  | "JustAbove"
  | "JustBelow"
  | "Seats"
  | "Candidates"
  | "Kept"
  | "QuotaKind"
  | "Group"
  | "IsMet"
  | "Reserve"
  | "PanelTotal"
  | "ThisGrading"
  | "OtherGrading"
  | "Why"
  | "Outstanding"
  | "Semantics"
  | "RulesHash"
  | "InputsHash"
  | "ResultHash"
>

/** The outcomes that are not a level. */
export type Unplaced = "NotGraded" | "Blocked" | "Undetermined"

type Word = Label<
  | Unplaced
  | "Nobody"
  | "AllCriteria"
  | "AllUnits"
  | "AnyRater"
  | "Cap"
  | "Floor"
  | "HowToCheck"
  | "No"
  | "NoScore"
  | "PanelsFirst"
  | "ReadTotals"
  | "ReadUnits"
  | "Yes"
>

/** How many units have a level, and what share of the units with a level that is. */
export interface LevelShare {
  readonly level: Named
  readonly units: number
  readonly share: string
}

/** Everything that a report itself says; reasons speak for themselves. */
export type ReportMessage =
  | Heading
  | Column
  | Word
  | { readonly _tag: "BookUsed"; readonly title: Text; readonly id: string; readonly version: string }
  | { readonly _tag: "PreparedOn"; readonly day: CalendarDate }
  | {
      readonly _tag: "Summary"
      readonly all: number
      readonly graded: number
      readonly levels: ReadonlyArray<LevelShare>
      readonly unplaced: Readonly<Record<Unplaced, number>>
    }
  | { readonly _tag: "CountAndShare"; readonly units: number; readonly share: string }
  | { readonly _tag: "UnplacedCounts"; readonly unplaced: Readonly<Record<Unplaced, number>> }
  | { readonly _tag: "LevelFrom"; readonly level: Text; readonly from: Exact }
  | { readonly _tag: "AndOthers"; readonly others: number }
  | { readonly _tag: "PanelRaters"; readonly scored: number; readonly counted: number }
  | { readonly _tag: "PanelWeight"; readonly weight: Exact }
  | { readonly _tag: "OutOf"; readonly maximum: Exact; readonly weight: Exact }
  | { readonly _tag: "Scaled"; readonly earned: Exact; readonly possible: Exact; readonly to: Exact }
  | { readonly _tag: "HowAggregated"; readonly panel: Panel }
  | { readonly _tag: "DecidedOn"; readonly on: "exact" | "rounded"; readonly digits: number }
  | { readonly _tag: "Collected"; readonly sheets: number; readonly outstanding: number }
  | { readonly _tag: "Changes"; readonly changed: number; readonly fell: number; readonly rose: number }
  | {
      readonly _tag: "QuotaOf"
      readonly level: Text
      readonly group?: Text
      readonly quota: Omit<QuotaResult, "level" | "group">
    }
