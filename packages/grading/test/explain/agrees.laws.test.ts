import { compareExact, dividedByUnsafe, isAtLeast, times } from "@zhengyou/core"
import {
  allCriteria,
  type ExplanationNode,
  type ExplanationStep,
  explain,
  type GradingInputs,
  type Outcome,
  type RuleBook,
  scoreOf,
  stepsOf
} from "@zhengyou/grading"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { gradeUnsafe } from "../support.ts"
import { anyRound } from "./rounds.ts"

type Tag = ExplanationStep["_tag"]
type Step<T extends Tag> = Extract<ExplanationStep, { readonly _tag: T }>

interface Told {
  readonly outcome: Outcome
  readonly root: ExplanationNode
  readonly steps: ReadonlyArray<ExplanationStep>
}

const of = <T extends Tag>(steps: ReadonlyArray<ExplanationStep>, tag: T): ReadonlyArray<Step<T>> =>
  steps.filter((step): step is Step<T> => step._tag === tag)

const reasonsOf = <T extends Outcome["reasons"][number]["_tag"]>({ reasons }: Outcome, ...tags: ReadonlyArray<T>) =>
  reasons.filter((one): one is Extract<typeof one, { readonly _tag: T }> => tags.includes(one._tag as T))

/** Every outcome of any round, beside its explanation. */
const everyOutcome = (check: (told: ReadonlyArray<Told>, book: RuleBook, inputs: GradingInputs) => void): void =>
  fc.assert(
    fc.property(anyRound, ({ book, inputs }) => {
      const told = gradeUnsafe(book, inputs).outcomes.map((outcome) => {
        const explanation = Result.getOrThrow(explain(book, inputs, outcome.unit))
        return { outcome, root: explanation.root, steps: stepsOf(explanation).map(({ step }) => step) }
      })
      check(told, book, inputs)
    }),
    { numRuns: 100 }
  )

/** The level after the band or the recognition, every gate and every quota, each of which begins where the one before ended. */
const lastLevel = (steps: ReadonlyArray<ExplanationStep>): string | undefined => {
  let level: string | undefined
  for (const step of steps) {
    if (step._tag === "BandReached") level = step.level?.id
    if (step._tag === "RuleAsked" && step.kind === "recognition" && step.to !== undefined) level = step.to.id
    if ((step._tag === "RuleAsked" && step.kind === "gate") || step._tag === "QuotaAsked") {
      expect(step.from?.id).toBe(level)
      if (step.to !== undefined) level = step.to.id
    }
  }
  return level
}

describe("an explanation and its outcome", () => {
  it("come to the same level, step by step", () => {
    everyOutcome((told) => {
      for (const { outcome, steps } of told) {
        const level = lastLevel(steps)
        if ("level" in outcome) expect(level).toBe(outcome.level)
      }
    })
  })

  it("agree on who is recognised, and by which rule", () => {
    everyOutcome((told) => {
      for (const { outcome, steps } of told) {
        const rules = of(steps, "RuleAsked").filter(({ kind, to }) => kind === "recognition" && to !== undefined)
        const reasons = reasonsOf(outcome, "Recognised")
        if (outcome._tag === "Blocked" || outcome._tag === "NotGraded") continue
        expect(rules.map(({ rule, to }) => [rule.id, to?.id])).toEqual(
          reasons.map(({ rule, level }) => [rule.id, level.id])
        )
      }
    })
  })

  it("agree on every gate that lowers, freezes or shuts out", () => {
    everyOutcome((told) => {
      for (const { outcome, steps } of told) {
        // Whoever waits for a fact is told of nothing else.
        if (outcome._tag === "Blocked") continue
        const gates = of(steps, "RuleAsked").filter(({ kind }) => kind === "gate")
        for (const { holds, from, to } of gates) {
          if (holds === false) expect(to).toEqual(from)
          if (holds === undefined) expect(to).toBeUndefined()
        }
        const shut = gates.filter(({ holds, to }) => holds === true && to === undefined)
        expect(shut.map(({ rule }) => rule.id)).toEqual(reasonsOf(outcome, "GateExcluded").map(({ gate }) => gate.id))
        // Whoever is shut out is told of that alone.
        if (outcome._tag === "NotGraded") continue
        const lowers = gates.filter(({ from, to }) => to !== undefined && from?.id !== to.id)
        expect(lowers.map(({ rule, from, to }) => [rule.id, from?.id, to?.id])).toEqual(
          reasonsOf(outcome, "GateLowered", "GateFroze").map(({ gate, from, to }) => [gate.id, from.id, to.id])
        )
      }
    })
  })

  it("have the same scores, of the same panels, and a total that is the share of what was possible", () => {
    everyOutcome((told, book) => {
      for (const { outcome, root } of told) {
        if (!("scores" in outcome)) continue
        const [total] = root.parts.filter(({ step }) => step._tag === "TotalMade")
        const parts = total?.parts ?? []
        const criteria = parts.flatMap(({ step, parts: panels }) =>
          step._tag === "CriterionScored" ? [{ step, panels }] : []
        )
        const figure = ({ panel, scored, counted, score, missing }: Step<"PanelScored" | "PanelTotalled">) => ({
          ...{ panel: panel.id, scored, counted },
          ...(score === undefined ? {} : { score }),
          ...(missing === undefined ? {} : { missing })
        })
        const panelsIn = (nodes: ReadonlyArray<ExplanationNode>) =>
          nodes.flatMap(({ step }) =>
            step._tag === "PanelScored" || step._tag === "PanelTotalled" ? [figure(step)] : []
          )
        expect(
          criteria.map(({ step: { criterion, score, missing }, panels }) => ({
            ...{ criterion: criterion.id, panels: panelsIn(panels) },
            ...(score === undefined ? {} : { score }),
            ...(missing === undefined ? {} : { missing })
          }))
        ).toEqual(outcome.scores)
        expect(panelsIn(parts)).toEqual(outcome.panels)
        for (const { step, panels } of criteria) {
          const isAdjusted = panels.some((one) => one.step._tag === "AdjustmentApplied")
          if (step.missing !== undefined || step.score === undefined)
            expect(step.mean === undefined || step.score === undefined).toBe(true)
          else if (!isAdjusted && book.rounding.criterion === undefined) expect(step.mean).toEqual(step.score)
        }
        if (total?.step._tag !== "TotalMade" || total.step.converted === undefined) continue
        const { earned, possible, to, converted } = total.step
        expect(earned && times(dividedByUnsafe(earned, possible), to)).toEqual(converted)
      }
    })
  })

  it("have every mark of the unit, once", () => {
    everyOutcome((told, _, { sheets }) => {
      for (const { outcome, root, steps } of told) {
        if (!root.parts.some(({ step }) => step._tag === "TotalMade")) continue
        const given = sheets
          .filter(({ unit }) => unit === outcome.unit)
          .flatMap(({ panel, rater, scores }) =>
            Object.keys(scores).map((criterion) => `${panel} ${rater} ${criterion}`)
          )
        const marks = of(steps, "MarkGiven").map(
          ({ panel, rater, criterion }) => `${panel.id} ${rater} ${criterion.id}`
        )
        expect(marks.toSorted()).toEqual(given.toSorted())
      }
    })
  })

  it("say what each mark is worth, but of those that nobody reads", () => {
    everyOutcome((told, book) => {
      const criteria = new Map(allCriteria(book.criteria).map((criterion) => [criterion.id, criterion]))
      for (const { criterion, mark, score, fate } of told.flatMap(({ steps }) => of(steps, "MarkGiven"))) {
        const own = criteria.get(criterion.id)
        const worth = own === undefined ? undefined : scoreOf(own, mark)
        const isRead = fate !== "recused" && fate !== "outside"
        if (!isRead) expect(score).toBeUndefined()
        else if (book.rounding.mark === undefined) expect(score).toEqual(worth)
        else expect(score).toBeDefined()
      }
    })
  })

  it("have as many marks that count as the panel has", () => {
    everyOutcome((told) => {
      const visit = ({ step, parts }: ExplanationNode): void => {
        if (step._tag === "PanelScored") {
          const fates = parts.flatMap((part) => (part.step._tag === "MarkGiven" ? [part.step.fate] : []))
          expect(fates.filter((fate) => !["void", "recused"].includes(fate))).toHaveLength(step.scored)
          expect(fates.filter((fate) => fate === "counted").length).toBeGreaterThanOrEqual(step.counted)
        }
        for (const part of parts) visit(part)
      }
      for (const { root } of told) visit(root)
    })
  })

  it("have a total between its band and the one above", () => {
    everyOutcome((told, book) => {
      for (const { total, level, from, above } of told.flatMap(({ steps }) => of(steps, "BandReached"))) {
        const at = book.bands.findIndex((band) => band.level === level?.id)
        if (from !== undefined) expect(isAtLeast(total, from)).toBe(true)
        if (above !== undefined) expect(isAtLeast(total, above.from)).toBe(false)
        const next = level === undefined ? book.bands.at(-1) : book.bands[at - 1]
        expect([above?.level.id, from]).toEqual([next?.level, book.bands[at]?.from])
      }
    })
  })

  it("agree on every quota by which the unit falls, and on every tie that is left open", () => {
    everyOutcome((told) => {
      for (const { outcome, steps } of told) {
        const quotas = of(steps, "QuotaAsked")
        const fell = quotas.filter(({ fate }) => fate === "fell")
        expect(
          fell.map(({ kind, from, to, seats, candidates, place, own, lastKept, byLot }) => ({
            ...{ kind, from: from.id, to: to?.id, seats, candidates, place, total: own.total, byLot },
            lastKept: lastKept?.total
          }))
        ).toEqual(
          reasonsOf(outcome, "QuotaPushed").map(({ _tag, from, to, tied, ...rest }) => ({
            ...{ total: undefined, lastKept: undefined, from: from.id, to: to.id },
            ...rest
          }))
        )
        const open = quotas.filter(({ fate }) => fate === "open")
        expect(open.map(({ level, seats, tied, to }) => [level.id, seats, tied, to])).toEqual(
          reasonsOf(outcome, "TiedAtQuota").map(({ level, seats, tied }) => [level.id, seats, tied, undefined])
        )
      }
    })
  })
})

type Asked = Step<"QuotaAsked">

/** The steps of all units about one quota in one group. */
const byQuota = (told: ReadonlyArray<Told>): ReadonlyArray<ReadonlyArray<Asked>> => {
  const groups = new Map<string, Array<Asked>>()
  for (const { steps } of told) {
    const seen = new Map<string, number>()
    for (const step of of(steps, "QuotaAsked")) {
      const name = JSON.stringify([
        step.kind,
        step.soft,
        step.level.id,
        step.group,
        step.seats,
        step.candidates,
        step.kept
      ])
      const nth = seen.get(name) ?? 0
      seen.set(name, nth + 1)
      groups.set(`${name} ${nth}`, [...(groups.get(`${name} ${nth}`) ?? []), step])
    }
  }
  return [...groups.values()]
}

/** Whether one stands before another where no tie-break is asked; the recognised have no total and stand first. */
const isBefore = (a: Asked, b: Asked): boolean => {
  const [x, y] = [a.own.total, b.own.total]
  return x === undefined ? y !== undefined : y !== undefined && compareExact(x, y) > 0
}

describe("the candidates of one quota", () => {
  it("are told one another's places", () => {
    everyOutcome((told) => {
      for (const asked of byQuota(told)) {
        for (const one of asked) {
          // Two quotas that cannot be told apart are no case for counting.
          if (one.own.facts.length > 0 || asked.length !== one.candidates) continue
          expect(one.place).toBe(1 + asked.filter((other) => isBefore(other, one)).length)
        }
      }
    })
  })

  it("are told in which group they are counted, and what breaks ties", () => {
    everyOutcome((told, book, { units, facts }) => {
      for (const { outcome, steps } of told) {
        const type = units.find(({ id }) => id === outcome.unit)?.type
        for (const { kind, level, group, own } of of(steps, "QuotaAsked")) {
          const quotas = book.quotas.filter((quota) => quota.kind === kind && quota.level === level.id)
          expect(quotas.map(({ within }) => (within === undefined ? undefined : type))).toContain(group)
          for (const { fact, found } of own.facts) {
            if (fact !== "rate") continue
            expect(found).toEqual(facts.find((one) => one.unit === outcome.unit && one.fact === fact)?.value)
          }
        }
      }
    })
  })

  it("are told of the last that was kept, the first that fell and those left open", () => {
    everyOutcome((told) => {
      for (const asked of byQuota(told)) {
        const [first] = asked
        if (first === undefined || first.soft || asked.length !== first.candidates) continue
        const ownOf = (fate: Asked["fate"]) => asked.filter((one) => one.fate === fate).map(({ own }) => own)
        for (const { lastKept, firstOut, leftOpen } of asked) {
          if (leftOpen !== undefined) expect(ownOf("open")).toContainEqual(leftOpen)
          if (leftOpen === undefined) expect(ownOf("open")).toEqual([])
          if (firstOut !== undefined) expect(ownOf("fell")).toContainEqual(firstOut)
          if (firstOut === undefined) expect(ownOf("fell")).toEqual([])
          if (lastKept !== undefined && leftOpen === undefined) expect(ownOf("kept")).toContainEqual(lastKept)
          if (lastKept === undefined) expect(ownOf("kept")).toEqual([])
        }
      }
    })
  })
})
