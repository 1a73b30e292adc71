import { compareExact, dividedByUnsafe, type Exact, type Named, one, type Path, plus, zero } from "@zhengyou/core"
import * as Result from "effect/Result"
import { exampleInputs } from "../../answers/exampleInputs.ts"
import { runExamples } from "../../answers/runExamples.ts"
import { levelNamed, named } from "../../internal/named.ts"
import { outcomesOf } from "../../internal/outcomesOf.ts"
import type { Outcome } from "../../Outcome.ts"
import type { Finding } from "../Finding.ts"
import { butOn, criteriaAt, typesOfCriteria } from "./criterionFindings.ts"
import { plainProfile, topOf } from "./profiles.ts"
import type { Study } from "./Study.ts"
import { findingOf, inputsOf, type Profile, shownBy, uniformly, witnessOf } from "./witness.ts"

const roundingOnlyShows = (study: Study): ReadonlyArray<Finding> => {
  const { book, types } = study
  const { total } = book.rounding
  if (book.decideOn === "rounded" || total === undefined) return []
  const { digits } = total
  const step = dividedByUnsafe(one, { n: 20n * 10n ** BigInt(digits), d: 1n })
  const half: Exact = { n: 1n, d: 2n }
  const shares = [half, plus(half, dividedByUnsafe(step, topOf(book)))]
  const profiles = shares.map((share, i) => plainProfile(study, `u${i + 1}`, types[0], uniformly(share)))
  return shownBy(
    book,
    ["rounding", "total"],
    { _tag: "RoundingOnlyShows", digits },
    inputsOf(book, profiles),
    ({ outcomes: [a, b] }) =>
      a?._tag === "Graded" && b?._tag === "Graded" && a.total.shown === b.total.shown && a.rank !== b.rank
  )
}

const exactOf = (outcome: Outcome | undefined): Exact | undefined =>
  outcome !== undefined && "total" in outcome ? outcome.total.exact : undefined

/** A criterion or a panel that may be left out, with a unit that is badly marked there and one that is not marked there. */
interface Omission {
  readonly path: Path
  readonly missing: Named
  readonly type: string | undefined
  readonly with: Profile["share"]
  readonly without: Profile["share"]
}

const omissions = (study: Study): ReadonlyArray<Omission> => {
  const { book } = study
  const types = typesOfCriteria(study)
  const criteria = criteriaAt(study).flatMap(({ criterion, path }): ReadonlyArray<Omission> => {
    const { id, missing } = criterion
    if (missing !== "exclude" || !types.has(id)) return []
    const without: Profile["share"] = (other) => (other.id === id ? undefined : one)
    return [
      { path: [...path, "missing"], missing: named(criterion), type: types.get(id), with: butOn(id, zero), without }
    ]
  })
  const panels = book.panels.flatMap((panel, i): ReadonlyArray<Omission> => {
    if (panel.missing !== "exclude") return []
    return [
      {
        path: ["panels", i, "missing"],
        missing: named(panel),
        type: study.types[0],
        with: (_, other) => (other.id === panel.id ? zero : one),
        without: (_, other) => (other.id === panel.id ? undefined : one)
      }
    ]
  })
  return [...criteria, ...panels]
}

/** How many omissions are tried before it is taken that none of them shows a gain. */
const omissionsTried = 12

/** The first criterion or panel that a unit gains by missing: the others would say the same again. */
const gainsByMissing = (study: Study): ReadonlyArray<Finding> => {
  const { book } = study
  for (const omission of omissions(study).slice(0, omissionsTried)) {
    const { path, missing, type } = omission
    const inputs = inputsOf(book, [
      plainProfile(study, "u1", type, omission.with),
      plainProfile(study, "u2", type, omission.without)
    ])
    const graded = outcomesOf(book, inputs)
    if (Result.isFailure(graded)) continue
    const [a, b] = graded.success.outcomes.map(exactOf)
    if (a === undefined || b === undefined || compareExact(a, b) >= 0) continue
    const problem = { _tag: "GainsByMissing", missing, with: a, without: b } as const
    return [findingOf(path, problem, witnessOf(inputs, graded.success))]
  }
  return []
}

const unscoredIsGraded = (study: Study): ReadonlyArray<Finding> => {
  const { book, types } = study
  const inputs = inputsOf(book, [plainProfile(study, "u1", types[0], () => undefined)])
  const graded = outcomesOf(book, inputs)
  const outcome = Result.isSuccess(graded) ? graded.success.outcomes[0] : undefined
  if (Result.isFailure(graded) || outcome?._tag !== "Graded") return []
  const panel = book.panels.findIndex(({ missing }) => missing === "zero")
  const criterion = criteriaAt(study).find((at) => at.criterion.missing === "zero")
  const path = criterion === undefined ? ["panels", Math.max(0, panel), "missing"] : [...criterion.path, "missing"]
  const problem = { _tag: "UnscoredIsGraded", level: levelNamed(book.ladder, outcome.level) } as const
  return [findingOf(path, problem, witnessOf(inputs, graded.success))]
}

const examples = ({ book }: Study): ReadonlyArray<Finding> =>
  runExamples(book).flatMap((result, i) => {
    const example = book.examples[i]
    if (result._tag === "Agrees" || example === undefined) return []
    const inputs = exampleInputs(book, example)
    const graded = outcomesOf(book, inputs)
    const unit = result._tag === "Differs" ? result.differences[0]?.unit : undefined
    const problem = {
      _tag: "ExampleDisagrees",
      example: result.name,
      ...(unit === undefined ? {} : { unit })
    } as const
    return [findingOf(["examples", i], problem, witnessOf(inputs, Result.getOrUndefined(graded)))]
  })

/** Settings that leave a case open or whose consequences surprise, and worked examples that disagree. */
export const settingFindings = (study: Study): ReadonlyArray<Finding> => [
  ...roundingOnlyShows(study),
  ...gainsByMissing(study),
  ...unscoredIsGraded(study),
  ...examples(study)
]
