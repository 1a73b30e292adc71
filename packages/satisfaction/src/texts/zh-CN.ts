import { type Catalogue, coreTextZhCN, type Exact, formatExact, formatRounded } from "@zhengyou/core"
import type { SatisfactionMessage } from "./messages.ts"

const two = { mode: "halfExpand", digits: 2 } as const

const signed = (points: Exact): string => formatRounded(points, two).replace("-", "−")

const points = ({ n, d }: Exact): string => formatRounded({ n: n * 100n, d }, two)
const percent = (share: Exact): string => `${points(share)}%`

const notEstimable = {
  noAnswers: "没有答案，无法估计误差",
  trimmed: "去掉最高最低后的数不能估计误差",
  oneAnswer: "某一群体只有一份答案，无法估计误差",
  notACount: "票数须为不超过总数的非负整数",
  population: "总体人数少于答题人数",
  level: "置信水平须大于 0 小于 1",
  oneQuestion: "至少两道题才有量表信度",
  noVariation: "各票结果完全相同，无从判断"
}

const bases: Readonly<Record<string, string>> = { issued: "发出票数", due: "应参评人数" }

const phases = {
  none: "尚未设计",
  designed: "已设计",
  open: "尚在进行",
  closed: "已截止",
  counted: "已计票",
  published: "已公布"
}

/** The Chinese texts of satisfaction's figures, verdicts and refusals. */
export const satisfactionTextZhCN: Catalogue<SatisfactionMessage> = {
  ...coreTextZhCN,
  UnknownSubject: ({ subject }) => `测评表中没有被测评单位“${subject}”`,
  UnknownGroup: ({ group }) => `测评表中没有群体“${group}”`,
  UnknownQuestion: ({ question }) => `测评表中没有题目“${question}”`,
  UnknownChoice: ({ choice }) => `该题没有选项“${choice}”`,
  UnknownScale: ({ scale }) => `测评表中没有量表“${scale}”`,
  MayNotRate: ({ group, subject }) => `群体“${group}”不参评“${subject}”`,
  CountedTwice: () => "同一项重复计数",
  BadCount: ({ found, limit }) => `票数须为 0 至 ${limit} 的整数，现为 ${found}`,
  MoreAnswersThanBallots: ({ answers, ballots }) => `答案 ${answers} 份，多于收回票数 ${ballots}`,
  NotInvited: ({ base }) => `公式以${bases[base] ?? base}为分母，但未给出`,
  NoPoints: ({ choice }) => `公式没有给选项“${choice}”规定分值`,
  AboveFullMarks: () => "分值高于满分",
  DuplicateId: ({ id }) => `“${id}”重复`,
  TallyInvalid: ({ faults }) => `计票或公式有 ${faults.length} 处错误`,
  Incomparable: () => "口径调整，不可比",
  NotEstimable: ({ reason }) => notEstimable[reason],
  SurveyInWrongPhase: ({ phase, needed }) => `测评${phases[phase]}，须为${needed.map((p) => phases[p]).join("或")}`,
  NothingReturned: () => "没有收回测评票",
  NoBase: ({ group, question }) => `群体“${group}”在“${question}”上没有可计的票`,
  OverReturned: ({ group, returned, issued }) => `群体“${group}”收回 ${returned} 票，多于发出 ${issued} 票，测评无效`,
  BelowTurnout: ({ returned, of, group }) =>
    `${group === undefined ? "" : `群体“${group}”`}收回 ${returned} 票，应有 ${of}，未达到参评率要求`,
  TooFewBallots: ({ returned, needed }) => `收回 ${returned} 票，少于 ${needed} 票`,
  GroupMissing: ({ group }) => `缺少群体“${group}”的测评`,
  Up: ({ points }) => `上升 ${formatRounded(points, two)} 个百分点`,
  Down: ({ points }) => `下降 ${formatRounded({ n: -points.n, d: points.d }, two)} 个百分点`,
  NotDistinguishable: ({ points }) => `相差 ${signed(points)} 个百分点，与抽样误差分不开`,
  UnknownFormula: ({ formula, known }) => `没有名为“${formula}”的公式，可用：${known.join("、")}`,
  UnknownCode: ({ code, last }) => `代码 ${code} 没有意义：代码应在 0 至 ${last} 之间`,
  OtherLength: ({ found, expected }) => `该列有 ${found} 行，而 subjects 有 ${expected} 行：每票应各占一行`,
  DuplicateToken: ({ first }) => `凭证已用过，见第 ${first + 1} 票`,
  UnknownMethod: ({ method }) => `合成办法中没有“${method}”这种方式`,
  NotAShare: () => "须为 0 至 1 的比例，区间下限不高于上限",
  NegativePoints: () => "扣分不能为负",
  CombinationInvalid: ({ faults }) => `待合成的数有 ${faults.length} 处错误`,
  MethodCounted: ({ method, rate, weight }) => `“${method}” ${percent(rate)}，权重 ${percent(weight)}`,
  MethodMissing: ({ method }) => `缺少“${method}”的结果`,
  RectificationDeducted: ({ item, points }) => `“${item}”扣 ${formatExact(points)} 分`,
  RectificationKept: ({ full, kept }) => `整改满分 ${points(full)}，倒扣后得 ${points(kept)}`,
  Combined: ({ satisfaction, total }) => `满意度 ${percent(satisfaction)}，总分 ${points(total)}`,
  StraightLined: ({ group, ballots, of }) => `群体“${group}”答全的 ${of} 票中，${ballots} 票各题一律同选`,
  AlikeInARow: ({ group, at, ballots }) => `群体“${group}”自第 ${at + 1} 票起连续 ${ballots} 票完全相同`
}
