import * as Schema from "effect/Schema"

/** The four principles of review (四项原则): 先进性、针对性、可行性、实效性. */
export const Principle = Schema.Literals(["advanced", "targeted", "feasible", "effective"])
export type Principle = typeof Principle.Type

/** How grave a finding is: an `error` keeps a pledge from being passed, a `warning` and a `note` do not. */
export const Severity = Schema.Literals(["error", "warning", "note"])
export type Severity = typeof Severity.Type

/** The fields that a policy can require of a pledge. */
export const RequiredField = Schema.Literals([
  "category",
  "measures",
  "target",
  "number",
  "baseline",
  "verification",
  "deadline",
  "owner",
  "basis",
  "urgentPosts"
])
export type RequiredField = typeof RequiredField.Type

/** The checks that a policy can file under a principle; each is the tag of the findings that it makes. */
export const CheckName = Schema.Literals([
  "TargetNotBetter",
  "TargetOnlyHolds",
  "CategoryUnknown",
  "BasisUnknown",
  "DeadlineOutsideCycle",
  "DeadlineOnRestDay",
  "TooManyOfPledger",
  "TooManyOfOwner",
  "BaselineUnsourced",
  "ContentTooShort",
  "ContentTooLong",
  "MeasureTooLong",
  "HiddenText",
  "VagueWording",
  "Slogan",
  "OrdinaryDuty",
  "NoMeasure",
  "NoBaseline",
  "NoTime",
  "NoEvidence",
  "Copied"
])
export type CheckName = typeof CheckName.Type
