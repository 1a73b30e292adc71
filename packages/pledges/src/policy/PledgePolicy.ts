import {
  CalendarDate,
  Condition,
  type ConditionProblem,
  decodeInput,
  FactDeclaration,
  type Fault,
  Id,
  type InputProblem,
  Named,
  Text
} from "@zhengyou/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { EvaluationRules } from "../evaluation/EvaluationRules.ts"
import { listOf } from "../internal/words.ts"
import { PledgerKind } from "../Pledge.ts"
import { defaultWording } from "../text/defaultWording.ts"
import { CopyRules, defaultCopyRules } from "../text/findCopies.ts"
import { Wording } from "../text/Wording.ts"
import { CheckName, Principle, RequiredField, Severity } from "./checks.ts"
import { defaultPrinciples } from "./defaultPrinciples.ts"
import { PolicyInvalid } from "./errors.ts"
import { policyFaults } from "./internal/policyFaults.ts"
import type { PolicyProblem } from "./PolicyProblem.ts"

const between = (minimum: number, maximum: number) =>
  Schema.Int.check(Schema.isBetween({ minimum, maximum }, { expected: `a whole number from ${minimum} to ${maximum}` }))

/** What one kind of pledger has to keep to: the categories, what a pledge must name, and how many and how long. */
export const KindRules = Schema.Struct({
  categories: Schema.NonEmptyArray(Named),
  required: listOf(Schema.Struct({ field: RequiredField, principle: Principle, severity: Severity })),
  perPledger: between(1, 1000),
  perOwner: between(1, 1000),
  /** In characters, as people count them: spaces and line ends are left out. */
  content: Schema.Struct({ minimum: between(1, 20_000), maximum: between(1, 20_000) }),
  measure: Schema.Struct({ maximum: between(1, 20_000) })
}).annotate({ identifier: "KindRules" })
export interface KindRules extends Schema.Schema.Type<typeof KindRules> {}

const Checks = listOf(Schema.Struct({ check: CheckName, severity: Severity }))

const Principles = Schema.Struct({ advanced: Checks, targeted: Checks, feasible: Checks, effective: Checks })

/** A rule of the host's own: a condition over facts that a good pledge fulfils, and what to write where it does not. */
export const HostRule = Schema.Struct({
  id: Id,
  name: Text,
  principle: Principle,
  severity: Severity,
  kinds: Schema.optionalKey(Schema.NonEmptyArray(PledgerKind)),
  require: Condition,
  suggestion: Text
}).annotate({ identifier: "HostRule" })
export interface HostRule extends Schema.Schema.Type<typeof HostRule> {}

const Shape = Schema.Struct({
  format: Schema.Literal("zhengyou/pledge-policy@1"),
  id: Id,
  version: Id,
  title: Text,
  /** The days of the cycle, both included, and the last day on which a pledge is published in time. */
  cycle: Schema.Struct({ from: CalendarDate, until: CalendarDate, publishBy: CalendarDate }),
  kinds: Schema.Struct({ branch: KindRules, unit: KindRules, member: KindRules }),
  /** The checks of each principle, all of them where they are left out; a check that is filed nowhere is not made. */
  principles: Principles.pipe(Schema.withDecodingDefaultTypeKey(Effect.succeed(defaultPrinciples))),
  copies: CopyRules.pipe(Schema.withDecodingDefaultTypeKey(Effect.succeed(defaultCopyRules))),
  /** The words that the checks of texts look for; the library's own where it is left out. */
  vocabulary: Wording.pipe(Schema.withDecodingDefaultTypeKey(Effect.succeed(defaultWording))),
  facts: listOf(FactDeclaration),
  rules: listOf(HostRule),
  evaluation: EvaluationRules
})

/** A policy as its shape allows it, not yet known to be sound. */
export type PolicyShape = typeof Shape.Type

/** How pledges are reviewed, published and evaluated in one cycle (承诺工作办法), as data whose parts are known to fit. */
export const PledgePolicy = Shape.check(
  Schema.makeFilter((policy: PolicyShape) => policyFaults(policy).length === 0, { expected: "a sound pledge policy" })
)
  .pipe(Schema.brand("PledgePolicy"))
  .annotate({ identifier: "PledgePolicy" })
export type PledgePolicy = typeof PledgePolicy.Type

/**
 * Reads a policy from plain data, such as parsed JSON.
 *
 * **Refusals**
 *
 * `PolicyInvalid` with every fault and its path: first those of the shape; where the shape is right, those between the parts.
 */
export const parsePledgePolicy = (input: unknown): Result.Result<PledgePolicy, PolicyInvalid> =>
  decodeInput(Shape, input).pipe(
    Result.flatMap((policy) => {
      const faults: ReadonlyArray<Fault<InputProblem | ConditionProblem | PolicyProblem>> = policyFaults(policy)
      return faults.length > 0 ? Result.fail(faults) : Result.succeed(PledgePolicy.make(policy))
    }),
    Result.mapError((faults) => new PolicyInvalid({ faults }))
  )

/** The JSON Schema of a policy (draft 2020-12), for editors and for other languages. */
export const pledgePolicyJsonSchema = (): Schema.Json => {
  const { schema, definitions } = Schema.toJsonSchemaDocument(Schema.toEncoded(Shape))
  return JSON.parse(
    JSON.stringify({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "zhengyou pledge policy",
      ...schema,
      $defs: definitions
    })
  )
}
