import { GradingReason, type Outcome } from "@zhengyou/grading"
import type { Json } from "effect/Schema"
import * as Schema from "effect/Schema"
import type { GradingReport } from "./GradingReport.ts"
import { GradingResult, type ReasonResult, type UnitResult } from "./GradingResult.ts"
import { sayReason } from "./internal/say.ts"
import { type View, viewOf } from "./internal/view.ts"

const encodeReason = Schema.encodeSync(Schema.toCodecJson(GradingReason))

const reasonResult = (reason: GradingReason): ReasonResult => {
  const { _tag: key, ...fields } = encodeReason(reason) as { readonly [name: string]: Json }
  return { key: reason._tag, ...fields, text: { "zh-CN": sayReason(reason, "zh-CN"), en: sayReason(reason, "en") } }
}

const unitResult = ({ unitName }: View, outcome: Outcome): UnitResult => {
  const [first, ...rest] = outcome.reasons
  const base = {
    id: outcome.unit,
    name: unitName(outcome.unit),
    reasons: [reasonResult(first), ...rest.map(reasonResult)]
  } as const
  switch (outcome._tag) {
    case "Graded": {
      const { level, rank, total } = outcome
      return { ...base, outcome: "graded", level, rank, total: { exact: total.exact, shown: total.shown } }
    }
    case "Recognised":
      return { ...base, outcome: "recognised", level: outcome.level }
    case "Undetermined":
      return {
        ...base,
        outcome: "undetermined",
        ...(outcome.total === undefined ? {} : { total: { exact: outcome.total.exact, shown: outcome.total.shown } })
      }
    case "Blocked":
      return { ...base, outcome: "blocked" }
    case "NotGraded":
      return { ...base, outcome: "not-graded" }
  }
}

/**
 * A grading as JSON for other programs, in the shape of {@link GradingResult}.
 *
 * **Details**
 *
 * Exact numbers are texts, a decimal or a fraction, and lose nothing. Every reason carries its text in both languages.
 */
export const gradingJson = (report: GradingReport): typeof GradingResult.Encoded => {
  const view = viewOf(report, "zh-CN")
  const { book, grading } = report
  return Schema.encodeSync(GradingResult)({
    format: "zhengyou/grading-result@2",
    book: { id: book.id, version: book.version, title: book.title },
    receipt: grading.receipt,
    levels: view.levels.map(({ level, units }) => ({ id: level.id, name: level.name, units })),
    notGraded: view.unplaced.NotGraded,
    blocked: view.unplaced.Blocked,
    undetermined: view.unplaced.Undetermined,
    quotas: grading.quotas,
    units: grading.outcomes.map((outcome) => unitResult(view, outcome))
  })
}
