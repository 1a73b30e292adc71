import { type CalendarDate, type Decider, dateUnsafe, hashOf, type Roster } from "@zhengyou/core"
import type { Grading, RuleBook } from "@zhengyou/grading"
import {
  type CaseContext,
  type CaseRefusal,
  type CaseState,
  entriesOf,
  type Ledger,
  type LedgerRefusal,
  LevelRegister,
  type LevelRegisterState,
  levelRecordOn,
  ProblemLedger,
  PromotionCase,
  type RegisterRefusal
} from "@zhengyou/promotion"
import { type ChainBroken, type EventStore, execute, load, type StoreRefusal, verifyStream } from "@zhengyou/storage"
import { Effect } from "effect"
import type { YearInputs } from "./data.ts"
import { yearDays } from "./days.ts"
import { grantedSteps, type YearStep, yearSteps } from "./steps.ts"

/** Everything that the year holds after the round: the register, the ledger, and the case of each unit that applied. */
export interface Year {
  readonly register: LevelRegisterState
  readonly ledger: Ledger
  readonly cases: ReadonlyMap<string, CaseState>
}

/** The result of the round that the year goes on from. */
export interface Start {
  readonly book: RuleBook
  readonly roster: Roster
  readonly grading: Grading
}

const streams = { register: "levels-2012", ledger: "problems-2012", case: (unit: string) => `case-2012-${unit}` }

const emptyYear: Year = {
  register: LevelRegister.initial,
  ledger: ProblemLedger.initial,
  cases: new Map<string, CaseState>()
}

/** Every way in which the year can be refused by what it is told to. */
export type YearRefusal = LedgerRefusal | RegisterRefusal | CaseRefusal | StoreRefusal

const give = <S, C, E extends { readonly _tag: string }, R, X>(
  decider: Decider<S, C, E, R, X>,
  stream: string,
  command: C,
  context: X,
  { actor, today }: YearStep
) => {
  // The id holds a hash of the command and its day, so that another run asks the same and gets the same answer.
  const text = JSON.stringify(command, (_, value) => (typeof value === "bigint" ? `${value}n` : value))
  const commandId = hashOf([today, text]).slice(0, 24)
  return execute(decider, stream, command, context, { commandId, actor, at: `${today}T02:00:00Z` })
}

const contextOf = (
  { rules }: YearInputs,
  { roster }: Start,
  year: Year,
  id: string,
  today: CalendarDate
): CaseContext => {
  const entries = entriesOf(year.ledger).filter(({ unit }) => unit === id)
  const closed = entries.filter(({ status }) => status === "closed").length
  return {
    today,
    rules,
    unit: roster.find((unit) => unit.id === id) ?? { id, name: id },
    record: levelRecordOn(year.register, id, today),
    problems: { open: entries.length - closed, closed },
    facts: []
  }
}

/**
 * Gives every command of the year to the store, in order: those that it has already change nothing. The answer is the
 * number of records that this run added.
 */
export const runYear = Effect.fn("runYear")(function* (
  inputs: YearInputs,
  start: Start
): Effect.fn.Return<number, YearRefusal, EventStore> {
  let year = emptyYear
  let added = 0
  const count = (replayed: boolean, records: ReadonlyArray<unknown>) => {
    if (!replayed) added += records.length
  }
  const take = Effect.fnUntraced(function* (step: YearStep): Effect.fn.Return<void, YearRefusal, EventStore> {
    if (step.of === "register") {
      const done = yield* give(LevelRegister, streams.register, step.command, undefined, step)
      count(done.replayed, done.records)
      year = { ...year, register: done.state }
    } else if (step.of === "ledger") {
      const context = { today: step.today, calendar: inputs.data.holidays }
      const done = yield* give(ProblemLedger, streams.ledger, step.command, context, step)
      count(done.replayed, done.records)
      year = { ...year, ledger: done.state }
    } else {
      const { unit, today } = step
      const context = contextOf(inputs, start, year, unit, today)
      const done = yield* give(PromotionCase, streams.case(unit), step.command, context, step)
      count(done.replayed, done.records)
      year = { ...year, cases: new Map(year.cases).set(unit, done.state) }
    }
  })
  for (const step of yearSteps(inputs, start.book, start.roster, start.grading)) yield* take(step)
  for (const [unit, state] of year.cases)
    if (state.phase === "granted" || state.phase === "onNotice" || state.phase === "inForce")
      for (const step of grantedSteps(unit, state.from, state.to)) yield* take(step)
  return added
})

/** Reads the year from its store, every record verified. */
export const readYear = Effect.fn("readYear")(function* ({
  data
}: YearInputs): Effect.fn.Return<Year, StoreRefusal | ChainBroken, EventStore> {
  const register = yield* load(LevelRegister, streams.register)
  const ledger = yield* load(ProblemLedger, streams.ledger)
  yield* Effect.fromResult(verifyStream(register.records))
  yield* Effect.fromResult(verifyStream(ledger.records))
  const cases = new Map<string, CaseState>()
  for (const { unit } of data.applications) {
    const { state, records } = yield* load(PromotionCase, streams.case(unit))
    yield* Effect.fromResult(verifyStream(records))
    cases.set(unit, state)
  }
  return { register: register.state, ledger: ledger.state, cases }
})

/** The days between which the accounts of the year are made up. */
export const accountDays = { from: dateUnsafe(yearDays.levelsInForce), to: dateUnsafe(yearDays.yearEnds) }
