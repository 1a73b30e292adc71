import type { Language } from "@zhengyou/core"
import { type Explanation, stepsOf } from "@zhengyou/grading"
import { layOut } from "./internal/columns.ts"
import { stepRow } from "./internal/explanationRows.ts"
import { plain } from "./internal/plain.ts"
import { say } from "./internal/say.ts"

/**
 * An explanation as a plain text table: a row for each step with its figure, its weight and what it comes to.
 *
 * **Details**
 *
 * The rows stand in the order of the pipeline, each indented under the one that it belongs to. A Chinese character takes two columns.
 */
export const explanationTable = (explanation: Explanation, language: Language = "zh-CN"): string => {
  const { title, id, version } = explanation.book
  return [
    plain(say({ _tag: "BookUsed", title, id, version }, language)),
    "",
    ...layOut(
      [
        { heading: say({ _tag: "Step" }, language), align: "left" },
        { heading: say({ _tag: "Figure" }, language), align: "right" },
        { heading: say({ _tag: "Weight" }, language), align: "right" },
        { heading: say({ _tag: "ComesTo" }, language), align: "left" }
      ],
      stepsOf(explanation).map(({ depth, step }) => {
        const { name, figure, weight, comesTo } = stepRow(step, language)
        // Blanks at the beginning of a cell would be taken off.
        return [`${"· ".repeat(depth)}${name}`, figure, weight, comesTo]
      })
    )
  ].join("\n")
}
