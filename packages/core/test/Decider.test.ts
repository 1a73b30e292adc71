import { type Decider, replay } from "@zhengyou/core"
import { Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const Event = Schema.TaggedUnion({ Raised: { problem: Schema.String }, Closed: { problem: Schema.String } })
type Event = typeof Event.Type
type Open = ReadonlyArray<string>

/** Problems on a rectification list: raised once, closed only while open (销号). */
const rectification: Decider<Open, Event, Event, "AlreadyOpen" | "NotOpen"> = {
  initial: [],
  decide: (open, command) => {
    const isOpen = open.includes(command.problem)
    if (command._tag === "Raised") return isOpen ? Result.fail("AlreadyOpen") : Result.succeed([command])
    return isOpen ? Result.succeed([command]) : Result.fail("NotOpen")
  },
  evolve: (open, event) =>
    event._tag === "Raised" ? [...open, event.problem] : open.filter((problem) => problem !== event.problem),
  stored: { schemaVersion: 1, event: Event }
}

const event: fc.Arbitrary<Event> = fc.record({
  _tag: fc.constantFrom("Raised", "Closed"),
  problem: fc.constantFrom("p1", "p2", "p3")
})

describe("replay", () => {
  it("of nothing is the beginning", () => expect(replay(rectification, [])).toEqual([]))

  it("takes the events one after another", () => {
    const raised: ReadonlyArray<Event> = ["p1", "p2"].map((problem) => ({ _tag: "Raised", problem }))
    expect(replay(rectification, raised)).toEqual(["p1", "p2"])
    expect(replay(rectification, [...raised, { _tag: "Closed", problem: "p1" }])).toEqual(["p2"])
  })

  it("of a part and then of the rest is replay of all", () => {
    fc.assert(
      fc.property(fc.array(event), fc.array(event), (first, rest) => {
        const halfway = { ...rectification, initial: replay(rectification, first) }
        expect(replay(halfway, rest)).toEqual(replay(rectification, [...first, ...rest]))
      })
    )
  })

  it("reads any sequence once, such as a generator", () => {
    fc.assert(
      fc.property(fc.array(event), (events) => {
        expect(replay(rectification, events.values())).toEqual(replay(rectification, events))
      })
    )
  })

  it("of what was decided never leads where a decision could not", () => {
    fc.assert(
      fc.property(fc.array(event), (commands) => {
        const log: Array<Event> = []
        for (const command of commands) {
          const decided = rectification.decide(replay(rectification, log), command)
          if (Result.isSuccess(decided)) log.push(...decided.success)
        }
        const open = replay(rectification, log)
        expect(new Set(open).size).toBe(open.length)
      })
    )
  })
})
