import { exactUnsafe, parseExact, plus, one as unit, zero } from "@zhengyou/core"
import type { Finding, FindingProblem, Pledge, PledgePolicy, RequiredField } from "@zhengyou/pledges"
import * as Result from "effect/Result"
import { contentFor, measuresFor, onRecord } from "../generators/writing.ts"

type Put = { readonly [F in RequiredField]: (pledge: Pledge, policy: PledgePolicy) => Partial<Pledge> }

const goalOf = ({ target }: Pledge) => target ?? { indicator: "次数", unit: "次", direction: "raise" as const }

/** What is put where a field is missing. */
const put: Put = {
  category: ({ pledger }, { kinds }) => ({ category: kinds[pledger.kind].categories[0].id }),
  measures: ({ pledger }, policy) => ({ measures: measuresFor(policy, pledger.kind) }),
  target: (pledge) => ({ target: goalOf(pledge) }),
  number: (pledge) => ({ target: { ...goalOf(pledge), value: exactUnsafe(6) } }),
  baseline: (pledge) => ({ target: { ...goalOf(pledge), baseline: { value: exactUnsafe(3), source: "登记簿" } } }),
  verification: () => ({ verification: "由学生会查登记簿" }),
  deadline: (_, { cycle }) => ({ term: { on: cycle.until } }),
  owner: () => ({ owner: "o1" }),
  basis: () => ({ basis: onRecord }),
  urgentPosts: () => ({ urgentPosts: ["值班"] })
}

const better = (
  pledge: Pledge,
  { direction, baseline }: Extract<FindingProblem, { _tag: "TargetNotBetter" }>
): Pledge => {
  const from = Result.getOrElse(parseExact(baseline), () => zero)
  const step = direction === "raise" ? unit : exactUnsafe(-1)
  return { ...pledge, target: { ...goalOf(pledge), value: plus(from, step) } }
}

const rewritten = (pledge: Pledge, policy: PledgePolicy, { path, span }: Finding): Pledge => {
  const { kind } = pledge.pledger
  if (path[0] !== "measures") return { ...pledge, content: contentFor(policy, kind, pledge.id) }
  const cut = (text: string) => (span === undefined ? "" : text.slice(0, span.from) + text.slice(span.to))
  const written = measuresFor(policy, kind)
  return {
    ...pledge,
    measures: pledge.measures.flatMap((text, i) =>
      i !== path[1] ? [text] : cut(text).trim() === "" ? written : [cut(text)]
    )
  }
}

/** A pledge after what the suggestion of a finding says was done, as it says it. */
export const repaired = (pledge: Pledge, policy: PledgePolicy, finding: Finding): Pledge => {
  const { problem } = finding
  const { kind } = pledge.pledger
  const goal = goalOf(pledge)
  switch (problem._tag) {
    case "FieldMissing":
      return { ...pledge, ...put[problem.field](pledge, policy) }
    case "TargetNotBetter":
      return better(pledge, problem)
    case "TargetOnlyHolds":
      return { ...pledge, target: { ...goal, direction: "raise" } }
    case "BaselineUnsourced":
      return { ...pledge, target: { ...goal, baseline: { value: goal.baseline?.value ?? zero, source: "登记簿" } } }
    case "CategoryUnknown":
      return { ...pledge, category: problem.known[0]?.id ?? "" }
    case "BasisUnknown":
      return { ...pledge, basis: onRecord }
    case "DeadlineOutsideCycle":
      return { ...pledge, term: { on: problem.until } }
    case "DeadlineOnRestDay":
      return { ...pledge, term: { on: problem.before } }
    // What the content lacks may stand in a field instead.
    case "NoTime":
      return { ...pledge, ...put.deadline(pledge, policy) }
    case "NoMeasure":
      return { ...pledge, ...put.number(pledge, policy) }
    case "NoBaseline":
      return { ...pledge, ...put.baseline(pledge, policy) }
    case "NoEvidence":
      return { ...pledge, ...put.verification(pledge, policy) }
    case "MeasureTooLong":
      return { ...pledge, measures: measuresFor(policy, kind) }
    // What only neighbours or the host can change stays as it is.
    case "TooManyOfPledger":
    case "TooManyOfOwner":
    case "RuleNotMet":
    case "RuleNotKnown":
      return pledge
    default:
      return rewritten(pledge, policy, finding)
  }
}
