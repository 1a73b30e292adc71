import { Exact, Named } from "@zhengyou/core"
import * as Schema from "effect/Schema"

/**
 * Krippendorff's alpha for interval data: 1 where raters always agree, 0 where they agree no more than by chance.
 *
 * **Details**
 *
 * Counts every unit that two raters or more have scored, whoever they are, so gaps do no harm. `units` and `scores` say
 * how many were counted. Can be below nought. Where it says nothing, the tag says why.
 */
export const Alpha = Schema.TaggedUnion({
  Measured: { value: Exact, units: Schema.Int, scores: Schema.Int },
  NotShared: {},
  OneUnit: {},
  NoVariation: {}
})
export type Alpha = typeof Alpha.Type

/**
 * The reliability of one rater's scores, and of the mean of as many raters as there were.
 *
 * **Details**
 *
 * `average` is there only where `single` is above nought: raters who do not tell the units apart do not do so on average
 * either, and the formula then gives figures without a meaning.
 */
export const Reliability = Schema.Struct({ single: Exact, average: Schema.optionalKey(Exact) }).annotate({
  identifier: "Reliability"
})
export interface Reliability extends Schema.Schema.Type<typeof Reliability> {}

/**
 * Intraclass correlations of a complete table, in which every rater has scored every unit (组内相关系数).
 *
 * **Details**
 *
 * `agreement` asks for equal scores: ICC(2,1) and ICC(2,k) of Shrout and Fleiss, ICC(A,1) and ICC(A,k) of McGraw and
 * Wong. `consistency` forgives raters who are lenient or severe throughout: ICC(3,1) and ICC(3,k), ICC(C,1) and
 * ICC(C,k). `meanSquares` of the two-way analysis of variance have `units - 1`, `raters - 1` and the product of both as
 * degrees of freedom. Where the coefficients say nothing, the tag says why.
 */
export const Intraclass = Schema.TaggedUnion({
  Measured: {
    units: Schema.Int,
    raters: Schema.Int,
    meanSquares: Schema.Struct({ units: Exact, raters: Exact, rest: Exact }),
    agreement: Reliability,
    consistency: Reliability
  },
  NotShared: {},
  OneUnit: {},
  Incomplete: {},
  UnitsAlike: {}
})
export type Intraclass = typeof Intraclass.Type

/** How far the raters of a panel agree: on each criterion, and on the totals of sheets that score all of them. */
export const PanelAgreement = Schema.Struct({
  panel: Named,
  total: Schema.Struct({ alpha: Alpha, intraclass: Intraclass }),
  criteria: Schema.Array(Schema.Struct({ criterion: Named, alpha: Alpha, intraclass: Intraclass }))
}).annotate({ identifier: "PanelAgreement" })
export interface PanelAgreement extends Schema.Schema.Type<typeof PanelAgreement> {}
