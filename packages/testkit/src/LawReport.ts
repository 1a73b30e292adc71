import type { Text } from "@zhengyou/core"
import type { Breach, LawSetting, LawWords, ShownCase } from "./Law.ts"

/** What came of one law. */
export type LawResult<Case = unknown> =
  | { readonly _tag: "Held"; readonly law: LawWords; readonly runs: number }
  | { readonly _tag: "NotApplicable"; readonly law: LawWords; readonly because: Text }
  | {
      readonly _tag: "Broken"
      readonly law: LawWords
      readonly runs: number
      readonly shrinks: number
      readonly counterexample: Counterexample<Case>
    }

/** The smallest case that was found to break a law, as it is and as people read it. */
export interface Counterexample<Case = unknown> {
  readonly case: Case
  readonly shown: ShownCase
  readonly breach: Breach
}

/** What came of all laws: enough to run them again. */
export interface LawReport<Case = unknown> {
  readonly subject: LawSetting<Case>["subject"]
  readonly seed: number
  readonly runs: number
  readonly results: ReadonlyArray<LawResult<Case>>
}
