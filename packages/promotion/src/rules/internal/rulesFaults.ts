import {
  type Condition,
  type ConditionProblem,
  compareExact,
  compileCondition,
  type Fault,
  formatExact,
  levelRank,
  one,
  type Path,
  zero
} from "@zhengyou/core"
import * as Result from "effect/Result"
import { seenBefore } from "../../internal/ids.ts"
import type { PromotionRulesShape } from "../PromotionRules.ts"
import { isReserved, knownFacts } from "./knownFacts.ts"
import { RulesProblem } from "./RulesProblem.ts"

export { RulesProblem }

type Faults = ReadonlyArray<Fault<ConditionProblem | RulesProblem>>

const fault = (path: Path, problem: RulesProblem): Faults => [{ path, problem }]

const twice = (list: ReadonlyArray<{ readonly id: string }>, path: Path): Faults => {
  const seen = seenBefore()
  return list.flatMap(({ id }, i) =>
    seen(id, i) === undefined ? [] : fault([...path, i, "id"], { _tag: "IdTaken", id })
  )
}

const periodFaults = ({ cycle, window }: PromotionRulesShape): Faults => {
  const ends = (period: typeof cycle, path: Path): Faults =>
    period.until < period.from ? fault(path, { _tag: "PeriodEndsFirst", ...period }) : []
  if (window === undefined) return ends(cycle, ["cycle"])
  const outside = window.from < cycle.from || cycle.until < window.until
  return [
    ...ends(cycle, ["cycle"]),
    ...ends(window, ["window"]),
    ...(outside ? fault(["window"], { _tag: "WindowOutsideCycle", ...cycle }) : [])
  ]
}

const levelFaults = (rules: PromotionRulesShape, levels: ReadonlyArray<string>, path: Path): Faults =>
  levels.flatMap((level, i) =>
    levelRank(rules.ladder, level) >= 0
      ? []
      : fault([...path, i], { _tag: "LevelNotOnLadder", level, known: rules.ladder.map(({ id }) => id) })
  )

const targetFaults = (rules: PromotionRulesShape): Faults =>
  rules.targets.flatMap(({ level, share }, i): Faults => {
    const path = ["targets", i]
    const isShare = compareExact(share, zero) >= 0 && compareExact(share, one) <= 0
    return [
      ...levelFaults(rules, [level], [...path, "level"]).map((one) => ({ ...one, path: [...path, "level"] })),
      ...(level === rules.ladder[0].id ? fault([...path, "level"], { _tag: "TargetOnBest", level }) : []),
      ...(isShare ? [] : fault([...path, "share"], { _tag: "ShareOutOfRange", share: formatExact(share) }))
    ]
  })

/** Everything that is wrong between the parts of rules of promotion. */
export const rulesFaults = (rules: PromotionRulesShape): Faults => {
  const known = knownFacts(rules.facts)
  const { requirements } = rules.promotion
  const grounds = rules.demotion?.grounds ?? []
  const lowest = rules.ladder.at(-1)?.id ?? ""
  const condition = (asked: Condition, path: Path): Faults => {
    const compiled = compileCondition(asked, known, path)
    return Result.isFailure(compiled) ? compiled.failure : []
  }
  return [
    ...twice(rules.ladder, ["ladder"]),
    ...twice(rules.facts, ["facts"]),
    ...rules.facts.flatMap(({ id }, i) =>
      isReserved(id) ? fault(["facts", i, "id"], { _tag: "NameReserved", id }) : []
    ),
    ...periodFaults(rules),
    ...twice(requirements, ["promotion", "requirements"]),
    ...requirements.flatMap(({ to = [], require }, i): Faults => {
      const path = ["promotion", "requirements", i]
      return [
        ...levelFaults(rules, to, [...path, "to"]),
        ...to.flatMap((level, j) =>
          level === lowest ? fault([...path, "to", j], { _tag: "GuardsLowest", level }) : []
        ),
        ...condition(require, [...path, "require"])
      ]
    }),
    ...twice(grounds, ["demotion", "grounds"]),
    ...grounds.flatMap(({ when }, i) => condition(when, ["demotion", "grounds", i, "when"])),
    ...targetFaults(rules),
    ...twice(rules.tasks, ["tasks"]),
    ...rules.tasks.flatMap(
      ({ levels, when }, i): Faults => [
        ...levelFaults(rules, levels, ["tasks", i, "levels"]),
        ...(when === undefined ? [] : condition(when, ["tasks", i, "when"]))
      ]
    )
  ]
}
