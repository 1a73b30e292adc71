import { type Change, changesBetween, type Outcome } from "@zhengyou/grading"
import type { Comparison, GradingReport } from "../GradingReport.ts"

/** The units that come out differently under another reading of the rules, in the order given. */
export const changesOf = (
  report: GradingReport,
  ordered: ReadonlyArray<Outcome>,
  comparison: Comparison
): ReadonlyArray<Change> =>
  changesBetween({ ...report.grading, outcomes: ordered }, comparison.grading, report.book.ladder)
