import { exactUnsafe, type Fact, type FactValue, type Unit } from "@zhengyou/core"
import {
  allCriteria,
  allowedMarks,
  type Criterion,
  type GradingInputs,
  type Mark,
  type RuleBook
} from "@zhengyou/grading"
import fc from "fast-check"

/** A mark that a criterion allows, chosen by a number from 0 to 60. */
const markBy = (criterion: Criterion, n: number): Mark => {
  const allowed = allowedMarks(criterion)
  if (allowed._tag === "Labels") return allowed.labels[n % allowed.labels.length] ?? ""
  if (allowed.whole) return exactUnsafe(Number(allowed.from.n) + n)
  const to = allowed.to ?? exactUnsafe(120)
  return exactUnsafe(`${to.n * BigInt(n)}/${to.d * 60n}`)
}

const rate = fc.option(
  fc.integer({ min: 0, max: 16 }).map((n): FactValue => ({ _tag: "Number", value: exactUnsafe(`${n}/16`) })),
  { nil: undefined }
)
const veto = fc.option(
  fc.boolean().map((value): FactValue => ({ _tag: "Flag", value })),
  { nil: undefined }
)
const last = fc.option(
  fc.constantFrom("A", "B", "C", "D").map((value): FactValue => ({ _tag: "Level", value })),
  { nil: undefined }
)

/** What is given about some units, before it is known by which book they are graded. */
export const anyRound = fc.array(
  fc.record({
    type: fc.constantFrom(undefined, "x", "y", "z"),
    marks: fc.array(
      fc.option(fc.oneof(fc.integer({ min: 0, max: 60 }), fc.constantFrom(0, 60)), { nil: undefined, freq: 6 }),
      {
        minLength: 24,
        maxLength: 24
      }
    ),
    facts: fc.record({ rate, veto, last }),
    points: fc.option(fc.nat(60), { nil: undefined })
  }),
  { minLength: 1, maxLength: 6 }
)

type Round = typeof anyRound extends fc.Arbitrary<infer A> ? A : never

/** A round of those units by a book: two raters of each panel mark what the units' numbers say, or leave it out. */
export const roundBy = (book: RuleBook, round: Round): GradingInputs => {
  const criteria = allCriteria(book.criteria)
  const units = round.map(
    ({ type }, i): Unit => ({ id: `u${i}`, name: `u${i}`, ...(type === undefined ? {} : { type }) })
  )
  const sheets = round.flatMap(({ marks }, i) =>
    book.panels.flatMap((panel, p) =>
      ["a", "b"].map((rater, r) => ({
        unit: `u${i}`,
        panel: panel.id,
        rater,
        scores: Object.fromEntries(
          criteria.flatMap((criterion, c) => {
            const n = marks[(c * 6 + p * 2 + r) % marks.length]
            return n === undefined ? [] : [[criterion.id, markBy(criterion, n)]]
          })
        )
      }))
    )
  )
  const facts = round.flatMap(({ facts: own }, i) =>
    Object.entries(own).flatMap(
      ([fact, value]): ReadonlyArray<Fact> => (value === undefined ? [] : [{ unit: `u${i}`, fact, value }])
    )
  )
  const awards = round.flatMap(({ points }, i) =>
    points === undefined
      ? []
      : book.adjustments.map(({ id }) => ({ unit: `u${i}`, adjustment: id, item: "1", points: exactUnsafe(points) }))
  )
  return { units, sheets, facts, awards }
}
