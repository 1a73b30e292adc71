import { textIn } from "@zhengyou/core"
import { checkLaw, type HoldOptions } from "./holdLaws.ts"
import type { Law, LawSetting } from "./Law.ts"
import { renderLawResult } from "./renderLawReport.ts"

/** The two functions of a test framework that tests are made with: vitest, Jest and `node:test` have them. */
export interface TestFunctions {
  readonly describe: (name: string, body: () => void) => unknown
  readonly it: (name: string, body: () => void) => unknown
}

/** Makes a test of each law for a setting; a law that is broken fails with its counterexample. */
export const testLaws = <Setting extends LawSetting<Case>, Case>(
  { describe, it }: TestFunctions,
  laws: ReadonlyArray<Law<Setting, Case>>,
  setting: Setting,
  options: HoldOptions<Case>
): void => {
  const { id, version, title } = setting.subject
  describe(`${textIn(title, "zh-CN")} (${id} ${version})`, () => {
    for (const law of laws) {
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
