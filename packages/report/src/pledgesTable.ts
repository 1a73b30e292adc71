import { type Language, textIn } from "@zhengyou/core"
import { layOut } from "./internal/columns.ts"
import { plain } from "./internal/plain.ts"
import type { PledgeReport } from "./pledges/PledgeReport.ts"
import { type PledgeLabel, pledgeLabelIn } from "./pledges/texts.ts"
import { coverageIn, findingText, placeIn, policyIn, summaryIn, unitNames, unpublished } from "./pledges/view.ts"

const columns = ["pledgeId", "unit", "pledger", "severity", "principle", "place", "finding"] as const

/**
 * A review of pledges as a plain text table for a terminal: a row for each finding, then which units are online.
 *
 * **Details**
 *
 * Pledges without a finding are only counted. A Chinese character takes two columns; marks that turn the direction of text show as U+FFFD.
 */
export const pledgesTable = (report: PledgeReport, language: Language = "zh-CN"): string => {
  const nameOf = unitNames(report)
  const { pledged, none } = unpublished(report)
  const names = (units: ReadonlyArray<string>) =>
    units.map((unit) => textIn(nameOf(unit), language)).join(language === "en" ? ", " : "、")
  const listed = (key: PledgeLabel, units: ReadonlyArray<string>) =>
    units.length === 0 ? [] : [plain(`${pledgeLabelIn(key, language)} ${units.length}: ${names(units)}`)]
  const rows = report.reviews.flatMap(({ pledge, findings }) =>
    findings.map((finding) => [
      pledge.id,
      textIn(nameOf(pledge.pledger.unit), language),
      textIn(pledge.pledger.name, language),
      pledgeLabelIn(finding.severity, language),
      pledgeLabelIn(finding.principle, language),
      placeIn(finding.path, language),
      findingText(finding, language)
    ])
  )
  return [
    plain(textIn(report.title, language)),
    plain(policyIn(report, language)),
    summaryIn(report, language),
    "",
    ...(rows.length === 0
      ? [pledgeLabelIn("allSound", language)]
      : layOut(
          columns.map((key) => ({ heading: pledgeLabelIn(key, language), align: "left" as const })),
          rows
        )),
    "",
    coverageIn(report, language),
    ...listed(
      "late",
      report.coverage.late.map(({ unit }) => unit)
    ),
    ...listed("unpublished", pledged),
    ...listed("none", none)
  ].join("\n")
}
