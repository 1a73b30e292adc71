import { dateUnsafe, exactUnsafe, type Unit } from "@zhengyou/core"
import { gradingOf, type Plan, type RoundCommand } from "@zhengyou/grading"
import { describe, expect, it } from "vitest"
import { plainWith } from "./books.ts"
import { accepted, commands, corrected, given, pathTo, refusal, tell } from "./rounds.ts"
import { marked } from "./rules/support.ts"
import { flag, unit } from "./support.ts"

const { OpenRound, SealRound, GradeRound, AmendRound, PublishNotice } = commands

/** A round of units that all have 95, up to its grading. */
const gradedBy = (plan: Omit<Plan, "title" | "assignments">) => {
  const sheets = plan.units.map(({ id }) => marked(id, "p", "r", { c: 95 }))
  const [first, ...rest] = sheets
  if (first === undefined) throw new Error("no units")
  const path: ReadonlyArray<RoundCommand> = [
    { _tag: "PlanRound", plan: { title: "round", assignments: [], ...plan } },
    OpenRound,
    { _tag: "SubmitSheets", sheets: [first, ...rest] },
    SealRound,
    GradeRound
  ]
  return given(...path)
}

it("a round is graded as of the day of its plan", () => {
  const require = { fact: "unit.age.months", op: ">=", value: 12 }
  const book = plainWith({ eligibility: [{ id: "old", name: "old", require }] })
  const units: ReadonlyArray<Unit> = [
    { id: "old", name: "old", founded: dateUnsafe("2011-04-01") },
    { id: "new", name: "new", founded: dateUnsafe("2011-04-02") }
  ]
  const tags = (plan: Pick<Plan, "asOf">) =>
    gradingOf(gradedBy({ book, units, ...plan }))?.outcomes.map(({ _tag }) => _tag)
  expect(tags({ asOf: dateUnsafe("2012-04-01") })).toEqual(["Graded", "NotGraded"])
  // Nobody's age is known without a day.
  expect(tags({})).toEqual(["Blocked", "Blocked"])
})

it("a round with an outcome that the book does not settle is not put on notice", () => {
  const book = plainWith({ quotas: [{ kind: "cap", level: "A", seats: { count: 1 }, ties: "undetermined" }] })
  const round = gradedBy({ book, units: ["u", "v"].map(unit) })
  expect(refusal(tell(round, PublishNotice))).toMatchObject({ _tag: "OutcomesNotSettled", units: ["u", "v"] })
})

describe("an amendment", () => {
  const award = { unit: "u2", adjustment: "honours", item: "prize", points: exactUnsafe(1) }
  const ref = { unit: "u1", panel: "experts", rater: "e1" }
  const changes = {
    sheets: [corrected],
    withdrawn: [ref],
    facts: [flag("u1", "veto", false)],
    awards: [award]
  }

  it.each([
    [["sheets"]],
    [["withdrawn"]],
    [["facts"]],
    [["awards"]],
    [["sheets", "withdrawn"]],
    [["withdrawn", "facts"]],
    [["facts", "awards"]],
    [["sheets", "facts"]],
    [["sheets", "awards"]]
  ] as const)("may change %s", (kinds) => {
    const none = { sheets: [], withdrawn: [], facts: [], awards: [] }
    const chosen = Object.fromEntries(kinds.map((kind) => [kind, changes[kind]]))
    const [event] = accepted(tell(given(...pathTo.graded), { ...AmendRound, ...none, ...chosen }))
    expect(event).toMatchObject({ _tag: "RoundAmended", ...none, ...chosen })
  })
})
