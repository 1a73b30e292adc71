import type { Catalogue } from "@zhengyou/core"
import type { HiddenCharacters } from "../normalise.ts"
import type { TextFinding } from "../TextFinding.ts"
import { percentShared } from "./percentShared.ts"

const kinds: Record<HiddenCharacters["kind"], string> = {
  zeroWidth: "看不见的零宽字符",
  bidirectional: "改变文字方向的控制符",
  control: "控制字符",
  combining: "叠加在汉字上的符号",
  loneSurrogate: "损坏的字符",
  lookAlikeDigit: "形似数字的字母或异体数字"
}

/** The Chinese texts of what is found in the text of a pledge, with what to write instead. */
export const textFindingZhCN: Catalogue<TextFinding> = {
  HiddenText: ({ kind, count, span }) =>
    kind === "lookAlikeDigit"
      ? `第 ${span.from + 1} 个字符起有 ${count} 处${kinds[kind]}：请改用数字键输入`
      : `第 ${span.from + 1} 个字符起有 ${count} 处${kinds[kind]}：请删去后重新输入`,
  VagueWording: ({ words }) =>
    `“${words}”所在的句子没有数量，也没有可判断是否完成的结果：请写明做什么、对谁做、做到多少`,
  Slogan: ({ words }) => `“${words}”是口号，无法兑现也无法检查：请换成本人或本支部要做的一件具体的事`,
  OrdinaryDuty: ({ words }) => `除“${words}”之类本来就应做到的以外没有别的内容：请写本职以外、群众需要的事`,
  NoMeasure: () => "全文没有数量，也没有可判断是否完成的结果：请写出指标，例如“不少于 12 次”，或写明建成、出台什么",
  NoBaseline: ({ words }) => `“${words}”没有写出比较的基数：请写成“由 8% 降到 5%”，或注明上期是多少`,
  NoTime: () => "全文没有时限：请写明何时以前完成，或多久一次",
  NoEvidence: () => "全文没有写如何核验：请写明在哪里公布、由谁确认或以什么为准",
  Copied: ({ of, among, shared, total, copies }) =>
    `与${among === "earlier" ? "往期" : "本期"}的“${of}”相同 ${percentShared({ shared, total })}%（${total} 个字对中 ${shared} 个相同，数字不计），雷同的共 ${copies} 份：请按自己的岗位和对象重写`
}
