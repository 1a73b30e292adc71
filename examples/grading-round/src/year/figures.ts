import { exactUnsafe, type Roster, type Text } from "@zhengyou/core"
import {
  type CaseState,
  type Claim,
  type ClaimCheck,
  checkClaim,
  type DueEntry,
  entriesByDeadline,
  entriesOf,
  type MovementTable,
  movementsBetween,
  type PromotionReason,
  problemOf,
  problemProgress,
  type SurveyCoverage,
  type TargetResult,
  targetsReached
} from "@zhengyou/promotion"
import { Result } from "effect"
import type { YearInputs } from "./data.ts"
import { accountDays, type Year } from "./run.ts"
import { coverageOf } from "./survey.ts"

/** An application that came to nothing, and every reason. */
export interface Unsuccessful {
  readonly unit: string
  readonly phase: CaseState["phase"]
  readonly reasons: ReadonlyArray<PromotionReason>
}

/** What the year came to. */
export interface YearFigures {
  readonly coverage: SurveyCoverage
  readonly common: number
  readonly individual: number
  readonly lines: number
  readonly closedLines: number
  readonly closedProblems: number
  readonly due: ReadonlyArray<DueEntry & { readonly title: Text }>
  readonly applications: number
  readonly inForce: number
  readonly unsuccessful: ReadonlyArray<Unsuccessful>
  readonly table: MovementTable
  readonly targets: ReadonlyArray<TargetResult>
  readonly claims: ReadonlyArray<ClaimCheck>
}

/** The sentences of the published summary, and two that could be made of its figures. */
const claims: ReadonlyArray<Claim> = [
  { _tag: "Moved", from: "good", to: "advanced", units: 14 },
  { _tag: "Moved", from: "ordinary", to: "good", units: 2 },
  { _tag: "GenerallyMovedUp" },
  { _tag: "EveryUnitMovedUp" },
  { _tag: "LevelShare", level: "advanced", percent: exactUnsafe("70.27"), digits: 2 }
]

const unsuccessfulOf = (cases: Year["cases"]): ReadonlyArray<Unsuccessful> =>
  [...cases].flatMap(([unit, state]) =>
    state.phase === "none" || state.phase === "inForce"
      ? []
      : [{ unit, phase: state.phase, reasons: state.examinations.at(-1)?.against ?? [] }]
  )

/** Counts the year; the accounts close, or nothing is said. */
export const yearFigures = ({ rules, data }: YearInputs, roster: Roster, year: Year): YearFigures => {
  const table = Result.getOrThrow(movementsBetween(year.register, accountDays.from, accountDays.to))
  const entries = entriesOf(year.ledger)
  const isClosed = ({ id }: { readonly id: string }): boolean => {
    const { units, closed } = problemProgress(year.ledger, id)
    return units === closed
  }
  return {
    coverage: Result.getOrThrow(coverageOf(data, roster)),
    common: data.problems.filter(({ kind }) => kind === "common").length,
    individual: data.problems.filter(({ kind }) => kind === "individual").length,
    lines: entries.length,
    closedLines: entries.filter(({ status }) => status === "closed").length,
    closedProblems: data.problems.filter(isClosed).length,
    due: entriesByDeadline(year.ledger, accountDays.to).map((one) => ({
      ...one,
      title: problemOf(year.ledger, one.entry.problem)?.title ?? one.entry.problem
    })),
    applications: year.cases.size,
    inForce: [...year.cases.values()].filter(({ phase }) => phase === "inForce").length,
    unsuccessful: unsuccessfulOf(year.cases),
    table,
    targets: targetsReached(rules, table),
    claims: claims.map((claim) => checkClaim(claim, table))
  }
}
