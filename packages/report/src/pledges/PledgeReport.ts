import type { CalendarDate, Named, Text } from "@zhengyou/core"
import type { PledgePolicy, PledgeReview, PublicationCoverage } from "@zhengyou/pledges"

/** What a report on pledges shows: the policy, the names of the units, every pledge with what the review found, and which units are online. */
export interface PledgeReport {
  readonly title: Text
  readonly policy: PledgePolicy
  readonly units: ReadonlyArray<Named>
  readonly reviews: ReadonlyArray<PledgeReview>
  readonly coverage: PublicationCoverage
  /** The day as of which all is told. */
  readonly asOf: CalendarDate
}
