import { type PledgePolicy, PledgerKind, review } from "@zhengyou/pledges"
import { type HoldOptions, holdLaws } from "../holdLaws.ts"
import type { LawReport } from "../LawReport.ts"
import { contextOf } from "./generators/worlds.ts"
import { lengthOfCycle, written } from "./generators/writing.ts"
import { pledgeLaws } from "./laws.ts"
import { type PledgeEngine, pledgeEngine } from "./PledgeEngine.ts"
import type { PledgeLaw, PledgeLawCase, PledgeSetting } from "./PledgeLaw.ts"
import { showPledgeCase } from "./showPledgeCase.ts"

/** How the laws of pledges are checked. */
export interface CheckPledgeLawsOptions extends HoldOptions<PledgeLawCase> {
  /** The laws to check: all of them where it is left out. */
  readonly laws?: ReadonlyArray<PledgeLaw>
  /** The engine: that of `@zhengyou/pledges` where it is left out. */
  readonly engine?: PledgeEngine
}

/** Whether the review finds nothing, but for rules of the host, in what the testkit writes for every kind of pledger. */
const isWritable = (policy: PledgePolicy): boolean =>
  lengthOfCycle(policy) >= 60 &&
  PledgerKind.literals.every((kind) => {
    const pledge = written(policy, [], { kind, id: "p1", owner: "o1", category: 0, day: lengthOfCycle(policy) })
    const { from } = policy.cycle
    const findings = review(pledge, policy, contextOf(policy, { calendar: [], announced: from, facts: [] }, from))
    return findings.every(({ problem: { _tag } }) => _tag === "RuleNotMet" || _tag === "RuleNotKnown")
  })

/** What laws are held against, made ready once for all of them. */
export const pledgeSetting = (
  policy: PledgePolicy,
  { engine = pledgeEngine }: Pick<CheckPledgeLawsOptions, "engine"> = {}
): PledgeSetting => ({
  subject: { id: policy.id, version: policy.version, title: policy.title },
  show: showPledgeCase,
  policy,
  engine,
  isWritable: isWritable(policy)
})

/**
 * Holds the laws of pledges against a policy of yours (法则检验), without a test framework.
 *
 * **When to use**
 *
 * In a test of the project that keeps the policy, and in a script before a policy is adopted.
 *
 * **Details**
 *
 * Each law is held against generated drafts, histories, scores or calendars. A law that does not apply to the policy is reported with the
 * reason. The report is data: {@link renderLawReport} writes it out. The same seed gives the same report.
 */
export const checkPledgeLaws = (policy: PledgePolicy, options: CheckPledgeLawsOptions): LawReport<PledgeLawCase> =>
  holdLaws(options.laws ?? pledgeLaws, pledgeSetting(policy, options), options)
