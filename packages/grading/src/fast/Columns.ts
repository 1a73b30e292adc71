import type { CalendarDate, Id } from "@zhengyou/core"
import type { Award } from "../Adjustment.ts"

/**
 * The marks that one rater of one panel gave on one criterion, a number for each unit.
 *
 * **Details**
 *
 * Numbers are in whole units of `10 ** -digits`, 8765 for 87.65 at two digits; NaN is a mark that was not given. For a criterion whose marks
 * are labels they are the places of the labels in the rule, from 0. `raterUnit` and `group` are those of a sheet.
 */
export interface MarkColumn {
  readonly panel: Id
  readonly rater: Id
  readonly criterion: Id
  readonly raterUnit?: Id
  readonly group?: Id
  readonly values: Float64Array
}

/**
 * A fact with its value for each unit.
 *
 * **Details**
 *
 * `numbers` in whole units of `10 ** -digits`, NaN for unknown; `flags` 0, 1 and 255 for unknown; `levels` places on the ladder from
 * 0, -1 for unknown; `texts` for dates and texts.
 */
export type FactColumn =
  | { readonly fact: Id; readonly kind: "numbers"; readonly digits: number; readonly values: Float64Array }
  | { readonly fact: Id; readonly kind: "flags"; readonly values: Uint8Array }
  | { readonly fact: Id; readonly kind: "levels"; readonly values: Int16Array }
  | { readonly fact: Id; readonly kind: "texts"; readonly values: ReadonlyArray<string | undefined> }

/**
 * A round as columns, for hundreds of thousands of units.
 *
 * **Details**
 *
 * `size` is the number of units. Without `ids` a unit goes by the number of its row, from "0". Types, parents and founding days
 * are given where the book asks for them.
 */
export interface RoundColumns {
  readonly size: number
  readonly digits: number
  readonly marks: ReadonlyArray<MarkColumn>
  readonly facts?: ReadonlyArray<FactColumn>
  readonly ids?: ReadonlyArray<Id>
  readonly types?: ReadonlyArray<Id | undefined>
  readonly parents?: ReadonlyArray<Id | undefined>
  readonly founded?: ReadonlyArray<CalendarDate | undefined>
  readonly awards?: ReadonlyArray<Award>
  readonly asOf?: CalendarDate
  readonly lotSeed?: string
}
