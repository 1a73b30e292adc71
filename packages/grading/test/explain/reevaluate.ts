import { compareExact, type Exact, type Fact, type FactValue } from "@zhengyou/core"
import {
  type Award,
  type Explanation,
  type ExplanationStep,
  type GradingInputs,
  parseRuleBook,
  type QuotaPosition,
  type RuleBook,
  type Sheet,
  stepsOf
} from "@zhengyou/grading"
import { Result } from "effect"
import { gradeUnsafe, jsonOf } from "../support.ts"

/** What an outcome comes to: its kind, with the level and the decided total where it has them. */
export interface Came {
  readonly outcome: string
  readonly level?: string
  readonly total?: Exact
}

type Step<Tag extends ExplanationStep["_tag"]> = Extract<ExplanationStep, { readonly _tag: Tag }>

const own = (fact: string): boolean => !fact.startsWith("unit.") && !fact.startsWith("score.")

const sheetsOf = (unit: string, steps: ReadonlyArray<ExplanationStep>): ReadonlyArray<Sheet> => {
  const sheets = new Map<string, Sheet>()
  for (const step of steps) {
    if (step._tag !== "MarkGiven" && step._tag !== "SheetGiven") continue
    const key = JSON.stringify([step.panel.id, step.rater])
    const { raterUnit, group } = step
    const blank = {
      unit,
      panel: step.panel.id,
      rater: step.rater,
      ...(raterUnit === undefined ? {} : { raterUnit }),
      ...(group === undefined ? {} : { group }),
      scores: {}
    }
    const sheet = sheets.get(key) ?? blank
    const mark = step._tag === "MarkGiven" ? { [step.criterion.id]: step.mark } : {}
    sheets.set(key, { ...sheet, scores: { ...sheet.scores, ...mark } })
  }
  return [...sheets.values()]
}

const factsOf = (unit: string, steps: ReadonlyArray<ExplanationStep>): ReadonlyArray<Fact> => {
  const found = new Map<string, FactValue>()
  const note = (fact: string, value: FactValue | undefined) => {
    if (value !== undefined && own(fact)) found.set(fact, value)
  }
  for (const step of steps) {
    if (step._tag === "QuotaAsked") for (const { fact, found: value } of step.own.facts) note(fact, value)
    if (step._tag !== "RuleAsked") continue
    for (const { fact, found: value } of step.cited) note(fact.id, value)
    if (step.frozenBy !== undefined) note(step.frozenBy.fact.id, step.frozenBy.found)
  }
  return [...found].map(([fact, value]) => ({ unit, fact, value }))
}

/** The inputs of one unit, from nothing but what its explanation cites. */
const inputsFrom = ({ root }: Explanation, steps: ReadonlyArray<ExplanationStep>): GradingInputs => {
  if (root.step._tag !== "ExplainedOutcome") throw new Error("no outcome at the root")
  const { unit, asOf } = root.step
  const awards = steps.flatMap((step): ReadonlyArray<Award> => {
    if (step._tag !== "AwardEntered") return []
    const { adjustment, item, points } = step
    return [{ unit: unit.id, adjustment, item, points }]
  })
  return {
    units: [unit],
    sheets: sheetsOf(unit.id, steps),
    facts: factsOf(unit.id, steps),
    awards,
    ...(asOf === undefined ? {} : { asOf })
  }
}

const comparePositions = (a: QuotaPosition, b: QuotaPosition): number => {
  if (a.total === undefined || b.total === undefined)
    return Number(b.total === undefined) - Number(a.total === undefined)
  const byTotal = compareExact(b.total, a.total)
  if (byTotal !== 0) return byTotal
  for (const [i, { found: left }] of a.facts.entries()) {
    const right = b.facts[i]?.found
    const order =
      left?._tag === "Number" && right?._tag === "Number"
        ? compareExact(right.value, left.value)
        : Number(right?._tag === "Number") - Number(left?._tag === "Number")
    if (order !== 0) return order
  }
  return 0
}

/** What a quota makes of a unit that stands at a position, by the cut that is cited. */
const settled = (
  { lastKept, firstOut, leftOpen, fate, soft }: Step<"QuotaAsked">,
  at: QuotaPosition
): "kept" | "fell" | "open" => {
  if (soft) return "kept"
  if (leftOpen !== undefined && comparePositions(at, leftOpen) === 0) return "open"
  const toLast = lastKept === undefined ? 1 : comparePositions(at, lastKept)
  const toFirst = firstOut === undefined ? -1 : comparePositions(at, firstOut)
  // Equal on both sides of the cut: only the lot that was drawn says who goes first.
  if (toLast === 0 && toFirst === 0) return fate
  return toLast <= 0 || toFirst < 0 ? "kept" : "fell"
}

/** Grades one unit again from only what its explanation cites: by the book without its quotas, then by the cuts cited. */
export const reevaluate = (book: RuleBook, explanation: Explanation): Came => {
  const steps = stepsOf(explanation).map(({ step }) => step)
  const alone = Result.getOrThrow(parseRuleBook({ ...jsonOf(book), quotas: [] }))
  const [outcome] = gradeUnsafe(alone, inputsFrom(explanation, steps)).outcomes
  if (outcome === undefined) throw new Error("no outcome")
  const total = "total" in outcome ? { total: outcome.total.decided } : {}
  if (!("level" in outcome)) return { outcome: outcome._tag, ...total }
  let level = outcome.level
  for (const step of steps) {
    if (step._tag !== "QuotaAsked") continue
    const fate = settled(step, { ...step.own, ...total })
    if (fate === "open") return { outcome: "Undetermined", ...total }
    if (fate === "fell") {
      const at = book.ladder.findIndex(({ id }) => id === step.level.id)
      level = step.kind === "floor" ? step.level.id : (book.ladder[at + 1]?.id ?? level)
    }
  }
  return { outcome: outcome._tag, level, ...total }
}
