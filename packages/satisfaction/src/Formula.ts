import { compareExact, Exact, Id, Rounding, RoundingMode, Text, zero } from "@zhengyou/core"
import * as Schema from "effect/Schema"

const isNotNegative = Schema.makeFilter((x: Exact) => compareExact(x, zero) >= 0, {
  expected: "a number of at least 0"
})
const isPositive = Schema.makeFilter((x: Exact) => compareExact(x, zero) > 0, { expected: "a number above 0" })
/** A weight above nought; only the proportions of weights count. */
export const Weight = Exact.check(isPositive)
/** A share from 0 to 1. */
export const Share = Exact.check(
  Schema.makeFilter((x: Exact) => x.n >= 0n && x.n <= x.d, { expected: "a share from 0 to 1" })
)

/** Which ballots a rate is divided by: those with an opinion (有效票), returned (收回), issued (发出) or due (应参评). */
export const Base = Schema.Literals(["valid", "returned", "issued", "due"])
export type Base = typeof Base.Type

/**
 * Marks left out at both ends inside a group (去掉最高最低).
 *
 * **Details**
 *
 * At each end `share` of the answers, made whole by `mode`; only where there are more than `moreThan` answers.
 */
export const Trim = Schema.Struct({
  share: Exact.check(Schema.makeFilter((x: Exact) => x.n >= 0n && 2n * x.n < x.d, { expected: "a share below 1/2" })),
  mode: RoundingMode,
  moreThan: Schema.Natural
}).annotate({ identifier: "Trim" })
export interface Trim extends Schema.Schema.Type<typeof Trim> {}

/** A turnout that must be reached (达到), or with `exceeded` be exceeded (超过, as in 实到超过半数). */
export const TurnoutFloor = Schema.Struct({
  of: Schema.Literals(["issued", "due"]),
  atLeast: Share,
  exceeded: Schema.optionalKey(Schema.Boolean)
}).annotate({ identifier: "TurnoutFloor" })
export interface TurnoutFloor extends Schema.Schema.Type<typeof TurnoutFloor> {}

/** What must be reached before there is a figure (有效条件): a turnout of all or of a group, a number of ballots. */
export const Floor = Schema.Struct({
  turnout: Schema.optionalKey(TurnoutFloor),
  groups: Schema.optionalKey(Schema.Record(Id, TurnoutFloor)),
  ballots: Schema.optionalKey(Schema.Natural)
}).annotate({ identifier: "Floor" })
export interface Floor extends Schema.Schema.Type<typeof Floor> {}

/**
 * How answers become a rate (满意度公式), as data.
 *
 * **Details**
 *
 * Every rated choice has its points out of `fullMarks`; `"marks"` means that a choice's id is its points. "Don't know" has points of its own or is
 * `"excluded"`, from the base too. Ballots of the base that give no opinion have the points `unanswered`. Groups are `"pooled"`, or averaged each and
 * then weighted. Roundings are of per cents, each at its named step.
 */
export const Formula = Schema.Struct({
  id: Id,
  name: Text,
  source: Schema.optionalKey(Schema.String),
  points: Schema.Union([Schema.Literal("marks"), Schema.Record(Id, Exact.check(isNotNegative))]),
  fullMarks: Weight,
  base: Base,
  neutral: Schema.Union([Schema.Literal("excluded"), Exact.check(isNotNegative)]),
  unanswered: Exact.check(isNotNegative),
  trim: Schema.optionalKey(Trim),
  groups: Schema.Union([Schema.Literal("pooled"), Schema.Record(Id, Weight)]),
  missingGroup: Schema.Literals(["renormalise", "block"]),
  questions: Schema.optionalKey(Schema.Record(Id, Weight)),
  rounding: Schema.Struct({
    group: Schema.optionalKey(Rounding),
    question: Schema.optionalKey(Rounding),
    total: Schema.optionalKey(Rounding)
  }),
  floor: Schema.optionalKey(Floor),
  overReturned: Schema.Literals(["void", "count"])
}).annotate({ identifier: "Formula" })
export interface Formula extends Schema.Schema.Type<typeof Formula> {}
