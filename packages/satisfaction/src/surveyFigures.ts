import type { Exact, Id, Tally } from "@zhengyou/core"
import * as Result from "effect/Result"
import { type Change, change, type Verdict } from "./change.ts"
import type { Incomparable, NotEstimable, TallyInvalid } from "./errors.ts"
import { type Estimate, estimate } from "./estimate.ts"
import type { Formula } from "./Formula.ts"
import { type GateResult, passesGate } from "./gate.ts"
import { type Measures, measures } from "./internal/surveyMeasures.ts"
import { toNumber } from "./internal/toNumber.ts"
import { linkedLeader } from "./leader.ts"
import { type LinkedScore, linkedEstimate } from "./link.ts"
import { type Places, placesOf, verdictsOnMany } from "./many.ts"
import { linkedByRank } from "./rankLink.ts"
import type { Measured, Satisfaction, Unmeasured } from "./Satisfaction.ts"
import { formulaOf, type SurveyPlan } from "./SurveyPlan.ts"

/** A unit or all of them together in a survey, without what must not be published. */
export type SurveyRow =
  | { readonly _tag: "Withheld"; readonly subject: Id }
  | { readonly _tag: "NoFigure"; readonly subject: Id; readonly reason: Unmeasured }
  | SurveyFigure

/** How many ballots came from a group; absent where that is withheld. */
export interface GroupRow {
  readonly group: Id
  readonly ballots: number | undefined
}

/** A published figure with everything that is said of it. */
export interface SurveyFigure {
  readonly _tag: "Figure"
  readonly subject: Id
  readonly rate: Exact
  readonly returned: number
  /** How the ballots chose in each question, all groups together. */
  readonly choices: ReadonlyArray<{ readonly question: Id; readonly choice: Id; readonly ballots: number }>
  readonly groups: ReadonlyArray<GroupRow>
  readonly estimate: Result.Result<Estimate, NotEstimable>
  /** Absent without an earlier figure that may be published. */
  readonly change: Result.Result<Change, Incomparable | NotEstimable> | undefined
  readonly previous: Exact | undefined
  readonly linked: LinkedScore | undefined
  readonly gates: ReadonlyArray<GateResult>
  readonly places: Places | undefined
}

/** What a survey came to: all units together, each of them, the groups and the leaders. */
export interface SurveyFigures {
  readonly formula: Formula
  readonly overall: SurveyRow
  readonly units: ReadonlyArray<SurveyRow>
  readonly leaders: ReadonlyArray<{ readonly leader: Id; readonly score: LinkedScore | undefined }>
  /** Units whose ballots, or some of whose groups' ballots, are too few to be told. */
  readonly withheld: number
}

const choicesOf = ({ figures }: Measured): SurveyFigure["choices"] => {
  const sums = new Map<string, { question: Id; choice: Id; ballots: number }>()
  for (const { question, counts } of figures) {
    for (const { choice, ballots } of counts) {
      const key = `${question}\n${choice}`
      const sum = sums.get(key) ?? { question, choice, ballots: 0 }
      sum.ballots += ballots
      sums.set(key, sum)
    }
  }
  return [...sums.values()]
}

const published = (figure: Satisfaction, total: number | undefined): Measured | undefined =>
  figure._tag === "Measured" && total !== undefined ? figure : undefined

/**
 * What a survey came to, ready to be published (测评结果): rates with intervals, changes with verdicts, links, and no count that is too small.
 *
 * **Details**
 *
 * The units' changes are judged together, so that of those called up or down few are chance. A unit whose ballots are withheld has no rate, no
 * change and no link: each would give them away. Where the error of a figure cannot be told, its scores and places have the widest range there is. `previous` is the tally of the earlier round, with `earlier` where its plan was another.
 * The overall interval takes every ballot as drawn by itself. Where people rate several units each, their ballots hang together, which secret ballots do not tell:
 * the interval is too narrow then, and a change of the overall rate that is called up or down may be chance.
 *
 * **Refusals**
 *
 * `TallyInvalid` as {@link measure}, for either tally.
 */
export const surveyFigures = (
  plan: SurveyPlan,
  tally: Tally,
  previous?: { readonly tally: Tally; readonly plan: SurveyPlan }
): Result.Result<SurveyFigures, TallyInvalid> =>
  Result.gen(function* () {
    const formula = yield* formulaOf(plan)
    const now = yield* measures(plan, formula, tally)
    const before =
      previous === undefined
        ? undefined
        : yield* measures(previous.plan, yield* formulaOf(previous.plan), previous.tally)
    const level = toNumber(plan.level)
    const places = estimatesOf(now, level)
    const ranks = new Map(placesOf(places, 1 - level).map((place) => [place.subject, place]))
    const { link } = plan
    const scores: ReadonlyArray<LinkedScore> =
      link === undefined
        ? []
        : link._tag === "Rank"
          ? linkedByRank(link, places, 1 - level)
          : places.map((each) => linkedEstimate(link, each))
    const linked = new Map(scores.map((score) => [score.subject, score]))
    const earlierOf = (subject: Id): Measured | undefined => {
      const i = previous?.plan.questionnaire.subjects.indexOf(subject) ?? -1
      const figure = before?.units[i]
      return figure === undefined ? undefined : published(figure, before?.shown.rowTotals[i])
    }
    const row = (
      figure: Satisfaction,
      total: number | undefined,
      groups: ReadonlyArray<number | undefined>,
      earlier: Measured | undefined
    ): SurveyRow => {
      const { subject } = figure
      // A reason that speaks of a group tells of its ballots.
      const spokenOf = figure._tag === "NotMeasured" && "group" in figure.reason ? figure.reason.group : undefined
      const g = plan.questionnaire.groups.findIndex(({ id }) => id === spokenOf)
      if (total === undefined || (g >= 0 && groups[g] === undefined)) return { _tag: "Withheld", subject }
      if (figure._tag === "NotMeasured") return { _tag: "NoFigure", subject: figure.subject, reason: figure.reason }
      return {
        _tag: "Figure",
        subject: figure.subject,
        rate: figure.rate,
        returned: figure.returned,
        choices: choicesOf(figure),
        groups: plan.questionnaire.groups.map(({ id }, g) => ({ group: id, ballots: groups[g] })),
        estimate: estimate(figure, { level }),
        previous: earlier?.rate,
        change: earlier === undefined ? undefined : change(earlier, figure, { level }),
        linked: linked.get(figure.subject),
        gates: plan.gates.map((gate) => passesGate(gate, boundsOf(figure, level))),
        places: ranks.get(figure.subject)
      }
    }
    const units = now.units.map((figure, i) =>
      row(figure, now.shown.rowTotals[i], now.shown.cells[i] ?? [], earlierOf(figure.subject))
    )
    const wasOverall = before === undefined ? undefined : published(before.overall, before.shown.total)
    const overall = row(
      now.overall,
      now.shown.total,
      now.shown.columnTotals,
      wasOverall && { ...wasOverall, subject: now.overall.subject }
    )
    return {
      formula,
      overall,
      units: judgedTogether(units, 1 - level),
      leaders: plan.leaders.map(({ id, posts }) => ({
        leader: id,
        score: leaderOf(id, posts, linked)
      })),
      withheld: units.filter(
        (unit) =>
          unit._tag === "Withheld" ||
          (unit._tag === "Figure" && unit.groups.some(({ ballots }) => ballots === undefined))
      ).length
    }
  })

/** A leader's score, where every unit headed has one. */
const leaderOf = (
  leader: Id,
  posts: SurveyPlan["leaders"][number]["posts"],
  linked: ReadonlyMap<Id, LinkedScore>
): LinkedScore | undefined => {
  const held = posts.flatMap(({ unit, months }) => {
    const score = linked.get(unit)
    return score === undefined ? [] : [{ score, months }]
  })
  return held.length < posts.length ? undefined : linkedLeader(leader, held)
}

/** What is known of a figure whose error cannot be told: with another sample it could have been anything. */
const boundless = ({ subject, rate }: Measured, level: number): Estimate => ({
  subject,
  rate,
  interval: { low: 0, high: 1 },
  level,
  method: "logit",
  answers: 0,
  effectiveSize: 0,
  standardError: Number.POSITIVE_INFINITY,
  degreesOfFreedom: 1,
  upperBound: true
})

const boundsOf = (figure: Measured, level: number): Estimate =>
  Result.getOrElse(estimate(figure, { level }), () => boundless(figure, level))

/** The estimates of the units whose figures may be published. */
const estimatesOf = ({ units, shown }: Measures, level: number): ReadonlyArray<Estimate> =>
  units.flatMap((figure, i) => {
    const open = published(figure, shown.rowTotals[i])
    return open === undefined ? [] : [boundsOf(open, level)]
  })

/** The changes of all units judged together. */
const judgedTogether = (rows: ReadonlyArray<SurveyRow>, falseShare: number): ReadonlyArray<SurveyRow> => {
  const changes = rows.flatMap((row) =>
    row._tag === "Figure" && row.change !== undefined && Result.isSuccess(row.change) ? [row.change.success] : []
  )
  const verdicts = new Map<Id, Verdict>()
  verdictsOnMany(changes, falseShare).forEach((verdict, i) => {
    const subject = changes[i]?.subject
    if (subject !== undefined) verdicts.set(subject, verdict)
  })
  return rows.map((row) => {
    const verdict = verdicts.get(row.subject)
    if (row._tag !== "Figure" || row.change === undefined || verdict === undefined) return row
    return { ...row, change: Result.map(row.change, (found) => ({ ...found, verdict })) }
  })
}
