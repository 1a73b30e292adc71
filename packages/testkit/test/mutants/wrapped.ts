import type { RuleBook } from "@zhengyou/grading"
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

/** Every cap has a seat more than its book says. */
export const oneSeatMore: Engine = {
  ...gradingEngine,
  grade: (book, inputs) => {
    const quotas = book.quotas.map((quota) =>
      "count" in quota.seats ? { ...quota, seats: { count: quota.seats.count + 1 } } : quota
    )
    return gradingEngine.grade({ ...book, quotas }, inputs)
  }
}

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
