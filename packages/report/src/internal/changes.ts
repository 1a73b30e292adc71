import { type Id, levelRank } from "@zhengyou/core"
import { decidingReason, type GradingReason, type Outcome } from "@zhengyou/grading"
import type { Comparison, GradingReport } from "../GradingReport.ts"

/** A unit that another reading of the rules treats differently: both outcomes, and the reason under the other one. */
export interface Change {
  readonly unit: Id
  readonly from: Outcome
  readonly to: Outcome
  readonly reason: GradingReason
  /** Which way the level goes; nothing where one side has no level, or the ladders do not share it. */
  readonly way: "fell" | "rose" | undefined
}

const resultOf = (outcome: Outcome): string => ("level" in outcome ? `level ${outcome.level}` : outcome._tag)

const wayOf = (report: GradingReport, from: Outcome, to: Outcome): Change["way"] => {
  if (!("level" in from) || !("level" in to)) return undefined
  const [before, after] = [from, to].map(({ level }) => levelRank(report.book.ladder, level))
  if (before === undefined || after === undefined || before < 0 || after < 0) return undefined
  return after > before ? "fell" : "rose"
}

/** The units that come out differently, in the order given. */
export const changesOf = (
  report: GradingReport,
  ordered: ReadonlyArray<Outcome>,
  comparison: Comparison
): ReadonlyArray<Change> => {
  const others = new Map(comparison.grading.outcomes.map((outcome) => [outcome.unit, outcome]))
  return ordered.flatMap((from): ReadonlyArray<Change> => {
    const to = others.get(from.unit)
    if (to === undefined || resultOf(from) === resultOf(to)) return []
    return [{ unit: from.unit, from, to, reason: decidingReason(to), way: wayOf(report, from, to) }]
  })
}
