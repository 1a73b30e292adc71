import type { Exact, Named } from "@zhengyou/core"
import type { Expectation } from "../../BookExample.ts"
import type { FindingProblem } from "../Finding.ts"

/** What a list of things is cut to, and how many more there are. */
export interface Some<A> {
  readonly first: ReadonlyArray<A>
  readonly more: number
}

/** A unit of a witness in one line: what is known of it, how it is marked, and what grading makes of it. */
export interface UnitShown {
  readonly _tag: "UnitShown"
  readonly unit: string
  readonly facts: Some<{ readonly fact: Named; readonly value: string }>
  /** The marks of the panels that give the same ones together; of `all` where that is every panel. */
  readonly marks: ReadonlyArray<{
    readonly by: ReadonlyArray<Named> | "all"
    readonly marks: Some<{ readonly criterion: Named; readonly mark: string }>
  }>
  readonly awards: ReadonlyArray<{ readonly adjustment: Named; readonly points: Exact }>
  readonly outcome: NonNullable<Expectation["outcome"]> | "refused"
  readonly level: Named | undefined
  readonly total: Exact | undefined
}

/** Everything that proof-reading says to people. */
export type CheckMessage = FindingProblem | UnitShown | { readonly _tag: "MoreUnits"; readonly more: number }
