import { assert, describe, it } from "@effect/vitest"
import { type Ballot, emptyTally, mergeTallies, Tally, tallyOf } from "@zhengyou/core"
import { Schema } from "effect"
import fc from "fast-check"

const ids = fc.constantFrom("z01", "z02", "满意", "𠮷", "")
const ballot: fc.Arbitrary<Ballot> = fc.record({
  subject: ids,
  answers: fc.dictionary(fc.constantFrom("overall", "speed"), fc.constantFrom("yes", "no", "不了解"))
})
const ballots = fc.array(ballot, { maxLength: 8 })
const tally = fc
  .tuple(fc.constantFrom("staff", "students"), ballots, ballots)
  .map(([group, own, others]) => mergeTallies(tallyOf(group, own), tallyOf("retired", others)))

describe("a tally", () => {
  it("counts the ballots that came in, blank ones included, and each choice", () => {
    const counted = tallyOf("staff", [
      { subject: "z02", answers: { overall: "yes", speed: "no" } },
      { subject: "z01", answers: { overall: "yes" } },
      { subject: "z02", answers: { overall: "yes" } },
      { subject: "z01", answers: {} }
    ])
    const of = (subject: string, question: string, choice: string, ballots: number) => ({
      subject,
      group: "staff",
      question,
      choice,
      ballots
    })
    assert.deepStrictEqual(counted, {
      returned: [
        { subject: "z01", group: "staff", ballots: 2 },
        { subject: "z02", group: "staff", ballots: 2 }
      ],
      choices: [of("z01", "overall", "yes", 1), of("z02", "overall", "yes", 2), of("z02", "speed", "no", 1)]
    })
  })

  it("adds up whatever the order and the grouping, and nothing changes nothing", () => {
    fc.assert(
      fc.property(tally, tally, tally, (a, b, c) => {
        assert.deepStrictEqual(mergeTallies(a, b), mergeTallies(b, a))
        assert.deepStrictEqual(mergeTallies(mergeTallies(a, b), c), mergeTallies(a, mergeTallies(b, c)))
        assert.deepStrictEqual(mergeTallies(a, emptyTally), a)
        assert.deepStrictEqual(mergeTallies(), emptyTally)
      })
    )
  })

  it("of ballots counted in two places is the tally of all of them", () => {
    fc.assert(
      fc.property(ballots, ballots, (a, b) =>
        assert.deepStrictEqual(mergeTallies(tallyOf("staff", a), tallyOf("staff", b)), tallyOf("staff", [...b, ...a]))
      )
    )
  })

  it("has no counts of nought", () => {
    const nothing = { subject: "z01", group: "staff", ballots: 0 }
    assert.deepStrictEqual(mergeTallies({ returned: [nothing], choices: [] }), emptyTally)
  })

  it("goes out as JSON and comes back", () => {
    const counted = tallyOf("staff", [{ subject: "z01", answers: { overall: "yes" } }])
    assert.deepStrictEqual(Schema.decodeUnknownSync(Tally)(JSON.parse(JSON.stringify(counted))), counted)
  })
})
