import { Id } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { Mark } from "./Scoring.ts"

/**
 * What one rater of one panel gave one unit (评分表): a mark for each criterion that was marked.
 *
 * **Details**
 *
 * A criterion that is not there was not scored, which is not the same as nought. `raterUnit` is the unit that the rater
 * belongs to, for panels that recuse; `group` the rater's group, for panels that weigh groups.
 */
export const Sheet = Schema.Struct({
  unit: Id,
  panel: Id,
  rater: Id,
  raterUnit: Schema.optionalKey(Id),
  group: Schema.optionalKey(Id),
  scores: Schema.Record(Id, Mark)
}).annotate({ identifier: "Sheet" })
export interface Sheet extends Schema.Schema.Type<typeof Sheet> {}

/** A sheet's mark on a criterion, or nothing: a criterion may be called `constructor`, which every object inherits. */
export const markOn = (sheet: Sheet, criterion: Id): Mark | undefined =>
  Object.hasOwn(sheet.scores, criterion) ? sheet.scores[criterion] : undefined

/** What tells one sheet from another (评分表标识): its unit, panel and rater. */
export const SheetRef = Schema.Struct({ unit: Id, panel: Id, rater: Id })
export interface SheetRef extends Schema.Schema.Type<typeof SheetRef> {}

/** A sheet's unit, panel and rater as one string. */
export const sheetKey = (sheet: SheetRef): string => JSON.stringify([sheet.unit, sheet.panel, sheet.rater])
