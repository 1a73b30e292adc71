// What happened when. The days of the talks and of the scoring were published; those of the notice are this example's own.

/** The name of the round's stream in the store. */
export const stream = "round-2012"

/** The days of the round; the hours of its commands are in UTC, so that 02:00 is ten in the morning in Beijing. */
export const days = {
  planned: "2012-03-28",
  scoringBegins: "2012-03-29",
  committeeScores: "2012-03-30",
  expertsScore: "2012-03-31",
  scoringEnds: "2012-04-01",
  // Five working days: 2 to 4 April were a public holiday.
  noticeBegins: "2012-04-05",
  noticeEnds: "2012-04-11",
  confirmed: "2012-04-12"
} as const

export const title = {
  "zh-CN": "2012年党支部分类定级",
  en: "Grading of branches, 2012"
} as const

export const strictTitle = {
  "zh-CN": "若规定先进不超过 30%",
  en: "If Advanced were limited to 30 %"
} as const
