import type { Grading, RuleBook } from "@zhengyou/grading"
import { type Engine, gradingEngine } from "@zhengyou/testkit"
import { Result } from "effect"

/** The level that units have when ties are broken by the order of their names: as if each had a very little less than the one before. */
export const tiesByName: Engine = {
  ...gradingEngine,
  grade: (book, inputs) => {
    const bonus = { id: "by-name", name: "by name", kind: "bonus" as const, on: { total: true as const } }
    const sorted = inputs.units.map(({ id }) => id).toSorted()
    const awards = sorted.map((unit, i) => ({
      unit,
      adjustment: "by-name",
      item: "name",
      points: { n: BigInt(sorted.length - i), d: 10n ** 12n }
    }))
    const named: RuleBook = { ...book, adjustments: [...book.adjustments, bonus] }
    return Result.flatMap(gradingEngine.grade(book, inputs), (as) =>
      Result.map(gradingEngine.grade(named, { ...inputs, awards: [...(inputs.awards ?? []), ...awards] }), (by) => ({
        ...by,
        outcomes: by.outcomes.map((outcome, i) => {
          const other = as.outcomes[i]
          return "total" in outcome && other !== undefined && "total" in other
            ? { ...outcome, total: other.total }
            : outcome
        })
      }))
    )
  }
}

/** Every cap has other seats than its book says. */
const withSeats = (change: (seats: number) => number): Engine => ({
  ...gradingEngine,
  grade: (book, inputs) => {
    const quotas = book.quotas.map((quota) =>
      "count" in quota.seats ? { ...quota, seats: { count: change(quota.seats.count) } } : quota
    )
    return gradingEngine.grade({ ...book, quotas }, inputs)
  }
})

/** Every cap has a seat more than its book says. */
export const oneSeatMore: Engine = withSeats((seats) => seats + 1)

/** Every cap leaves a seat empty. */
export const oneSeatLess: Engine = withSeats((seats) => Math.max(0, seats - 1))

/** A cap of an even number of seats has none: more seats in the book may be fewer. */
export const evenSeatsLost: Engine = withSeats((seats) => (seats % 2 === 0 ? 0 : seats))

/** Gradings with their outcomes changed. */
const withOutcomes = (change: (outcomes: Grading["outcomes"]) => Grading["outcomes"]): Engine => ({
  ...gradingEngine,
  grade: (book, inputs) =>
    Result.map(gradingEngine.grade(book, inputs), (grading) => ({ ...grading, outcomes: change(grading.outcomes) }))
})

/** The first that fell from a level and the first that is on it change places. */
export const lowestSeated: Engine = withOutcomes((outcomes) => {
  const graded = outcomes.flatMap((outcome) => (outcome._tag === "Graded" ? [outcome] : []))
  const fell = graded.find(({ reasons }) => reasons.at(-1)?._tag === "QuotaPushed")
  const last = fell?.reasons.at(-1)
  const kept = graded.find(({ level }) => last?._tag === "QuotaPushed" && level === last.from.id)
  if (fell === undefined || kept === undefined) return outcomes
  return outcomes.map((outcome) => {
    if (outcome === fell) return { ...fell, level: kept.level, reasons: kept.reasons }
    return outcome === kept ? { ...kept, level: fell.level, reasons: fell.reasons } : outcome
  })
})

/** Units that are not graded stand before all others in the ranks. */
export const outsidersRanked: Engine = withOutcomes((outcomes) => {
  const outside = outcomes.filter(({ _tag }) => _tag === "NotGraded").length
  return outcomes.map((outcome) => (outcome._tag === "Graded" ? { ...outcome, rank: outcome.rank + outside } : outcome))
})

/** A book is read with its panels' weights as whole per cent. */
export const percentWeights: Engine = {
  ...gradingEngine,
  parseRuleBook: (input) =>
    Result.map(gradingEngine.parseRuleBook(input), (book) => {
      const [first, ...rest] = book.panels.map((panel) => ({
        ...panel,
        weight: { n: (panel.weight.n * 100n) / panel.weight.d, d: 100n }
      }))
      return first === undefined ? book : { ...book, panels: [first, ...rest] }
    })
}
