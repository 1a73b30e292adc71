import { type CalendarDate, deadlineOf, type Fact, type Suspension, type WorkCalendar } from "@zhengyou/core"
import type { Basis, Pledge } from "../Pledge.ts"
import { type CheckName, Principle, type Severity } from "../policy/checks.ts"
import type { PledgePolicy } from "../policy/PledgePolicy.ts"
import { compileWording } from "../text/compileWording.ts"
import { findCopies, type PledgeText } from "../text/findCopies.ts"
import type { Finding } from "./Finding.ts"
import type { Found } from "./internal/Found.ts"
import { givenFacts, hostRules } from "./internal/hostRules.ts"
import { missingAt } from "./internal/missingFields.ts"
import { neighbourChecks } from "./internal/neighbours.ts"
import { structureFinds } from "./internal/structure.ts"
import { wordingFinds } from "./internal/wording.ts"

/** What a review needs to know of the world. */
export interface ReviewContext {
  readonly today: CalendarDate
  readonly calendar: WorkCalendar
  /** When no time runs, such as the summer break. */
  readonly suspensions: ReadonlyArray<Suspension>
  /** The other pledges of the cycle that stand: they are counted, and compared for copies. */
  readonly others: ReadonlyArray<Pledge>
  /** The texts of earlier cycles, compared for copies. */
  readonly earlier: ReadonlyArray<PledgeText>
  /** The needs, problems and answers of consultations that are on record. */
  readonly bases: ReadonlyArray<Basis>
  /** What is known of pledgers, by their ids, for the rules of the host. */
  readonly facts: ReadonlyArray<Fact>
}

type Filed = { readonly principle: Principle; readonly severity: Severity }

const filedChecks = ({ principles }: PledgePolicy): ReadonlyMap<CheckName, Filed> =>
  new Map(
    Principle.literals.flatMap((principle) =>
      principles[principle].map(({ check, severity }) => [check, { principle, severity }] as const)
    )
  )

const filed = (checks: ReadonlyMap<CheckName, Filed>, { path, problem }: Found): ReadonlyArray<Finding> => {
  const as = checks.get(problem._tag)
  if (as === undefined) return []
  return [{ ...as, path, ...("span" in problem ? { span: problem.span } : {}), problem }]
}

/** The text of a pledge that is compared for copies: its content and its measures, a line each. */
export const pledgeText = ({ id, content, measures }: Pick<Pledge, "id" | "content" | "measures">): PledgeText => ({
  id,
  text: [content, ...measures].join("\n")
})

/** A pledge with what the review found in it; with nothing found it is sound. */
export interface PledgeReview {
  readonly pledge: Pledge
  readonly findings: ReadonlyArray<Finding>
}

/**
 * Reviews many pledges of one cycle at once (审诺), each among all the others.
 *
 * **Details**
 *
 * The findings of a pledge come in the order of the four principles and, within one, of what is missing, of the parts, of the words and of the host's rules. Pledges among the
 * `others` that have the id of one reviewed are left aside.
 */
export const reviewAll = (
  pledges: ReadonlyArray<Pledge>,
  policy: PledgePolicy,
  { today, calendar, suspensions, others, earlier, bases, facts }: ReviewContext
): ReadonlyArray<PledgeReview> => {
  const reviewed = new Set(pledges.map(({ id }) => id))
  const all = [...pledges, ...others.filter(({ id }) => !reviewed.has(id))]
  const copies = new Map(findCopies(all.map(pledgeText), earlier, policy.copies).map((copy) => [copy.id, copy]))
  const checks = filedChecks(policy)
  const wording = compileWording(policy.vocabulary)
  const neighbours = neighbourChecks(all, bases)
  const rules = hostRules(policy)
  const given = givenFacts(facts)
  return pledges.map((pledge) => {
    const { term } = pledge
    const deadline = term === undefined ? undefined : deadlineOf(calendar, today, term, suspensions)
    const findings = [
      ...policy.kinds[pledge.pledger.kind].required.flatMap(
        ({ field, principle, severity }): ReadonlyArray<Finding> => {
          const path = missingAt(pledge, field)
          return path === undefined ? [] : [{ principle, severity, path, problem: { _tag: "FieldMissing", field } }]
        }
      ),
      ...[
        ...structureFinds(pledge, policy, deadline, calendar),
        ...neighbours(pledge, policy),
        ...wordingFinds(pledge, wording, copies.get(pledge.id))
      ].flatMap((found) => filed(checks, found)),
      ...rules(pledge, deadline, today, given)
    ]
    const order = Principle.literals
    return { pledge, findings: findings.toSorted((a, b) => order.indexOf(a.principle) - order.indexOf(b.principle)) }
  })
}

/** Reviews one pledge among the others of its cycle (审诺): see {@link reviewAll}. */
export const review = (pledge: Pledge, policy: PledgePolicy, context: ReviewContext): ReadonlyArray<Finding> =>
  reviewAll([pledge], policy, context).flatMap(({ findings }) => findings)
