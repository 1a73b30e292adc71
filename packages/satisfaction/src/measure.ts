import { compareExact, dividedByUnsafe, type Exact, type Id, one, type Tally, times } from "@zhengyou/core"
import * as Result from "effect/Result"
import { TallyInvalid, type TallyProblem } from "./errors.ts"
import type { Formula, TurnoutFloor } from "./Formula.ts"
import { comparabilityKey } from "./internal/comparabilityKey.ts"
import { add, gathered, type SubjectCounts } from "./internal/gathered.ts"
import { type CellCounts, groupFigure, roundedPercent, weightedMean } from "./internal/groupFigure.ts"
import { formulaFaults, tallyFaults } from "./internal/vetTally.ts"
import type { Questionnaire } from "./Questionnaire.ts"
import type { GroupFigure, Invited, Measured, Satisfaction, Unmeasured } from "./Satisfaction.ts"

const notInvited = (base: Formula["base"], subjects: ReadonlyMap<Id, SubjectCounts>) =>
  base !== "issued" && base !== "due"
    ? []
    : [...subjects].flatMap(([subject, groups]) =>
        [...groups].flatMap(([group, counts]) =>
          counts[base] === undefined
            ? [{ path: ["invited", subject, group], problem: { _tag: "NotInvited", base } satisfies TallyProblem }]
            : []
        )
      )

const totalOf = (groups: SubjectCounts, field: "issued" | "due"): number | undefined =>
  [...groups.values()].reduce<number | undefined>((total, counts) => add(total, counts[field]), undefined)

const isReached = ({ atLeast, exceeded }: TurnoutFloor, returned: number, of: number): boolean =>
  of > 0 &&
  compareExact({ n: BigInt(returned), d: 1n }, times(atLeast, { n: BigInt(of), d: 1n })) >= (exceeded === true ? 1 : 0)

/** Why the formula gives no figure for such counts, if it does not. */
const obstacle = (formula: Formula, subject: Id, groups: SubjectCounts): Unmeasured | undefined => {
  const returned = [...groups.values()].reduce((n, counts) => n + counts.returned, 0)
  if (returned === 0) return { _tag: "NothingReturned", subject }
  if (formula.overReturned === "void") {
    for (const [group, counts] of groups) {
      if (counts.issued !== undefined && counts.returned > counts.issued) {
        return { _tag: "OverReturned", subject, group, returned: counts.returned, issued: counts.issued }
      }
    }
  }
  const { turnout, ballots, groups: byGroup } = formula.floor ?? {}
  if (ballots !== undefined && returned < ballots) return { _tag: "TooFewBallots", subject, returned, needed: ballots }
  if (turnout !== undefined) {
    const of = totalOf(groups, turnout.of) ?? 0
    if (!isReached(turnout, returned, of)) return { _tag: "BelowTurnout", subject, returned, of }
  }
  for (const [group, needed] of Object.entries(byGroup ?? {})) {
    const counts = groups.get(group)
    const of = counts?.[needed.of] ?? 0
    const came = counts?.returned ?? 0
    if (!isReached(needed, came, of)) return { _tag: "BelowTurnout", subject, returned: came, of, group }
  }
  return undefined
}

interface Part {
  readonly figure: GroupFigure
  readonly weight: Exact
}

/** The figures of one question with their weights, or why there is none. */
const partsOf = (
  formula: Formula,
  question: Id,
  cells: ReadonlyArray<CellCounts>,
  subject: Id
): ReadonlyArray<Part> | Unmeasured => {
  const parts: Array<Part> = []
  const wanted = formula.groups === "pooled" ? cells.map(({ group }) => group) : Object.keys(formula.groups)
  for (const group of wanted) {
    const cell = cells.find((candidate) => candidate.group === group)
    const figure = cell === undefined ? undefined : groupFigure(formula, cell)
    if (figure === undefined) {
      if (formula.groups !== "pooled" && formula.missingGroup === "block")
        return { _tag: "GroupMissing", subject, group }
      continue
    }
    const weight = formula.groups === "pooled" ? { n: BigInt(figure.base), d: 1n } : formula.groups[group]
    if (weight !== undefined) parts.push({ figure, weight })
  }
  return parts.length === 0 ? { _tag: "NoBase", subject, group: wanted[0] ?? "", question } : parts
}

const measureSubject = (
  questionnaire: Questionnaire,
  formula: Formula,
  key: string,
  subject: Id,
  groups: SubjectCounts
): Satisfaction => {
  const none = (reason: Unmeasured): Satisfaction => ({ _tag: "NotMeasured", subject, reason })
  const reason = obstacle(formula, subject, groups)
  if (reason !== undefined) return none(reason)
  const questions: Array<{ readonly parts: ReadonlyArray<Part>; readonly weight: Exact; readonly rate: Exact }> = []
  for (const { id: question, scale: scaleId } of questionnaire.questions) {
    const weight = formula.questions === undefined ? one : formula.questions[question]
    const scale = questionnaire.scales.find(({ id }) => id === scaleId)
    if (weight === undefined || scale === undefined) continue
    const cells = [...groups].map(([group, counts]): CellCounts => {
      const invited = formula.base === "issued" || formula.base === "due" ? counts[formula.base] : undefined
      const choices = counts.choices.get(question) ?? new Map<Id, number>()
      return { group, question, scale, counts: choices, returned: counts.returned, invited }
    })
    const parts = partsOf(formula, question, cells, subject)
    if ("_tag" in parts) return none(parts)
    const rate = weightedMean(parts.map(({ figure, weight: of }) => ({ weight: of, rate: figure.rate })))
    questions.push({ parts, weight, rate: roundedPercent(rate, formula.rounding.question) })
  }
  const shareOf = (weight: Exact, all: ReadonlyArray<{ readonly weight: Exact }>): Exact =>
    dividedByUnsafe(
      weight,
      all.map((part) => part.weight).reduce((a, b) => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d }))
    )
  return {
    _tag: "Measured",
    subject,
    formula: formula.id,
    rate: roundedPercent(weightedMean(questions), formula.rounding.total),
    comparabilityKey: key,
    figures: questions.flatMap(({ parts }) => parts.map(({ figure }) => figure)),
    weights: questions.flatMap(({ parts, weight }) =>
      parts.map((part) => times(shareOf(weight, questions), shareOf(part.weight, parts)))
    ),
    returned: [...groups.values()].reduce((n, counts) => n + counts.returned, 0),
    issued: totalOf(groups, "issued"),
    due: totalOf(groups, "due")
  } satisfies Measured
}

/**
 * The satisfaction rate of every subject of a questionnaire by a formula (满意度), exact, with counts, bases and a comparability key.
 *
 * **Details**
 *
 * In the order of the questionnaire's subjects. A rate is a share of full marks, 1 for 100 %; its unrounded value is a fraction. Rounding
 * happens only at the steps that the formula names.
 *
 * **Refusals**
 *
 * `TallyInvalid`, with every unknown id, impossible count, group that may not rate, and choice without points.
 *
 * @example
 * ```ts
 * import { formatRounded, tallyOf } from "@zhengyou/core"
 * import { formulaPresets, measure } from "@zhengyou/satisfaction"
 * import { Result } from "effect"
 *
 * const choice = (id: string, kind: "rated" | "neutral") => ({ id, name: id, kind })
 * const questionnaire = {
 *   id: "style-2011",
 *   frame: "staff",
 *   subjects: ["z01"],
 *   scales: [{ id: "four", choices: [choice("satisfied", "rated"), choice("fairlySatisfied", "rated"), choice("dissatisfied", "rated"), choice("unknown", "neutral")] }],
 *   questions: [{ id: "overall", name: "总体", scale: "four" }],
 *   groups: [{ id: "staff", name: "教职工" }]
 * } as const
 * const said = (choice: string, times: number) => Array.from({ length: times }, () => ({ subject: "z01", answers: { overall: choice } }))
 * const tally = tallyOf("staff", [...said("satisfied", 60), ...said("fairlySatisfied", 25), ...said("dissatisfied", 5), ...said("unknown", 10)])
 * const percents = formulaPresets.flatMap((formula) =>
 *   Result.getOrThrow(measure(questionnaire, formula, tally, [])).flatMap((figure) =>
 *     figure._tag === "Measured" ? [formatRounded({ n: figure.rate.n * 100n, d: figure.rate.d }, { mode: "halfExpand", digits: 2 })] : []
 *   )
 * )
 * percents.slice(0, 3) // => ["66.67", "60.00", "94.44"]
 * ```
 */
export const measure = (
  questionnaire: Questionnaire,
  formula: Formula,
  tally: Tally,
  invited: ReadonlyArray<Invited>
): Result.Result<ReadonlyArray<Satisfaction>, TallyInvalid> => {
  const faults = [...formulaFaults(questionnaire, formula), ...tallyFaults(questionnaire, tally, invited)]
  if (faults.length > 0) return Result.fail(new TallyInvalid({ faults }))
  const subjects = gathered(questionnaire, tally, invited)
  const unasked = notInvited(formula.base, subjects)
  if (unasked.length > 0) return Result.fail(new TallyInvalid({ faults: unasked }))
  const key = comparabilityKey(questionnaire, formula)
  return Result.succeed(
    [...subjects].map(([subject, groups]) => measureSubject(questionnaire, formula, key, subject, groups))
  )
}
