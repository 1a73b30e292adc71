import { exactUnsafe } from "@zhengyou/core"
import type { Base, Formula } from "./Formula.ts"

type Points = readonly [satisfied: string, fairly: string, dissatisfied: string]

const preset = (
  id: string,
  name: readonly [zh: string, en: string],
  points: Points,
  base: Base,
  how: { readonly fullMarks?: number; readonly others?: number; readonly source?: string } = {}
): Formula => {
  const [satisfied, fairly, dissatisfied] = points
  return {
    id,
    name: { "zh-CN": name[0], en: name[1] },
    ...(how.source === undefined ? {} : { source: how.source }),
    points: {
      satisfied: exactUnsafe(satisfied),
      fairlySatisfied: exactUnsafe(fairly),
      dissatisfied: exactUnsafe(dissatisfied)
    },
    fullMarks: exactUnsafe(how.fullMarks ?? 1),
    base,
    neutral: base === "valid" ? "excluded" : exactUnsafe(how.others ?? 0),
    unanswered: exactUnsafe(how.others ?? 0),
    groups: "pooled",
    missingGroup: "renormalise",
    rounding: {},
    overReturned: "void"
  }
}

const points100 = { fullMarks: 100, source: "县直单位作风测评：满意 100、基本满意 70、不满意 30，不了解不计" }
const complement = { others: 1, source: "创先争优评议汇总表：满意度 = 1 − 不满意率" }

/**
 * Formulas found in practice for the choices `satisfied`, `fairlySatisfied`, `dissatisfied` and a neutral one.
 *
 * **Details**
 *
 * The first of each pair divides by the ballots with an opinion, the second by all that were returned.
 */
export const formulaPresets: ReadonlyArray<Formula> = [
  preset("satisfied/valid", ["满意率（有效票）", "satisfied, of valid"], ["1", "0", "0"], "valid"),
  preset("satisfied/returned", ["满意率（收回票）", "satisfied, of returned"], ["1", "0", "0"], "returned"),
  preset("favourable/valid", ["满意加基本满意（有效票）", "satisfied or fairly, of valid"], ["1", "1", "0"], "valid"),
  preset(
    "favourable/returned",
    ["满意加基本满意（收回票）", "satisfied or fairly, of returned"],
    ["1", "1", "0"],
    "returned"
  ),
  preset("fairly-0.6/valid", ["基本满意折 0.6（有效票）", "fairly counts 0.6, of valid"], ["1", "0.6", "0"], "valid"),
  preset(
    "fairly-0.6/returned",
    ["基本满意折 0.6（收回票）", "fairly counts 0.6, of returned"],
    ["1", "0.6", "0"],
    "returned"
  ),
  preset("fairly-0.8/valid", ["基本满意折 0.8（有效票）", "fairly counts 0.8, of valid"], ["1", "0.8", "0"], "valid"),
  preset(
    "fairly-0.8/returned",
    ["基本满意折 0.8（收回票）", "fairly counts 0.8, of returned"],
    ["1", "0.8", "0"],
    "returned"
  ),
  preset(
    "points-100-70-30/valid",
    ["100/70/30 分（有效票）", "100/70/30 points, of valid"],
    ["100", "70", "30"],
    "valid",
    points100
  ),
  preset(
    "points-100-70-30/returned",
    ["100/70/30 分（收回票）", "100/70/30 points, of returned"],
    ["100", "70", "30"],
    "returned",
    points100
  ),
  preset(
    "not-dissatisfied/valid",
    ["1 − 不满意率（有效票）", "not dissatisfied, of valid"],
    ["1", "1", "0"],
    "valid",
    complement
  ),
  preset(
    "not-dissatisfied/returned",
    ["1 − 不满意率（收回票）", "not dissatisfied, of returned"],
    ["1", "1", "0"],
    "returned",
    complement
  )
]
