import {
  type CalendarDate,
  compileCondition,
  type Deadline,
  daysBetween,
  type Exact,
  type Fact,
  type FactLookup,
  type FactValue
} from "@zhengyou/core"
import * as Result from "effect/Result"
import type { Pledge } from "../../Pledge.ts"
import { knownFacts } from "../../policy/internal/pledgeFacts.ts"
import type { PolicyShape } from "../../policy/PledgePolicy.ts"
import type { Finding } from "../Finding.ts"

const count = (n: number): FactValue => ({ _tag: "Number", value: { n: BigInt(n), d: 1n } })

const text = (value: string): FactValue => ({ _tag: "Text", value })

/** The facts of pledgers, by unit and fact. */
export type GivenFacts = ReadonlyMap<string, ReadonlyMap<string, FactValue>>

/** Puts facts in order, so that a pledger's are found at once. */
export const givenFacts = (facts: ReadonlyArray<Fact>): GivenFacts => {
  const given = new Map<string, Map<string, FactValue>>()
  for (const { unit, fact, value } of facts) {
    const of = given.get(unit) ?? new Map<string, FactValue>()
    given.set(unit, of.set(fact, value))
  }
  return given
}

const lookupOf = (
  { pledger, category, visibility, measures, urgentPosts, basis, target }: Pledge,
  deadline: Deadline | undefined,
  today: CalendarDate,
  given: GivenFacts
): FactLookup => {
  const number = (value: Exact): FactValue => ({ _tag: "Number", value })
  const own = new Map<string, FactValue | undefined>([
    ["pledge.kind", text(pledger.kind)],
    ["pledge.category", category === undefined ? undefined : text(category)],
    ["pledge.visibility", text(visibility._tag)],
    ["pledge.measures", count(measures.length)],
    ["pledge.urgentPosts", count(urgentPosts.length)],
    ["pledge.bases", count(basis.length)],
    ["pledge.baseline", target?.baseline === undefined ? undefined : number(target.baseline.value)],
    ["pledge.target", target?.value === undefined ? undefined : number(target.value)],
    ["pledge.due", deadline === undefined ? undefined : { _tag: "Date", value: deadline.due }],
    ["pledge.days", deadline === undefined ? undefined : count(daysBetween(today, deadline.due))]
  ])
  return (fact) => (own.has(fact) ? own.get(fact) : given.get(pledger.id)?.get(fact))
}

/** The rules of a policy that are the host's own, made ready: what a pledge does not fulfil, or cannot be said to. */
export const hostRules = ({ rules, facts }: PolicyShape) => {
  const known = knownFacts(facts)
  // The rules of a policy fit its facts, so that they compile.
  const ready = rules.map((rule) => ({ rule, ask: Result.getOrThrow(compileCondition(rule.require, known)) }))
  return (
    pledge: Pledge,
    deadline: Deadline | undefined,
    today: CalendarDate,
    given: GivenFacts
  ): ReadonlyArray<Finding> => {
    const lookup = lookupOf(pledge, deadline, today, given)
    return ready.flatMap(
      ({ rule: { id, name, principle, severity, kinds, suggestion }, ask }): ReadonlyArray<Finding> => {
        if (kinds !== undefined && !kinds.includes(pledge.pledger.kind)) return []
        const { holds, cited } = ask(lookup)
        if (holds === true) return []
        const rule = { id, name }
        const problem =
          holds === false
            ? ({ _tag: "RuleNotMet", rule, cited, suggestion } as const)
            : ({ _tag: "RuleNotKnown", rule, cited } as const)
        return [{ principle, severity, path: [], problem }]
      }
    )
  }
}
