import { Exact, Id, Text } from "@zhengyou/core"
import * as Schema from "effect/Schema"

const Bounds = Schema.Struct({ low: Schema.Finite, high: Schema.Finite })
const Told = Schema.Struct({ key: Schema.String, text: Schema.Struct({ "zh-CN": Schema.String, en: Schema.String }) })
const Score = Schema.Struct({ score: Exact, least: Exact, greatest: Exact, dependsOnSampling: Schema.Boolean })
const row = { id: Id, name: Text }

/** What became of one unit in a survey, told apart by `outcome`: a withheld one has no figure of any kind. */
export const SurveyRowResult = Schema.Union([
  Schema.Struct({
    ...row,
    outcome: Schema.Literal("figure"),
    rate: Exact,
    shown: Schema.String,
    returned: Schema.Int,
    interval: Schema.optionalKey(Bounds),
    previous: Schema.optionalKey(Exact),
    change: Schema.optionalKey(Schema.Struct({ points: Exact, interval: Bounds, p: Schema.Finite, verdict: Told })),
    /** Why there is no interval or no change, where there should be one. */
    remark: Schema.optionalKey(Told),
    choices: Schema.Array(Schema.Struct({ question: Id, choice: Id, ballots: Schema.Int })),
    /** The ballots of each group; absent where they are withheld. */
    groups: Schema.Array(Schema.Struct({ group: Id, ballots: Schema.optionalKey(Schema.Int) })),
    places: Schema.optionalKey(Schema.Struct({ best: Schema.Int, worst: Schema.Int })),
    score: Schema.optionalKey(Score),
    gates: Schema.Array(Schema.Struct({ gate: Id, passed: Schema.Boolean, dependsOnSampling: Schema.Boolean }))
  }),
  Schema.Struct({ ...row, outcome: Schema.Literal("withheld") }),
  Schema.Struct({ ...row, outcome: Schema.Literal("no-figure"), reason: Told })
]).annotate({ identifier: "SurveyRowResult" })
export type SurveyRowResult = typeof SurveyRowResult.Type

/**
 * What a survey came to as other programs read it: `zhengyou/survey-result@1`.
 *
 * **Details**
 *
 * Rates, points and scores are exact numbers as texts; intervals are floating-point numbers, of shares of 1 and of points.
 */
export const SurveyResult = Schema.Struct({
  format: Schema.Literal("zhengyou/survey-result@1"),
  title: Text,
  formula: Schema.Struct({ id: Id, name: Text, base: Schema.String }),
  level: Exact,
  overall: SurveyRowResult,
  units: Schema.Array(SurveyRowResult),
  leaders: Schema.Array(Schema.Struct({ id: Id, name: Text, score: Schema.optionalKey(Score) }))
}).annotate({ identifier: "SurveyResult" })
export interface SurveyResult extends Schema.Schema.Type<typeof SurveyResult> {}
