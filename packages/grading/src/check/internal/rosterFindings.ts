import type { Id, Unit } from "@zhengyou/core"
import * as Result from "effect/Result"
import { leavesFor } from "../../Criterion.ts"
import { groupBy } from "../../internal/groupBy.ts"
import { named } from "../../internal/named.ts"
import { type Outcomes, outcomesOf } from "../../internal/outcomesOf.ts"
import type { Quota } from "../../Quota.ts"
import type { Finding } from "../Finding.ts"
import { criteriaAt } from "./criterionFindings.ts"
import { type At, candidateShare, quotasAt } from "./quotaFindings.ts"
import { isAll, isNone, seatsAmong } from "./quotaMath.ts"
import type { Study } from "./Study.ts"
import { everything, findingOf, inputsOf, type Profile, shownBy, uniformly, witnessOf } from "./witness.ts"

/** A unit of the roster, graded by its marks alone as far as that can be. */
const asProfile = (study: Study, unit: Unit, share: Profile["share"]): Profile => ({
  unit,
  facts: study.plain(unit.type),
  share,
  awards: []
})

const keyOf = (within: NonNullable<Quota["within"]>, unit: Unit): string =>
  (within === "unit.type" ? unit.type : unit.parent) ?? ""

const groupsOf = (
  { roster }: Study,
  { within }: Quota
): ReadonlyArray<readonly [string | undefined, ReadonlyArray<Unit>]> =>
  within === undefined ? [[undefined, roster]] : [...groupBy(roster, (unit) => keyOf(within, unit))]

/** How many units of the roster a witness has at most. */
const unitsShown = 60

const isAllPushed = ({ outcomes }: Outcomes, kind: Quota["kind"]): boolean =>
  outcomes.some(({ _tag }) => _tag === "Graded") &&
  outcomes.every(
    ({ _tag, reasons }) =>
      _tag !== "Graded" || reasons.some((reason) => reason._tag === "QuotaPushed" && reason.kind === kind)
  )

const takesRoster = (
  study: Study,
  { quota, i, about }: At,
  shares: ReadonlyMap<Id, Parameters<typeof uniformly>[0]>
) => {
  const share = candidateShare(study, quota, shares)
  const isAnyway = quota.kind === "cap" ? isNone(quota.seats) : isAll(quota.seats)
  if (quota.force === "soft" || isAnyway || share === undefined) return []
  return groupsOf(study, quota).flatMap(([group, units]) => {
    const seats = seatsAmong(quota.seats, units.length)
    const takes = quota.kind === "cap" ? seats === 0 : seats >= units.length
    if (!takes || units.length > unitsShown) return []
    return shownBy(
      study.book,
      ["quotas", i, "seats"],
      {
        _tag: "QuotaTakesRoster",
        ...about,
        seats,
        units: units.length,
        ...(group === undefined ? {} : { group })
      },
      inputsOf(
        study.book,
        units.map((unit) => asProfile(study, unit, uniformly(share)))
      ),
      (grading) => isAllPushed(grading, quota.kind)
    )
  })
}

const groupUnstated = (study: Study, { quota, i, about }: At): ReadonlyArray<Finding> => {
  const { within } = quota
  if (within === undefined) return []
  const units = study.roster.filter((unit) => (within === "unit.type" ? unit.type : unit.parent) === undefined)
  if (units.length === 0) return []
  return shownBy(
    study.book,
    ["quotas", i, "within"],
    { _tag: "GroupUnstated", ...about, within, units: units.length },
    inputsOf(
      study.book,
      units.slice(0, unitsShown).map((unit) => asProfile(study, unit, everything))
    ),
    ({ quotas }) => quotas.some(({ group }) => group === "")
  )
}

/** One unit of each type of the roster. */
const oneOfEach = ({ roster }: Study): ReadonlyArray<Unit> => [
  ...new Map(roster.toReversed().map((unit) => [unit.type, unit])).values()
]

const criterionForNobody = (study: Study): ReadonlyArray<Finding> => {
  const { book } = study
  const units = oneOfEach(study)
  const applied = new Set(
    units.flatMap(({ type }) => leavesFor(book.criteria, type).map(({ criterion }) => criterion.id))
  )
  const possible = new Set(
    study.types.flatMap((type) => leavesFor(book.criteria, type).map(({ criterion }) => criterion.id))
  )
  const missed = criteriaAt(study).filter(({ criterion: { id } }) => possible.has(id) && !applied.has(id))
  if (missed.length === 0) return []
  const profiles = units.slice(0, unitsShown).map((unit) => asProfile(study, unit, everything))
  const inputs = inputsOf(book, profiles)
  const graded = outcomesOf(book, inputs)
  if (Result.isFailure(graded)) return []
  const witness = witnessOf(inputs, graded.success)
  const scored = new Set(
    graded.success.outcomes.flatMap((outcome) =>
      "scores" in outcome ? outcome.scores.map((one) => one.criterion) : []
    )
  )
  return missed.flatMap(({ criterion, path }) =>
    scored.has(criterion.id)
      ? []
      : [findingOf(path, { _tag: "CriterionForNobody", criterion: named(criterion) }, witness)]
  )
}

const nothingForUnit = (study: Study): ReadonlyArray<Finding> => {
  const { book } = study
  return oneOfEach(study).flatMap((unit) => {
    if (leavesFor(book.criteria, unit.type).length > 0) return []
    const { id, type } = unit
    return shownBy(
      book,
      ["criteria"],
      { _tag: "NothingForUnit", unit: id, ...(type === undefined ? {} : { type }) },
      inputsOf(book, [asProfile(study, unit, everything)]),
      ({ outcomes: [outcome] }) => outcome?.reasons.some(({ _tag }) => _tag === "NothingToScore") ?? false
    )
  })
}

/** What does not fit between a book and a roster; nothing without one. */
export const rosterFindings = (
  study: Study,
  shares: ReadonlyMap<Id, Parameters<typeof uniformly>[0]>
): ReadonlyArray<Finding> => {
  if (study.roster.length === 0) return []
  const quotas = quotasAt(study)
  return [
    ...quotas.flatMap((at) => takesRoster(study, at, shares)),
    ...quotas.flatMap((at) => groupUnstated(study, at)),
    ...criterionForNobody(study),
    ...nothingForUnit(study)
  ]
}
