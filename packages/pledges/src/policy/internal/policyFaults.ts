import { type ConditionProblem, compileCondition, type Fault, type Path } from "@zhengyou/core"
import * as Result from "effect/Result"
import { evaluationFaults } from "../../evaluation/internal/evaluationFaults.ts"
import { type CheckName, Principle } from "../checks.ts"
import type { KindRules, PolicyShape } from "../PledgePolicy.ts"
import type { PolicyProblem } from "../PolicyProblem.ts"
import { isReserved, knownFacts } from "./pledgeFacts.ts"

type Faults = ReadonlyArray<Fault<ConditionProblem | PolicyProblem>>

const twice = <A>(
  list: ReadonlyArray<A>,
  keyOf: (item: A) => string,
  fault: (key: string, index: number) => Fault<PolicyProblem>
): Faults => {
  const seen = new Set<string>()
  return list.flatMap((item, i) => {
    const key = keyOf(item)
    if (seen.has(key)) return [fault(key, i)]
    seen.add(key)
    return []
  })
}

const idTwice = (list: ReadonlyArray<{ readonly id: string }>, path: Path): Faults =>
  twice(
    list,
    ({ id }) => id,
    (id, i) => ({ path: [...path, i, "id"], problem: { _tag: "IdTwice", id } })
  )

const cycleFaults = ({ cycle: { from, until, publishBy } }: PolicyShape): Faults => {
  if (until < from) return [{ path: ["cycle"], problem: { _tag: "CycleEndsFirst", from, until } }]
  return from <= publishBy && publishBy <= until
    ? []
    : [{ path: ["cycle", "publishBy"], problem: { _tag: "PublishByOutsideCycle", publishBy, from, until } }]
}

const kindFaults = ({ categories, required, content }: KindRules, path: Path): Faults => [
  ...idTwice(categories, [...path, "categories"]),
  ...twice(
    required,
    ({ field }) => field,
    (field, i) => ({ path: [...path, "required", i, "field"], problem: { _tag: "FieldTwice", field } })
  ),
  ...(content.minimum <= content.maximum
    ? []
    : [{ path: [...path, "content"], problem: { _tag: "LengthsReversed" as const, ...content } }])
]

/** A check belongs to one principle, so that a finding is told once. */
const checkFaults = ({ principles }: PolicyShape): Faults => {
  const first = new Map<CheckName, Principle>()
  return Principle.literals.flatMap((principle) =>
    principles[principle].flatMap(({ check }, i): Faults => {
      const filed = first.get(check)
      if (filed === undefined) first.set(check, principle)
      return filed === undefined
        ? []
        : [{ path: ["principles", principle, i, "check"], problem: { _tag: "CheckTwice", check, first: filed } }]
    })
  )
}

/** Everything that is wrong between the parts of a policy. */
export const policyFaults = (policy: PolicyShape): Faults => {
  const known = knownFacts(policy.facts)
  return [
    ...cycleFaults(policy),
    ...Object.entries(policy.kinds).flatMap(([kind, rules]) => kindFaults(rules, ["kinds", kind])),
    ...checkFaults(policy),
    ...idTwice(policy.facts, ["facts"]),
    ...policy.facts.flatMap(
      ({ id }, i): Faults =>
        isReserved(id) ? [{ path: ["facts", i, "id"], problem: { _tag: "NameReserved", id } }] : []
    ),
    ...idTwice(policy.rules, ["rules"]),
    ...policy.rules.flatMap(({ require }, i): Faults => {
      const compiled = compileCondition(require, known, ["rules", i, "require"])
      return Result.isFailure(compiled) ? compiled.failure : []
    }),
    ...evaluationFaults(policy.evaluation)
  ]
}
