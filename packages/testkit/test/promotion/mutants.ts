import type { PromotionEngine } from "@zhengyou/testkit/promotion"
import { engineWith, type Substitution } from "../engineWith.ts"
import type { Mutant } from "../provedByFaults.ts"

const mutant = (
  name: string,
  killedBy: string,
  change: Substitution,
  rules: object = {}
): Mutant<PromotionEngine, object> => ({ name, killedBy, rules, engine: () => engineWith("promotion", change) })

/** Faults of the rules: each is one change of the engine's source. */
const ofRules = [
  mutant("allows one step more", "steps-within", {
    file: "rules/examine.ts",
    from: "steps <= allowed",
    to: "steps <= allowed + 1"
  }),
  mutant("knows no limit of steps", "steps-within", {
    file: "rules/examine.ts",
    from: 'return allowed === "any" || steps <= allowed',
    to: "return true"
  }),
  mutant("takes what is unknown for met", "conditions-met", {
    file: "rules/examine.ts",
    from: "holds === true ? [] : [{ _tag:",
    to: "holds !== false ? [] : [{ _tag:"
  }),
  mutant("looks at the last condition only when it is decided", "conditions-met", {
    file: "rules/examine.ts",
    from: '(stage === "decision" || one.at === stage)',
    to: "one.at === stage"
  }),
  mutant("counts a day before a month is full", "conditions-met", {
    file: "rules/examine.ts",
    from: "optional(record.since, (since) => number(monthsBetween(since, today)))",
    to: "optional(record.since, (since) => number(monthsBetween(since, today) + 1))"
  }),
  mutant("moves down without a ground", "conditions-met", {
    file: "rules/examine.ts",
    from: ': [{ _tag: "NoGround", grounds }]',
    to: ": []"
  }),
  mutant("lets a unit move once more than the cycle allows", "times-kept", {
    file: "rules/examine.ts",
    from: "moves < movesPerCycle",
    to: "moves <= movesPerCycle"
  }),
  mutant("forgets the freeze", "times-kept", {
    file: "rules/examine.ts",
    from: "today < until ?",
    to: "until < today ?"
  }),
  mutant("closes the window for decisions as well", "nothing-else-asked", {
    file: "rules/examine.ts",
    from: 'const closed = stage === "application" && !isWithin(today, open)',
    to: "const closed = !isWithin(today, cycle) || today === open.until"
  }),
  mutant("is content with one condition of several", "adding-never-admits", {
    file: "rules/examine.ts",
    from: "against: [...steps, ...time, ...checked.flatMap(against)] }",
    to: "against: [...steps, ...time, ...(checked.some(({ holds }) => holds === true) ? [] : checked.flatMap(against))] }"
  })
]

/** Faults of a review. */
const ofReviews = [
  mutant("reviews a unit past the level that it was assessed at", "review-by-rules", {
    file: "rules/review.ts",
    from: "Math.max(end, start - limit)",
    to: "Math.max(0, start - limit - 1)"
  }),
  mutant("reviews without asking the rules", "review-by-rules", {
    file: "rules/review.ts",
    from: "examination.against.length === 0 ? target : from",
    to: "target"
  })
]

/** Faults of the register of levels. */
const ofRegisters = [
  mutant("leaves a closed unit there on its last day", "units-conserved", {
    file: "levels/RegisterState.ts",
    from: "(until === undefined || day < until)",
    to: "(until === undefined || day <= until)"
  }),
  mutant("loses the parts of a divided unit", "units-conserved", {
    file: "levels/RegisterState.ts",
    from: "return { ...closed, units }",
    to: "return closed"
  }),
  mutant("counts who stayed among those who came", "table-reconciles", {
    file: "closure/reconcile.ts",
    from: "now.filter((unit) => before.has(unit) && !had(unit))",
    to: "now.filter((unit) => before.has(unit))"
  }),
  mutant("moves from whatever is in force", "from-in-force", {
    file: "levels/LevelRegister.ts",
    from: "there.length > 0 || inForce === from",
    to: "there.length > 0 || inForce !== undefined"
  }),
  mutant("puts levels in force in the past", "history-stands", {
    file: "levels/LevelRegister.ts",
    from: "latest === undefined || latest < on ||",
    to: "latest === undefined || enrolled.from < on ||"
  })
]

/** Faults of the ledger of problems. */
const ofLedgers = [
  mutant("lets the owner verify", "own-work", {
    file: "ledger/LedgerState.ts",
    from: "plans: [...entry.plans, rectification], doers: withDoer(entry, rectification.owner) }",
    to: "plans: [...entry.plans, rectification] }"
  }),
  mutant("forgets who did the work when a problem comes back", "own-work", {
    file: "ledger/LedgerState.ts",
    from: '  status: "opened",\n  reopened:',
    to: '  status: "opened",\n  doers: [],\n  reopened:'
  }),
  mutant("takes a plan for what is closed", "closed-until-reopened", {
    file: "ledger/ProblemLedger.ts",
    from: 'PlanRectification: ["opened", "planned", "inProgress"]',
    to: 'PlanRectification: ["opened", "planned", "inProgress", "closed"]'
  }),
  mutant("leaves a problem closed that was opened again", "closed-until-reopened", {
    file: "ledger/LedgerState.ts",
    from: '  status: "opened",\n  reopened:',
    to: '  status: entry.plans.length > 1 ? "closed" : "opened",\n  reopened:'
  }),
  mutant("closes what nobody submitted", "no-short-cut", {
    file: "ledger/ProblemLedger.ts",
    from: 'CloseRectification: ["submitted"]',
    to: 'CloseRectification: ["submitted", "inProgress"]'
  })
]

/** Faults of a case. */
const ofCases = [
  mutant("goes by what was known before the second assessment", "case-by-rules", {
    file: "cases/PromotionCase.ts",
    from: "[...facts, ...state.facts]",
    to: "[...state.facts, ...facts]"
  }),
  mutant("puts a level in force on the last day of its notice", "granted-first", {
    file: "cases/PromotionCase.ts",
    from: "if (today <= until) return Result.fail(new NoticeStillRuns",
    to: "if (today < until) return Result.fail(new NoticeStillRuns"
  }),
  mutant("does not wait for an objection to be resolved", "granted-first", {
    file: "cases/PromotionCase.ts",
    from: 'PutInForce: ["onNotice"]',
    to: 'PutInForce: ["onNotice", "suspended"]'
  }),
  mutant("lets applicants judge their own case", "own-case", {
    file: "cases/PromotionCase.ts",
    from: "if (judge === state.applicant)",
    to: "if (judge === state.unit)"
  }),
  mutant("lets whoever decided resolve the objection", "own-case", {
    file: "cases/PromotionCase.ts",
    from: "if (state.decidedBy === by)",
    to: "if (state.applicant === by)"
  }),
  mutant("does not look again before a level comes into force", "case-by-rules", {
    file: "cases/PromotionCase.ts",
    from: "return against.length > 0\n    ? Result.fail(new NoLongerMet({ reasons: against }))\n    : happened",
    to: "return against.length > 99\n    ? Result.fail(new NoLongerMet({ reasons: against }))\n    : happened"
  }),
  mutant("goes by the first assessment", "case-by-rules", {
    file: "cases/PromotionCase.ts",
    from: "const assessed = state.assessments.at(-1)?.level",
    to: "const assessed = state.assessments.length > 1 ? state.from : state.assessments.at(-1)?.level"
  })
]

/** Faults of a round of applications. */
const ofRounds = [
  mutant("grants without looking again before the level comes into force", "round-by-rules", {
    file: "round/promote.ts",
    from: 'if (examination.against.length > 0) settle(i, application, examination, "stopped")',
    to: 'if (examination.against.length > 99) settle(i, application, examination, "stopped")'
  }),
  mutant("counts a problem before it was found", "round-by-rules", {
    file: "round/promote.ts",
    from: "entries.filter(({ opened }) => opened <= day)",
    to: "entries"
  }),
  mutant("takes levels as they are listed", "list-order", {
    file: "round/promote.ts",
    from: "for (const step of steps.toSorted(byDay)) step.take()",
    to: "for (const step of steps) step.take()"
  })
]

/** Faults of what is stored. */
const ofStorage = [
  mutant("does not store why somebody objected", "replay", {
    file: "cases/CaseEvent.ts",
    from: "Objected: { by: Id, why: Schema.String, on }",
    to: "Objected: { by: Id, on }"
  }),
  mutant("does not store the case of a move", "replay", {
    file: "levels/RegisterEvent.ts",
    from: "to: Id, on: CalendarDate, case: Id }",
    to: "to: Id, on: CalendarDate }"
  }),
  mutant("does not store who did the work", "replay", {
    file: "ledger/LedgerEvent.ts",
    from: "RectificationSubmitted: { ...entry, by: Id,",
    to: "RectificationSubmitted: { ...entry,"
  })
]

/** Faults that look like rules which make no sense. */
const asOfRules = [
  mutant("takes a better assessment for not reaching the level", "better-helps", {
    file: "rules/examine.ts",
    from: "levelRank(rules.ladder, level) <= levelRank(rules.ladder, to)",
    to: "levelRank(rules.ladder, level) === levelRank(rules.ladder, to)"
  }),
  mutant("holds a fact against a unit that is above its bound", "better-helps", {
    file: "rules/examine.ts",
    from: "const given = new Map(facts.filter((fact) => fact.unit === unit.id)",
    to: 'const given = new Map(facts.filter((fact) => fact.unit === unit.id && !(fact.value._tag === "Number" && fact.value.value.n === fact.value.value.d))'
  }),
  mutant("moves down whoever may move up", "up-or-down", {
    file: "rules/examine.ts",
    from: ': [{ _tag: "NoGround", grounds }]',
    to: ": []"
  })
]

/** Every fault of promotion that the laws are held against. */
export const promotionMutants: ReadonlyArray<Mutant<PromotionEngine, object>> = [
  ...asOfRules,
  ...ofRules,
  ...ofReviews,
  ...ofRegisters,
  ...ofLedgers,
  ...ofCases,
  ...ofRounds,
  ...ofStorage
]
