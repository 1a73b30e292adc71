import * as Schema from "effect/Schema"
import { Id } from "./Ladder.ts"

/**
 * A group of voters (群体), with the subjects that it may rate: all of them where none are named.
 */
export const VoterGroup = Schema.Struct({ id: Id, subjects: Schema.optionalKey(Schema.NonEmptyArray(Id)) }).annotate({
  identifier: "VoterGroup"
})
export interface VoterGroup extends Schema.Schema.Type<typeof VoterGroup> {}

/**
 * A poll (测评): who may be rated, by which groups, in which questions, with which choices.
 *
 * **Details**
 *
 * "Don't know" (不了解) is a choice like any other; a question that a ballot leaves out is blank (弃权).
 */
export const Poll = Schema.Struct({
  id: Id,
  subjects: Schema.NonEmptyArray(Id),
  groups: Schema.NonEmptyArray(VoterGroup),
  questions: Schema.NonEmptyArray(Schema.Struct({ id: Id, choices: Schema.NonEmptyArray(Id) }))
}).annotate({ identifier: "Poll" })
export interface Poll extends Schema.Schema.Type<typeof Poll> {}

/** What a voter says of one subject (票): a choice for each question answered, and nothing about the voter. */
export const Ballot = Schema.Struct({ subject: Id, answers: Schema.Record(Id, Id) }).annotate({ identifier: "Ballot" })
export interface Ballot extends Schema.Schema.Type<typeof Ballot> {}
