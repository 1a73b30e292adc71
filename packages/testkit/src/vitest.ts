import { textIn } from "@zhengyou/core"
import type { RuleBook } from "@zhengyou/grading"
import { describe, it } from "vitest"
import { type CheckLawsOptions, checkLaw, lawSetting } from "./checkLaws.ts"
import { laws as allLaws } from "./laws.ts"
import { renderLawResult } from "./renderLawReport.ts"

/**
 * Makes a test of each law that applies to a book; a law that is broken fails with its counterexample.
 *
 * **Details**
 *
 * A law that does not apply to the book is a test whose name says why, which holds that it still does not.
 */
export const describeLaws = (book: RuleBook, options: CheckLawsOptions): void => {
  const setting = lawSetting(book, options)
  describe(`${textIn(book.title, "zh-CN")} (${book.id} ${book.version})`, () => {
    for (const law of options.laws ?? allLaws) {
      const because = law.unless(setting)
      const name = `${law.id}: ${textIn(law.says, "zh-CN")}`
      it(because === undefined ? name : `${name}（不适用：${textIn(because, "zh-CN")}）`, () => {
        const result = checkLaw(law, setting, options)
        if (result._tag === "Broken") throw new Error(renderLawResult(result, "zh-CN"))
        options.onResult?.(result)
      })
    }
  })
}
