import { type CalendarDate, compareDates, dateUnsafe, replay } from "@zhengyou/core"
import {
  type Grading,
  GradingRound,
  gradingOf,
  type RoundCommand,
  type RoundEvent,
  type RoundState,
  type Sheet,
  sheetKey,
  sheetsOf
} from "@zhengyou/grading"
import { Equal, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { commands, eventsOf, expertOf, facts, given, pathTo, plan, selfOf, tell } from "./rounds.ts"
import { gradeUnsafe } from "./support.ts"

const days = ["2012-04-09", "2012-04-10", "2012-04-16", "2012-04-17", "2012-04-30"].map(dateUnsafe)
const day = fc.constantFrom(...days)

/** Sheets that fit the plan, and some that do not: nobody is called u9, e3 scores u1 alone, 100 is the most. */
const anySheet = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom("u1", "u2", "u3"), fc.nat(100)).map(([unit, work]) => selfOf(unit, work, 10))
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom("u1", "u2"), fc.constantFrom("e1", "e2"), fc.nat(100))
      .map(([unit, rater, work]) => expertOf(unit, rater, work, 20))
  },
  { weight: 1, arbitrary: fc.constantFrom(selfOf("u9", 1, 1), expertOf("u2", "e3", 1, 1), selfOf("u1", 101, 1)) }
)

const nonEmpty = <A>(item: fc.Arbitrary<A>, maxLength: number): fc.Arbitrary<readonly [A, ...Array<A>]> =>
  fc.tuple(item, fc.array(item, { maxLength })).map(([first, rest]) => [first, ...rest] as const)

const refOf = ({ unit, panel, rater }: Sheet) => ({ unit, panel, rater })

const anyCommand: fc.Arbitrary<RoundCommand> = fc.oneof(
  fc.constantFrom(...Object.values(commands)),
  fc.constantFrom(commands.PublishNotice, commands.ConfirmRound),
  nonEmpty(anySheet, 2).map((sheets): RoundCommand => ({ _tag: "SubmitSheets", sheets })),
  anySheet.map((sheet): RoundCommand => ({ _tag: "ReplaceSheet", sheet, why: "x" })),
  anySheet.map((sheet): RoundCommand => ({ _tag: "WithdrawSheet", ...refOf(sheet), why: "x" })),
  fc
    .tuple(fc.array(anySheet, { maxLength: 2 }), fc.array(anySheet.map(refOf), { maxLength: 1 }))
    .map(([sheets, withdrawn]): RoundCommand => ({ ...commands.AmendRound, sheets, withdrawn })),
  fc.constantFrom(...facts).map((fact): RoundCommand => ({ _tag: "RecordFacts", facts: [fact] })),
  fc.tuple(day, day).map(([from, until]): RoundCommand => ({ _tag: "PublishNotice", from, until }))
)

/** A round is told many things in a row, beginning anywhere on its way. */
const { PlanRound, OpenRound, SealRound, GradeRound } = commands

const empty: ReadonlyArray<RoundCommand> = [PlanRound, OpenRound]

const beginnings = [
  ...Object.values(pathTo),
  pathTo.onNotice,
  pathTo.onNotice,
  empty,
  [...empty, SealRound, GradeRound]
]

const anyStory = fc.record({
  begun: fc.constantFrom(...beginnings),
  told: fc.array(fc.tuple(anyCommand, day), { maxLength: 25 })
})

/** The round as plainly as it can be kept: who has a sheet now, how many there were, and how often it was graded. */
interface Model {
  phase: RoundState["phase"]
  readonly current: Map<string, boolean>
  written: number
  graded: number
  until: CalendarDate | undefined
}

/** What the events of a command mean to the model. */
const note = (model: Model, event: RoundEvent): void => {
  switch (event._tag) {
    case "RoundPlanned":
      model.phase = "planned"
      break
    case "RoundOpened":
      model.phase = "open"
      break
    case "SheetSubmitted":
    case "SheetReplaced":
      model.current.set(sheetKey(event.sheet), true)
      model.written += 1
      break
    case "SheetWithdrawn":
      model.current.set(sheetKey(event), false)
      break
    case "FactRecorded":
      break
    case "RoundSealed":
      model.phase = "sealed"
      break
    case "RoundGraded":
      model.phase = "graded"
      model.graded = 1
      break
    case "RoundAmended":
      for (const sheet of event.withdrawn) model.current.set(sheetKey(sheet), false)
      for (const sheet of event.sheets) model.current.set(sheetKey(sheet), true)
      model.written += event.sheets.length
      model.phase = "graded"
      model.graded += 1
      break
    case "NoticePublished":
      model.phase = "onNotice"
      model.until = event.until
      break
    case "RoundConfirmed":
      model.phase = "confirmed"
      break
  }
}

const modelled = (events: ReadonlyArray<RoundEvent>): Model => {
  const model: Model = { phase: "none", current: new Map(), written: 0, graded: 0, until: undefined }
  for (const event of events) note(model, event)
  return model
}

const standing = (state: RoundState) => {
  if (state.phase === "none") return { phase: state.phase, current: [], written: 0, graded: 0 }
  const histories = Array.from(state.sheets, ([, history]) => history)
  return {
    phase: state.phase,
    current: sheetsOf(state).map(sheetKey).toSorted(),
    written: histories.reduce((count, one) => count + one.earlier.length + (one.current === undefined ? 0 : 1), 0),
    graded: "gradings" in state ? state.gradings.length : 0
  }
}

/** Keeps events as a store does, and reads them back. */
const stored = (events: ReadonlyArray<RoundEvent>): ReadonlyArray<RoundEvent> => {
  const list = Schema.Array(GradingRound.stored.event)
  return Schema.decodeUnknownSync(list)(JSON.parse(JSON.stringify(Schema.encodeSync(list)(events))))
}

const regraded = (state: RoundState): Grading | undefined =>
  state.phase === "none"
    ? undefined
    : gradeUnsafe(plan.book, {
        units: plan.units,
        sheets: sheetsOf(state),
        facts: Array.from(state.facts, ([, fact]) => fact),
        awards: Array.from(state.awards, ([, award]) => award)
      })

describe("whatever a round is told", () => {
  it("it never throws, a refusal changes nothing, and no sheet or grading is ever lost", () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(anyStory, ({ begun, told }) => {
        let events = eventsOf(begun)
        let state = given(...begun)
        for (const [command, on] of told) {
          const came = tell(state, command, on)
          if ("refusal" in came) {
            seen.add(came.refusal._tag)
            expect(came.refusal.message).not.toBe("")
          } else {
            seen.add(command._tag)
            const { until } = modelled(events)
            if (command._tag === "ConfirmRound") expect(until !== undefined && compareDates(on, until)).toBe(1)
            events = [...events, ...came.events]
          }
          const expected = modelled(events)
          const current = [...expected.current].flatMap(([key, there]) => (there ? [key] : [])).toSorted()
          const { phase, written, graded } = expected
          expect(standing(came.state)).toEqual({ phase, current, written, graded })
          state = came.state
        }
        // The grading in force is the one that the sheets and facts in force give.
        const grading = gradingOf(state)
        if (grading !== undefined) expect(grading.receipt).toEqual(regraded(state)?.receipt)
      }),
      { numRuns: 400, seed: 20120401 }
    )
    // Every kind of command was accepted, and every kind of refusal was met.
    const refusals = [
      "RoundInWrongPhase",
      "RoundInputsRefused",
      "NoSuchSheet",
      "OutcomesNotSettled",
      "NoticeNotOver",
      "NoticeEndsBeforeItBegins",
      "NothingToAmend"
    ]
    expect([...Object.keys(commands), ...refusals].filter((tag) => !seen.has(tag))).toEqual([])
  })

  it("it is the same round after its events have been kept as JSON", () => {
    fc.assert(
      fc.property(anyStory, ({ begun, told }) => {
        const start = eventsOf(begun)
        const { events } = told.reduce(
          (so, [command, on]) => {
            const came = tell(so.state, command, on)
            return "refusal" in came ? so : { state: came.state, events: [...so.events, ...came.events] }
          },
          { state: given(...begun), events: start }
        )
        const [state, again] = [replay(GradingRound, events), replay(GradingRound, stored(events))]
        expect(Equal.equals(again, state)).toBe(true)
        expect(gradingOf(again)?.receipt).toEqual(gradingOf(state)?.receipt)
      }),
      { numRuns: 50 }
    )
  })
})

describe("evolve", () => {
  const samples = [
    ...eventsOf([...pathTo.open, commands.ReplaceSheet, commands.WithdrawSheet, commands.RecordAwards]).filter(
      (event, i, all) => all.findIndex((one) => one._tag === event._tag) === i
    ),
    ...eventsOf([...pathTo.confirmed, commands.AmendRound]).slice(-5)
  ]

  it("takes any events in any order: a round is graded exactly where it has a grading", () => {
    expect(new Set(samples.map((event) => event._tag)).size).toBe(12)
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(pathTo)),
        fc.array(fc.constantFrom(...samples), { maxLength: 40 }),
        (begun, events) => {
          const state = events.reduce(GradingRound.evolve, given(...begun))
          expect(["graded", "onNotice", "confirmed"].includes(state.phase)).toBe("gradings" in state)
          expect(["onNotice", "confirmed"].includes(state.phase)).toBe("until" in state)
          expect(state.phase === "none" || "plan" in state).toBe(true)
          expect(["none", "planned", "open"].includes(state.phase)).toBe(!("completeness" in state))
        }
      )
    )
  })
})
