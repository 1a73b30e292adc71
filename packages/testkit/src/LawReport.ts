import type { Text } from "@zhengyou/core"
import type { Breach, Law, LawCase } from "./Law.ts"

/** What came of one law. */
export type LawResult =
  | { readonly _tag: "Held"; readonly law: Law; readonly runs: number }
  | { readonly _tag: "NotApplicable"; readonly law: Law; readonly because: Text }
  | {
      readonly _tag: "Broken"
      readonly law: Law
      readonly runs: number
      readonly shrinks: number
      readonly counterexample: Counterexample
    }

/** The smallest case that was found to break a law. */
export interface Counterexample {
  readonly case: LawCase
  readonly breach: Breach
}

/** What came of all laws: enough to run them again. */
export interface LawReport {
  readonly book: { readonly id: string; readonly version: string; readonly title: Text }
  readonly seed: number
  readonly runs: number
  readonly results: ReadonlyArray<LawResult>
}
