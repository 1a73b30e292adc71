import fc from "fast-check"
import { say } from "./internal/say.ts"
import type { Breach, Law, LawSetting } from "./Law.ts"
import type { LawReport, LawResult } from "./LawReport.ts"

/** How laws are held against something. */
export interface HoldOptions<Case = unknown> {
  /** What chance is drawn from: the same seed gives the same report. */
  readonly seed: number
  /** How many cases each law is held against: 100 where it is left out. */
  readonly runs?: number
  /** Told of each law's result as it is known. */
  readonly onResult?: (result: LawResult<Case>) => void
}

/** A breach, also where the engine throws. */
const breachOf = <Setting extends LawSetting<Case>, Case>(
  law: Law<Setting, Case>,
  setting: Setting,
  one: Case
): Breach | undefined => {
  try {
    return law.examine(setting, one)
  } catch (thrown) {
    return { expected: say("一个结果", "a result"), found: say(`抛出 ${String(thrown)}`, `it threw ${String(thrown)}`) }
  }
}

/** Holds one law against a setting. */
export const checkLaw = <Setting extends LawSetting<Case>, Case>(
  law: Law<Setting, Case>,
  setting: Setting,
  { seed, runs = 100 }: Pick<HoldOptions, "seed" | "runs">
): LawResult<Case> => {
  const because = law.unless(setting)
  if (because !== undefined) return { _tag: "NotApplicable", law, because }
  const property = fc.property(law.cases(setting), (one) => breachOf(law, setting, one) === undefined)
  const found = fc.check(property, { seed, numRuns: runs })
  const one = found.counterexample?.[0]
  const breach = one === undefined ? undefined : breachOf(law, setting, one)
  if (one === undefined || breach === undefined) return { _tag: "Held", law, runs: found.numRuns }
  const counterexample = { case: one, shown: setting.show(one), breach }
  return { _tag: "Broken", law, runs: found.numRuns, shrinks: found.numShrinks, counterexample }
}

/**
 * Holds laws against a setting, one after the other.
 *
 * **When to use**
 *
 * With laws of your own. For those of this package there is a function for each kind of rules, such as `checkLaws` for rule books.
 */
export const holdLaws = <Setting extends LawSetting<Case>, Case>(
  laws: ReadonlyArray<Law<Setting, Case>>,
  setting: Setting,
  { seed, runs = 100, onResult }: HoldOptions<Case>
): LawReport<Case> => ({
  subject: setting.subject,
  seed,
  runs,
  results: laws.map((law) => {
    const result = checkLaw(law, setting, { seed, runs })
    onResult?.(result)
    return result
  })
})
