import { CalendarDate, Path } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { LevelChangedSince } from "../cases/errors.ts"
import { DatesReversed } from "../closure/errors.ts"
import { faultLines } from "../internal/faultLines.ts"
import { RegisterProblem } from "../levels/errors.ts"
import { promotionTextEn } from "../texts/en.ts"

/** What can be wrong with the days of an application. */
export const ApplicationProblem = Schema.TaggedUnion({
  /** Something that is said to have happened after the day that the round is told as of. */
  AfterAsOf: { day: CalendarDate, asOf: CalendarDate },
  InForceUndecided: { day: CalendarDate }
})
export type ApplicationProblem = typeof ApplicationProblem.Type

/** What a round of promotion cannot be made of, with every fault. */
export class PromotionInputsRefused extends Schema.TaggedError<PromotionInputsRefused>(
  "@zhengyou/promotion/PromotionInputsRefused"
)("PromotionInputsRefused", {
  faults: Schema.Array(
    Schema.Struct({
      path: Path,
      problem: Schema.Union([ApplicationProblem, RegisterProblem, DatesReversed, LevelChangedSince])
    })
  )
}) {
  override get message(): string {
    return faultLines(promotionTextEn.PromotionInputsRefused(this), this.faults)
  }
}
