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
  /** A panel has no total of its own, or too few sheets for one, and the book says what that means. */
  PanelTotalMissing: {
    panel: Named,
    scored: Schema.Int,
    needed: Schema.Int,
    counts: Schema.Literals(["block", "zero", "exclude"])
  },
  /** Sheets that do not count: of raters who belong to the unit, and void ones. */
  SheetsSetAside: { panel: Named, recused: Schema.Int, spoilt: Schema.Int },
  /** A bonus or a deduction: what the entries come to, and what of it counts. */
  Adjusted: { adjustment: Named, kind: Schema.Literals(["bonus", "deduction"]), given: Exact, counted: Exact },
  /** The unit has its level without being scored. */
  Recognised: { rule: Named, level: Named, cited: Cited },
  /** No criterion of the book applies to a unit of this type. */
  NothingToScore: {},
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
  /** A gate kept the level from being above another one, such as last year's. */
  GateFroze: { gate: Named, from: Named, to: Named, fact: Named, cited: Cited },
  /** A cap had no seat for the unit, or a floor wanted it below: it fell. */
  QuotaPushed: {
    kind: Schema.Literals(["cap", "floor"]),
    from: Named,
    to: Named,
    /** The seats of a cap, or the units that a floor demands. */
    seats: Schema.Int,
    candidates: Schema.Int,
    place: Schema.Int,
    /** Nothing for a unit that was recognised without being scored. */
    total: Schema.optionalKey(Exact),
    /** The lowest total that kept its level; nothing where nobody did. */
    lastKept: Schema.optionalKey(Exact),
    tied: Schema.Boolean,
    /** Whether lots were drawn between the tied. */
    byLot: Schema.Boolean
  },
  /** The unit is tied across the cut of a quota, and keeps its level because the book lets tied units stay, or by lot. */
  KeptByTie: {
    level: Named,
    seats: Schema.Int,
    kept: Schema.Int,
    /** Nothing for a unit that was recognised without being scored. */
    total: Schema.optionalKey(Exact),
    byLot: Schema.Boolean
  },
  /** The unit is tied across the cut of a quota, and nothing says who goes first. */
  TiedAtQuota: {
    level: Named,
    seats: Schema.Int,
    tied: Schema.Int,
    /** Nothing for a unit that was recognised without being scored. */
    total: Schema.optionalKey(Exact),
    wantsLots: Schema.Boolean
  }
})
export type GradingReason = typeof GradingReason.Type

/** The reasons of an outcome: at least one. */
export const Reasons = Schema.NonEmptyArray(GradingReason)
export type Reasons = typeof Reasons.Type
