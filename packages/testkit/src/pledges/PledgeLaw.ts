import type { CalendarDate, Exact, Fact, Suspension, Term, WorkCalendar } from "@zhengyou/core"
import type {
  Contribution,
  EvaluationPart,
  Fulfilment,
  PartScores,
  Pledge,
  PledgeCommand,
  PledgePolicy
} from "@zhengyou/pledges"
import type { Law, LawSetting } from "../Law.ts"
import type { PledgeEngine } from "./PledgeEngine.ts"

/** What is known of the world around a pledge: the calendar, from which day on its notices are known, and the facts of its pledger. */
export interface PledgeWorld {
  readonly calendar: WorkCalendar
  readonly announced: CalendarDate
  readonly facts: ReadonlyArray<Fact>
}

/** A command of a pledge, and the day on which it is told. */
export interface PledgeStep {
  readonly command: PledgeCommand
  readonly today: CalendarDate
}

/** Everything that one pledge is told, of which some is refused. */
export interface PledgeHistory {
  readonly world: PledgeWorld
  readonly told: ReadonlyArray<PledgeStep>
  /** One command of each kind that it could be told next. */
  readonly next: ReadonlyArray<PledgeCommand>
  /** A day on which it is asked whether it is overdue. */
  readonly asked: CalendarDate
}

/** What a law of pledges is held against. */
export type PledgeLawCase =
  | ({ readonly _tag: "History" } & PledgeHistory)
  | {
      readonly _tag: "Draft"
      readonly world: PledgeWorld
      readonly pledge: Pledge
      /** The same pledge of somebody else, where the law compares the two. */
      readonly twin?: Pledge
    }
  | { readonly _tag: "Scores"; readonly scores: PartScores; readonly without: EvaluationPart }
  | {
      readonly _tag: "Parts"
      readonly parts: ReadonlyArray<Contribution>
      readonly varied: ReadonlyArray<Contribution>
      /** By how much the first weight is raised, where the law raises it. */
      readonly raised?: Exact
    }
  | { readonly _tag: "Kept"; readonly fulfilments: ReadonlyArray<Fulfilment> }
  | {
      readonly _tag: "Time"
      readonly calendar: WorkCalendar
      readonly from: CalendarDate
      readonly term: Term
      readonly suspensions: ReadonlyArray<Suspension>
    }

/** A case of one kind. */
export type PledgeCaseOf<Tag extends PledgeLawCase["_tag"]> = Extract<PledgeLawCase, { readonly _tag: Tag }>

/** What laws of pledges are held against: a policy, an engine, and whether the library can write a pledge that the policy finds sound. */
export interface PledgeSetting extends LawSetting<PledgeLawCase> {
  readonly policy: PledgePolicy
  readonly engine: PledgeEngine
  readonly isWritable: boolean
}

/** A law of pledges. */
export type PledgeLaw = Law<PledgeSetting, PledgeLawCase>
