import { textIn } from "@zhengyou/core"
import type { RuleBook } from "@zhengyou/grading"
import { type CheckLawsOptions, checkLaw, lawSetting } from "./checkLaws.ts"
import { laws as allLaws } from "./laws.ts"
import { renderLawResult } from "./renderLawReport.ts"

/** The two functions of a test framework that tests are made with: vitest, Jest and `node:test` have them. */
export interface TestFunctions {
  readonly describe: (name: string, body: () => void) => unknown
  readonly it: (name: string, body: () => void) => unknown
}

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
export const describeLaws = ({ describe, it }: TestFunctions, book: RuleBook, options: CheckLawsOptions): void => {
  const setting = lawSetting(book, options)
  describe(`${textIn(book.title, "zh-CN")} (${book.id} ${book.version})`, () => {
    for (const law of options.laws ?? allLaws) {
      const because = law.unless(setting)
      const name = `${law.id}: ${textIn(law.says, "zh-CN")}`
      it(because === undefined ? name : `${name}（不适用：${textIn(because, "zh-CN")}）`, () => {
        const result = checkLaw(law, setting, options)
        options.onResult?.(result)
        if (result._tag === "Broken")
          throw new Error(`${renderLawResult(result, "zh-CN")}\n\n${renderLawResult(result, "en")}`)
      })
    }
  })
}
