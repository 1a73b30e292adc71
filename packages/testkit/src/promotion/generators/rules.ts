import { type PromotionRules, parsePromotionRules } from "@zhengyou/promotion"
import * as Result from "effect/Result"
import fc from "fast-check"

const levelIds = ["A", "B", "C", "D", "E"]

const facts = [
  { id: "rate", name: "满意率", type: "number", minimum: 0, maximum: 1 },
  { id: "veto", name: "一票否决", type: "flag" },
  { id: "visited", name: "走访日期", type: "date" },
  { id: "form", name: "活动方式", type: "text" }
]

const ifUnknown = fc.constantFrom({}, {}, { ifUnknown: true }, { ifUnknown: false })

const atomOf = (levels: ReadonlyArray<string>): fc.Arbitrary<object> =>
  fc
    .tuple(
      fc.oneof(
        fc.constantFrom("0", "1/2", "0.8", "1").map((value) => ({ fact: "rate", op: ">=", value })),
        fc.constantFrom(0, 1, 2).map((value) => ({ fact: "problems.open", op: "<=", value })),
        fc.constantFrom(1, 6, 12).map((value) => ({ fact: "level.months", op: ">=", value })),
        fc.constant({ fact: "level.assessedReaches", op: "=", value: true }),
        fc.boolean().map((value) => ({ fact: "veto", op: "!=", value })),
        fc.constantFrom("<", ">=").map((op) => ({ fact: "visited", op, value: "2012-05-01" })),
        fc.constant({ fact: "form", op: "in", value: ["公开承诺", "座谈"] }),
        fc.constantFrom(...levels).map((value) => ({ fact: "level.inForce", op: "!=", value })),
        fc.constant({ fact: "level.assessedBelow", op: "=", value: true }),
        fc.constantFrom(3, 12).map((value) => ({ fact: "unit.age.months", op: ">", value })),
        fc.constant({ fact: "unit.type", op: "=", value: "window" })
      ),
      ifUnknown
    )
    .map(([atom, unknown]) => ({ ...atom, ...unknown }))

const conditionOf = (levels: ReadonlyArray<string>): fc.Arbitrary<object> => {
  const atom = atomOf(levels)
  const few = fc.array(atom, { minLength: 1, maxLength: 2 })
  return fc.oneof(
    { weight: 5, arbitrary: atom },
    { weight: 1, arbitrary: few.map((all) => ({ all })) },
    { weight: 1, arbitrary: few.map((any) => ({ any })) },
    { weight: 1, arbitrary: atom.map((not) => ({ not })) }
  )
}

const steps = fc.constantFrom(1, 2, "any")

const named = <A extends object>(list: ReadonlyArray<A>, prefix: string) =>
  list.map((one, i) => ({ id: `${prefix}${i + 1}`, name: `${prefix}${i + 1}`, ...one }))

const inputOn = (levels: ReadonlyArray<string>): fc.Arbitrary<object> => {
  const condition = conditionOf(levels)
  const guarded = fc.subarray(levels.slice(0, -1), { minLength: 1 })
  const requirement = fc
    .record({ to: fc.option(guarded), at: fc.constantFrom("decision", "application"), require: condition })
    .map(({ to, ...rest }) => ({ ...rest, ...(to === null ? {} : { to }) }))
  return fc
    .record({
      window: fc.option(fc.constant({ from: "2012-10-01", until: "2012-10-31" })),
      maxSteps: steps,
      movesPerCycle: fc.constantFrom(1, 2),
      freezeMonths: fc.option(fc.constantFrom(1, 12)),
      requirements: fc.array(requirement, { maxLength: 4 }),
      demotion: fc.option(
        fc.record({
          maxSteps: steps,
          grounds: fc.array(
            condition.map((when) => ({ when })),
            { minLength: 1, maxLength: 2 }
          )
        })
      )
    })
    .map(({ window, freezeMonths, demotion, requirements, ...promotion }) => ({
      format: "zhengyou/promotion-rules@1",
      id: "any",
      version: "1",
      title: { "zh-CN": "生成的晋位升级办法", en: "Generated rules of promotion" },
      ladder: levels.map((id) => ({ id, name: id })),
      facts,
      cycle: { from: "2012-01-01", until: "2012-12-31" },
      ...(window === null ? {} : { window }),
      promotion: {
        ...promotion,
        ...(freezeMonths === null ? {} : { freezeMonths }),
        requirements: named(requirements, "r")
      },
      ...(demotion === null ? {} : { demotion: { ...demotion, grounds: named(demotion.grounds, "g") } })
    }))
}

/**
 * Rules of promotion of every kind: ladders of two to five levels, up to four conditions, with a window, a freeze and demotion or without.
 *
 * **When to use**
 *
 * For properties of what is done with rules, whatever they say. What the rules ask need not make sense.
 */
export const anyPromotionRules = (): fc.Arbitrary<PromotionRules> =>
  fc
    .integer({ min: 2, max: levelIds.length })
    .chain((levels) => inputOn(levelIds.slice(0, levels)))
    .map((input) => Result.getOrThrow(parsePromotionRules(input)))
