import { mutant, type PledgeMutant } from "./Mutant.ts"

/** Faults of reviews and of evaluations. */
export const reviewMutants: ReadonlyArray<PledgeMutant> = [
  mutant("names a day off before a day off", "repaired-is-sound", {
    file: "review/internal/structure.ts",
    from: "if (isWorkday(calendar, before)) return before",
    to: "if (!isWorkday(calendar, before)) return before"
  }),
  mutant("takes a lower figure for better whatever the direction", "repaired-is-sound", {
    file: "review/internal/structure.ts",
    from: `=== (direction === "raise" ? 1 : -1)`,
    to: "=== -1"
  }),
  mutant("needs two copies before it finds one", "copy-found", {
    file: "text/findCopies.ts",
    from: "if (group.copies > 1)",
    to: "if (group.copies > 2)"
  }),
  mutant("names the whole text for the place of a slogan", "findings-point", {
    file: "review/review.ts",
    from: `("span" in problem ? { span: problem.span } : {})`,
    to: `("span" in problem ? { span: { from: 0, to: problem.span.to } } : {})`
  }),
  mutant("takes a target for a figure", "required-is-missed", {
    file: "review/internal/missingFields.ts",
    from: "has: ({ target }) => target?.value !== undefined",
    to: "has: ({ target }) => target !== undefined"
  }),
  mutant("gives the weight of a missing part away where the policy waits", "absence-never-helps", {
    file: "evaluation/evaluate.ts",
    from: `return missing === "renormalise" ||`,
    to: `return missing !== "renormalise" ||`
  }),
  mutant("adds scores up instead of taking their mean", "evaluation-within", {
    file: "evaluation/evaluate.ts",
    from: "dividedByUnsafe(weightedSum, total)",
    to: "dividedByUnsafe(weightedSum, { n: total.n, d: 2n * total.d })"
  }),
  mutant("counts the excused among the broken too", "kept-counted-once", {
    file: "evaluation/fulfilmentRate.ts",
    from: `notFulfilled: count("NotFulfilled") - excused,`,
    to: `notFulfilled: count("NotFulfilled"),`
  })
]
