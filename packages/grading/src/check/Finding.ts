import { CalendarDate, Exact, Fact, Id, Named, Path, Text, Unit } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { Award } from "../Adjustment.ts"
import { Expectation } from "../BookExample.ts"
import { Sheet } from "../Sheet.ts"

const quota = { kind: Schema.Literals(["cap", "floor"]), level: Named }

/**
 * What proof-reading can find in a book that is well formed (审读发现).
 *
 * **Details**
 *
 * `docs/findings.md` says of each what it means and what to do.
 */
export const FindingProblem = Schema.TaggedUnion({
  /** Some totals lie below the lowest band. */
  BandGap: { lowest: Exact },
  /** No unit can have a total as high as a band. */
  BandOutOfReach: { level: Named, from: Exact, most: Exact },
  /** Every unit has a total above a band. */
  BandBelowAll: { level: Named, least: Exact, above: Named },
  /** No rounded total lies in a band. */
  BandSkipped: { level: Named, from: Exact, next: Exact, digits: Schema.Int },
  /** A level of the ladder that nothing gives. */
  LevelNeverGiven: { level: Named },
  /** Every mark on a criterion is worth the same. */
  CriterionConstant: { criterion: Named, score: Exact },
  /** A criterion that applies to no type of unit. */
  CriterionNeverApplies: { criterion: Named },
  /** A panel that may make sheets void, but never can. */
  VoidsIdle: { panel: Named },
  /** A panel that is said to trim, and never does. */
  TrimsNothing: { panel: Named },
  /** An adjustment whose cap lets nothing count. */
  AdjustmentCapped: { adjustment: Named },
  /** Weights that are written as shares or percentages and do not total 1 or 100. */
  WeightsDoNotTotal: {
    of: Schema.Literals(["panels", "groups"]),
    total: Exact,
    whole: Exact,
    first: Named,
    written: Exact,
    counts: Exact
  },
  GateNeverFires: { gate: Named },
  GateAlwaysFires: { gate: Named },
  /** A gate that lowers nobody whom it holds for. */
  GateIdle: { gate: Named },
  /** Wherever a gate holds, another one does at least as much. */
  GateShadowed: { gate: Named, by: Named },
  /** No unit can meet all rules of eligibility. */
  NobodyEligible: { rules: Schema.NonEmptyArray(Named) },
  /** Every unit meets a rule of eligibility. */
  EligibilityIdle: { rule: Named },
  RecognitionNeverApplies: { recognition: Named },
  /** Gates lower every unit that a recognition applies to, or hold it up. */
  RecognitionNeverKept: { recognition: Named, level: Named },
  /** A cap without seats, or a floor that takes everybody. */
  QuotaLeavesNobody: quota,
  /** A cap with a seat for everybody, or a floor that demands nobody. */
  QuotaIdle: quota,
  /** Whenever a quota is met, another one is. */
  QuotaShadowed: { ...quota, by: Schema.Struct(quota) },
  /** A floor sends more units to a level than its cap has seats for. */
  FloorOverfillsCap: { level: Named, units: Schema.Int, floor: Schema.Int, cap: Schema.Int },
  /** Units that are tied across the cut of a quota stay undetermined. */
  TiesLeftOpen: quota,
  /** Lots are drawn between tied units, and stay undetermined without a seed. */
  LotsNeedSeed: quota,
  /** All units that are tied across the cut keep their level, so a quota is missed. */
  TiesExceedQuota: quota,
  /** Totals are rounded to be shown, but the exact ones decide. */
  RoundingOnlyShows: { digits: Schema.Int },
  /** A unit can gain by not being scored on a criterion, or by a panel. */
  GainsByMissing: { missing: Named, with: Exact, without: Exact },
  /** A unit that nobody scored has a level. */
  UnscoredIsGraded: { level: Named },
  /** A worked example of the book comes out otherwise. */
  ExampleDisagrees: { example: Text, unit: Schema.optionalKey(Id) },
  /** A question that is too large to be decided. */
  NotDecided: { rule: Named },
  /** The roster is too small for a cap to have a seat, or for a floor to leave anybody above. */
  QuotaTakesRoster: { ...quota, group: Schema.optionalKey(Schema.String), seats: Schema.Int, units: Schema.Int },
  /** A quota counts within types or parents that units of the roster do not have. */
  GroupUnstated: { ...quota, within: Schema.Literals(["unit.type", "unit.parent"]), units: Schema.Int },
  /** No unit of the roster is of a type that a criterion applies to. */
  CriterionForNobody: { criterion: Named },
  /** No criterion applies to a unit of the roster. */
  NothingForUnit: { unit: Id, type: Schema.optionalKey(Id) }
})
export type FindingProblem = typeof FindingProblem.Type

/**
 * What shows a finding (例证): the inputs of a small round, and what grading them comes to.
 *
 * **Details**
 *
 * A finding that nobody can do a thing, such as reach a band, is shown by those who come nearest.
 */
export const Witness = Schema.Struct({
  units: Schema.Array(Unit),
  sheets: Schema.Array(Sheet),
  facts: Schema.Array(Fact),
  awards: Schema.Array(Award),
  asOf: Schema.optionalKey(CalendarDate),
  lotSeed: Schema.optionalKey(Schema.NonEmptyString),
  /** What grading the inputs comes to; nothing where it refuses them. */
  shows: Schema.Array(Expectation)
}).annotate({ identifier: "Witness" })
export interface Witness extends Schema.Schema.Type<typeof Witness> {}

/**
 * One thing that proof-reading found in a rule book: where, how grave, what, and what shows it.
 *
 * **Details**
 *
 * A `fault` should be mended before anybody is graded. A `notice` is a choice that a book may well make, whose consequence
 * its owner should know.
 */
export const Finding = Schema.Struct({
  path: Path,
  severity: Schema.Literals(["fault", "notice"]),
  problem: FindingProblem,
  witness: Witness
}).annotate({ identifier: "Finding" })
export interface Finding extends Schema.Schema.Type<typeof Finding> {}
