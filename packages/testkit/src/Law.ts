import type { Id, Text } from "@zhengyou/core"
import type { GradingInputs, RuleBook } from "@zhengyou/grading"
import type * as fc from "fast-check"
import type { Boundary } from "./boundaries/Boundary.ts"
import type { Engine } from "./Engine.ts"

/** What a law is held against: a book, an engine, and what its cases are made of. */
export interface LawSetting {
  readonly book: RuleBook
  readonly engine: Engine
  /** The facts of which more is better, as whoever owns the book declares. */
  readonly benefits: ReadonlyArray<Id>
  /** The cases at the book's thresholds. */
  readonly boundaries: ReadonlyArray<Boundary>
}

/** One case of a law: a round, and how it is varied where the law compares two. */
export interface LawCase {
  readonly inputs: GradingInputs
  readonly varied?: {
    readonly change: Text
    readonly book?: RuleBook
    readonly inputs?: GradingInputs
  }
  /** The unit that the case is about, where it is about one. */
  readonly unit?: Id
  /** The criterion or level that the case is about, where it is about one. */
  readonly about?: Id
}

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

/**
 * Something that must be true of every grading (法则).
 *
 * **Details**
 *
 * `about` says whose fault a breach is: of a law about the `engine`, zhengyou's; of a law about the `book`, most likely the
 * book's. `unless` says why the law does not apply to a book, and nothing where it does. `cases` are rounds of the book and
 * `examine` says what is wrong with one, if anything is.
 */
export interface Law {
  readonly id: string
  readonly about: "engine" | "book"
  readonly says: Text
  readonly witness: Witness
  readonly unless: (setting: LawSetting) => Text | undefined
  readonly cases: (setting: LawSetting) => fc.Arbitrary<LawCase>
  readonly examine: (setting: LawSetting, one: LawCase) => Breach | undefined
}
