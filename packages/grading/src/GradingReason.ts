import { Citation, Exact, Named } from "@zhengyou/core"
import * as Schema from "effect/Schema"

const Cited = Schema.Array(Citation)

/**
 * Why an outcome is what it is, one step of the pipeline at a time.
 *
 * **Details**
 *
 * Every reason names what it speaks of, so that it can be rendered without the rule book. In an outcome they stand in the
 * order of the pipeline; the last one decided.
 */
export const GradingReason = Schema.TaggedUnion({
  /** A panel has too few scores on a criterion, and the book says what that means. */
  PanelMissing: {
    panel: Named,
    criterion: Named,
    scored: Schema.Int,
    needed: Schema.Int,
    counts: Schema.Literals(["block", "zero", "exclude"])
  },
  /** No panel has a score for a criterion, and the book says what that means. */
  CriterionMissing: { criterion: Named, counts: Schema.Literals(["block", "zero", "exclude"]) },
  /** A rule asks for a fact that is not known of the unit. */
  FactMissing: { rule: Named, fact: Named },
  /** The unit does not meet a condition for being graded. */
  NotEligible: { rule: Named, cited: Cited },
  /** The total lies in a level's band; `next` is the band above. */
  InBand: {
    level: Named,
    total: Exact,
    from: Exact,
    next: Schema.optionalKey(Schema.Struct({ level: Named, from: Exact }))
  },
  /** The total lies below the lowest band of the book. */
  BelowBands: { total: Exact, lowest: Exact },
  /** A gate lowered the level. */
  GateLowered: { gate: Named, from: Named, to: Named, cited: Cited },
  /** A gate took the unit out of the grading. */
  GateExcluded: { gate: Named, cited: Cited },
  /** A cap had no seat for the unit: it fell to the next level. */
  CapPushed: {
    from: Named,
    to: Named,
    seats: Schema.Int,
    candidates: Schema.Int,
    place: Schema.Int,
    total: Exact,
    /** The lowest total that kept its seat; nothing where nobody did. */
    lastSeated: Schema.optionalKey(Exact),
    tied: Schema.Boolean
  },
  /** The unit keeps its level though the cap is exceeded, because the book lets all tied units stay. */
  KeptByTie: { level: Named, seats: Schema.Int, kept: Schema.Int, total: Exact },
  /** The unit is tied across the cut of a cap, and the book says nothing of ties. */
  TiedAtCap: { level: Named, seats: Schema.Int, tied: Schema.Int, total: Exact }
})
export type GradingReason = typeof GradingReason.Type

/** The reasons of an outcome: at least one. */
export const Reasons = Schema.NonEmptyArray(GradingReason)
export type Reasons = typeof Reasons.Type
