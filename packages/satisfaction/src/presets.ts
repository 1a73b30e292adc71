import { exactUnsafe } from "@zhengyou/core"
import type { Base, Formula } from "./Formula.ts"
import type { Scale } from "./Questionnaire.ts"

type Points = Readonly<Record<string, string>>
type Name = readonly [zh: string, en: string]

interface How {
  readonly fullMarks?: number
  /** What "don't know" and empty ballots are worth, where they count. */
  readonly others?: number
  readonly source?: string
}

const presetOf = (id: string, [zh, en]: Name, points: Points | "marks", base: Base, how: How): Formula => ({
  id,
  name: { "zh-CN": zh, en },
  ...(how.source === undefined ? {} : { source: how.source }),
  points:
    points === "marks"
      ? points
      : Object.fromEntries(Object.entries(points).map(([choice, worth]) => [choice, exactUnsafe(worth)])),
  fullMarks: exactUnsafe(how.fullMarks ?? 1),
  base,
  neutral: base === "valid" ? "excluded" : exactUnsafe(how.others ?? 0),
  unanswered: exactUnsafe(how.others ?? 0),
  groups: "pooled",
  missingGroup: "renormalise",
  rounding: {},
  overReturned: "void"
})

const preset = (
  id: string,
  name: Name,
  [satisfied, fairlySatisfied, dissatisfied]: readonly [string, string, string],
  base: Base,
  how: How = {}
): Formula => presetOf(id, name, { satisfied, fairlySatisfied, dissatisfied }, base, how)

const points100 = { fullMarks: 100, source: "县直单位作风测评：满意 100、基本满意 70、不满意 30，不了解不计" }
const complement = { others: 1, source: "创先争优评议汇总表：满意度 = 1 − 不满意率" }

const two = { mode: "halfExpand", digits: 2 } as const
const [byForm, byMarks] = [
  "干部作风测评：优 90、良 75、一般 60、较差 45、差 30，÷ 90",
  "机关满意度测评：直接打 50 至 99 分，50 分为不了解，不计"
]
const byProgram = "干部考核汇总程序：95/85/75/65，不了解 0，以全部票为分母"

/**
 * Formulas found in practice for other scales than that of {@link formulaPresets}; {@link formulasFor} tells which fit a scale.
 *
 * **Details**
 *
 * +2/+1/0/−1 is counted from its worst, as (x + 1) ÷ 3: the same order, the same error, and 100 % where all give +2.
 */
const otherPresets: ReadonlyArray<Formula> = [
  presetOf(
    "points-90-75-60-45-30/valid",
    ["90/75/60/45/30 分 ÷ 90（有效票）", "90/75/60/45/30 points ÷ 90, of valid"],
    { excellent: "90", good: "75", fair: "60", poor: "45", bad: "30" },
    "valid",
    { fullMarks: 90, source: byForm }
  ),
  presetOf(
    "points-100-80-60-40/valid",
    ["100/80/60/40 分（有效票）", "100/80/60/40 points, of valid"],
    { satisfied: "100", mostlySatisfied: "80", fairlySatisfied: "60", dissatisfied: "40" },
    "valid",
    { fullMarks: 100, source: "实绩量化分值计算：100/80/60/40" }
  ),
  presetOf(
    "mostly-not-dissatisfied/valid",
    ["满意、比较满意、基本满意合计（有效票）", "satisfied, mostly or fairly, of valid"],
    { satisfied: "1", mostlySatisfied: "1", fairlySatisfied: "1", dissatisfied: "0" },
    "valid",
    { source: "创先争优评议汇总表：满意度 = 满意 + 比较满意 + 基本满意" }
  ),
  presetOf(
    "points-95-85-75-65/returned",
    ["95/85/75/65 分（收回票）", "95/85/75/65 points, of returned"],
    { excellent: "95", competent: "85", basic: "75", incompetent: "65" },
    "returned",
    { fullMarks: 100, source: byProgram }
  ),
  presetOf(
    "points-2-1-0-minus1/valid",
    ["+2/+1/0/−1，自最差起算（有效票）", "+2/+1/0/−1 counted from the worst, of valid"],
    { plusTwo: "3", plusOne: "2", zero: "1", minusOne: "0" },
    "valid",
    { fullMarks: 3, source: "班委评议：+2、+1、0、−1" }
  ),
  presetOf(
    "stars-favourable/valid",
    ["五级好评率：前三级（有效票）", "three best of five, of valid"],
    { fiveStars: "1", fourStars: "1", threeStars: "1", twoStars: "0", oneStar: "0" },
    "valid",
    { source: "政务服务“好差评”五级：非常满意、满意、基本满意合计" }
  ),
  {
    ...presetOf(
      "marks-50-99/valid",
      ["直接打分 50 至 99（有效票）", "direct marks 50–99, of valid"],
      "marks",
      "valid",
      {
        fullMarks: 100,
        source: byMarks
      }
    ),
    rounding: { group: two, total: two }
  }
]

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

/**
 * The presets by which a scale can be measured: those with points for each of its rated choices, and for no others.
 *
 * @example
 * ```ts
 * import { formulasFor, scalePresets } from "@zhengyou/satisfaction"
 *
 * const fitting = (id: string) => scalePresets.filter((scale) => scale.id === id).flatMap(formulasFor).map((formula) => formula.id)
 * fitting("satisfied-3").length // => 12
 * fitting("five-grades") // => ["points-90-75-60-45-30/valid"]
 * ```
 */
export const formulasFor = (scale: Scale): ReadonlyArray<Formula> => {
  const rated = scale.choices.filter(({ kind }) => kind === "rated").map(({ id }) => id)
  const isMarks = rated.every((id) => /^\d{1,2}$/.test(id))
  return [...formulaPresets, ...otherPresets].filter(({ points }) =>
    points === "marks"
      ? isMarks
      : Object.keys(points).length === rated.length && rated.every((id) => Object.hasOwn(points, id))
  )
}
