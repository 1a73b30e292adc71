import { type Catalogue, formatExact, isSameExact, one, textIn } from "@zhengyou/core"
import type { Panel } from "@zhengyou/grading"
import type { LevelShare, ReportMessage, Unplaced } from "./messages.ts"

const unplacedNames: Readonly<Record<Unplaced, string>> = {
  NotGraded: "Not graded",
  Blocked: "Blocked",
  Undetermined: "Undetermined"
}

const unplacedTags: ReadonlyArray<Unplaced> = ["NotGraded", "Blocked", "Undetermined"]

const levelText = ({ level, units, share }: LevelShare): string => `${units} ${textIn(level.name, "en")} (${share})`

const unplacedText = (unplaced: Readonly<Record<Unplaced, number>>): string =>
  unplacedTags
    .flatMap((tag) => (unplaced[tag] === 0 ? [] : [`${unplaced[tag]} ${unplacedNames[tag].toLowerCase()}`]))
    .join(", ")

const counted = (n: number, thing: string): string => `${n} ${thing}${n === 1 ? "" : "s"}`

const nonZero = (counts: ReadonlyArray<readonly [number, string]>): string =>
  counts.flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`])).join(", ")

const voids = { allEqual: "the same share on every criterion", allFull: "full marks on every criterion" }

const aggregated = (aggregate: Panel["aggregate"]): string => {
  if (!("onlyAbove" in aggregate)) return aggregate.method
  const drops =
    aggregate.method === "trimmedMean"
      ? `the highest ${aggregate.dropHighest} and the lowest ${aggregate.dropLowest}`
      : `${formatExact(aggregate.share)} of them at each end`
  return `mean; with more than ${counted(aggregate.onlyAbove, "rater")}, dropping ${drops}`
}

const howAggregated = ({ aggregate, per, groups, recuse, voids: kinds = [] }: Panel): string =>
  [
    `${aggregated(aggregate)}${per === "sheet" ? ", of whole sheets" : ""}`,
    ...(groups === undefined
      ? []
      : [
          `weighed by group (${groups.map(({ name, weight }) => `${textIn(name, "en")} ${formatExact(weight)}`).join(", ")})`
        ]),
    ...(recuse === undefined ? [] : ["nobody scores their own unit"]),
    ...kinds.map((kind) => `sheets with ${voids[kind]} are void`)
  ].join("; ")

/**
 * The English texts of a report.
 *
 * @example
 * ```ts
 * import { render } from "@zhengyou/core"
 * import { reportTextEn } from "@zhengyou/report"
 *
 * render(reportTextEn, { _tag: "CountAndShare", units: 12, share: "32.4%" }) // => "12, 32.4%"
 * ```
 */
export const reportTextEn: Catalogue<ReportMessage> = {
  Report: () => "Grading report",
  ExplanationOf: () => "How a grading came to be",
  Distribution: () => "Levels",
  Totals: () => "Totals",
  Units: () => "Units",
  Rules: () => "How totals are made",
  Quotas: () => "Quotas",
  Completeness: () => "Completeness",
  Comparisons: () => "Under other rules",
  Receipt: () => "Receipt",
  ReasonsInOrder: () => "Reasons, in the order of the rules; the last one decides",
  Working: () => "Working",
  UnitId: () => "Unit id",
  Unit: () => "Unit",
  Level: () => "Level",
  Total: () => "Total",
  ExactTotal: () => "Exact total",
  DecidedTotal: () => "Decided on",
  Rank: () => "Rank",
  DecidingReason: () => "Deciding reason",
  AllReasons: () => "All reasons",
  Count: () => "Units",
  Share: () => "Share",
  Criterion: () => "Criterion",
  Score: () => "Score",
  Panel: () => "Panel",
  Rater: () => "Rater",
  Weight: () => "Weight",
  Step: () => "Step",
  Figure: () => "Figure",
  ComesTo: () => "Comes to",
  Aggregation: () => "Aggregation",
  MinimumRaters: () => "Raters needed",
  Threshold: () => "Threshold",
  JustAbove: () => "Nearest above",
  JustBelow: () => "Nearest below",
  Seats: () => "Seats",
  Candidates: () => "Candidates",
  Kept: () => "Kept",
  QuotaKind: () => "Quota",
  Group: () => "Within",
  IsMet: () => "Met",
  Reserve: () => "Next in line",
  PanelTotal: () => "Panel total",
  ThisGrading: () => "This grading",
  OtherGrading: () => "Other rules",
  Why: () => "Reason under the other rules",
  Outstanding: () => "Still to score",
  Semantics: () => "Semantics",
  RulesHash: () => "Rule book",
  InputsHash: () => "Inputs",
  ResultHash: () => "Result",
  NotGraded: () => unplacedNames.NotGraded,
  Blocked: () => unplacedNames.Blocked,
  Undetermined: () => unplacedNames.Undetermined,
  Nobody: () => "none",
  AllCriteria: () => "all criteria",
  AllUnits: () => "all units",
  Cap: () => "at most",
  Floor: () => "at least, this level or below",
  Yes: () => "yes",
  No: () => "no",
  PanelsFirst: () => "Each panel makes a total of its own first; then the panels are weighed.",
  AnyRater: () => "anybody",
  NoScore: () => "missing",
  ReadTotals: () => "Each dot is a unit, each line the threshold of a level; the colour is the level in the end.",
  ReadUnits: () => "Open a row for all reasons and the working.",
  HowToCheck: () =>
    "To check: grade the same inputs by the same rule book with the same version of the semantics; the three hashes come out the same, digit by digit. They are SHA-256 of canonical JSON (RFC 8785).",
  BookUsed: ({ title, id, version }) => `Rule book: ${textIn(title, "en")} (${id}, version ${version})`,
  PreparedOn: ({ day }) => `Prepared on ${day}`,
  Summary: ({ all, graded, levels, unplaced }) => {
    const rest = unplacedText(unplaced)
    const placed = graded === 0 ? "none graded" : `${graded} graded: ${levels.map(levelText).join(", ")}`
    return `${counted(all, "unit")}, ${placed}${rest === "" ? "" : `; ${rest}`}.`
  },
  CountAndShare: ({ units, share }) => `${units}, ${share}`,
  UnplacedCounts: ({ unplaced }) => {
    const rest = unplacedText(unplaced)
    return rest === "" ? "Every unit is graded" : `Without a level: ${rest} (not in the shares)`
  },
  LevelFrom: ({ level, from }) => `${textIn(level, "en")} ≥ ${formatExact(from)}`,
  AndOthers: ({ others }) => `and ${others} more`,
  PanelRaters: ({ scored, counted: kept }) =>
    scored === kept ? counted(scored, "rater") : `${kept} of ${scored} count`,
  PanelWeight: ({ weight }) => `weight ${formatExact(weight)}`,
  OutOf: ({ maximum, weight }) =>
    `of ${formatExact(maximum)}${isSameExact(weight, one) ? "" : `, weight ${formatExact(weight)}`}`,
  Scaled: ({ earned, possible, to }) =>
    `The weighted scores sum to ${formatExact(earned)} of ${formatExact(possible)}, read as a share of ${formatExact(to)}`,
  HowAggregated: ({ panel }) => howAggregated(panel),
  DecidedOn: ({ on, digits }) =>
    on === "exact"
      ? "Levels are decided on the exact total, without rounding."
      : `Levels are decided on the total rounded to ${counted(digits, "place")}.`,
  Collected: ({ sheets, outstanding }) =>
    outstanding === 0
      ? `${counted(sheets, "sheet")} collected; nothing is outstanding.`
      : `${counted(sheets, "sheet")} collected; ${outstanding} still to come:`,
  Changes: ({ changed, fell, rose }) =>
    changed === 0
      ? "No unit comes out differently."
      : `${counted(changed, "unit")} would come out differently: ${nonZero([
          [fell, "lower"],
          [rose, "higher"],
          [changed - fell - rose, "otherwise"]
        ])}.`,
  QuotaOf: ({ level, group, quota: { kind, seats, candidates, kept, isMet } }) => {
    const where = group === undefined ? "" : `${textIn(group, "en")}: `
    const name = textIn(level, "en")
    const limit =
      kind === "cap"
        ? `${name} has ${counted(seats, "seat")} for ${candidates}; ${kept} kept it`
        : `${name} or below wants at least ${counted(seats, "unit")}; of ${candidates} above, ${kept} stayed`
    return `${where}${limit}${isMet ? "" : "; the quota is not met"}.`
  }
}
