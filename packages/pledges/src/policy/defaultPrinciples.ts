import type { CheckName, Principle, Severity } from "./checks.ts"

const checks = (severity: Severity, ...names: ReadonlyArray<CheckName>) => names.map((check) => ({ check, severity }))

/**
 * Every check, filed under the principle that it serves: what makes a pledge empty, impossible to keep or to judge is an error, what makes it
 * harder to read or to follow a warning.
 */
export const defaultPrinciples: {
  readonly [P in Principle]: ReadonlyArray<{ readonly check: CheckName; readonly severity: Severity }>
} = {
  advanced: [
    ...checks("error", "TargetNotBetter", "OrdinaryDuty", "Slogan", "Copied"),
    ...checks("warning", "TargetOnlyHolds")
  ],
  targeted: checks("error", "CategoryUnknown", "BasisUnknown", "HiddenText"),
  feasible: [
    ...checks("error", "DeadlineOutsideCycle", "TooManyOfPledger", "TooManyOfOwner"),
    ...checks("warning", "DeadlineOnRestDay", "ContentTooShort", "ContentTooLong", "MeasureTooLong")
  ],
  effective: [
    ...checks("error", "VagueWording", "NoBaseline"),
    ...checks("warning", "BaselineUnsourced", "NoMeasure", "NoTime", "NoEvidence")
  ]
}
