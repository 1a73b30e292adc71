import type { Language } from "@zhengyou/core"
import { inBoth, type Words } from "../html/bilingual.ts"

const texts = {
  kind: ["满意度评价", "Satisfaction survey"],
  overall: ["全部单位", "All units"],
  unit: ["单位", "Unit"],
  unitId: ["编号", "Unit id"],
  rate: ["满意度", "Rate"],
  low: ["区间下限", "Interval, low"],
  high: ["区间上限", "Interval, high"],
  interval: ["置信区间", "Interval"],
  returned: ["收回票数", "Ballots"],
  previous: ["上次", "Before"],
  change: ["变化（百分点）", "Change (points)"],
  verdict: ["判断", "Verdict"],
  places: ["名次范围", "Places"],
  score: ["挂钩得分", "Score"],
  least: ["得分下限", "Score, least"],
  greatest: ["得分上限", "Score, greatest"],
  withheld: ["票数过少，不公布", "too few ballots to publish"],
  none: ["—", "–"],
  rates: ["各单位满意度与变化", "Rates and changes, unit by unit"],
  howToRead: [
    "圆点为满意度，横线为置信区间，竖虚线为全部单位；右图为与上次相差的百分点：横线跨过零线的，抽样误差就能解释。绿为上升，红为下降，灰为分不开；各单位一并判断，横线离零线不远的也可能分不开。",
    "A dot is a rate, its line the interval, the dashed line all units. On the right the change in points: where the line crosses nought, sampling error may explain it. Green is up, red is down, grey cannot be told apart; the units are judged together, so a line that only just clears nought may be grey too."
  ],
  howToReadRates: [
    "圆点为满意度，横线为置信区间，竖虚线为全部单位。",
    "A dot is a rate, its line the interval, the dashed line all units."
  ],
  choices: ["各选项票数", "How the ballots chose"],
  counts: ["票数", "Counts of ballots"],
  links: ["挂钩", "What hangs on it"],
  leaders: ["领导干部", "Leaders"],
  leader: ["领导干部", "Leader"],
  scoreAndRange: ["得分（误差范围）", "Score (range)"],
  sampling: ["取决于抽样误差", "depends on sampling error"],
  firm: ["确定", "certain"],
  passed: ["达到", "passed"],
  failed: ["未达到", "not passed"],
  formula: ["口径", "How the rates were made"],
  base: ["分母", "Base"],
  baseValid: ["有效票", "ballots with an opinion"],
  baseReturned: ["收回票", "ballots returned"],
  baseIssued: ["发出票", "ballots issued"],
  baseDue: ["应参评人数", "people due to rate"],
  formulaName: ["公式", "Formula"],
  source: ["来源", "Source"],
  confidence: ["置信水平", "Level of confidence"],
  minimum: ["少于此数不公布", "Not published below"],
  noError: [
    "区间只说抽样误差，不说没有参评的人怎么想；同一人评多个单位时，全部单位的误差比所示的大。",
    "An interval tells the error of drawing, not what those who stayed away think. Where people rate several units each, the error of all units together is greater than shown."
  ],
  blank: ["未答", "Blank"],
  ballots: ["票", "ballots"]
} as const

/** A key of the page's own words. */
export type Label = keyof typeof texts

/** One of the page's own words in one language. */
export const labelIn = (key: Label, language: Language): string => texts[key][language === "en" ? 1 : 0]

/** One of the page's own words in both languages; `tspan` inside a drawing. */
export const label = (key: Label, tag: "span" | "tspan" = "span"): Words => {
  const [zh, en] = texts[key]
  return inBoth(zh, en, tag)
}
