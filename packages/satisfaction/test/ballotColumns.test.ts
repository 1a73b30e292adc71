import { assert, describe, it } from "@effect/vitest"
import { type Ballot, render } from "@zhengyou/core"
import {
  type BallotColumns,
  ballotGroups,
  type Choice,
  countBallotColumns,
  countBallots,
  marksScale,
  type Questionnaire,
  satisfactionTextEn,
  satisfactionTextZhCN
} from "@zhengyou/satisfaction"
import { Result } from "effect"
import fc from "fast-check"
import { questionnaire as base } from "./support.ts"

/** Questions with few choices and with many: some are counted together, some alone. */
const questionnaire: Questionnaire = {
  ...base,
  scales: [
    ...base.scales,
    marksScale("marks", 50, 99, 50),
    { id: "two", choices: base.scales[0].choices.slice(0, 2) as [Choice] }
  ],
  questions: [
    { id: "overall", name: "总体评价", scale: "four" },
    { id: "fairness", name: "公道", scale: "marks" },
    { id: "diligence", name: "勤勉", scale: "marks" },
    { id: "honesty", name: "廉洁", scale: "marks" },
    { id: "speed", name: "效率", scale: "four" },
    { id: "manner", name: "态度", scale: "two" },
    { id: "again", name: "改进", scale: "two" }
  ]
}

const groups = ballotGroups(questionnaire)
const choicesOf = (question: string): ReadonlyArray<string> => {
  const scale = questionnaire.questions.find(({ id }) => id === question)?.scale
  return questionnaire.scales.find(({ id }) => id === scale)?.choices.map(({ id }) => id) ?? []
}

interface Row {
  readonly subject: number
  readonly group: number
  readonly answers: ReadonlyArray<number>
}

const columnsOf = (rows: ReadonlyArray<Row>): BallotColumns => ({
  subjects: Uint16Array.from(rows, ({ subject }) => subject),
  groups: Uint8Array.from(rows, ({ group }) => group),
  answers: Object.fromEntries(
    questionnaire.questions.map(({ id }, q) => [id, Uint8Array.from(rows, ({ answers }) => answers[q] ?? 0)])
  )
})

const ballotOf = ({ subject, group, answers }: Row): Ballot & { readonly group: string } => ({
  subject: questionnaire.subjects[subject] ?? "nobody",
  group: groups[group] ?? "nobody",
  answers: Object.fromEntries(
    questionnaire.questions.flatMap(({ id }, q) => {
      const answer = answers[q] ?? 0
      return answer === 0 ? [] : [[id, choicesOf(id)[answer - 1] ?? "nothing"]]
    })
  )
})

/** Rows of which some are of groups that do not rate the subject. */
const goodRow = fc.record({
  subject: fc.nat(questionnaire.subjects.length - 1),
  group: fc.nat(groups.length - 1),
  answers: fc.tuple(...questionnaire.questions.map(({ id }) => fc.nat(choicesOf(id).length)))
})

/** Rows of which one has a code one above the last. */
const badRow = fc.tuple(goodRow, fc.nat(questionnaire.questions.length + 1)).map(([row, at]): Row => {
  if (at === 0) return { ...row, subject: questionnaire.subjects.length }
  if (at === 1) return { ...row, group: groups.length }
  const beyond = (id: string) => choicesOf(id).length + 1
  const answers = questionnaire.questions.map(({ id }, q) => (q === at - 2 ? beyond(id) : (row.answers[q] ?? 0)))
  return { ...row, answers }
})

const rows = fc.array(fc.oneof({ weight: 20, arbitrary: goodRow }, { weight: 1, arbitrary: badRow }), { maxLength: 12 })

describe("ballots in columns", () => {
  it("are counted, and refused, as ballots are one by one", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const byOne = countBallots(questionnaire, all.map(ballotOf), "refuse")
        const byColumns = countBallotColumns(questionnaire, columnsOf(all))
        assert.strictEqual(Result.isSuccess(byColumns), Result.isSuccess(byOne))
        if (Result.isSuccess(byOne)) assert.deepStrictEqual(Result.getOrThrow(byColumns), byOne.success.tally)
        if (Result.isFailure(byOne) && Result.isFailure(byColumns)) {
          assert.strictEqual(byColumns.failure.faults.length, byOne.failure.faults.length)
        }
      }),
      { numRuns: 500 }
    )
  })

  it("are counted over many blocks of rows", () => {
    const many = Array.from(
      { length: 10_001 },
      (_, i): Row => ({ subject: 0, group: 0, answers: [1 + (i % 2), 1 + (i % 50)] })
    )
    const tally = Result.getOrThrow(countBallotColumns(questionnaire, columnsOf(many)))
    assert.deepStrictEqual(
      tally.returned.map(({ ballots }) => ballots),
      [10_001]
    )
    const overall = tally.choices.filter(({ question }) => question === "overall")
    assert.deepStrictEqual(overall.map(({ ballots }) => ballots).toSorted(), [5000, 5001])
    const fairness = tally.choices.filter(({ question }) => question === "fairness")
    assert.deepStrictEqual([fairness.length, fairness.find(({ choice }) => choice === "99")?.ballots], [50, 201])
  })

  it("are refused with the place of every fault, in both languages", () => {
    const good: Row = { subject: 0, group: 0, answers: [1] }
    const subject = questionnaire.subjects.length
    const faulty = columnsOf([good, { ...good, subject }, { ...good, group: 200 }, { ...good, answers: [250] }])
    const [question] = questionnaire.questions
    const last = choicesOf(question.id).length
    const refused = countBallotColumns(questionnaire, faulty)
    assert(Result.isFailure(refused))
    assert.deepStrictEqual(refused.failure.faults, [
      { path: ["subjects", 1], problem: { _tag: "UnknownCode", code: subject, last: subject - 1 } },
      { path: ["groups", 2], problem: { _tag: "UnknownCode", code: 200, last: groups.length - 1 } },
      { path: ["answers", question.id, 3], problem: { _tag: "UnknownCode", code: 250, last } }
    ])
    assert.include(render(satisfactionTextZhCN, { _tag: "UnknownCode", code: 250, last: 4 }), "代码 250")
    assert.include(render(satisfactionTextEn, { _tag: "UnknownCode", code: 250, last: 4 }), "from 0 to 4")
  })

  it("are refused where columns differ in length, or answer a question that is not asked", () => {
    const columns = columnsOf([{ subject: 0, group: 0, answers: [1] }])
    const refused = countBallotColumns(questionnaire, {
      ...columns,
      groups: Uint8Array.of(),
      answers: { ...columns.answers, toString: Uint8Array.of(1, 1) }
    })
    assert(Result.isFailure(refused))
    assert.deepStrictEqual(
      refused.failure.faults.map(({ path, problem }) => `${path.join(".")} ${problem._tag}`),
      ["groups OtherLength", "answers.toString OtherLength", "answers.toString UnknownQuestion"]
    )
    const lines = [satisfactionTextZhCN, satisfactionTextEn].map((texts) =>
      render(texts, { _tag: "OtherLength", found: 2, expected: 1 })
    )
    assert.deepStrictEqual(lines, [
      "该列有 2 行，而 subjects 有 1 行：每票应各占一行",
      "the column has 2 rows, but subjects has 1: give each ballot a row"
    ])
  })
})
