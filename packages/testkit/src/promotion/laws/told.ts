import type { Decider } from "@zhengyou/core"
import type {
  CaseEvent,
  CaseState,
  Ledger,
  LedgerEvent,
  LevelRegisterState,
  RegisterCommand,
  RegisterEvent
} from "@zhengyou/promotion"
import * as Result from "effect/Result"
import type { PromotionEngine } from "../PromotionEngine.ts"
import type { CaseStep, CaseTale, LedgerStep, PromotionSetting } from "../PromotionLaw.ts"

/** A command that was taken: what came of it, and what there was before and after. */
export interface Taken<State, Step, Event> {
  readonly step: Step
  readonly events: ReadonlyArray<Event>
  readonly before: State
  readonly after: State
}

const tell = <State, Command, Event extends { readonly _tag: string }, Refusal, Context, Step>(
  { initial, decide, evolve }: Decider<State, Command, Event, Refusal, Context>,
  steps: ReadonlyArray<Step>,
  of: (step: Step) => readonly [Command, Context]
): ReadonlyArray<Taken<State, Step, Event>> => {
  let before = initial
  return steps.flatMap((step) => {
    const decided = decide(before, ...of(step))
    if (Result.isFailure(decided)) return []
    const taken = { step, events: decided.success, before, after: decided.success.reduce(evolve, before) }
    before = taken.after
    return [taken]
  })
}

/** The state that some commands led to. */
export const stateAfter = <State>(initial: State, taken: ReadonlyArray<{ readonly after: State }>): State =>
  taken.at(-1)?.after ?? initial

/** What a register takes of what it is told. */
export const tellRegister = (
  { LevelRegister }: PromotionEngine,
  commands: ReadonlyArray<RegisterCommand>
): ReadonlyArray<Taken<LevelRegisterState, RegisterCommand, RegisterEvent>> =>
  tell(LevelRegister, commands, (command) => [command, undefined])

/** What a ledger takes of what it is told. */
export const tellLedger = (
  { ProblemLedger }: PromotionEngine,
  told: ReadonlyArray<LedgerStep>
): ReadonlyArray<Taken<Ledger, LedgerStep, LedgerEvent>> =>
  tell(ProblemLedger, told, ({ command, today }) => [command, { today, calendar: [] }])

/** A command that a case took. */
export type TakenByCase = Taken<CaseState, CaseStep, CaseEvent>

/** What a case takes of what it is told; its level is put in force by it, and by nothing else. */
export const tellCase = (
  { engine, rules }: PromotionSetting,
  { candidate, told }: CaseTale
): ReadonlyArray<TakenByCase> => {
  const { unit, record, problems, facts } = candidate
  return tell(engine.PromotionCase, told, ({ command, today, open }) => [
    command,
    { today, rules, unit, record, problems: { open, closed: problems.closed }, facts }
  ])
}
