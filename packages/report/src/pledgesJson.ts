import * as Schema from "effect/Schema"
import { PledgesResult } from "./PledgesResult.ts"
import type { PledgeReport } from "./pledges/PledgeReport.ts"
import { findingText, outcomeOf, publishedPledges, unitNames, unpublished } from "./pledges/view.ts"

/** A review of pledges as JSON for other programs, in the shape of {@link PledgesResult}. */
export const pledgesJson = (report: PledgeReport): typeof PledgesResult.Encoded => {
  const { title, policy, reviews, coverage, asOf } = report
  const nameOf = unitNames(report)
  const { pledged, none } = unpublished(report)
  return Schema.encodeSync(PledgesResult)({
    format: "zhengyou/pledge-review@1",
    title,
    policy: { id: policy.id, version: policy.version, title: policy.title },
    asOf,
    pledges: reviews.map((review) => {
      const { id, pledger, category, content, measures, visibility } = review.pledge
      return {
        id,
        kind: pledger.kind,
        unit: pledger.unit,
        unitName: nameOf(pledger.unit),
        pledger: pledger.name,
        ...(category === undefined ? {} : { category }),
        content,
        measures,
        visibility: visibility._tag,
        outcome: outcomeOf(review),
        findings: review.findings.map((finding) => ({
          ...finding,
          text: { "zh-CN": findingText(finding, "zh-CN"), en: findingText(finding, "en") }
        }))
      }
    }),
    notice: publishedPledges(report).map(({ id }) => id),
    coverage: {
      publishBy: policy.cycle.publishBy,
      units: coverage.units,
      inTime: coverage.inTime,
      late: coverage.late,
      unpublished: pledged,
      none,
      ...(coverage.share === undefined ? {} : { share: coverage.share })
    }
  })
}
