import type { Catalogue } from "@zhengyou/core"
import type { RuleBookInvalid } from "../../errors.ts"
import type { BookProblem } from "../../internal/book/BookProblem.ts"
import { list } from "./words.ts"

export const bookTextZhCN: Catalogue<BookProblem | RuleBookInvalid> = {
  DuplicateId: ({ id, first }) => `标识“${id}”已被 ${first} 使用，请换一个`,
  UnknownLevel: ({ level, known }) => `没有等级“${level}”，可用：${list(known)}`,
  UnknownCriterion: ({ criterion, known }) => `没有指标“${criterion}”，可用：${list(known)}`,
  MarksDiffer: ({ stated, computed, type }) =>
    `写明满分 ${stated}，而${type === undefined ? "" : `“${type}”类单位的`}各项满分按权重合计为 ${computed}，请改正其一`,
  Unscored: ({ criterion }) => `没有权重大于 0 的评价主体给“${criterion}”评分，请指定或删去该项`,
  TrimsTooMuch: ({ scores }) => `只有 ${scores} 个分数时会全部去掉，请提高 onlyAbove 或少去一些`,
  StepsNotLower: ({ from, above }) => `起点 ${from} 不低于前一档的起点 ${above}`,
  PointsAboveMaximum: ({ points, maximum }) => `得分 ${points} 超过该项满分 ${maximum}，请改正其一`,
  SheetsNeedPanels: () => "按评分表汇总须写明 combine: panels",
  AdjustsCriterion: ({ criterion }) => `各评价主体先各自合计时，“${criterion}”没有单独得分可以加减，请改为对总分`,
  NotANumberFact: ({ fact, known }) => `“${fact}”不是数值，不能用来区分并列，可用：${list(known)}`,
  NotALevelFact: ({ fact, known }) => `“${fact}”不是等级类事实，可用：${list(known)}`,
  NoTotalRounding: () => "以取整后的总分定级，须在 rounding.total 写明如何取整",
  BandOrder: ({ level }) => `“${level}”不低于前一分数段的等级，分数段应由高到低排列`,
  BandNotLower: ({ from, above }) => `起点 ${from} 不低于前一分数段的起点 ${above}`,
  BandUnreachable: ({ from, fullMarks }) => `起点 ${from} 高于满分 ${fullMarks}，无人能达到`,
  FloorOnBest: ({ level }) => `“${level}”是最高等级，所有单位都在其及以下，请删去下限`,
  CapOnLowest: ({ level }) => `“${level}”是最低等级，无处可降，请删去限额`,
  ReservedName: ({ id }) => `“${id}”以 unit. 或 score. 开头，为系统保留，请换一个`,
  BoundsOfNoNumber: ({ fact }) => `“${fact}”不是数，不能规定上下限，请删去`,
  ValidityEndsFirst: ({ from, until }) => `${until} 失效，早于生效之日 ${from}`,
  RuleBookInvalid: ({ faults }) => `评定办法有 ${faults.length} 处错误`
}
