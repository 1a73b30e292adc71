import type { Language } from "@zhengyou/core"
import { renderToString } from "preact-render-to-string"
import { noticePage } from "./pledges/noticePage.ts"
import type { PledgeReport } from "./pledges/PledgeReport.ts"

/**
 * The pledges for publication as one HTML file (公示): unit by unit, what is promised, with target and deadline.
 *
 * **Details**
 *
 * It holds only pledges that passed the review without an error and are public: none that is oral only or published by a receiving organisation, and none whose words hold what
 * looks like a mobile telephone or identity card number. Numbers of members, owners and bases are left out.
 */
export const pledgeNoticeHtml = (report: PledgeReport, language: Language = "zh-CN"): string =>
  `<!DOCTYPE html>\n${renderToString(noticePage(report, language))}\n`
