import { addDays, type CalendarDate, dateUnsafe } from "@zhengyou/core"
import { CheckName, type PledgePolicy, Principle, parsePledgePolicy, RequiredField, Severity } from "@zhengyou/pledges"
import * as Result from "effect/Result"
import fc from "fast-check"
import { present } from "../../internal/present.ts"
import { seldom } from "../../internal/seldom.ts"

const severity = fc.constantFrom(...Severity.literals)

const kind = fc
  .record({
    categories: fc.integer({ min: 1, max: 3 }),
    required: fc.subarray([...RequiredField.literals]),
    principle: fc.constantFrom(...Principle.literals),
    severity,
    minimum: fc.integer({ min: 1, max: 80 }),
    spread: fc.integer({ min: 0, max: 300 }),
    measure: fc.integer({ min: 1, max: 120 }),
    perPledger: fc.integer({ min: 1, max: 5 }),
    perOwner: fc.integer({ min: 1, max: 5 })
  })
  .map(({ categories, required, principle, severity, minimum, spread, measure, perPledger, perOwner }) => ({
    categories: Array.from({ length: categories }, (_, i) => ({ id: `c${i}`, name: `类别${i}` })),
    required: required.map((field) => ({ field, principle, severity })),
    perPledger,
    perOwner,
    content: { minimum, maximum: minimum + spread },
    measure: { maximum: measure }
  }))

/** Each check under one principle, or under none. */
const principles = fc
  .tuple(...CheckName.literals.map((check) => fc.tuple(fc.constant(check), fc.nat(4), severity)))
  .map((filed) =>
    Object.fromEntries(
      Principle.literals.map((principle, i) => [
        principle,
        filed.flatMap(([check, at, severity]) => (at === i ? [{ check, severity }] : []))
      ])
    )
  )

const cycle = fc
  .record({ day: fc.nat(3000), length: fc.integer({ min: 90, max: 500 }), by: fc.nat(60) })
  .map(({ day, length, by }) => {
    const from: CalendarDate = addDays(dateUnsafe("2010-01-01"), day)
    return { from, until: addDays(from, length), publishBy: addDays(from, by) }
  })

const rules = fc.constantFrom(
  { facts: [], rules: [] },
  {
    facts: [{ id: "online", name: "有网页", type: "flag" }],
    rules: [
      {
        id: "page",
        name: "支部有网页",
        principle: "feasible",
        severity: "error",
        kinds: ["branch"],
        require: { fact: "online", op: "=", value: true, ifUnknown: true },
        suggestion: "请先开通网页"
      }
    ]
  }
)

const evaluation = fc
  .record({
    full: fc.constantFrom(5, 100),
    weights: fc.record({ self: fc.nat(3), inspection: fc.integer({ min: 1, max: 3 }), public: fc.nat(3) }),
    missing: fc.constantFrom("block", "renormalise"),
    decideOn: fc.constantFrom<Array<string | object>>("exact", { mode: "halfExpand", digits: 0 }),
    excused: fc.constantFrom("leaveOut", "zero"),
    bounds: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 3 })
  })
  .map(({ full, bounds, ...rest }) => ({
    full,
    ...rest,
    bands: [...bounds.toSorted((a, b) => b - a).map((bound) => (bound * full) / 100), 0].map((from, i) => ({
      level: { id: `l${i}`, name: `等次${i}` },
      from
    }))
  }))

/** Generates pledge policies (承诺办法) of every kind: what they require, check, allow and how they evaluate. */
export const anyPledgePolicy = (): fc.Arbitrary<PledgePolicy> =>
  fc
    .record({
      cycle,
      kinds: fc.record({ branch: kind, unit: kind, member: kind }),
      principles: seldom(principles, 2),
      copies: fc.constantFrom({ threshold: "0.6", nearest: 3 }, { threshold: 1, nearest: 1 }),
      rules,
      evaluation
    })
    .map(({ principles, rules, ...rest }) =>
      Result.getOrThrow(
        parsePledgePolicy({
          format: "zhengyou/pledge-policy@1",
          id: "generated",
          version: "1",
          title: "生成的办法",
          ...rest,
          ...rules,
          ...present("principles", principles)
        })
      )
    )
