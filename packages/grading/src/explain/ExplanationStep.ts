import { CalendarDate, Citation, Exact, FactValue, Id, Named, Unit } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { MissingPolicy } from "../Criterion.ts"
import { GradingReason } from "../GradingReason.ts"
import { Mark } from "../Scoring.ts"

/** What a tie-break looked at: a fact, and what it was; no `found` where it was unknown. */
const FactFound = Schema.Struct({ fact: Id, found: Schema.optionalKey(FactValue) })

/** Where a candidate stands in the order of a quota: its total, and what breaks ties; no `total` for a recognised unit. */
export const QuotaPosition = Schema.Struct({ total: Schema.optionalKey(Exact), facts: Schema.Array(FactFound) })
export interface QuotaPosition extends Schema.Schema.Type<typeof QuotaPosition> {}

/** The rater of a sheet: `unit` is the one that the rater belongs to. */
const rater = { panel: Named, rater: Id, raterUnit: Schema.optionalKey(Id), group: Schema.optionalKey(Id) }

/**
 * What became of a mark or of a sheet: it counts, the panel's method leaves it out, its rater is recused, the sheet is void, or
 * the item does not apply to the unit. `idle` is one that would count, had the panel a figure.
 */
export const Fate = Schema.Literals(["counted", "trimmed", "recused", "void", "outside", "idle"])
export type Fate = typeof Fate.Type

/**
 * One step of how an outcome came to be, with its figures.
 *
 * **Details**
 *
 * Every step names what it speaks of, so that it can be rendered without the rule book and without the inputs.
 */
export const ExplanationStep = Schema.TaggedUnion({
  /** The unit and what it came to; `why` is the reason that decided. */
  ExplainedOutcome: {
    unit: Unit,
    asOf: Schema.optionalKey(CalendarDate),
    outcome: Schema.Literals(["Graded", "Recognised", "NotGraded", "Blocked", "Undetermined"]),
    level: Schema.optionalKey(Named),
    total: Schema.optionalKey(Exact),
    /** The total as text, with as many places as keep it on its own side of every band. */
    shown: Schema.optionalKey(Schema.String),
    rank: Schema.optionalKey(Schema.Int),
    why: GradingReason
  },
  /** An eligibility rule, a recognition or a gate that was asked, whether it fired or not; no `holds` where a fact is missing. */
  RuleAsked: {
    kind: Schema.Literals(["eligibility", "recognition", "gate"]),
    rule: Named,
    holds: Schema.optionalKey(Schema.Boolean),
    cited: Schema.Array(Citation),
    /** The level that a gate freezes on. */
    frozenBy: Schema.optionalKey(Schema.Struct({ fact: Named, found: Schema.optionalKey(FactValue) })),
    /** The level before and after the rule; neither where the unit had or kept none. */
    from: Schema.optionalKey(Named),
    to: Schema.optionalKey(Named)
  },
  /** The total: the share `earned` of `possible`, out of `to`, then adjustments, then rounding. */
  TotalMade: {
    earned: Schema.optionalKey(Exact),
    possible: Exact,
    fullMarks: Exact,
    to: Exact,
    /** Where the bands begin, which figures are shown beside. */
    bounds: Schema.Array(Exact),
    /** What the share comes to, before adjustments. */
    converted: Schema.optionalKey(Exact),
    exact: Schema.optionalKey(Exact),
    decided: Schema.optionalKey(Exact),
    shown: Schema.optionalKey(Schema.String)
  },
  /** An item's score: of its panels, rounded, then adjusted; `factor` is its weight in the total. */
  CriterionScored: {
    criterion: Named,
    maximum: Exact,
    factor: Exact,
    /** The mean of the panels before rounding. */
    mean: Schema.optionalKey(Exact),
    score: Schema.optionalKey(Exact),
    missing: Schema.optionalKey(MissingPolicy)
  },
  /** A panel's score of an item. */
  PanelScored: {
    panel: Named,
    weight: Exact,
    scored: Schema.Int,
    counted: Schema.Int,
    score: Schema.optionalKey(Exact),
    missing: Schema.optionalKey(MissingPolicy)
  },
  /** A panel's own total. */
  PanelTotalled: {
    panel: Named,
    weight: Exact,
    scored: Schema.Int,
    counted: Schema.Int,
    score: Schema.optionalKey(Exact),
    missing: Schema.optionalKey(MissingPolicy)
  },
  /** One rater's mark of one item: `score` is what it is worth; nothing where nobody read it. */
  MarkGiven: { ...rater, criterion: Named, mark: Mark, score: Schema.optionalKey(Exact), fate: Fate },
  /** One rater's sheet, with its own total where the panel is made of those. */
  SheetGiven: { ...rater, total: Schema.optionalKey(Exact), fate: Fate },
  /** A bonus or a deduction: what the entries come to, what of it counts, and the figure before and after it. */
  AdjustmentApplied: {
    adjustment: Named,
    kind: Schema.Literals(["bonus", "deduction"]),
    given: Exact,
    counted: Exact,
    before: Exact,
    after: Exact
  },
  /** One entry of a bonus or a deduction. */
  AwardEntered: { adjustment: Id, item: Id, points: Exact },
  /** The band that the total lies in, with the one above it; no `level` below all bands, where `above` is the lowest of them. */
  BandReached: {
    total: Exact,
    level: Schema.optionalKey(Named),
    from: Schema.optionalKey(Exact),
    above: Schema.optionalKey(Schema.Struct({ level: Named, from: Exact }))
  },
  /** A quota in which the unit was a candidate: where it stood, where the cut was, and what became of it. */
  QuotaAsked: {
    kind: Schema.Literals(["cap", "floor"]),
    soft: Schema.Boolean,
    level: Named,
    group: Schema.optionalKey(Schema.String),
    /** The seats of a cap, or the units that a floor demands. */
    seats: Schema.Int,
    candidates: Schema.Int,
    kept: Schema.Int,
    place: Schema.Int,
    own: QuotaPosition,
    /** The last candidate that keeps its level, and the first that falls. */
    lastKept: Schema.optionalKey(QuotaPosition),
    firstOut: Schema.optionalKey(QuotaPosition),
    /** Where the units stand whose tie is left open. */
    leftOpen: Schema.optionalKey(QuotaPosition),
    /** How many are tied across the cut. */
    tied: Schema.Int,
    byLot: Schema.Boolean,
    fate: Schema.Literals(["kept", "fell", "open"]),
    /** The level before and after; no `to` where it is left open. */
    from: Named,
    to: Schema.optionalKey(Named)
  }
})
export type ExplanationStep = typeof ExplanationStep.Type
