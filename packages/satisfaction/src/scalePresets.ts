import { type Choice, type ChoiceKind, marksScale, type Scale } from "./Questionnaire.ts"

type Row = readonly [id: string, zh: string, en: string, kind?: ChoiceKind]

const choice = ([id, zh, en, kind = "rated"]: Row): Choice => ({ id, name: { "zh-CN": zh, en }, kind })

const scale = (id: string, first: Row, ...rest: ReadonlyArray<Row>): Scale => ({
  id,
  choices: [choice(first), ...rest.map(choice)]
})

const satisfied: Row = ["satisfied", "满意", "satisfied"]
const mostly: Row = ["mostlySatisfied", "比较满意", "mostly satisfied"]
const fairly: Row = ["fairlySatisfied", "基本满意", "fairly satisfied"]
const dissatisfied: Row = ["dissatisfied", "不满意", "dissatisfied"]
const unknown: Row = ["unknown", "不了解", "don't know", "neutral"]

/**
 * Scales found in practice (量表), the best choice first; {@link formulasFor} gives the formulas that come with each.
 *
 * **Details**
 *
 * A ballot that leaves a question blank is no choice (弃权). `fair` (一般) is an opinion and has points; `unfamiliar` (不熟悉) is none.
 */
export const scalePresets: ReadonlyArray<Scale> = [
  scale("satisfied-3", satisfied, fairly, dissatisfied, unknown),
  scale("satisfied-2", satisfied, dissatisfied, unknown),
  scale("satisfied-4", satisfied, mostly, fairly, dissatisfied),
  scale("satisfied-fair", satisfied, ["fair", "一般", "fair"], dissatisfied, [
    "unfamiliar",
    "不熟悉",
    "not familiar",
    "neutral"
  ]),
  scale("satisfied-mostly-fair", satisfied, mostly, ["fair", "一般", "fair"], dissatisfied),
  scale(
    "five-stars",
    ["fiveStars", "非常满意", "very satisfied"],
    ["fourStars", "满意", "satisfied"],
    ["threeStars", "基本满意", "fairly satisfied"],
    ["twoStars", "不满意", "dissatisfied"],
    ["oneStar", "非常不满意", "very dissatisfied"]
  ),
  scale(
    "five-grades",
    ["excellent", "优", "excellent"],
    ["good", "良", "good"],
    ["fair", "一般", "fair"],
    ["poor", "较差", "poor"],
    ["bad", "差", "bad"]
  ),
  scale(
    "officers",
    ["excellent", "优秀", "excellent"],
    ["competent", "称职", "competent"],
    ["basic", "基本称职", "basically competent"],
    ["incompetent", "不称职", "incompetent"],
    unknown
  ),
  scale(
    "members",
    ["excellent", "优秀", "excellent"],
    ["qualified", "合格", "qualified"],
    ["basic", "基本合格", "basically qualified"],
    ["unqualified", "不合格", "unqualified"]
  ),
  scale("plus-minus", ["plusTwo", "+2", "+2"], ["plusOne", "+1", "+1"], ["zero", "0", "0"], ["minusOne", "−1", "−1"]),
  marksScale("marks-50-99", 50, 99, 50)
]
