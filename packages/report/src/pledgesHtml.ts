import type { Language } from "@zhengyou/core"
import { renderToString } from "preact-render-to-string"
import type { PledgeReport } from "./pledges/PledgeReport.ts"
import { pledgesPage } from "./pledges/page.ts"

/**
 * A review of pledges as one HTML file, for those who review: each pledge with its findings and the words that they are about, counts by principle and severity, and which units
 * have published.
 *
 * **Details**
 *
 * Like `gradingHtml` it holds both languages with a switch, loads nothing and has no script. It shows pledges that are not to be published: `pledgeNoticeHtml` is the page for
 * everybody.
 */
export const pledgesHtml = (report: PledgeReport, language: Language = "zh-CN"): string =>
  `<!DOCTYPE html>\n${renderToString(pledgesPage(report, language))}\n`
