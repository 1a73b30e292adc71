import {
  CalendarDate,
  Condition,
  type ConditionProblem,
  decodeInput,
  Exact,
  FactDeclaration,
  type Fault,
  Id,
  type InputProblem,
  Ladder,
  Text
} from "@zhengyou/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { RulesInvalid } from "./errors.ts"
import { type RulesProblem, rulesFaults } from "./internal/rulesFaults.ts"

const listOf = <S extends Schema.Constraint>(item: S) =>
  Schema.Array(item).pipe(Schema.withDecodingDefaultTypeKey(Effect.succeed([])))

/** How many steps of the ladder one move may take; `any` sets no limit. */
const Steps = Schema.Union([
  Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 100 }, { expected: "a whole number from 1 to 100" })),
  Schema.Literal("any")
]).annotate({ expected: 'a whole number from 1 to 100, or "any"' })

const Months = Schema.Int.check(
  Schema.isBetween({ minimum: 1, maximum: 1200 }, { expected: "a whole number from 1 to 1200" })
)

/**
 * A condition of promotion (晋级条件): what must hold, for which levels, and when it is looked at.
 *
 * **Details**
 *
 * What is looked at on `application` is looked at again before every later step; what waits for the `decision` needs a second assessment.
 * `to` names the levels that it guards; all where it is left out.
 */
export const Requirement = Schema.Struct({
  id: Id,
  name: Text,
  to: Schema.optionalKey(Schema.NonEmptyArray(Id)),
  at: Schema.Literals(["application", "decision"]),
  require: Condition
}).annotate({ identifier: "Requirement" })
export interface Requirement extends Schema.Schema.Type<typeof Requirement> {}

/** A ground for demotion (降级情形): where it holds, a unit may be moved down. */
export const DemotionGround = Schema.Struct({ id: Id, name: Text, when: Condition }).annotate({
  identifier: "DemotionGround"
})
export interface DemotionGround extends Schema.Schema.Type<typeof DemotionGround> {}

/** How many of a level's units are to move up (晋级目标): a share, rounded up. */
export const Target = Schema.Struct({ level: Id, share: Exact }).annotate({ identifier: "Target" })
export interface Target extends Schema.Schema.Type<typeof Target> {}

/** What is done with the units of some levels (分类推进), such as 巩固先进、推动一般、整顿后进; `when` narrows it down. */
export const Task = Schema.Struct({
  id: Id,
  name: Text,
  levels: Schema.NonEmptyArray(Id),
  when: Schema.optionalKey(Condition)
}).annotate({ identifier: "Task" })
export interface Task extends Schema.Schema.Type<typeof Task> {}

const Shape = Schema.Struct({
  format: Schema.Literal("zhengyou/promotion-rules@1"),
  id: Id,
  version: Id,
  title: Text,
  ladder: Ladder,
  facts: listOf(FactDeclaration),
  /** The days of one cycle, both included: steps and moves are counted in it. */
  cycle: Schema.Struct({ from: CalendarDate, until: CalendarDate }),
  /** The days on which units may apply, both included; the whole cycle where it is left out. */
  window: Schema.optionalKey(Schema.Struct({ from: CalendarDate, until: CalendarDate })),
  promotion: Schema.Struct({
    maxSteps: Steps,
    movesPerCycle: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 100 })),
    /** So many months after a demotion nobody moves up (降级冻结期). */
    freezeMonths: Schema.optionalKey(Months),
    requirements: listOf(Requirement)
  }),
  /** Demotion is not possible where this is left out. */
  demotion: Schema.optionalKey(Schema.Struct({ maxSteps: Steps, grounds: Schema.NonEmptyArray(DemotionGround) })),
  targets: listOf(Target),
  tasks: listOf(Task)
})

/** Rules of promotion as their shape allows them, not yet known to be sound. */
export type PromotionRulesShape = typeof Shape.Type

/** Rules of promotion (晋位升级办法): everything that decides a move, as data whose parts are known to fit each other. */
export const PromotionRules = Shape.check(
  Schema.makeFilter((rules: PromotionRulesShape) => rulesFaults(rules).length === 0, {
    expected: "sound rules of promotion"
  })
)
  .pipe(Schema.brand("PromotionRules"))
  .annotate({ identifier: "PromotionRules" })
export type PromotionRules = typeof PromotionRules.Type

/**
 * Reads rules of promotion from plain data, such as parsed JSON.
 *
 * **Refusals**
 *
 * `RulesInvalid` with every fault and its path: first those of the shape; where the shape is right, those between the parts.
 *
 * @example
 * ```ts
 * import { parsePromotionRules } from "@zhengyou/promotion"
 * import { Result } from "effect"
 *
 * const rules = parsePromotionRules({
 *   format: "zhengyou/promotion-rules@1",
 *   id: "promotion-2012",
 *   version: "1",
 *   title: "晋位升级办法",
 *   ladder: [{ id: "A", name: "先进" }, { id: "B", name: "良好" }],
 *   facts: [{ id: "rate", name: "满意率", type: "number", maximum: 1 }],
 *   cycle: { from: "2012-01-01", until: "2012-12-31" },
 *   promotion: {
 *     maxSteps: 1,
 *     movesPerCycle: 1,
 *     requirements: [
 *       { id: "closed", name: "问题全部销号", at: "decision", require: { fact: "problems.open", op: "=", value: 0 } },
 *       { id: "rate", name: "满意率不低于 80%", at: "decision", require: { fact: "rate", op: ">=", value: "0.8" } }
 *     ]
 *   }
 * })
 * Result.isSuccess(rules) // => true
 * ```
 */
export const parsePromotionRules = (input: unknown): Result.Result<PromotionRules, RulesInvalid> =>
  decodeInput(Shape, input).pipe(
    Result.flatMap((rules) => {
      const faults: ReadonlyArray<Fault<InputProblem | ConditionProblem | RulesProblem>> = rulesFaults(rules)
      return faults.length > 0 ? Result.fail(faults) : Result.succeed(PromotionRules.make(rules))
    }),
    Result.mapError((faults) => new RulesInvalid({ faults }))
  )

/** The JSON Schema of rules of promotion (draft 2020-12), for editors and for other languages. */
export const promotionRulesJsonSchema = (): Schema.Json => {
  const { schema, definitions } = Schema.toJsonSchemaDocument(Schema.toEncoded(Shape))
  return JSON.parse(
    JSON.stringify({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "zhengyou promotion rules",
      ...schema,
      $defs: definitions
    })
  )
}
