import {
  compareExact,
  dividedByUnsafe,
  type Exact,
  exactUnsafe,
  type Id,
  one,
  plus,
  type Rounding,
  round,
  sum,
  times,
  zero
} from "@zhengyou/core"
import type { Question } from "@zhengyou/satisfaction"
import { choicesOf, placesOf } from "../generators/places.ts"
import type { SatisfactionRules, SurveyCounts } from "../SatisfactionLaw.ts"

const whole = (n: number): Exact => exactUnsafe(n)
const roundedShare = (share: Exact, rounding: Rounding | undefined): Exact =>
  rounding === undefined ? share : dividedByUnsafe(round(times(share, whole(100)), rounding), whole(100))

interface Part {
  readonly weight: Exact
  readonly rate: Exact
}

const mean = (parts: ReadonlyArray<Part>): Exact | undefined =>
  parts.length === 0
    ? undefined
    : dividedByUnsafe(sum(parts.map(({ weight, rate }) => times(weight, rate))), sum(parts.map(({ weight }) => weight)))

const numberIn = (
  rows: ReadonlyArray<{ readonly subject: Id; readonly group: Id }>,
  subject: Id,
  boxes: ReadonlySet<Id>,
  of: (i: number) => number
): number =>
  rows.reduce((total, row, i) => (row.subject === subject && boxes.has(row.group) ? total + of(i) : total), 0)

/** What each ballot of a group's base is worth on a question, one by one: the plain meaning of a formula. */
const worthsOf = (
  { questionnaire, formula }: SatisfactionRules,
  { tally, invited }: SurveyCounts,
  subject: Id,
  boxes: ReadonlySet<Id>,
  question: Question
): ReadonlyArray<Exact> => {
  const rows = tally.choices.filter((row) => row.question === question.id)
  const copies = (ballots: number, worth: Exact): ReadonlyArray<Exact> => Array.from({ length: ballots }, () => worth)
  const said = (choice: Id): number =>
    numberIn(rows, subject, boxes, (i) => (rows[i]?.choice === choice ? (rows[i]?.ballots ?? 0) : 0))
  const choices = choicesOf(questionnaire, question)
  const ofKind = (kind: string) => choices.filter((choice) => choice.kind === kind)
  const opinions = ofKind("rated").flatMap(({ id }) =>
    copies(said(id), formula.points === "marks" ? exactUnsafe(id) : (formula.points[id] ?? zero))
  )
  const unsure = ofKind("neutral").reduce((n, { id }) => n + said(id), 0)
  const base = {
    valid: () => 0,
    returned: () => numberIn(tally.returned, subject, boxes, (i) => tally.returned[i]?.ballots ?? 0),
    issued: () => numberIn(invited, subject, boxes, (i) => invited[i]?.issued ?? 0),
    due: () => numberIn(invited, subject, boxes, (i) => invited[i]?.due ?? 0)
  }[formula.base]()
  const silent = Math.max(0, base - opinions.length - unsure)
  const points = [
    ...opinions,
    ...(formula.neutral === "excluded" ? [] : copies(unsure, formula.neutral)),
    ...copies(silent, formula.unanswered)
  ]
  return points.map((x) => dividedByUnsafe(x, formula.fullMarks))
}

const trimmed = (worths: ReadonlyArray<Exact>, { trim }: SatisfactionRules["formula"]): ReadonlyArray<Exact> => {
  if (trim === undefined || worths.length <= trim.moreThan) return worths
  const wanted = Number(round(times(trim.share, whole(worths.length)), { mode: trim.mode, digits: 0 }).n)
  const dropped = Math.min(wanted, Math.floor((worths.length - 1) / 2))
  return worths.toSorted(compareExact).slice(dropped, worths.length - dropped)
}

/** A subject's rate by the definition of the formula, ballot by ballot; nothing where there is none. Floors are not looked at. */
export const referenceRate = (rules: SatisfactionRules, counts: SurveyCounts, subject: Id): Exact | undefined => {
  const { questionnaire, formula } = rules
  const places = placesOf(questionnaire, subject).filter(({ isOwn }) => !isOwn)
  const asked = questionnaire.questions.flatMap((question) => {
    const weight = formula.questions === undefined ? one : formula.questions[question.id]
    return weight === undefined ? [] : [{ question, weight }]
  })
  const parts = asked.map(({ question, weight }): Part | undefined => {
    const groups = questionnaire.groups.flatMap(({ id }): ReadonlyArray<Part> => {
      const boxes = new Set(places.flatMap((place) => (place.group === id ? [place.box] : [])))
      const worths = trimmed(worthsOf(rules, counts, subject, boxes, question), formula)
      const weightOf = formula.groups === "pooled" ? whole(worths.length) : formula.groups[id]
      if (worths.length === 0 || weightOf === undefined) return []
      const rate = dividedByUnsafe(worths.reduce(plus, zero), whole(worths.length))
      return [{ weight: weightOf, rate: roundedShare(rate, formula.rounding.group) }]
    })
    const rate = mean(groups)
    return rate && { weight, rate: roundedShare(rate, formula.rounding.question) }
  })
  const found = parts.flatMap((part) => part ?? [])
  const rate = found.length < parts.length ? undefined : mean(found)
  return rate && roundedShare(rate, formula.rounding.total)
}
