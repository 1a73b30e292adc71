import { type Citation, type Exact, formatBeside, formatExact, formatFactValue, type Language, parseExact, textIn } from "@zhengyou/core"
import * as Result from "effect/Result"

const unknown = { "zh-CN": "未知", en: "unknown" }

/** A number beside the bound it was compared with: in full where its decimals end, with enough of them otherwise. */
const numberText = (x: Exact, bound: string): string => {
  const text = formatExact(x)
  if (!text.includes("/")) return text
  const read = parseExact(bound)
  return formatBeside(x, Result.isSuccess(read) ? [read.success] : [], 4)
}

/** The comparisons that a rule made, such as `群众满意率 0.8947 < 0.9`. */
export const citedText = (cited: ReadonlyArray<Citation>, language: Language): string =>
  cited
    .map(({ fact, op, value, found }) => {
      const shown = found?._tag === "Number" ? numberText(found.value, value) : found && formatFactValue(found)
      return `${textIn(fact.name, language)} ${shown ?? unknown[language]} ${op} ${value}`
    })
    .join(language === "en" ? "; " : "；")
