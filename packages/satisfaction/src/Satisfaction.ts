import { type Exact, Id } from "@zhengyou/core"
import * as Schema from "effect/Schema"

/** How many ballots a group was given about a subject (发出票数), and how many people it should have rated it (应参评人数). */
export const Invited = Schema.Struct({
  subject: Id,
  group: Id,
  issued: Schema.optionalKey(Schema.Natural),
  due: Schema.optionalKey(Schema.Natural)
}).annotate({ identifier: "Invited" })
export interface Invited extends Schema.Schema.Type<typeof Invited> {}

/** Answers of one worth: so many ballots, each this share of full marks. */
export interface Worth {
  readonly share: Exact
  readonly ballots: number
}

/** What one group says of a subject in one question: the counts, the base and what they come to. */
export interface GroupFigure {
  readonly group: Id
  readonly question: Id
  readonly counts: ReadonlyArray<{ readonly choice: Id; readonly ballots: number }>
  /** Ballots that leave the question out. */
  readonly blank: number
  readonly returned: number
  /** Ballots with an opinion. */
  readonly valid: number
  /** What the rate is divided by, after trimming. */
  readonly base: number
  /** Answers that trimming left out at each end. */
  readonly trimmed: number
  /** The answers of the base by what they are worth, trimmed ones left out. */
  readonly worths: ReadonlyArray<Worth>
  readonly rate: Exact
}

/** Why a subject has no figure. */
export const Unmeasured = Schema.TaggedUnion({
  NothingReturned: { subject: Id },
  NoBase: { subject: Id, group: Id, question: Id },
  OverReturned: { subject: Id, group: Id, returned: Schema.Natural, issued: Schema.Natural },
  BelowTurnout: { subject: Id, returned: Schema.Natural, of: Schema.Natural, group: Schema.optionalKey(Id) },
  TooFewBallots: { subject: Id, returned: Schema.Natural, needed: Schema.Natural },
  GroupMissing: { subject: Id, group: Id }
})
export type Unmeasured = typeof Unmeasured.Type

/** A subject's satisfaction rate (满意度), with everything that it rests on. */
export interface Measured {
  readonly _tag: "Measured"
  readonly subject: Id
  readonly formula: Id
  readonly rate: Exact
  /** Equal for figures that may be compared: computed from scales, formula, base and frame. */
  readonly comparabilityKey: string
  readonly figures: ReadonlyArray<GroupFigure>
  /** The share of each question and group in the rate, in the order of `figures`; they sum to 1. */
  readonly weights: ReadonlyArray<Exact>
  readonly returned: number
  readonly issued: number | undefined
  readonly due: number | undefined
}

/** A subject's figure, or why there is none. */
export type Satisfaction =
  | Measured
  | { readonly _tag: "NotMeasured"; readonly subject: Id; readonly reason: Unmeasured }
