import { exactUnsafe } from "@zhengyou/core"
import type { Combination } from "./combine.ts"

const preset = (
  id: string,
  [zh, en]: readonly [string, string],
  percents: Readonly<Record<string, number>>,
  source: string,
  rectification?: string
): Combination => ({
  id,
  name: { "zh-CN": zh, en },
  source,
  methods: Object.fromEntries(Object.entries(percents).map(([method, weight]) => [method, exactUnsafe(weight)])),
  missing: "block",
  ...(rectification === undefined ? {} : { rectification: exactUnsafe(rectification) }),
  rounding: {}
})

/** Combinations of methods found in practice; a missing method blocks the total. */
export const combinationPresets: ReadonlyArray<Combination> = [
  preset(
    "methods-40-20-20-20/rectification-20",
    [
      "四种方式 40/20/20/20，满意度 80% 加整改倒扣 20%",
      "four methods 40/20/20/20; 80% satisfaction, 20% rectification"
    ],
    { "method-1": 40, "method-2": 20, "method-3": 20, "method-4": 20 },
    "干部作风测评：四种方式 40/20/20/20，满意度 80%、整改 20% 倒扣",
    "0.2"
  ),
  preset(
    "questionnaire-70/work-30",
    ["问卷 70%、工作 30%", "questionnaire 70%, work 30%"],
    { questionnaire: 70, work: 30 },
    "政风行风评议：问卷 70%、工作 30%"
  ),
  preset(
    "questionnaire-50/third-party-30/inspection-20",
    ["问卷 50%、第三方 30%、专项检查 20%", "questionnaire 50%, third party 30%, inspection 20%"],
    { questionnaire: 50, thirdParty: 30, inspection: 20 },
    "省直部门评估：问卷 50%、第三方 30%、专项检查 20%"
  )
]
