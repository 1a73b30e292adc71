import { type Fact, formatFactValue, type Id, isAtLeast, levelRank, type Text } from "@zhengyou/core"
import type { Candidate } from "@zhengyou/promotion"
import fc from "fast-check"
import { say } from "../../internal/say.ts"
import { valuesNear } from "../../internal/valuesNear.ts"
import { promisingMovesFor } from "../generators/moves.ts"
import type { PromotionLaw, PromotionMove, PromotionSetting } from "../PromotionLaw.ts"
import { statedIn } from "../reference/asked.ts"
import { stepsUp } from "../reference/verdict.ts"
import { againstIn } from "./moves.ts"
import { breach, lawOf } from "./support.ts"

/** A unit, the same unit better off in one respect, and what that is. */
interface Improved {
  readonly worse: Candidate
  readonly better: Candidate
  readonly change: Text
}

type Improvement = (move: PromotionMove, by: number) => Improved

const oneMoreClosed: Improvement = ({ candidate: of }, by) => {
  const { closed } = of.problems
  const open = Math.max(0, of.problems.open - (by % 2))
  return {
    worse: { ...of, problems: { open: open + 1, closed } },
    better: { ...of, problems: { open, closed: closed + 1 } },
    change: say("再销号一个问题", "one more problem closed")
  }
}

const betterAssessed =
  ({ rules }: PromotionSetting): Improvement =>
  ({ candidate: of, to }, by) => {
    const { ladder } = rules
    // Mostly from the level that is wanted to a better one.
    const rank = by % 3 === 0 ? by % ladder.length : levelRank(ladder, to)
    const [best, lower] = [ladder[by % (rank + 1)]?.id ?? to, ladder[rank]?.id ?? to]
    return {
      worse: { ...of, assessed: lower },
      better: { ...of, assessed: best },
      change: say(`复评由 ${lower} 变为 ${best}`, `assessed at ${best} instead of ${lower}`)
    }
  }

/** The numbers of a fact from the lowest to the highest. */
const ascending = ({ rules }: PromotionSetting, fact: Id) => {
  const declared = rules.facts.find(({ id }) => id === fact)
  const values = declared === undefined ? [] : valuesNear(declared, statedIn(rules, fact), rules.ladder)
  return values
    .flatMap((value) => (value._tag === "Number" ? [value] : []))
    .toSorted((a, b) => (a.value.n * b.value.d < b.value.n * a.value.d ? -1 : isAtLeast(b.value, a.value) ? 0 : 1))
}

const raised = (setting: PromotionSetting, id: Id): ReadonlyArray<Improvement> => {
  const values = ascending(setting, id)
  if (values.length < 2) return []
  return [
    ({ candidate: of }, by) => {
      const at = by % (values.length - 1)
      const [low, high] = [values[at], values[at + 1 + (Math.floor(by / values.length) % (values.length - 1 - at))]]
      const others = of.facts.filter(({ fact }) => fact !== id)
      const having = (value: Fact["value"] | undefined): Candidate =>
        value === undefined ? of : { ...of, facts: [...others, { unit: of.unit.id, fact: id, value }] }
      const [from, to] = [low, high].map((value) => (value === undefined ? "–" : formatFactValue(value)))
      const change = say(`${id} 由 ${from} 升为 ${to}`, `${id} raised from ${from} to ${to}`)
      return { worse: having(low), better: having(high), change }
    }
  ]
}

/** Nobody is worse off for having done better. */
export const betterHelps: PromotionLaw = lawOf("Move", {
  id: "better-helps",
  about: "book",
  says: say(
    "多销号一个问题、复评更好、声明为越高越好的事实更高，都不会使本可晋级的单位反而不能晋级",
    "a problem more that is closed, a better assessment or a higher benefit never stops a unit that could move up"
  ),
  witness: {
    bug: say("一次测验的得分由 2 提高到 3，总评反而大降", "raising the points of one quiz from 2 to 3 drops the total"),
    source: "instructure/canvas-lms#2299"
  },
  unless: () => undefined,
  cases: (setting) => {
    const improvements = [
      oneMoreClosed,
      betterAssessed(setting),
      ...setting.benefits.flatMap((id) => raised(setting, id))
    ]
    return fc
      .tuple(promisingMovesFor(setting.rules), fc.constantFrom(...improvements), fc.nat(10_000))
      .map(([move, improve, by]) => {
        const { worse, better, change } = improve(move, by)
        return { _tag: "Move", ...move, candidate: worse, varied: { change, candidate: better } }
      })
  },
  examine: (setting, one) => {
    const better = one.varied?.candidate
    if (better === undefined || (stepsUp(setting.rules, one) ?? 0) <= 0) return undefined
    if (againstIn(setting, one).length > 0) return undefined
    const found = againstIn(setting, { ...one, candidate: better })
    return found.length === 0
      ? undefined
      : breach(say("仍可晋级", "it can still move up"), found.join(", "), one.candidate.unit.id)
  }
})

/** The same unit is not due for both. */
export const upOrDown: PromotionLaw = lawOf("Move", {
  id: "up-or-down",
  about: "book",
  says: say("可以晋级的单位，不会同时又可以降级", "a unit that may move up may not be moved down at the same time"),
  witness: {
    bug: say(
      "满足二级全部条件的用户退出一个组，就被降为一级，随即又升回二级",
      "a user who meets everything for level 2 leaves a group, is put down to level 1 and promoted to level 2 at once"
    ),
    source: "discourse/discourse#25953"
  },
  unless: ({ rules }) => (rules.demotion === undefined ? say("办法没有降级", "the rules have no demotion") : undefined),
  cases: ({ rules }) => promisingMovesFor(rules).map((move) => ({ _tag: "Move", ...move, stage: "decision" })),
  examine: (setting, one) => {
    const { ladder } = setting.rules
    const { level } = one.candidate.record
    if (level === undefined || (stepsUp(setting.rules, one) ?? 0) <= 0 || againstIn(setting, one).length > 0)
      return undefined
    const lower = ladder[levelRank(ladder, level) + 1]?.id
    if (lower === undefined || againstIn(setting, { ...one, to: lower }).length > 0) return undefined
    return breach(
      say(`可升为 ${one.to}，不可降为 ${lower}`, `up to ${one.to}, and not down to ${lower}`),
      say("两者都可以", "both may be done"),
      one.candidate.unit.id
    )
  }
})
