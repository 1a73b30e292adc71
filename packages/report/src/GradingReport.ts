import type { CalendarDate, Text, Unit } from "@zhengyou/core"
import type { Completeness, Grading, RuleBook } from "@zhengyou/grading"

/** The same inputs under another reading of the rules, such as a stricter book (换一种办法). */
export interface Comparison {
  readonly title: Text
  readonly book: RuleBook
  readonly grading: Grading
}

/**
 * Everything that a report of a grading speaks of (评定结果报告).
 *
 * **Details**
 *
 * `units` gives the names: a unit of the grading that is not among them goes by its id. `preparedOn` is the day that the
 * report bears. Each of `comparisons` is shown beside the grading: how the levels are spread, and who changes level.
 */
export interface GradingReport {
  readonly title: Text
  readonly book: RuleBook
  readonly units: ReadonlyArray<Unit>
  readonly grading: Grading
  readonly completeness?: Completeness
  readonly preparedOn?: CalendarDate
  readonly comparisons?: ReadonlyArray<Comparison>
}
