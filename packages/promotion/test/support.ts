import { type Decider, dateUnsafe, exactUnsafe, type Fact, type FactValue, replay } from "@zhengyou/core"
import { type PromotionRules, parsePromotionRules } from "@zhengyou/promotion"
import { Result } from "effect"

export const d = dateUnsafe

export const ladder = [
  { id: "advanced", name: { "zh-CN": "先进", en: "Advanced" } },
  { id: "good", name: { "zh-CN": "良好", en: "Good" } },
  { id: "ordinary", name: { "zh-CN": "一般", en: "Ordinary" } },
  { id: "poor", name: { "zh-CN": "后进", en: "Poor" } }
] as const

/** The bands of a real rule book of 2012: 先进 from 90, 较好 (here 良好) from 75, 一般 from 60, 后进 below. */
export const bandOf = (score: number): string =>
  score >= 90 ? "advanced" : score >= 75 ? "good" : score >= 60 ? "ordinary" : "poor"

/** Rules with the gate of 80 % satisfaction, all problems closed, and one step a cycle. */
export const rulesInput = {
  format: "zhengyou/promotion-rules@1",
  id: "promotion-2012",
  version: "1",
  title: { "zh-CN": "晋位升级办法", en: "Promotion" },
  ladder,
  facts: [
    { id: "rate", name: { "zh-CN": "满意率", en: "satisfaction" }, type: "number", minimum: 0, maximum: 1 },
    { id: "veto", name: { "zh-CN": "一票否决", en: "veto" }, type: "flag" }
  ],
  cycle: { from: "2012-01-01", until: "2012-12-31" },
  window: { from: "2012-10-01", until: "2012-10-31" },
  promotion: {
    maxSteps: 1 as number | "any",
    movesPerCycle: 1,
    freezeMonths: 12,
    requirements: [
      {
        id: "veto",
        name: "没有一票否决",
        at: "application",
        require: { fact: "veto", op: "=", value: false, ifUnknown: true }
      },
      {
        id: "months",
        name: "在现等级满 6 个月",
        at: "application",
        require: { fact: "level.months", op: ">=", value: 6 }
      },
      { id: "closed", name: "问题全部销号", at: "decision", require: { fact: "problems.open", op: "=", value: 0 } },
      { id: "rate", name: "满意率不低于 80%", at: "decision", require: { fact: "rate", op: ">=", value: "0.8" } },
      {
        id: "score",
        name: "复评达到该等级",
        at: "decision",
        require: { fact: "level.assessedReaches", op: "=", value: true }
      }
    ]
  },
  demotion: {
    maxSteps: 1 as number | "any",
    grounds: [
      { id: "below", name: "复评低于现等级", when: { fact: "level.assessedBelow", op: "=", value: true } },
      { id: "veto", name: "一票否决", when: { fact: "veto", op: "=", value: true } }
    ]
  },
  targets: [{ level: "good", share: "0.1" }],
  tasks: [
    { id: "keep", name: "巩固先进", levels: ["advanced"] },
    { id: "push", name: "推动一般", levels: ["good", "ordinary"] },
    { id: "mend", name: "整顿后进", levels: ["poor"] },
    { id: "models", name: "示范候选", levels: ["advanced"], when: { fact: "problems.open", op: "=", value: 0 } }
  ]
}

export const parsed = (input: unknown): PromotionRules => Result.getOrThrow(parsePromotionRules(input))

export const rules = parsed(rulesInput)

export const named = (id: string, name = id) => ({ id, name })

export const fact = (unit: string, id: string, value: string | boolean): Fact => {
  const of: FactValue =
    typeof value === "boolean" ? { _tag: "Flag", value } : { _tag: "Number", value: exactUnsafe(value) }
  return { unit, fact: id, value: of }
}

/** A decider that is told commands one after the other, each with its context. */
export const told = <S, C, E extends { readonly _tag: string }, R, X>(decider: Decider<S, C, E, R, X>) => {
  let state = decider.initial
  const events: Array<E> = []
  const tell = (command: C, context: X): Result.Result<ReadonlyArray<E>, R> => {
    const decided = decider.decide(state, command, context)
    if (Result.isSuccess(decided)) {
      events.push(...decided.success)
      state = replay({ initial: state, evolve: decider.evolve }, decided.success)
    }
    return decided
  }
  return {
    /** Must be accepted. */
    ok: (command: C, context: X): ReadonlyArray<E> => Result.getOrThrow(tell(command, context)),
    /** Must be refused. */
    no: (command: C, context: X): R => Result.getOrThrow(Result.flip(tell(command, context))),
    state: () => state,
    events
  }
}
