import type { RuleBook } from "@zhengyou/grading"
import { type TestFunctions, testLaws } from "../testLaws.ts"
import { type CheckLawsOptions, lawSetting } from "./checkLaws.ts"
import { laws as allLaws } from "./laws.ts"

/**
 * Makes a test of each law for a book; a law that is broken fails with its counterexample.
 *
 * **Details**
 *
 * The test of a law that does not apply to the book says why in its name.
 *
 * @example
 * ```ts no-run
 * import { parseRuleBook } from "@zhengyou/grading"
 * import { describeLaws } from "@zhengyou/testkit"
 * import { Result } from "effect"
 * import { readFileSync } from "node:fs"
 * import { describe, it } from "vitest"
 *
 * const book = Result.getOrThrow(parseRuleBook(JSON.parse(readFileSync("book.json", "utf8"))))
 * describeLaws({ describe, it }, book, { seed: 2026 })
 * ```
 */
export const describeLaws = (tests: TestFunctions, book: RuleBook, options: CheckLawsOptions): void =>
  testLaws(tests, options.laws ?? allLaws, lawSetting(book, options), options)
