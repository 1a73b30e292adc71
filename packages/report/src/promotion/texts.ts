import type { Language } from "@zhengyou/core"
import type { DecisionOutcome } from "@zhengyou/promotion"
import { inBoth, type Words } from "../html/bilingual.ts"

const texts = {
  kind: ["晋级评审", "Round of promotion"],
  asOf: ["截至", "as of"],
  decisions: ["评审结果", "Decisions"],
  readDecisions: ["点开一行，可见逐项条件。", "Open a row to see every condition."],
  targets: ["晋级目标", "Targets"],
  conditions: ["条件", "Conditions"],
  reasons: ["理由", "Reasons"],
  unitId: ["单位编号", "Unit id"],
  unit: ["单位", "Unit"],
  from: ["现等级", "From"],
  to: ["申请等级", "To"],
  outcome: ["结果", "Outcome"],
  applied: ["申请日期", "Applied on"],
  decided: ["决定日期", "Decided on"],
  inForce: ["生效日期", "In force from"],
  level: ["等级", "Level"],
  units: ["单位数", "Units"],
  needed: ["应晋级", "Needed"],
  moved: ["已晋级", "Moved up"],
  isMet: ["是否达到", "Met"],
  yes: ["是", "yes"],
  no: ["否", "no"],
  notGraded: ["不定级", "Not graded"],
  granted: ["同意", "granted"],
  stopped: ["中止生效", "stopped"],
  declined: ["未同意", "declined"],
  refused: ["不予受理", "not admitted"],
  awaiting: ["待决定", "awaiting"],
  undecided: ["无从判断", "not decidable"],
  holds: ["符合", "met"],
  fails: ["不符合", "not met"],
  unknown: ["未知", "not known"]
} as const

export type PromotionWord = keyof typeof texts

/** One of the page's own words in one language. */
export const promotionWord = (key: PromotionWord, language: Language): string => texts[key][language === "en" ? 1 : 0]

/** One of the page's own words in both languages. */
export const promotionLabel = (key: PromotionWord): Words => {
  const [zh, en] = texts[key]
  return inBoth(zh, en, "span")
}

/** The rules that a round goes by. */
export const rulesText = (title: string, id: string, version: string, language: Language): string =>
  language === "en" ? `Rules: ${title} (${id}, version ${version})` : `晋级办法：${title}（${id}，版本 ${version}）`

/** What is said of an application that meets every condition, or that waits. */
export const clearText = (outcome: DecisionOutcome, conditions: number, language: Language): string => {
  if (outcome === "awaiting") return language === "en" ? "admitted; the decision is still to come" : "已受理，尚未决定"
  if (language === "en") return conditions === 0 ? "nothing speaks against it" : `all ${conditions} conditions are met`
  return conditions === 0 ? "没有不予同意的理由" : `${conditions} 项条件全部符合`
}

/** A round in one sentence. */
export const roundSentence = (
  applications: number,
  counts: ReadonlyArray<readonly [DecisionOutcome, number]>,
  language: Language
): string => {
  const told = counts.filter(([, count]) => count > 0)
  return language === "en"
    ? `${applications} application${applications === 1 ? "" : "s"}: ${told.map(([outcome, count]) => `${count} ${promotionWord(outcome, language)}`).join(", ")}.`
    : `共 ${applications} 个申请：${told.map(([outcome, count]) => `${promotionWord(outcome, language)} ${count} 个`).join("、")}。`
}
