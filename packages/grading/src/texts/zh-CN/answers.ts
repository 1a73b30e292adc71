import { type Catalogue, formatBeside, formatExact, render } from "@zhengyou/core"
import type { ComesTo, Fragile } from "../../answers/Fragile.ts"
import type { Lift, NoLift, Obstacle } from "../../answers/Obstacle.ts"
import type { Mark } from "../../Scoring.ts"
import { reasonTextZhCN } from "./reasons.ts"
import { name } from "./words.ts"

const results = {
  Graded: "已定级",
  Recognised: "直接认定",
  NotGraded: "不定级",
  Blocked: "缺材料",
  Undetermined: "规则未定"
}

const resultText = ({ outcome, level }: ComesTo): string => (level === undefined ? results[outcome] : name(level))

const markText = (mark: Mark): string => (typeof mark === "string" ? mark : formatExact(mark))

export const answerTextZhCN: Catalogue<Obstacle | Lift | NoLift | Fragile> = {
  ...reasonTextZhCN,
  PointsShort: ({ level, total, needed, strict, short, raises }) => {
    const how = raises.map(({ lever, by }) => `${name(lever)} +${formatExact(by)}`).join("、")
    const more = strict ? "超过 " : ""
    return `距${name(level)}还差${more} ${formatExact(short)} 分：现 ${formatBeside(total, [needed], 2)}，须 ${formatExact(needed)}；最省分的办法：${how}`
  },
  OutOfReach: ({ level, total, needed }) =>
    `${name(level)}须 ${formatExact(needed)} 分，各项得满分也无法由 ${formatBeside(total, [needed], 2)} 达到`,
  NoBand: ({ level }) => `没有分数段可达到${name(level)}`,
  SeatsShort: ({ level, seats, place, short, lastKept }) => {
    const last = lastKept === undefined ? "" : `，末位入围 ${formatExact(lastKept)} 分`
    return `已达到${name(level)}的标准，但 ${seats} 个名额已满：列第 ${place}，差 ${short} 位${last}`
  },
  LiftTo: ({ level, needed, strict, short, raises, clear }) => {
    const how = raises.map(({ lever, by }) => `${name(lever)} +${formatExact(by)}`).join("、")
    const more = strict ? "超过" : ""
    const first = clear.length === 0 ? "" : `；并须先解除${clear.map((gate) => `“${name(gate)}”`).join("、")}`
    return `总分${strict ? "超过" : "达到"} ${formatExact(needed)} 即为${name(level)}，须提高${more} ${formatExact(short)} 分：${how}${first}`
  },
  NoLift: ({ level, top, held, clear }) => {
    const why = held.map((one) => `；${render(answerTextZhCN, one)}`).join("")
    const gates = clear.map((gate) => `“${name(gate)}”`).join("、")
    const without = clear.length === 0 ? "" : `；解除${gates}后，现有总分即可`
    return `总分提高到余地用尽的 ${formatExact(top)} 分也达不到${name(level)}${why}${without}`
  },
  MarkFlips: ({ panel, rater, criterion, from, to, result }) =>
    `${name(panel)}“${rater}”的${name(criterion)}由 ${markText(from)} 改为 ${markText(to)}，结果为${resultText(result)}`,
  SheetFlips: ({ panel, rater, result }) => `去掉${name(panel)}“${rater}”的评分表，结果为${resultText(result)}`,
  WeightFlips: ({ of, from, to, result }) =>
    `${name(of)}的权重由 ${formatExact(from)} 改为 ${formatExact(to)}，结果为${resultText(result)}`
}
