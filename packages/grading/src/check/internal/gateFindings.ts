import { type Condition, formatExact, type Id, levelRank } from "@zhengyou/core"
import * as Result from "effect/Result"
import type { Gate, GateEffect } from "../../Gate.ts"
import type { GradingInputs } from "../../GradingInputs.ts"
import { named } from "../../internal/named.ts"
import type { Outcomes } from "../../internal/outcomesOf.ts"
import { outcomesOf } from "../../internal/outcomesOf.ts"
import { type Outcome, resultOf } from "../../Outcome.ts"
import type { RuleBook, RuleBookShape } from "../../RuleBook.ts"
import type { Finding } from "../Finding.ts"
import { anyOf, notDecided } from "./decided.ts"
import { profileOf, sharesFrom } from "./profiles.ts"
import { eligible, type Study, samplesOf, unscored } from "./Study.ts"
import { type Assignment, type Found, fails, type Goal, holds, open } from "./search.ts"
import { inputsOf, shownBy, withParts } from "./witness.ts"

/** Whether a gate had a say in an outcome. */
const acted = (outcome: Outcome, gate: Id): boolean =>
  outcome.reasons.some((reason) => "gate" in reason && reason.gate.id === gate)

const isGraded = ({ _tag }: Outcome): boolean => _tag === "Graded" || _tag === "Recognised"

/** Units that have some facts each, and beside them those with which a unit is graded by its marks alone. */
export const roundOf = (study: Study, samples: ReadonlyArray<Assignment>): GradingInputs => {
  const type = study.types[0]
  const plain = study.plain(type)
  const profiles = samples.map((sample, i) => {
    const facts = new Map([...plain, ...sample])
    return profileOf(study, `u${i + 1}`, facts, type, sharesFrom(study.book, sample))
  })
  return inputsOf(study.book, profiles)
}

/** What inputs are graded to without some rules, where that is what they are graded to with them. */
export const sameWithout = (
  book: RuleBook,
  parts: Partial<Pick<RuleBookShape, "gates" | "quotas">>,
  inputs: GradingInputs,
  { outcomes }: Outcomes
): Outcomes | undefined => {
  const again = outcomesOf(withParts(book, parts), inputs)
  if (Result.isFailure(again)) return undefined
  const isSame = again.success.outcomes.every((outcome, i) => {
    const before = outcomes[i]
    return before !== undefined && resultOf(outcome) === resultOf(before)
  })
  return isSame ? again.success : undefined
}

/** Facts without scores: a unit that has them has the best marks. */
const unmarked = (facts: Assignment): Assignment => new Map([...facts].filter(([fact]) => !fact.startsWith("score.")))

const without = (book: RuleBook, i: number) => ({ gates: book.gates.filter((_, j) => j !== i) })

/** The bands and recognitions that a gate could take a unit down from, as conditions. */
const sources = (
  { book }: Study,
  then: GateEffect
): ReadonlyArray<{ readonly goals: ReadonlyArray<Goal>; readonly scored: boolean }> => {
  const rank = "atMost" in then ? levelRank(book.ladder, then.atMost) : book.ladder.length
  const band = book.bands.findLast(({ level }) => levelRank(book.ladder, level) < rank)
  const above: Condition | undefined = band && { fact: "score.total", op: ">=", value: formatExact(band.from) }
  return [
    ...(above === undefined ? [] : [{ goals: [{ condition: above, want: holds }], scored: true }]),
    ...book.recognitions.flatMap(({ level, when }) =>
      levelRank(book.ladder, level) < rank ? [{ goals: [{ condition: when, want: holds }], scored: false }] : []
    )
  ]
}

/** A level fact that would take a unit down from the best level that there is. */
const freezes = ({ book }: Study, then: GateEffect): ReadonlyArray<Goal> => {
  if (!("notAbove" in then)) return []
  const given = [...book.bands, ...book.recognitions].map(({ level }) => levelRank(book.ladder, level))
  const lower = book.ladder.slice(Math.min(...given) + 1).map(({ id }) => id)
  return [{ condition: { fact: then.notAbove, op: "in", value: lower }, want: holds }]
}

/** Facts with which a gate changes a level, if there are any. */
const mattering = (study: Study, { when, then }: Gate, goals: ReadonlyArray<Goal>): Found =>
  anyOf(
    sources(study, then).map(
      (source) => () =>
        study.find(
          [...goals, { condition: when, want: holds }, ...source.goals, ...freezes(study, then)],
          source.scored ? undefined : unscored([when])
        )
    )
  )

const one = (study: Study, gate: Gate, i: number, goals: ReadonlyArray<Goal>): ReadonlyArray<Finding> => {
  const { book, find } = study
  const path = ["gates", i]
  const about = { gate: named(gate) }
  const held = find([...goals, { condition: gate.when, want: holds }])
  if (held._tag === "TooLarge") return notDecided(path, gate)
  if (held._tag === "Nothing")
    return shownBy(
      book,
      [...path, "when"],
      { _tag: "GateNeverFires", ...about },
      roundOf(study, samplesOf(study, gate.when)),
      ({ outcomes }) => outcomes.some(isGraded) && !outcomes.some((outcome) => acted(outcome, gate.id))
    )
  const matters = mattering(study, gate, goals)
  if (matters._tag === "TooLarge") return notDecided(path, gate)
  if (matters._tag === "Nothing") {
    const inputs = roundOf(study, [held.facts])
    return shownBy(
      book,
      [...path, "then"],
      { _tag: "GateIdle", ...about },
      inputs,
      (grading) => grading.outcomes.some(isGraded) && sameWithout(book, without(book, i), inputs, grading) !== undefined
    )
  }
  const passed = find([...goals, { condition: gate.when, want: fails }])
  if (passed._tag === "TooLarge") return notDecided(path, gate)
  if (passed._tag === "Found") return []
  const lowest = book.ladder.at(-1)
  const frozen: Assignment =
    "notAbove" in gate.then && lowest !== undefined
      ? new Map([[gate.then.notAbove, { _tag: "Level", value: lowest.id }]])
      : new Map()
  const samples = [matters.facts, ...samplesOf(study, gate.when)].map(
    (sample) => new Map([...unmarked(sample), ...frozen])
  )
  const isHit = (sample: Assignment): boolean => {
    const tried = outcomesOf(book, roundOf(study, [sample]))
    return Result.isSuccess(tried) && tried.success.outcomes.some((outcome) => acted(outcome, gate.id))
  }
  const hit = samples.filter(isHit)
  return shownBy(
    book,
    [...path, "when"],
    { _tag: "GateAlwaysFires", ...about },
    roundOf(study, hit),
    ({ outcomes }) => outcomes.length > 0 && outcomes.every((outcome) => acted(outcome, gate.id))
  )
}

/** Whether one effect does at least what another does. */
const isAsStrong = ({ book }: Study, strong: GateEffect, weak: GateEffect): boolean => {
  if ("notGraded" in strong) return true
  if ("notAbove" in strong) return "notAbove" in weak && weak.notAbove === strong.notAbove
  return "atMost" in weak && levelRank(book.ladder, strong.atMost) >= levelRank(book.ladder, weak.atMost)
}

/** The first gate that makes another one superfluous; of two that do the same, the first is kept. */
const shadowed = (study: Study, gate: Gate, i: number, goals: ReadonlyArray<Goal>): ReadonlyArray<Finding> => {
  const { book, find } = study
  const covers = (by: Gate, of: Gate): Found["_tag"] =>
    isAsStrong(study, by.then, of.then)
      ? find([...goals, { condition: of.when, want: holds }, { condition: by.when, want: fails | open }])._tag
      : "Found"
  let isOpen = false
  for (const [j, by] of book.gates.entries()) {
    if (j === i) continue
    const covered = covers(by, gate)
    if (covered === "TooLarge") isOpen = true
    if (covered !== "Nothing" || (j > i && covers(gate, by) === "Nothing")) continue
    const held = mattering(study, gate, goals)
    if (held._tag !== "Found") continue
    for (const facts of [unmarked(held.facts), held.facts]) {
      const inputs = roundOf(study, [facts])
      const problem = { _tag: "GateShadowed", gate: named(gate), by: named(by) } as const
      // Other gates may act before either of the two, so the covering one is seen at work alone.
      const alone = outcomesOf(withParts(book, { gates: [by] }), inputs)
      if (Result.isFailure(alone) || !alone.success.outcomes.some((outcome) => acted(outcome, by.id))) continue
      const found = shownBy(
        book,
        ["gates", i],
        problem,
        inputs,
        (grading) => sameWithout(book, without(book, i), inputs, grading) !== undefined
      )
      if (found.length > 0) return found
    }
  }
  return isOpen ? notDecided(["gates", i], gate) : []
}

/** What is unwise about the gates: those that never fire, always do, change nothing, or are covered by another. */
export const gateFindings = (study: Study): ReadonlyArray<Finding> => {
  const goals = eligible(study.book)
  return study.book.gates.flatMap((gate, i) => {
    const own = one(study, gate, i, goals)
    return own.length > 0 ? own : shadowed(study, gate, i, goals)
  })
}
