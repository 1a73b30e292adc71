import type { Named, Text } from "@zhengyou/core"
import type { SurveyFigures, SurveyPlan } from "@zhengyou/satisfaction"

/** What a report on a survey shows: its plan, the names of its units, what it came to, and where it was compared with an earlier round. */
export interface SurveyReport {
  readonly title: Text
  readonly plan: SurveyPlan
  readonly units: ReadonlyArray<Named>
  readonly figures: SurveyFigures
}
