import { Id, type Poll, Text } from "@zhengyou/core"
import * as Arr from "effect/Array"
import * as Schema from "effect/Schema"

/** What a choice says: an opinion, "don't know" (不了解), no opinion given (弃权), or nothing that counts (废票). */
export const ChoiceKind = Schema.Literals(["rated", "neutral", "abstained", "invalid"])
export type ChoiceKind = typeof ChoiceKind.Type

/** One choice of a scale (选项), such as 基本满意. */
export const Choice = Schema.Struct({ id: Id, name: Text, kind: ChoiceKind }).annotate({ identifier: "Choice" })
export interface Choice extends Schema.Schema.Type<typeof Choice> {}

/** The choices that a question offers, the best first (量表). */
export const Scale = Schema.Struct({ id: Id, choices: Schema.NonEmptyArray(Choice) }).annotate({ identifier: "Scale" })
export interface Scale extends Schema.Schema.Type<typeof Scale> {}

/** A question, or one aspect of a rating (评议项目), with the scale that it is answered on. */
export const Question = Schema.Struct({ id: Id, name: Text, scale: Id }).annotate({ identifier: "Question" })
export interface Question extends Schema.Schema.Type<typeof Question> {}

/**
 * A group of respondents (测评群体), with the units that it may rate: all of them where none are named.
 *
 * **Details**
 *
 * A ballot says nothing about its voter, so a unit's own people are told apart by the box: each of `parts` is a box of ballots of the people of one
 * unit, and what it says of that unit is left out (本单位回避).
 */
export const RespondentGroup = Schema.Struct({
  id: Id,
  name: Text,
  subjects: Schema.optionalKey(Schema.NonEmptyArray(Id)),
  parts: Schema.optionalKey(Schema.NonEmptyArray(Schema.Struct({ id: Id, unit: Id })))
}).annotate({ identifier: "RespondentGroup" })
export interface RespondentGroup extends Schema.Schema.Type<typeof RespondentGroup> {}

/**
 * A questionnaire (测评表): who is rated, by whom, on which questions and scales.
 *
 * **Details**
 *
 * `frame` names the people who were asked, such as `staff-and-students`: figures of different frames are not compared. Free text is no part of it:
 * remarks are kept apart from the ballots, where they cannot tell who voted how.
 */
export const Questionnaire = Schema.Struct({
  id: Id,
  frame: Id,
  subjects: Schema.NonEmptyArray(Id),
  scales: Schema.NonEmptyArray(Scale),
  questions: Schema.NonEmptyArray(Question),
  groups: Schema.NonEmptyArray(RespondentGroup)
}).annotate({ identifier: "Questionnaire" })
export interface Questionnaire extends Schema.Schema.Type<typeof Questionnaire> {}

/**
 * A scale of direct marks (直接打分), every whole mark a choice, with the mark that means "don't know", if any.
 *
 * @example
 * ```ts
 * import { marksScale } from "@zhengyou/satisfaction"
 *
 * marksScale("marks", 50, 99, 50).choices.length // => 50
 * ```
 */
export const marksScale = (id: Id, from: number, to: number, neutral?: number): Scale => {
  const choice = (mark: number): Choice => ({
    id: String(mark),
    name: String(mark),
    kind: mark === neutral ? "neutral" : "rated"
  })
  const rest = Array.from({ length: Math.max(0, to - from) }, (_, i) => choice(to - 1 - i))
  return { id, choices: [choice(to), ...rest] }
}

/** The poll that a ballot box needs to take the ballots of a questionnaire. */
export const pollOf = (questionnaire: Questionnaire): Poll => {
  const { id, subjects, groups, questions, scales } = questionnaire
  const box = (group: RespondentGroup, boxId: Id) =>
    group.subjects === undefined ? { id: boxId } : { id: boxId, subjects: group.subjects }
  const boxes = Arr.flatMap(groups, (group) => [
    box(group, group.id),
    ...(group.parts ?? []).map((part) => box(group, part.id))
  ])
  const choicesOf = (question: Question) =>
    scales.find(({ id }) => id === question.scale)?.choices.map(({ id }) => id) ?? []
  return {
    id,
    subjects,
    groups: boxes,
    // A question whose scale is not there has no choices: the ballot box refuses such a poll, with its place.
    questions: questions.map((q) => ({ id: q.id, choices: choicesOf(q) })) as unknown as Poll["questions"]
  }
}
