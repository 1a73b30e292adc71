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

/** Every fault of promotion that the laws are held against. */
export const promotionMutants: ReadonlyArray<Mutant<PromotionEngine, object>> = [
  ...ofRules,
  ...ofRegisters,
  ...ofLedgers
]
