import { assert, describe, it } from "@effect/vitest"
import { dateUnsafe, decodeStored, exactUnsafe, render, replay } from "@zhengyou/core"
import {
  figuresOf,
  type SurveyCommand,
  type SurveyEvent,
  SurveyRound,
  satisfactionTextEn,
  satisfactionTextZhCN,
  turnoutOf
} from "@zhengyou/satisfaction"
import { Result, Schema } from "effect"
import { formulaOf, questionnaire, tallyOfCounts } from "./support.ts"

const design = {
  questionnaire,
  formula: formulaOf("satisfied/valid"),
  invited: [
    { subject: "z01", group: "staff", issued: 50 },
    { subject: "z01", group: "staff-of-z01", issued: 5 }
  ]
}
const tally = tallyOfCounts([30, 5, 5, 2])
const today = dateUnsafe("2012-06-18")
const all: ReadonlyArray<SurveyCommand> = [
  { _tag: "DesignSurvey", design },
  { _tag: "OpenSurvey" },
  { _tag: "CloseSurvey" },
  { _tag: "CountBallots", tally },
  { _tag: "PublishFigures" }
]
const phases = ["none", "designed", "open", "closed", "counted", "published"] as const

/** The events of the first `n` commands. */
const after = (n: number): ReadonlyArray<SurveyEvent> => {
  const events: Array<SurveyEvent> = []
  for (const command of all.slice(0, n)) {
    events.push(...Result.getOrThrow(SurveyRound.decide(replay(SurveyRound, events), command, { today })))
  }
  return events
}

describe("a survey round", () => {
  it("goes from its design to its publication, each command in its phase only", () => {
    for (const [k, phase] of phases.entries()) {
      const state = replay(SurveyRound, after(k))
      assert.strictEqual(state.phase, phase)
      all.forEach((command, i) => {
        const decision = SurveyRound.decide(state, command, { today })
        if (i === k) assert(Result.isSuccess(decision))
        else assert.strictEqual(Result.getOrThrow(Result.flip(decision))._tag, "SurveyInWrongPhase")
      })
    }
  })

  it("has no figures before the count, in words", () => {
    for (const k of [0, 1, 2, 3]) assert(Result.isFailure(figuresOf(replay(SurveyRound, after(k)))))
    const refused = Result.getOrThrow(Result.flip(figuresOf(replay(SurveyRound, after(2)))))
    assert(refused._tag === "SurveyInWrongPhase")
    assert.strictEqual(render(satisfactionTextZhCN, refused), "测评尚在进行，须为已计票或已公布")
    assert.strictEqual(render(satisfactionTextEn, refused), "the round is open, not counted or published")
    const [figure] = Result.getOrThrow(figuresOf(replay(SurveyRound, after(4))))
    assert(figure?._tag === "Measured")
    assert.deepStrictEqual(figure.rate, exactUnsafe("30/40"))
  })

  it("tells the turnout by group while it is open", () => {
    assert.deepStrictEqual(
      turnoutOf(design, [...tally.returned, { subject: "z01", group: "staff-of-z01", ballots: 3 }]),
      [
        { group: "staff", returned: 45, issued: 55, due: undefined },
        { group: "students", returned: 0, issued: undefined, due: undefined }
      ]
    )
  })

  it("refuses a design that cannot be measured, and ballots that do not fit it", () => {
    const points = { satisfied: exactUnsafe(1) }
    const bad = { ...design, formula: { ...design.formula, points } }
    const designing = SurveyRound.decide({ phase: "none" }, { _tag: "DesignSurvey", design: bad }, { today })
    assert.strictEqual(Result.getOrThrow(Result.flip(designing))._tag, "TallyInvalid")
    const strange = { returned: [{ subject: "z99", group: "staff", ballots: 1 }], choices: [] }
    const counting = SurveyRound.decide(
      replay(SurveyRound, after(3)),
      { _tag: "CountBallots", tally: strange },
      { today }
    )
    assert.strictEqual(Result.getOrThrow(Result.flip(counting))._tag, "TallyInvalid")
  })

  it("reads its events back from JSON", () => {
    for (const event of after(5)) {
      const data = JSON.parse(JSON.stringify(Schema.encodeSync(SurveyRound.stored.event)(event)))
      assert.deepStrictEqual(decodeStored(SurveyRound.stored, { schemaVersion: 1, data }), Result.succeed(event))
    }
  })
})
