import { Exact, Id, Named, Term } from "@zhengyou/core"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { listOf, Words } from "./internal/words.ts"

/** Who can pledge: a branch (党支部), a unit or window (单位、窗口), a member (党员). */
export const PledgerKind = Schema.Literals(["branch", "unit", "member"])
export type PledgerKind = typeof PledgerKind.Type

/** Who pledges (承诺人): for a member, `unit` is the branch that counts the pledge; for others it is they themselves. */
export const Pledger = Schema.Struct({ kind: PledgerKind, ...Named.fields, unit: Id })
  .check(
    Schema.makeFilter(({ kind, id, unit }) => kind === "member" || id === unit, {
      expected: "a branch or unit that counts its own pledges"
    })
  )
  .annotate({ identifier: "Pledger" })
export interface Pledger extends Schema.Schema.Type<typeof Pledger> {}

/** What a pledge answers to (依据): a need, a problem on record, or what somebody said in a consultation. */
export const Basis = Schema.Struct({ kind: Schema.Literals(["need", "problem", "feedback"]), id: Id }).annotate({
  identifier: "Basis"
})
export interface Basis extends Schema.Schema.Type<typeof Basis> {}

/** Where an indicator stands before the pledge, and where that figure is found (基数及来源). */
export const Baseline = Schema.Struct({ value: Exact, source: Schema.optionalKey(Words) }).annotate({
  identifier: "Baseline"
})
export interface Baseline extends Schema.Schema.Type<typeof Baseline> {}

/** Which way an indicator is to move: up, down, or to stay where it is. */
export const Direction = Schema.Literals(["raise", "lower", "hold"])
export type Direction = typeof Direction.Type

/** The measurable target of a pledge (量化目标): what is counted, in what, from where, to where. */
export const Target = Schema.Struct({
  indicator: Words,
  unit: Words,
  direction: Direction,
  baseline: Schema.optionalKey(Baseline),
  value: Schema.optionalKey(Exact)
}).annotate({ identifier: "Target" })
export interface Target extends Schema.Schema.Type<typeof Target> {}

/**
 * How a pledge becomes known: published; told at a meeting only, as for the old and infirm; or published by the
 * organisation that has received a member who is away (流动党员).
 */
export const Visibility = Schema.TaggedUnion({
  Public: {},
  OralOnly: { why: Words },
  ByReceivingOrganisation: { organisation: Named }
}).annotate({ identifier: "Visibility", expected: "Public, OralOnly with why, or ByReceivingOrganisation" })
export type Visibility = typeof Visibility.Type

/**
 * A public pledge (公开承诺) as it is written down.
 *
 * **Details**
 *
 * What a draft may lack is optional here: that it lacks something is for the review to say, by the policy. `urgentPosts`
 * are the urgent, difficult, dangerous and heavy tasks (急难险重) that a member takes on.
 */
export const Pledge = Schema.Struct({
  id: Id,
  pledger: Pledger,
  category: Schema.optionalKey(Id),
  content: Words,
  measures: listOf(Words),
  target: Schema.optionalKey(Target),
  verification: Schema.optionalKey(Words),
  term: Schema.optionalKey(Term),
  owner: Schema.optionalKey(Id),
  basis: listOf(Basis),
  urgentPosts: listOf(Words),
  visibility: Visibility.pipe(Schema.withDecodingDefaultTypeKey(Effect.succeed({ _tag: "Public" as const })))
}).annotate({ identifier: "Pledge" })
export interface Pledge extends Schema.Schema.Type<typeof Pledge> {}
