import {
  CalendarDate,
  type Exact,
  type Fact,
  type FactValue,
  type Id,
  isSameExact,
  minus,
  one,
  type Path,
  parseDate,
  times,
  type Unit,
  zero
} from "@zhengyou/core"
import * as Result from "effect/Result"
import type { Award } from "../../Adjustment.ts"
import { outcomeWord } from "../../answers/outcomeWord.ts"
import type { Expectation } from "../../BookExample.ts"
import { type Criterion, type Leaf, leavesFor } from "../../Criterion.ts"
import type { GradingInputs } from "../../GradingInputs.ts"
import type { Outcomes } from "../../internal/outcomesOf.ts"
import { outcomesOf } from "../../internal/outcomesOf.ts"
import type { Outcome } from "../../Outcome.ts"
import { type Panel, scores } from "../../Panel.ts"
import { RuleBook, type RuleBookShape } from "../../RuleBook.ts"
import type { Mark } from "../../Scoring.ts"
import type { Sheet } from "../../Sheet.ts"
import type { Finding, FindingProblem, Witness } from "../Finding.ts"
import { markFor } from "./markFor.ts"
import type { Assignment } from "./search.ts"

/** A unit of a witness: what it is, and how it is marked. */
export interface Profile {
  readonly unit: Unit
  readonly facts: Assignment
  /** The share of its maximum that raters give a criterion; nothing for a criterion that nobody scores. */
  readonly share: (criterion: Criterion, panel: Panel, group: Id | undefined) => Exact | undefined
  /** How many raters each panel needs at least, where the panel itself asks for fewer. */
  readonly raters?: number
  readonly awards: ReadonlyArray<Omit<Award, "unit">>
}

/** How many sheets of one panel a witness may need before it is not made. */
export const ratersLimit = 200

const ratersOf = (panel: Panel, least: number): ReadonlyArray<{ readonly rater: string; readonly group?: Id }> => {
  const groups = panel.groups ?? [undefined]
  const each = Math.ceil(Math.min(Math.max(panel.minimumRaters, least), ratersLimit) / groups.length)
  return groups.flatMap((group) =>
    Array.from({ length: each }, (_, i) => ({
      rater: `${group?.id ?? "r"}-${i + 1}`.slice(0, 120),
      ...(group === undefined ? {} : { group: group.id })
    }))
  )
}

const ninetyNine: Exact = { n: 99n, d: 100n }

/** A share that differs a little: discipline makes sheets void that give every criterion the same. */
const nudged = (share: Exact): Exact => (share.n === 0n ? minus(one, ninetyNine) : times(share, ninetyNine))

const marksBy = (
  leaves: ReadonlyArray<Leaf>,
  { share }: Profile,
  panel: Panel,
  group: Id | undefined
): Readonly<Record<string, Mark>> => {
  const own = leaves.flatMap(({ criterion }) => {
    const wanted = scores(panel, criterion.id) ? share(criterion, panel, group) : undefined
    return wanted === undefined ? [] : [{ criterion, wanted }]
  })
  const [first] = own
  const isUniform =
    (panel.voids ?? []).length > 0 &&
    own.length > 1 &&
    own.every(({ wanted }) => first !== undefined && isSameExact(wanted, first.wanted))
  return Object.fromEntries(
    own.map(({ criterion, wanted }, i) => [
      criterion.id,
      markFor(criterion, isUniform && i === 0 ? nudged(wanted) : wanted)
    ])
  )
}

const sheetsOf = (book: RuleBook, profile: Profile): ReadonlyArray<Sheet> => {
  const leaves = leavesFor(book.criteria, profile.unit.type)
  return book.panels.flatMap((panel) =>
    ratersOf(panel, profile.raters ?? 1).flatMap((one) => {
      const marks = marksBy(leaves, profile, panel, one.group)
      if (Object.keys(marks).length === 0) return []
      return [{ unit: profile.unit.id, panel: panel.id, ...one, scores: marks }]
    })
  )
}

const given = (profile: Profile): ReadonlyArray<Fact> =>
  [...profile.facts].flatMap(([fact, value]) =>
    value === undefined || /^(unit|score)\./.test(fact) ? [] : [{ unit: profile.unit.id, fact, value }]
  )

const numberOf = (value: FactValue | undefined): number | undefined =>
  value?._tag === "Number" ? Number(value.value.n / value.value.d) : undefined

/** The day that is some months before another, at most the 28th, which every month has; nothing before the year 1. */
const monthsBefore = (day: CalendarDate, months: number): CalendarDate | undefined => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number)
  const at = year * 12 + (month - 1) - months
  const part = (n: number, width: number) => String(n).padStart(width, "0")
  const text = `${part(Math.floor(at / 12), 4)}-${part((at % 12) + 1, 2)}-${part(Math.min(date, 28), 2)}`
  return Result.getOrUndefined(parseDate(text))
}

/** A day on which the book is in force, for units whose age matters. */
const dayOf = (book: RuleBook): CalendarDate => book.valid?.from ?? CalendarDate.make("2026-01-01")

/** A unit with the id, type, parent and day of founding that its facts want. */
export const unitFor = (book: RuleBook, id: string, facts: Assignment, type: Id | undefined): Unit => {
  const text = (fact: string): string | undefined => {
    const value = facts.get(fact)
    return value?._tag === "Text" ? value.value : undefined
  }
  const age = numberOf(facts.get("unit.age.months"))
  const stated = facts.get("unit.founded")
  const founded =
    stated?._tag === "Date" ? stated.value : age === undefined ? undefined : monthsBefore(dayOf(book), age)
  const [ownId, ownType, parent] = [
    text("unit.id") ?? id,
    facts.has("unit.type") ? text("unit.type") : type,
    text("unit.parent")
  ]
  return {
    id: ownId,
    name: { "zh-CN": `示例单位 ${ownId}`, en: `example unit ${ownId}` },
    ...(ownType === undefined ? {} : { type: ownType }),
    ...(parent === undefined ? {} : { parent }),
    ...(founded === undefined ? {} : { founded })
  }
}

/** The inputs of a round of some profiles. */
export const inputsOf = (book: RuleBook, profiles: ReadonlyArray<Profile>): GradingInputs => {
  const isAged = profiles.some(({ facts }) => facts.get("unit.age.months") !== undefined)
  return {
    units: profiles.map(({ unit }) => unit),
    sheets: profiles.flatMap((profile) => sheetsOf(book, profile)),
    facts: profiles.flatMap(given),
    awards: profiles.flatMap(({ unit, awards }) => awards.map((award) => ({ ...award, unit: unit.id }))),
    ...(isAged ? { asOf: dayOf(book) } : {})
  }
}

const shownOf = (outcome: Outcome): Expectation => ({
  unit: outcome.unit,
  outcome: outcomeWord(outcome),
  ...("level" in outcome ? { level: outcome.level } : {}),
  ...("total" in outcome ? { total: outcome.total.decided } : {}),
  ...("rank" in outcome ? { rank: outcome.rank } : {})
})

/** What shows a finding, given what its inputs were graded to. */
export const witnessOf = (inputs: GradingInputs, grading: Outcomes | undefined): Witness => ({
  ...inputs,
  awards: inputs.awards ?? [],
  shows: grading?.outcomes.map(shownOf) ?? []
})

const notices: ReadonlySet<FindingProblem["_tag"]> = new Set<FindingProblem["_tag"]>([
  "LotsNeedSeed",
  "TiesExceedQuota",
  "RoundingOnlyShows",
  "GainsByMissing",
  "UnscoredIsGraded",
  "NotDecided"
])

/** A finding with its witness as it stands. */
export const findingOf = (path: Path, problem: FindingProblem, witness: Witness): Finding => ({
  path,
  severity: notices.has(problem._tag) ? "notice" : "fault",
  problem,
  witness
})

/** A finding, where grading the inputs shows it; nothing otherwise, for what cannot be shown is not claimed. */
export const shownBy = (
  book: RuleBook,
  path: Path,
  problem: FindingProblem,
  inputs: GradingInputs,
  isShown: (grading: Outcomes) => boolean
): ReadonlyArray<Finding> => {
  const graded = outcomesOf(book, inputs)
  if (Result.isFailure(graded) || !isShown(graded.success)) return []
  return [findingOf(path, problem, witnessOf(inputs, graded.success))]
}

/**
 * A book with fewer rules: it is sound because the whole one is, and a large one is not worth being proved so again for
 * each rule that is left out.
 */
export const withParts = (book: RuleBook, parts: Partial<Pick<RuleBookShape, "gates" | "quotas">>): RuleBook =>
  RuleBook.make({ ...book, ...parts }, { disableChecks: true })

/** The same share of every maximum. */
export const uniformly =
  (share: Exact): Profile["share"] =>
  () =>
    share

/** Nothing earned. */
export const nothing: Profile["share"] = uniformly(zero)

/** Everything earned. */
export const everything: Profile["share"] = uniformly(one)
