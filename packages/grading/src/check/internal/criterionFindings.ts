import { type Id, isSameExact, one, type Path, zero } from "@zhengyou/core"
import { allLeaves, type Criterion, isGroup, leavesFor, typesNamed } from "../../Criterion.ts"
import { nodesAt } from "../../internal/book/criteriaFaults.ts"
import { named } from "../../internal/named.ts"
import type { Outcome } from "../../Outcome.ts"
import type { Finding } from "../Finding.ts"
import { plainProfile } from "./profiles.ts"
import type { Study } from "./Study.ts"
import { constantScore } from "./scoreBounds.ts"
import { everything, inputsOf, type Profile, shownBy } from "./witness.ts"

interface At {
  readonly criterion: Criterion
  readonly path: Path
}

/** The criteria of a book with their places. */
export const criteriaAt = ({ book }: Study): ReadonlyArray<At> =>
  nodesAt(book.criteria).flatMap(({ node, path }) => (isGroup(node) ? [] : [{ criterion: node, path }]))

/** The first type of unit that each criterion applies to. */
export const typesOfCriteria = ({ book, types }: Study): ReadonlyMap<Id, Id | undefined> => {
  const first = new Map<Id, Id | undefined>()
  for (const type of types)
    for (const { criterion } of leavesFor(book.criteria, type))
      if (!first.has(criterion.id)) first.set(criterion.id, type)
  return first
}

/** Everything on all criteria but one. */
export const butOn =
  (id: Id, share: ReturnType<Profile["share"]>): Profile["share"] =>
  (criterion) =>
    criterion.id === id ? share : one

const isSameTotal = (a: Outcome | undefined, b: Outcome | undefined): boolean =>
  a !== undefined && b !== undefined && "total" in a && "total" in b && isSameExact(a.total.exact, b.total.exact)

const constant = (study: Study): ReadonlyArray<Finding> => {
  const { book } = study
  const types = typesOfCriteria(study)
  return criteriaAt(study).flatMap(({ criterion, path }) => {
    const score = types.has(criterion.id) ? constantScore(book, criterion) : undefined
    if (score === undefined) return []
    const type = types.get(criterion.id)
    const profiles = [zero, one].map((share, i) => plainProfile(study, `u${i + 1}`, type, butOn(criterion.id, share)))
    return shownBy(
      book,
      path,
      { _tag: "CriterionConstant", criterion: named(criterion), score },
      inputsOf(book, profiles),
      ({ outcomes: [a, b] }) => isSameTotal(a, b)
    )
  })
}

const isScored = (outcome: Outcome, criterion: Id): boolean =>
  "scores" in outcome && outcome.scores.some((score) => score.criterion === criterion)

/** How many units show that a criterion applies to nobody. */
const unitsShown = 8

const neverApplies = (study: Study): ReadonlyArray<Finding> => {
  const { book } = study
  const types = typesOfCriteria(study)
  if (types.size === allLeaves(book.criteria).length) return []
  return criteriaAt(study).flatMap(({ criterion, path }) => {
    if (types.has(criterion.id)) return []
    const profiles = typesNamed(book.criteria)
      .slice(0, unitsShown)
      .map((type, i) => plainProfile(study, `u${i + 1}`, type, everything))
    return shownBy(
      book,
      path,
      { _tag: "CriterionNeverApplies", criterion: named(criterion) },
      inputsOf(book, profiles),
      ({ outcomes }) => !outcomes.some((outcome) => isScored(outcome, criterion.id))
    )
  })
}

/** What is unwise about the criteria: those that can never matter. */
export const criterionFindings = (study: Study): ReadonlyArray<Finding> => [...constant(study), ...neverApplies(study)]
