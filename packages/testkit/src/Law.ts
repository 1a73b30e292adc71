import type { Id, Text } from "@zhengyou/core"
import type * as fc from "fast-check"

/** What a law expected of a case, and what was found. */
export interface Breach {
  readonly unit?: Id
  readonly expected: Text
  readonly found: Text
}

/** A real bug of a neighbouring system that a law would have caught, and where it was reported. */
export interface Witness {
  readonly bug: Text
  readonly source: string
}

/** What a law says, without the law. */
export interface LawWords {
  readonly id: string
  /** Whose fault a breach is: of the engine, zhengyou's; of the rules, most likely theirs who wrote them. */
  readonly about: "engine" | "book"
  readonly says: Text
  readonly witness: Witness
}

/** A part of a case as a small table; columns that are empty in every row are left out where it is printed. */
export interface CaseTable {
  readonly title: Text
  readonly head: ReadonlyArray<string>
  readonly rows: ReadonlyArray<ReadonlyArray<string>>
}

/** A case as people read it: its tables, and what was changed where the law compares two. */
export interface ShownCase {
  readonly tables: ReadonlyArray<CaseTable>
  readonly change?: Text | undefined
}

/** What laws are held against: some rules of yours, by their name, and how a case of theirs is shown. */
export interface LawSetting<Case> {
  readonly subject: { readonly id: string; readonly version: string; readonly title: Text }
  readonly show: (one: Case) => ShownCase
}

/**
 * Something that must be true of whatever is done by some rules (法则).
 *
 * **Details**
 *
 * `unless` says why the law does not apply to a setting, and nothing where it does. `cases` are drawn for the setting, and
 * `examine` says what is wrong with one, if anything is.
 */
export interface Law<Setting extends LawSetting<Case>, Case> extends LawWords {
  readonly unless: (setting: Setting) => Text | undefined
  readonly cases: (setting: Setting) => fc.Arbitrary<Case>
  readonly examine: (setting: Setting, one: Case) => Breach | undefined
}
