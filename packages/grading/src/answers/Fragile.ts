import { Exact, Id, type Ladder, Named } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { levelNamed } from "../internal/named.ts"
import type { Outcome } from "../Outcome.ts"
import { Mark } from "../Scoring.ts"

/** What a unit would come to: its kind of outcome, and its level where it has one. */
export const ComesTo = Schema.Struct({
  outcome: Schema.Literals(["Graded", "Recognised", "NotGraded", "Blocked", "Undetermined"]),
  level: Schema.optionalKey(Named)
}).annotate({ identifier: "ComesTo" })
export interface ComesTo extends Schema.Schema.Type<typeof ComesTo> {}

/** What an outcome comes to, with the name of its level. */
export const comesTo = (ladder: Ladder, outcome: Outcome): ComesTo => ({
  outcome: outcome._tag,
  ...("level" in outcome ? { level: levelNamed(ladder, outcome.level) } : {})
})

/**
 * One small change that makes a unit come out differently.
 *
 * **Details**
 *
 * `MarkFlips`: another mark of one rater on one criterion, whose score differs by `by`. `SheetFlips`: the round without one sheet.
 * `WeightFlips`: another weight of a criterion, a heading or a panel, for all units; `by` is the difference.
 */
export const Fragile = Schema.TaggedUnion({
  MarkFlips: { panel: Named, rater: Id, criterion: Named, from: Mark, to: Mark, by: Exact, result: ComesTo },
  SheetFlips: { panel: Named, rater: Id, result: ComesTo },
  WeightFlips: { of: Named, from: Exact, to: Exact, by: Exact, result: ComesTo }
})
export type Fragile = typeof Fragile.Type

/**
 * How little it would take for a unit to come out differently (稳健性): the smallest changes first in each list.
 *
 * **Details**
 *
 * `now` is what the unit comes to. A list is empty where no single change of its kind makes a difference.
 */
export const Fragility = Schema.Struct({
  unit: Id,
  now: ComesTo,
  marks: Schema.Array(Fragile.cases.MarkFlips),
  sheets: Schema.Array(Fragile.cases.SheetFlips),
  weights: Schema.Array(Fragile.cases.WeightFlips)
}).annotate({ identifier: "Fragility" })
export interface Fragility extends Schema.Schema.Type<typeof Fragility> {}
