import { Exact, Id } from "@zhengyou/core"
import * as Schema from "effect/Schema"

/**
 * What one rater of one panel gave one unit (评分表): a score for each criterion that was scored.
 *
 * **Details**
 *
 * A criterion that is not there was not scored, which is not the same as nought.
 */
export const Sheet = Schema.Struct({
  unit: Id,
  panel: Id,
  rater: Id,
  scores: Schema.Record(Id, Exact)
}).annotate({ identifier: "Sheet" })
export interface Sheet extends Schema.Schema.Type<typeof Sheet> {}

/** A sheet's score of a criterion, or nothing: a criterion may be called `constructor`, which every object inherits. */
export const scoreOn = (sheet: Sheet, criterion: Id): Exact | undefined =>
  Object.hasOwn(sheet.scores, criterion) ? sheet.scores[criterion] : undefined

/** What tells one sheet from another: its unit, panel and rater. */
export const sheetKey = (sheet: Pick<Sheet, "unit" | "panel" | "rater">): string =>
  JSON.stringify([sheet.unit, sheet.panel, sheet.rater])
