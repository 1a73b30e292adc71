import { type Exact, type Id, isSameExact, one, type Path, zero } from "@zhengyou/core"
import * as Result from "effect/Result"
import { allLeaves, type Criterion, isGroup, leavesFor, typesNamed } from "../../Criterion.ts"
import { nodesAt } from "../../internal/book/criteriaFaults.ts"
import { groupBy } from "../../internal/groupBy.ts"
import { named } from "../../internal/named.ts"
import { outcomesOf } from "../../internal/outcomesOf.ts"
import type { Outcome } from "../../Outcome.ts"
import type { Finding } from "../Finding.ts"
import { plainProfile } from "./profiles.ts"
import type { Study } from "./Study.ts"
import { constantScore } from "./scoreBounds.ts"
import { everything, findingOf, inputsOf, type Profile, witnessOf } from "./witness.ts"

interface At {
  readonly criterion: Criterion
  readonly path: Path
}

interface Constant extends At {
  readonly score: Exact
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

/** The score of a criterion in an outcome. */
const scoreIn = (outcome: Outcome | undefined, criterion: Id): Exact | undefined =>
  outcome !== undefined && "scores" in outcome
    ? outcome.scores.find((score) => score.criterion === criterion)?.score
    : undefined

/** The constant criteria that apply to one type: the same two units show all of them. */
const constantFor = (
  study: Study,
  type: Id | undefined,
  constants: ReadonlyArray<Constant>
): ReadonlyArray<Finding> => {
  const { book } = study
  const ids = new Set(constants.map(({ criterion }) => criterion.id))
  const profiles = [zero, one].map((share, i) =>
    plainProfile(study, `u${i + 1}`, type, ({ id }) => (ids.has(id) ? share : one))
  )
  const inputs = inputsOf(book, profiles)
  const graded = outcomesOf(book, inputs)
  if (Result.isFailure(graded)) return []
  const witness = witnessOf(inputs, graded.success)
  const [a, b] = graded.success.outcomes
  if (!isSameTotal(a, b)) return []
  return constants.flatMap(({ criterion, path, score }) => {
    const [x, y] = [scoreIn(a, criterion.id), scoreIn(b, criterion.id)]
    if (x === undefined || y === undefined || !isSameExact(x, y)) return []
    return [findingOf(path, { _tag: "CriterionConstant", criterion: named(criterion), score }, witness)]
  })
}

const constant = (study: Study): ReadonlyArray<Finding> => {
  const types = typesOfCriteria(study)
  const constants = criteriaAt(study).flatMap((at): ReadonlyArray<Constant> => {
    const score = types.has(at.criterion.id) ? constantScore(study.book, at.criterion) : undefined
    return score === undefined ? [] : [{ ...at, score }]
  })
  const byType = groupBy(constants, ({ criterion }) => JSON.stringify(types.get(criterion.id) ?? null))
  return [...byType.values()].flatMap((some) => constantFor(study, types.get(some[0]?.criterion.id ?? ""), some))
}

const isScored = (outcome: Outcome, criterion: Id): boolean =>
  "scores" in outcome && outcome.scores.some((score) => score.criterion === criterion)

/** How many units show that a criterion applies to nobody. */
const unitsShown = 8

const neverApplies = (study: Study): ReadonlyArray<Finding> => {
  const { book } = study
  const types = typesOfCriteria(study)
  if (types.size === allLeaves(book.criteria).length) return []
  const profiles = typesNamed(book.criteria)
    .slice(0, unitsShown)
    .map((type, i) => plainProfile(study, `u${i + 1}`, type, everything))
  const inputs = inputsOf(book, profiles)
  const graded = outcomesOf(book, inputs)
  if (Result.isFailure(graded)) return []
  const { outcomes } = graded.success
  const witness = witnessOf(inputs, graded.success)
  return criteriaAt(study).flatMap(({ criterion, path }) =>
    types.has(criterion.id) || outcomes.some((outcome) => isScored(outcome, criterion.id))
      ? []
      : [findingOf(path, { _tag: "CriterionNeverApplies", criterion: named(criterion) }, witness)]
  )
}

/** What is unwise about the criteria: those that can never matter. */
export const criterionFindings = (study: Study): ReadonlyArray<Finding> => [...constant(study), ...neverApplies(study)]
