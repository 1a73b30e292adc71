import { compareExact, type Exact, type Id, nextLevelDown, type Path, round } from "@zhengyou/core"
import { levelNamed, named } from "../../internal/named.ts"
import type { Outcomes } from "../../internal/outcomesOf.ts"
import type { Outcome } from "../../Outcome.ts"
import type { Finding, FindingProblem } from "../Finding.ts"
import { atTotal, best, topOf, worst } from "./profiles.ts"
import type { Study } from "./Study.ts"
import { totalBounds } from "./scoreBounds.ts"
import { inputsOf, type Profile, shownBy } from "./witness.ts"

const totalOf = (outcome: Outcome | undefined): Exact | undefined =>
  outcome !== undefined && "total" in outcome ? outcome.total.decided : undefined

const isBelow = (a: Exact | undefined, b: Exact): boolean => a !== undefined && compareExact(a, b) < 0
const isFrom = (a: Exact | undefined, b: Exact): boolean => a !== undefined && compareExact(a, b) >= 0

/** How many types of unit are tried for a witness. */
const typesTried = 12

/** The types by the most that their totals can be, the highest first. */
const typesByMost = ({ book, types }: Study): ReadonlyArray<Id | undefined> =>
  types
    .map((type) => ({ type, most: totalBounds(book, type)?.most }))
    .toSorted((a, b) => (a.most === undefined || b.most === undefined ? 0 : compareExact(b.most, a.most)))
    .map(({ type }) => type)

/** The first finding that one of several rounds of one unit shows. */
const firstShown = (
  { book }: Study,
  profiles: ReadonlyArray<() => Profile>,
  path: Path,
  problem: FindingProblem,
  isShown: (outcome: Outcome | undefined) => boolean
): ReadonlyArray<Finding> => {
  for (const profile of profiles) {
    const inputs = inputsOf(book, [profile()])
    const found = shownBy(book, path, problem, inputs, ({ outcomes }) => isShown(outcomes[0]))
    if (found.length > 0) return found
  }
  return []
}

const gap = (study: Study): ReadonlyArray<Finding> => {
  const { book, types, totals } = study
  const lowest = (book.bands.at(-1) ?? book.bands[0]).from
  if (!isBelow(totals.least, lowest)) return []
  return firstShown(
    study,
    types.slice(0, typesTried).map((type) => () => worst(study, "u1", type)),
    ["bands", book.bands.length - 1, "from"],
    { _tag: "BandGap", lowest },
    (outcome) => outcome?._tag === "Undetermined" && isBelow(totalOf(outcome), lowest)
  )
}

const outOfReach = (study: Study): ReadonlyArray<Finding> => {
  const { book, totals } = study
  const { most } = totals
  if (most === undefined) return []
  return book.bands.flatMap(({ level, from }, i) =>
    isFrom(most, from)
      ? []
      : firstShown(
          study,
          typesByMost(study)
            .slice(0, typesTried)
            .map((type) => () => best(study, "u1", type)),
          ["bands", i, "from"],
          { _tag: "BandOutOfReach", level: levelNamed(book.ladder, level), from, most },
          (outcome) => isBelow(totalOf(outcome), from)
        )
  )
}

const belowAll = (study: Study): ReadonlyArray<Finding> => {
  const { book, types, totals } = study
  const level = (id: string) => levelNamed(book.ladder, id)
  return book.bands.flatMap((band, i) => {
    const above = book.bands[i - 1]
    if (above === undefined || !isFrom(totals.least, above.from)) return []
    return firstShown(
      study,
      types.slice(0, typesTried).map((type) => () => worst(study, "u1", type)),
      ["bands", i],
      {
        _tag: "BandBelowAll",
        level: level(band.level),
        least: totals.least,
        above: level(above.level)
      },
      (outcome) => isFrom(totalOf(outcome), above.from)
    )
  })
}

/** Bands between two neighbours that rounding can come to, where the rounded total decides. */
const skipped = (study: Study): ReadonlyArray<Finding> => {
  const { book, types } = study
  const { total: rounding } = book.rounding
  if (book.decideOn === "exact" || rounding === undefined) return []
  const { digits } = rounding
  return book.bands.flatMap(({ level, from }, i) => {
    const next = book.bands[i - 1]?.from
    if (next === undefined || isBelow(round(from, { mode: "ceil", digits }), next)) return []
    return firstShown(
      study,
      types.slice(0, typesTried).map((type) => () => atTotal(study, "u1", type, from)),
      ["bands", i],
      { _tag: "BandSkipped", level: levelNamed(book.ladder, level), from, next, digits },
      (outcome) =>
        outcome !== undefined &&
        "total" in outcome &&
        isFrom(outcome.total.exact, from) &&
        isBelow(outcome.total.exact, next) &&
        !("level" in outcome && outcome.level === level)
    )
  })
}

const hasLevel = ({ outcomes }: Outcomes, level: Id): boolean =>
  outcomes.some((outcome) => "level" in outcome && outcome.level === level)

/** Levels of the ladder that no band, recognition, gate or quota gives. */
const neverGiven = (study: Study): ReadonlyArray<Finding> => {
  const { book, types } = study
  // A gate that freezes may give any level of the ladder.
  if (book.gates.some(({ then }) => "notAbove" in then)) return []
  const given = new Set<Id | undefined>([
    ...book.bands.map(({ level }) => level),
    ...book.recognitions.map(({ level }) => level),
    ...book.gates.flatMap(({ then }) => ("atMost" in then ? [then.atMost] : [])),
    ...book.quotas.map(({ kind, level }) => (kind === "floor" ? level : nextLevelDown(book.ladder, level)))
  ])
  return book.ladder.flatMap((level, i) => {
    if (given.has(level.id)) return []
    const totals = [...book.bands.map(({ from }) => from), topOf(book)]
    const profiles = totals.map((total, j) => atTotal(study, `u${j + 1}`, types[0], total))
    return shownBy(
      book,
      ["ladder", i],
      { _tag: "LevelNeverGiven", level: named(level) },
      inputsOf(book, profiles),
      (grading) => !hasLevel(grading, level.id)
    )
  })
}

/** What is unwise about the bands: gaps, and levels that nobody can have. */
export const bandFindings = (study: Study): ReadonlyArray<Finding> => [
  ...gap(study),
  ...outOfReach(study),
  ...belowAll(study),
  ...skipped(study),
  ...neverGiven(study)
]
