// What happened when after the round. That problems were found, put right and verified, and that branches then applied and moved up, was
// published; the days are this example's own.

/** The days of the year that follows the round. */
export const yearDays = {
  registerOpens: "2012-01-01",
  levelsInForce: "2012-04-12",
  problemsOpened: "2012-04-16",
  planned: "2012-04-18",
  started: "2012-05-03",
  submitted: "2012-06-20",
  verified: "2012-07-05",
  foundAgain: "2012-09-03",
  plannedAgain: "2012-09-05",
  submittedAgain: "2012-09-20",
  verifiedAgain: "2012-09-24",
  assessed: "2012-11-20",
  decided: "2012-12-05",
  noticeBegins: "2012-12-10",
  noticeEnds: "2012-12-14",
  inForce: "2012-12-17",
  yearEnds: "2012-12-31"
} as const

export const yearTitle = { "zh-CN": "2012 年党支部等级变动", en: "Movements of branches in 2012" } as const
