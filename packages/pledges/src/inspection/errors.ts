import { CalendarDate, Path } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { faultLines } from "../internal/faultLines.ts"
import { pledgesTextEn } from "../texts/en.ts"

/** What can be wrong with a round of inspections and its visits. */
export const InspectionProblem = Schema.TaggedUnion({
  RoundEndsFirst: { from: CalendarDate, until: CalendarDate },
  UnitNotOnRoster: { unit: Schema.String },
  UnitTwice: { unit: Schema.String },
  UnitNotInRound: { unit: Schema.String },
  VisitOutsideRound: { unit: Schema.String, on: CalendarDate, from: CalendarDate, until: CalendarDate },
  InspectsItself: { unit: Schema.String },
  FindingTwice: { finding: Schema.String }
})
export type InspectionProblem = typeof InspectionProblem.Type

/** A round or visits that do not fit each other, with every fault. */
export class InspectionRefused extends Schema.TaggedError<InspectionRefused>("@zhengyou/pledges/InspectionRefused")(
  "InspectionRefused",
  { faults: Schema.Array(Schema.Struct({ path: Path, problem: InspectionProblem })) }
) {
  override get message(): string {
    return faultLines(pledgesTextEn.InspectionRefused(this), this.faults)
  }
}
