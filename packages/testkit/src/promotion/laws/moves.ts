import { levelRank, type Text } from "@zhengyou/core"
import fc from "fast-check"
import { say } from "../../internal/say.ts"
import { movesFor, promisingMovesFor } from "../generators/moves.ts"
import type { PromotionLaw, PromotionMove, PromotionSetting } from "../PromotionLaw.ts"
import { groundsIn, isAllowed, stepsAllowed, stepsUp, timesAgainst, unmetIn } from "../reference/verdict.ts"
import { always, breach, lawOf } from "./support.ts"

const cases: PromotionLaw["cases"] = ({ rules }) => movesFor(rules).map((move) => ({ _tag: "Move", ...move }))

/** What the engine has against a move, by the tags of the reasons. */
export const againstIn = (
  { engine, rules }: Pick<PromotionSetting, "engine" | "rules">,
  { candidate, to, stage, today }: PromotionMove
): ReadonlyArray<string> => engine.examine(rules, candidate, to, stage, today).against.map(({ _tag }) => _tag)

const nothingAgainst: Text = say("没有理由反对", "nothing is against it")

/** A move stays within its steps. */
export const stepsWithin: PromotionLaw = lawOf("Move", {
  id: "steps-within",
  about: "engine",
  says: say(
    "没有一次变动越过办法所许的级数，申请的和动态管理的都一样",
    "no move skips more steps than the rules allow, by application or by review"
  ),
  witness: {
    bug: say(
      "用户达到条件时一次升了好几级，跳过了中间的",
      "users who meet the requirements rank up several times at once and jump some ranks"
    ),
    source: "Staartvin/Autorank-2#359"
  },
  unless: ({ rules }) =>
    rules.promotion.maxSteps === "any" && typeof rules.demotion?.maxSteps !== "number"
      ? say("办法没有限制级数", "the rules set no limit of steps")
      : undefined,
  cases,
  examine: (setting, one) => {
    const { rules, engine } = setting
    const came = engine.review(rules, one.candidate, one.today)
    const reviewed = came === undefined ? [] : [{ ...one, to: came.to.id }]
    const moves = [...(againstIn(setting, one).length === 0 ? [one] : []), ...reviewed]
    for (const move of moves) {
      const steps = stepsUp(rules, move) ?? 0
      const allowed = stepsAllowed(rules, steps)
      if (allowed !== undefined && Math.abs(steps) > allowed)
        return breach(
          say(`至多 ${allowed} 级`, `${allowed} steps at most`),
          say(`${Math.abs(steps)} 级`, `${Math.abs(steps)} steps`),
          one.candidate.unit.id
        )
    }
    return undefined
  }
})

/** No condition is passed over. */
export const conditionsMet: PromotionLaw = lawOf("Move", {
  id: "conditions-met",
  about: "engine",
  says: say(
    "有一项条件不满足或不清楚，就不晋级；没有一项降级情形成立，就不降级",
    "nothing moves up while a condition is unmet or unknown, nor down without a ground"
  ),
  witness: {
    bug: say(
      "清单十项只完成一项，工单就自动关闭",
      "an issue is closed with one of the ten items of its checklist done"
    ),
    source: "Tr3kkR/Yuzu#3849"
  },
  unless: always,
  cases,
  examine: (setting, one) => {
    if (againstIn(setting, one).length > 0) return undefined
    const steps = stepsUp(setting.rules, one)
    if (steps === undefined || steps === 0)
      return breach(say("没有可变动的", "nothing to move"), nothingAgainst, one.candidate.unit.id)
    const unmet = steps > 0 ? unmetIn(setting.rules, one) : []
    if (unmet.length > 0)
      return breach(
        say(`不满足 ${unmet.join("、")}`, `${unmet.join(", ")} not met`),
        nothingAgainst,
        one.candidate.unit.id
      )
    const hasGround = steps > 0 || one.stage === "application" || groundsIn(setting.rules, one).length > 0
    return hasGround ? undefined : breach(say("没有降级情形", "no ground"), nothingAgainst, one.candidate.unit.id)
  }
})

/** The calendar is kept. */
export const timesKept: PromotionLaw = lawOf("Move", {
  id: "times-kept",
  about: "engine",
  says: say(
    "窗口期之外不受理，本周期晋级次数用完不再晋级，降级后冻结期内不晋级",
    "nothing moves up outside the window, with the moves of the cycle used up, or while frozen after a demotion"
  ),
  witness: {
    bug: say(
      "仍在执行的处分，因为开始于六个月以前而不算",
      "a penalty that still runs is not counted, because it began more than six months ago"
    ),
    source: "discourse/discourse#8313"
  },
  unless: always,
  cases,
  examine: (setting, one) => {
    const expected = timesAgainst(setting.rules, one)
    if ((stepsUp(setting.rules, one) ?? 0) <= 0 || expected.length === 0) return undefined
    const found = againstIn(setting, one)
    const missed = expected.filter((reason) => !found.includes(reason))
    return missed.length === 0
      ? undefined
      : breach(expected.join(", "), found.join(", ") || nothingAgainst, one.candidate.unit.id)
  }
})

/** Nothing is asked that the rules do not ask. */
export const nothingElseAsked: PromotionLaw = lawOf("Move", {
  id: "nothing-else-asked",
  about: "engine",
  says: say(
    "办法要求的都做到了，就没有别的理由反对",
    "where everything that the rules ask is met, nothing is against the move"
  ),
  witness: {
    bug: say("评定方案本来有效，校验却把它拒绝了", "a valid scheme is refused by a wrong check"),
    source: "ls1intum/Artemis#9560"
  },
  unless: always,
  cases,
  examine: (setting, one) => {
    const found = againstIn(setting, one)
    return isAllowed(setting.rules, one) && found.length > 0
      ? breach(nothingAgainst, found.join(", "), one.candidate.unit.id)
      : undefined
  }
})

/** A condition more lets nobody in. */
export const addingNeverAdmits: PromotionLaw = lawOf("Move", {
  id: "adding-never-admits",
  about: "engine",
  says: say("多一项条件，不会多放行一个单位", "one condition more never lets more units up"),
  witness: {
    bug: say("再加一个筛选条件，结果反而变多", "another filter on the same field gives more results, not fewer"),
    source: "atrocore/atrocore#548"
  },
  unless: ({ rules }) =>
    rules.promotion.requirements.length === 0 ? say("办法没有晋级条件", "the rules have no conditions") : undefined,
  cases: ({ rules }) => {
    const { requirements } = rules.promotion
    return fc.tuple(promisingMovesFor(rules), fc.nat(Math.max(0, requirements.length - 1))).map(([move, i]) => {
      const left = requirements.filter((_, at) => at !== i)
      const id = requirements[i]?.id ?? ""
      const fewer = { ...rules, promotion: { ...rules.promotion, requirements: left } }
      return {
        _tag: "Move",
        ...move,
        varied: { change: say(`去掉条件 ${id}`, `without the condition ${id}`), rules: fewer }
      }
    })
  },
  examine: (setting, one) => {
    const fewer = one.varied?.rules
    if (fewer === undefined || (stepsUp(setting.rules, one) ?? 0) <= 0) return undefined
    if (againstIn(setting, one).length > 0) return undefined
    const found = againstIn({ ...setting, rules: fewer }, one)
    return found.length === 0 ? undefined : breach(nothingAgainst, found.join(", "), one.candidate.unit.id)
  }
})

/** A review goes towards what was assessed, as the rules allow. */
export const reviewByRules: PromotionLaw = lawOf("Move", {
  id: "review-by-rules",
  about: "engine",
  says: say(
    "动态管理只往复评的等级变动，不越过它，而且变动要合办法；合办法的一步不会不走",
    "a review moves towards the assessed level, never past it, where the rules allow the move, and only there"
  ),
  witness: {
    bug: say(
      "自动晋升把高职级的飞行员退回到最低一级",
      "the check for promotions sends a pilot of a high rank back to the first one"
    ),
    source: "phpvms/phpvms#2143"
  },
  unless: always,
  cases,
  examine: ({ engine, rules }, { candidate, today }) => {
    const { assessed, record } = candidate
    const came = engine.review(rules, candidate, today)
    if (came === undefined || assessed === undefined || record.level === undefined) return undefined
    const target = { candidate, to: assessed, stage: "decision", today } as const
    const wanted = stepsUp(rules, target) ?? 0
    const steps = Math.min(Math.abs(wanted), stepsAllowed(rules, wanted) ?? Math.abs(wanted)) * Math.sign(wanted)
    const to = rules.ladder[levelRank(rules.ladder, record.level) - steps]?.id ?? record.level
    const expected = isAllowed(rules, { ...target, to }) ? to : record.level
    return came.to.id === expected ? undefined : breach(expected, came.to.id, candidate.unit.id)
  }
})
