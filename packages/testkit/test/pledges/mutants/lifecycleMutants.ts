import { mutant, type PledgeMutant } from "./Mutant.ts"

const lifecycle = "lifecycle/PledgeLifecycle.ts"
const transitions = "lifecycle/internal/transitions.ts"

/** Faults of what a pledge may be told, and by whom. */
export const lifecycleMutants: ReadonlyArray<PledgeMutant> = [
  mutant("throws where a phase does not allow a command", "total-lifecycle", {
    file: lifecycle,
    from: "if (!allowed.includes(phase)) return wrong()",
    to: "if (!allowed.includes(phase)) throw new Error(phase)"
  }),
  mutant("answers an evaluation with an event that is none", "total-lifecycle", {
    file: lifecycle,
    from: "scores: command.scores, result, ...done",
    to: "scores: command.scores, ...done"
  }),
  mutant("passes a pledge with one error", "nothing-unreviewed", {
    file: lifecycle,
    from: "if (errors.length > 0)",
    to: "if (errors.length > 1)"
  }),
  mutant("publishes what was passed and not approved", "nothing-unreviewed", {
    file: transitions,
    from: `PublishPledge: ["approved"]`,
    to: `PublishPledge: ["passed", "approved"]`
  }),
  mutant("lets everybody verify", "no-own-judge", { file: transitions, from: `  "VerifyPledge",\n`, to: "" }),
  mutant("forgets who reported", "no-own-judge", {
    file: "lifecycle/PledgeState.ts",
    from: "reportedOn: on, evidence: all, doers: withDoers(doers, [by])",
    to: "reportedOn: on, evidence: all, doers"
  }),
  mutant("verifies as kept what nobody reported", "kept-on-evidence", {
    file: lifecycle,
    from: `const isReported = state.phase === "reported" && state.evidence.length > 0`,
    to: `const isReported = state.phase !== "evaluated"`
  }),
  mutant("excuses what was never explained", "kept-on-evidence", {
    file: lifecycle,
    from: "return isExcused && state.explanations.length === 0",
    to: "return isExcused && state.explanations.length < 0"
  })
]
