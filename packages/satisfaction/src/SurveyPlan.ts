import {
  compareExact,
  decodeInput,
  Exact,
  exactUnsafe,
  type Fault,
  Id,
  type InputProblem,
  one,
  Text,
  zero
} from "@zhengyou/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { TallyInvalid, type TallyProblem } from "./errors.ts"
import { Formula } from "./Formula.ts"
import { RateGate } from "./gate.ts"
import { formulaFaults } from "./internal/vetTally.ts"
import { Link } from "./link.ts"
import { formulasFor } from "./presets.ts"
import { Questionnaire } from "./Questionnaire.ts"
import { RankLink } from "./rankLink.ts"
import { Invited } from "./Satisfaction.ts"
import { scalePresets } from "./scalePresets.ts"

const Confidence = Exact.check(
  Schema.makeFilter((x: Exact) => compareExact(x, zero) > 0 && compareExact(x, one) < 0, {
    expected: "a level of confidence between 0 and 1"
  })
)

/** A leader, and the units headed for how many months of the year each. */
export const Leader = Schema.Struct({
  id: Id,
  name: Text,
  posts: Schema.NonEmptyArray(
    Schema.Struct({ unit: Id, months: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 12 })) })
  )
}).annotate({ identifier: "Leader" })
export interface Leader extends Schema.Schema.Type<typeof Leader> {}

/**
 * A survey as one file (测评方案): the questionnaire, the formula or the id of a preset, what hangs on the rates, and what is published.
 *
 * **Details**
 *
 * `formula` is a formula, or the id of one of the presets. Counts of fewer than `minimum` ballots are not published, 5 unless stated; `level` is
 * the level of confidence, 0.95 unless stated.
 */
export const SurveyPlan = Schema.Struct({
  format: Schema.Literal("zhengyou/survey@1"),
  title: Text,
  questionnaire: Questionnaire,
  formula: Schema.Union([Id, Formula]),
  invited: Schema.Array(Invited).pipe(Schema.withDecodingDefaultTypeKey(Effect.succeed([]))),
  level: Confidence.pipe(Schema.withDecodingDefaultTypeKey(Effect.succeed(exactUnsafe("0.95")))),
  minimum: Schema.Natural.pipe(Schema.withDecodingDefaultTypeKey(Effect.succeed(5))),
  link: Schema.optionalKey(Schema.Union([Link, RankLink])),
  gates: Schema.Array(RateGate).pipe(Schema.withDecodingDefaultTypeKey(Effect.succeed([]))),
  leaders: Schema.Array(Leader).pipe(Schema.withDecodingDefaultTypeKey(Effect.succeed([])))
}).annotate({ identifier: "SurveyPlan" })
export interface SurveyPlan extends Schema.Schema.Type<typeof SurveyPlan> {}

/** All formulas that have an id of their own. */
const presets = (): ReadonlyArray<Formula> => [
  ...new Map(scalePresets.flatMap(formulasFor).map((formula) => [formula.id, formula])).values()
]

/** The formula of a plan, where it is one or the id of a preset. */
export const formulaOf = ({ formula }: Pick<SurveyPlan, "formula">): Result.Result<Formula, TallyInvalid> => {
  if (typeof formula !== "string") return Result.succeed(formula)
  const known = presets()
  const found = known.find(({ id }) => id === formula)
  if (found !== undefined) return Result.succeed(found)
  const problem = { _tag: "UnknownFormula" as const, formula, known: known.map(({ id }) => id) }
  return Result.fail(new TallyInvalid({ faults: [{ path: ["formula"], problem }] }))
}

const planFaults = (plan: SurveyPlan): ReadonlyArray<Fault<TallyProblem | InputProblem>> => {
  const { questionnaire, leaders, gates } = plan
  const formula = formulaOf(plan)
  const units = new Set(questionnaire.subjects)
  const twice = (list: ReadonlyArray<{ readonly id: Id }>, name: string): ReadonlyArray<Fault<TallyProblem>> =>
    list.flatMap(({ id }, i) =>
      list.findIndex((other) => other.id === id) === i
        ? []
        : [{ path: [name, i, "id"], problem: { _tag: "DuplicateId" as const, id } }]
    )
  return [
    ...(Result.isFailure(formula) ? formula.failure.faults : formulaFaults(questionnaire, formula.success)),
    ...twice(leaders, "leaders"),
    ...twice(gates, "gates"),
    ...leaders.flatMap(({ posts }, i) =>
      posts.flatMap(({ unit }, k) =>
        units.has(unit)
          ? []
          : [{ path: ["leaders", i, "posts", k, "unit"], problem: { _tag: "UnknownSubject" as const, subject: unit } }]
      )
    )
  ]
}

/**
 * Reads the plan of a survey from plain data, such as parsed JSON.
 *
 * **Refusals**
 *
 * `TallyInvalid` with every fault and its path: first those of the shape, then those between the parts, such as a choice without points.
 *
 * @example
 * ```ts
 * import { parseSurveyPlan } from "@zhengyou/satisfaction"
 * import { Result } from "effect"
 *
 * Result.isFailure(parseSurveyPlan({ format: "zhengyou/survey@1" })) // => true
 * ```
 */
export const parseSurveyPlan = (input: unknown): Result.Result<SurveyPlan, TallyInvalid> =>
  decodeInput(SurveyPlan, input).pipe(
    Result.flatMap((plan) => {
      const faults = planFaults(plan)
      return faults.length > 0 ? Result.fail(faults) : Result.succeed(plan)
    }),
    Result.mapError((faults) => new TallyInvalid({ faults }))
  )
