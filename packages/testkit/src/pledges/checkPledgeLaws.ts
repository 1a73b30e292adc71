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
 * reason. Rules of the host are asked of generated facts, and what they find is left to the host. The report is data: {@link renderLawReport} writes it out. The same seed gives the same report.
 *
 * @example
 * ```ts
 * import { parsePledgePolicy } from "@zhengyou/pledges"
 * import { checkPledgeLaws } from "@zhengyou/testkit/pledges"
 * import { Result } from "effect"
 *
 * const kind = {
 *   categories: [{ id: "service", name: "Service" }],
 *   perPledger: 3,
 *   perOwner: 2,
 *   content: { minimum: 10, maximum: 300 },
 *   measure: { maximum: 100 }
 * }
 * const policy = Result.getOrThrow(
 *   parsePledgePolicy({
 *     format: "zhengyou/pledge-policy@1",
 *     id: "pledges-2012",
 *     version: "1",
 *     title: "Public pledges of 2012",
 *     cycle: { from: "2012-01-01", until: "2012-12-31", publishBy: "2012-03-31" },
 *     kinds: { branch: kind, unit: kind, member: kind },
 *     evaluation: {
 *       full: 100,
 *       weights: { self: 0, inspection: "0.6", public: "0.4" },
 *       // A part that nobody scores gives its weight to the others.
 *       missing: "renormalise",
 *       decideOn: "exact",
 *       bands: [{ level: { id: "good", name: "Good" }, from: 80 }, { level: { id: "poor", name: "Poor" }, from: 0 }],
 *       excused: "leaveOut"
 *     }
 *   })
 * )
 * const report = checkPledgeLaws(policy, { seed: 1, runs: 20 })
 * report.results.flatMap((result) => (result._tag === "Broken" ? [result.law.id] : [])) // => ["absence-never-helps"]
 * ```
 */
export const checkPledgeLaws = (policy: PledgePolicy, options: CheckPledgeLawsOptions): LawReport<PledgeLawCase> =>
  holdLaws(options.laws ?? pledgeLaws, pledgeSetting(policy, options), options)
