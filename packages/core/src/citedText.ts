import * as Result from "effect/Result"
import type { Citation, Operator } from "./Condition.ts"
import { type Exact, formatExact, parseExact } from "./Exact.ts"
import { type FactValue, formatFactValue } from "./Fact.ts"
import { formatBeside } from "./Rounding.ts"
import { type Language, textIn } from "./Text.ts"

const words = {
  "zh-CN": { unknown: "未知", true: "是", false: "否", failed: "，未满足", colon: "：", separator: "；" },
  en: { unknown: "unknown", true: "yes", false: "no", failed: ", which is not", colon: ": ", separator: "; " }
}

/** A flag in words. */
export const flagText = (value: boolean, language: Language): string => words[language][`${value}`]

const signs: Record<Operator, string> = { "=": "=", "!=": "≠", "<": "<", "<=": "≤", ">": ">", ">=": "≥", in: "∈" }

/** A number beside the bound it was compared with: in full where its decimals end, with enough of them otherwise. */
const numberText = (x: Exact, bound: string): string => {
  const text = formatExact(x)
  if (!text.includes("/")) return text
  const read = parseExact(bound)
  return formatBeside(x, Result.isSuccess(read) ? [read.success] : [], 4)
}

const foundText = (found: FactValue | undefined, bound: string, language: Language): string => {
  if (found === undefined) return words[language].unknown
  if (found._tag === "Flag") return flagText(found.value, language)
  return found._tag === "Number" ? numberText(found.value, bound) : formatFactValue(found)
}

const boundText = ({ value, found }: Citation, language: Language): string =>
  found?._tag === "Flag" && (value === "true" || value === "false") ? words[language][value] : value

/**
 * The comparisons that a rule made, such as `群众满意率 0.8947 < 0.9`, saying which of them failed.
 *
 * @example
 * ```ts
 * import { citedText } from "@zhengyou/core"
 *
 * const rate = { fact: { id: "rate", name: "满意率" }, op: ">=", value: "0.8", holds: false } as const
 * const cited = [{ ...rate, found: { _tag: "Number", value: { n: 159n, d: 200n } } }] as const
 * citedText(cited, "zh-CN") // => "满意率 0.795，未满足 ≥ 0.8"
 * ```
 */
export const citedText = (cited: ReadonlyArray<Citation>, language: Language): string =>
  cited
    .map((citation) => {
      const { fact, op, value, found, holds } = citation
      // "veto: yes" says what "veto yes = yes" would.
      if (found?._tag === "Flag" && holds === true)
        return `${textIn(fact.name, language)}${words[language].colon}${foundText(found, value, language)}`
      const failed = holds === false ? words[language].failed : ""
      const compared = `${signs[op]} ${boundText(citation, language)}`
      return `${textIn(fact.name, language)} ${foundText(found, value, language)}${failed} ${compared}`
    })
    .join(words[language].separator)
