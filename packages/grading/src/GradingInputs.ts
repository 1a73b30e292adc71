import type { CalendarDate, Fact, Unit } from "@zhengyou/core"
import type { Award } from "./Adjustment.ts"
import type { Sheet } from "./Sheet.ts"

/**
 * What a round is graded from: the units, their sheets, facts and awards.
 *
 * **Details**
 *
 * `asOf` is the day that a unit's age is counted to. `lotSeed` is a text that was published beforehand or that nobody could
 * choose, such as a line of a dated gazette: lots are drawn from it where a quota says so.
 */
export interface GradingInputs {
  readonly units: ReadonlyArray<Unit>
  readonly sheets: ReadonlyArray<Sheet>
  readonly facts: ReadonlyArray<Fact>
  readonly awards?: ReadonlyArray<Award>
  readonly asOf?: CalendarDate
  readonly lotSeed?: string
}
