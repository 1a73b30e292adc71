import { isWorkday, replay } from "@zhengyou/core"
import { Pledge, PledgeCommandName, PledgeLifecycle, PledgePhase, PledgePolicy, review } from "@zhengyou/pledges"
import {
  anyPledgePolicy,
  contextOf,
  draftsFor,
  pledgeHistoriesFor,
  pledgesFor,
  workCalendars
} from "@zhengyou/testkit/pledges"
import { Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { policyWith } from "./policies.ts"

const seed = 20_121_231

describe("what is generated", () => {
  it("is a policy that is sound and shrinks to one that is", () => {
    fc.assert(
      fc.property(anyPledgePolicy(), (policy) => Schema.is(PledgePolicy)(policy)),
      { numRuns: 50, seed }
    )
  })

  it("are pledges and drafts that can be read, for whatever policy", () => {
    const drafts = anyPledgePolicy().chain((policy) => fc.tuple(pledgesFor(policy), draftsFor(policy)))
    fc.assert(
      fc.property(drafts, (all) => all.every(({ pledge }) => Schema.is(Pledge)(pledge))),
      { numRuns: 100, seed }
    )
  })

  it("are pledges in which an ordinary policy finds nothing, but for its own rules", () => {
    const policy = policyWith()
    fc.assert(
      fc.property(pledgesFor(policy), ({ world, pledge }) => {
        const day = policy.cycle.until
        const found = review(pledge, policy, contextOf(policy, world, day))
        expect(found.filter(({ problem }) => !problem._tag.startsWith("Rule"))).toEqual([])
      }),
      { numRuns: 50, seed }
    )
  })

  it("are drafts in which most checks find something", () => {
    const policy = policyWith()
    const seen = new Set<string>()
    fc.assert(
      fc.property(draftsFor(policy), ({ world, pledge }) => {
        for (const { problem } of review(pledge, policy, contextOf(policy, world, policy.cycle.from)))
          seen.add(problem._tag)
      }),
      { numRuns: 150, seed }
    )
    for (const tag of [
      "FieldMissing",
      "TargetNotBetter",
      "CategoryUnknown",
      "BasisUnknown",
      "DeadlineOutsideCycle",
      "Slogan"
    ])
      expect(seen).toContain(tag)
    expect(seen.size).toBeGreaterThan(12)
  })

  it("are histories that come to every phase, and that are told every command", () => {
    const policy = policyWith()
    const phases = new Set<string>()
    const commands = new Set<string>()
    fc.assert(
      fc.property(pledgeHistoriesFor(policy), ({ world, told, next }) => {
        let state = PledgeLifecycle.initial
        phases.add(state.phase)
        for (const { command, today } of told) {
          const answer = PledgeLifecycle.decide(state, command, contextOf(policy, world, today))
          if (Result.isFailure(answer)) continue
          commands.add(command._tag)
          state = replay({ initial: state, evolve: PledgeLifecycle.evolve }, answer.success)
          phases.add(state.phase)
        }
        expect(next.map(({ _tag }) => _tag)).toEqual(PledgeCommandName.literals)
      }),
      { numRuns: 200, seed }
    )
    expect(PledgePhase.literals.filter((phase) => !phases.has(phase))).toEqual([])
    for (const name of ["EvaluatePledge", "AcceptAmendment", "RecomputeDeadline", "ReportPledge"])
      expect(commands).toContain(name)
  })

  it("are calendars whose notices do not contradict themselves, with weekends that are worked", () => {
    let worked = 0
    fc.assert(
      fc.property(workCalendars([2011, 2012]), (calendar) => {
        for (const { holidays, workdays } of calendar) {
          expect(holidays.filter((day) => workdays.includes(day))).toEqual([])
          worked += workdays.filter((day) => isWorkday(calendar, day)).length
        }
      }),
      { numRuns: 100, seed }
    )
    expect(worked).toBeGreaterThan(20)
  })
})
