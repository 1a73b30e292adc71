import { CalendarDate, type Decider, type Id, type ReturnedCount, Tally } from "@zhengyou/core"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { SurveyInWrongPhase, type SurveyPhase, type TallyInvalid } from "./errors.ts"
import { Formula } from "./Formula.ts"
import { boxesOf } from "./internal/vetTally.ts"
import { measure } from "./measure.ts"
import { Questionnaire } from "./Questionnaire.ts"
import { Invited, type Satisfaction } from "./Satisfaction.ts"

/** What a round is designed as: before anybody votes it is settled how the ballots will be turned into figures. */
export const Design = Schema.Struct({
  questionnaire: Questionnaire,
  formula: Formula,
  invited: Schema.Array(Invited)
}).annotate({ identifier: "Design" })
export interface Design extends Schema.Schema.Type<typeof Design> {}

/** What happens in a survey round, from its design to the publication of its figures. */
export const SurveyEvent = Schema.TaggedUnion({
  SurveyDesigned: { design: Design },
  SurveyOpened: { on: CalendarDate },
  SurveyClosed: { on: CalendarDate },
  BallotsCounted: { on: CalendarDate, tally: Tally },
  FiguresPublished: { on: CalendarDate }
}).annotate({ identifier: "SurveyEvent" })
export type SurveyEvent = typeof SurveyEvent.Type

/** What a survey round can be told to do. */
export const SurveyCommand = Schema.TaggedUnion({
  DesignSurvey: { design: Design },
  OpenSurvey: {},
  CloseSurvey: {},
  CountBallots: { tally: Tally },
  PublishFigures: {}
}).annotate({ identifier: "SurveyCommand" })
export type SurveyCommand = typeof SurveyCommand.Type

/** What a survey round needs to know of the world. */
export interface SurveyContext {
  readonly today: CalendarDate
}

/** Where a survey round stands, and what is settled by then. */
export interface SurveyState {
  readonly phase: SurveyPhase
  readonly design?: Design
  readonly tally?: Tally
}

type Refusal = SurveyInWrongPhase | TallyInvalid
type Decision = Result.Result<ReadonlyArray<SurveyEvent>, Refusal>

const inPhase = (state: SurveyState, needed: SurveyPhase, then: () => Decision): Decision =>
  state.phase === needed ? then() : Result.fail(new SurveyInWrongPhase({ phase: state.phase, needed: [needed] }))

const happened = (event: SurveyEvent): Decision => Result.succeed([event])

/** Refused where the design could not measure such ballots; a base that was promised must be there once there are some. */
const measurable = ({ questionnaire, formula, invited }: Design, tally: Tally, event: SurveyEvent): Decision =>
  Result.flatMap(measure(questionnaire, formula, tally, invited), () => happened(event))

const decide = (state: SurveyState, command: SurveyCommand, { today }: SurveyContext): Decision => {
  switch (command._tag) {
    case "DesignSurvey":
      return inPhase(state, "none", () =>
        measurable(command.design, { returned: [], choices: [] }, { _tag: "SurveyDesigned", design: command.design })
      )
    case "OpenSurvey":
      return inPhase(state, "designed", () => happened({ _tag: "SurveyOpened", on: today }))
    case "CloseSurvey":
      return inPhase(state, "open", () => happened({ _tag: "SurveyClosed", on: today }))
    case "CountBallots":
      return inPhase(state, "closed", () =>
        state.design === undefined
          ? Result.succeed([])
          : measurable(state.design, command.tally, { _tag: "BallotsCounted", on: today, tally: command.tally })
      )
    case "PublishFigures":
      return inPhase(state, "counted", () => happened({ _tag: "FiguresPublished", on: today }))
  }
}

const evolve = (state: SurveyState, event: SurveyEvent): SurveyState => {
  switch (event._tag) {
    case "SurveyDesigned":
      return { phase: "designed", design: event.design }
    case "SurveyOpened":
      return { ...state, phase: "open" }
    case "SurveyClosed":
      return { ...state, phase: "closed" }
    case "BallotsCounted":
      return { ...state, phase: "counted", tally: event.tally }
    case "FiguresPublished":
      return { ...state, phase: "published" }
  }
}

/**
 * A survey round as a decider (测评轮次): designed, open, closed, counted, published.
 *
 * **Details**
 *
 * Questionnaire and formula are settled before the first ballot. While the round is open its state holds no counts, so that no figure can be had; for
 * the organiser's reminders there is {@link turnoutOf}.
 */
export const SurveyRound: Decider<SurveyState, SurveyCommand, SurveyEvent, Refusal, SurveyContext> = {
  initial: { phase: "none" },
  decide,
  evolve,
  stored: { schemaVersion: 1, event: Schema.toCodecJson(SurveyEvent) },
  command: SurveyCommand
}

/** How many ballots of a group have come in about all subjects, of how many issued or due. */
export interface Turnout {
  readonly group: Id
  readonly returned: number
  readonly issued: number | undefined
  readonly due: number | undefined
}

/** The turnout by group (各群体参评率), which says nothing of how anybody voted. */
export const turnoutOf = (
  { questionnaire, invited }: Design,
  returned: ReadonlyArray<ReturnedCount>
): ReadonlyArray<Turnout> => {
  const boxes = boxesOf(questionnaire)
  const of = (group: Id) => (cell: { readonly group: Id }) => boxes.get(cell.group)?.group.id === group
  const total = (counts: ReadonlyArray<number | undefined>): number | undefined => {
    const known = counts.filter((n) => n !== undefined)
    return known.length === 0 ? undefined : known.reduce((a, b) => a + b, 0)
  }
  return questionnaire.groups.map(({ id }) => ({
    group: id,
    returned: total(returned.filter(of(id)).map(({ ballots }) => ballots)) ?? 0,
    issued: total(invited.filter(of(id)).map(({ issued }) => issued)),
    due: total(invited.filter(of(id)).map(({ due }) => due))
  }))
}

/**
 * The figures of a round whose ballots are counted.
 *
 * **Refusals**
 *
 * `SurveyInWrongPhase` before the count.
 */
export const figuresOf = ({
  phase,
  design,
  tally
}: SurveyState): Result.Result<ReadonlyArray<Satisfaction>, Refusal> =>
  design === undefined || tally === undefined
    ? Result.fail(new SurveyInWrongPhase({ phase, needed: ["counted", "published"] }))
    : measure(design.questionnaire, design.formula, tally, design.invited)
