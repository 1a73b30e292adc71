import { type Condition, type Id, levelRank, type Named } from "@zhengyou/core"
import type { Gate, Recognition } from "../../Gate.ts"
import { named } from "../../internal/named.ts"
import type { Outcome } from "../../Outcome.ts"
import type { Finding } from "../Finding.ts"
import { notDecided } from "./decided.ts"
import { roundOf } from "./gateFindings.ts"
import { eligible, type Study, samplesOf, unscored } from "./Study.ts"
import { fails, type Goal, holds, open } from "./search.ts"
import { shownBy } from "./witness.ts"

type Rule = Study["book"]["eligibility"][number]

const isIn = ({ _tag }: Outcome): boolean => _tag !== "NotGraded" && _tag !== "Blocked"

const goalsOf = (rules: ReadonlyArray<Rule>): ReadonlyArray<Goal> =>
  rules.map(({ require }) => ({ condition: require, want: holds }))

/** The fewest of some rules, as far as leaving out one by one finds them, that nobody can meet together. */
const smallest = (study: Study, rules: ReadonlyArray<Rule>): ReadonlyArray<Rule> =>
  rules.reduce((so, rule) => {
    const rest = so.filter((other) => other !== rule)
    return rest.length > 0 && study.find(goalsOf(rest))._tag === "Nothing" ? rest : so
  }, rules)

/** Whether nobody can be eligible: what is said of the rules behind it would be said of nobody. */
export const nobodyEligible = (study: Study): ReadonlyArray<Finding> => {
  const { book, find } = study
  if (book.eligibility.length === 0 || find(eligible(book))._tag !== "Nothing") return []
  const [first, ...rest] = smallest(study, book.eligibility)
  if (first === undefined) return []
  const path = rest.length > 0 ? ["eligibility"] : ["eligibility", book.eligibility.indexOf(first), "require"]
  const rules: readonly [Named, ...Array<Named>] = [named(first), ...rest.map(named)]
  const all: Condition = { all: [first, ...rest].map(({ require }) => require) }
  const inputs = roundOf(study, samplesOf(study, all))
  return shownBy(book, path, { _tag: "NobodyEligible", rules }, inputs, ({ outcomes }) => !outcomes.some(isIn))
}

const turnsAway = (outcome: Outcome, rule: Id): boolean =>
  outcome.reasons.some((reason) => "rule" in reason && reason._tag !== "Recognised" && reason.rule.id === rule)

const eligibilityIdle = (study: Study): ReadonlyArray<Finding> => {
  const { book, find } = study
  return book.eligibility.flatMap((rule, i) => {
    const away = find([{ condition: rule.require, want: fails | open }])
    if (away._tag === "TooLarge") return notDecided(["eligibility", i], rule)
    if (away._tag === "Found") return []
    return shownBy(
      book,
      ["eligibility", i, "require"],
      { _tag: "EligibilityIdle", rule: named(rule) },
      roundOf(study, samplesOf(study, rule.require)),
      ({ outcomes }) => outcomes.length > 0 && !outcomes.some((outcome) => turnsAway(outcome, rule.id))
    )
  })
}

/** What a gate must come to for a recognised unit to keep its level. */
const spares = ({ book }: Study, { when, then }: Gate, level: Id): Goal => {
  const rank = levelRank(book.ladder, level)
  if ("notGraded" in then) return { condition: when, want: fails }
  if ("atMost" in then)
    return { condition: when, want: levelRank(book.ladder, then.atMost) <= rank ? fails | holds : fails }
  const kept = book.ladder.slice(0, rank + 1).map(({ id }) => id)
  return { condition: { any: [{ not: when }, { fact: then.notAbove, op: "in", value: kept }] }, want: holds }
}

const recognised = (outcome: Outcome, rule: Id): boolean =>
  outcome.reasons.some((reason) => reason._tag === "Recognised" && reason.rule.id === rule)

const recognition = (study: Study, one: Recognition, i: number): ReadonlyArray<Finding> => {
  const { book, find } = study
  const earlier = book.recognitions.slice(0, i).map(({ when }) => ({ condition: when, want: fails | open }))
  const goals = [...eligible(book), { condition: one.when, want: holds }, ...earlier]
  const path = ["recognitions", i]
  const found = find(goals)
  if (found._tag === "TooLarge") return notDecided(path, one)
  if (found._tag === "Nothing")
    return shownBy(
      book,
      [...path, "when"],
      { _tag: "RecognitionNeverApplies", recognition: named(one) },
      roundOf(study, samplesOf(study, one.when)),
      ({ outcomes }) => outcomes.length > 0 && !outcomes.some((outcome) => recognised(outcome, one.id))
    )
  const spared = find(
    [...goals, ...book.gates.map((gate) => spares(study, gate, one.level))],
    unscored(book.gates.map(({ when }) => when))
  )
  if (spared._tag === "TooLarge") return notDecided(path, one)
  if (spared._tag === "Found") return []
  const level = book.ladder[levelRank(book.ladder, one.level)]
  return shownBy(
    book,
    path,
    {
      _tag: "RecognitionNeverKept",
      recognition: named(one),
      level: named(level ?? { id: one.level, name: one.level })
    },
    roundOf(study, [found.facts]),
    ({ outcomes: [outcome] }) => outcome !== undefined && !("level" in outcome && outcome.level === one.level)
  )
}

/** What is unwise about eligibility and recognitions, where somebody can be eligible. */
export const entryFindings = (study: Study): ReadonlyArray<Finding> => [
  ...eligibilityIdle(study),
  ...study.book.recognitions.flatMap((one, i) => recognition(study, one, i))
]
