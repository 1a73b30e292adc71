import {
  type Comparison,
  type Condition,
  type Exact,
  type FactDeclaration,
  type FactValue,
  factValueFrom,
  flagText,
  formatExact,
  type Language,
  type Operator
} from "@zhengyou/core"
import { dateText, shareText } from "./figures.ts"
import { quoted } from "./names.ts"
import { type Clause, listed, type Telling } from "./Telling.ts"

/** An operator, or none of a list. */
type Relation = Operator | "notIn"

interface Is {
  readonly relation: Relation
  readonly comparison: Comparison
  readonly ifUnknown: boolean | undefined
}

/** A condition without negations, of which nothing is nested in its own kind. */
type Plain = Is | { readonly all: ReadonlyArray<Plain> } | { readonly any: ReadonlyArray<Plain> }

const opposite: Record<Operator, Relation> = {
  "=": "!=",
  "!=": "=",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
  in: "notIn"
}

const joined = (kind: "all" | "any", parts: ReadonlyArray<Plain>): Plain => {
  const flat = parts.flatMap((part) =>
    kind === "all" ? ("all" in part ? part.all : [part]) : "any" in part ? part.any : [part]
  )
  const [only] = flat
  if (only !== undefined && flat.length === 1) return only
  return kind === "all" ? { all: flat } : { any: flat }
}

/** A condition, or its negation, with the negations at the comparisons, where they are easy to read. */
const plainOf = (condition: Condition, negated: boolean): Plain => {
  if ("not" in condition) return plainOf(condition.not, !negated)
  if ("all" in condition)
    return joined(
      negated ? "any" : "all",
      condition.all.map((part) => plainOf(part, negated))
    )
  if ("any" in condition)
    return joined(
      negated ? "all" : "any",
      condition.any.map((part) => plainOf(part, negated))
    )
  const { op, ifUnknown } = condition
  const kept = ifUnknown === undefined ? undefined : ifUnknown !== negated
  return { relation: negated ? opposite[op] : op, comparison: condition, ifUnknown: kept }
}

const numberWords: Record<Language, Record<Exclude<Relation, "in" | "notIn">, string>> = {
  "zh-CN": { "=": "等于 ", "!=": "不等于 ", "<": "低于 ", "<=": "不超过 ", ">": "超过 ", ">=": "不低于 " },
  en: {
    "=": " is ",
    "!=": " is not ",
    "<": " is below ",
    "<=": " is at most ",
    ">": " is above ",
    ">=": " is at least "
  }
}

const dateWords: typeof numberWords = {
  "zh-CN": { "=": "为 ", "!=": "不为 ", "<": "早于 ", "<=": "不晚于 ", ">": "晚于 ", ">=": "不早于 " },
  en: {
    "=": " is ",
    "!=": " is not ",
    "<": " is before ",
    "<=": " is not after ",
    ">": " is after ",
    ">=": " is not before "
  }
}

const ageWords: typeof numberWords = {
  "zh-CN": {
    "=": "成立恰满 ",
    "!=": "成立并非恰满 ",
    "<": "成立不满 ",
    "<=": "成立不超过 ",
    ">": "成立超过 ",
    ">=": "成立满 "
  },
  en: {
    "=": "founded exactly ",
    "!=": "founded other than ",
    "<": "founded less than ",
    "<=": "founded at most ",
    ">": "founded more than ",
    ">=": "founded at least "
  }
}

const terms = {
  "zh-CN": {
    is: "为",
    isNot: "不为",
    oneOf: (values: string) => `为下列之一：${values}`,
    noneOf: (values: string) => `不为下列任何一个：${values}`,
    unknown: (met: boolean) => `（不明的，视为${met ? "" : "不"}符合）`,
    founded: "成立日期",
    months: " 个月",
    always: "在任何情形下",
    never: "在不可能出现的情形下",
    all: "同时具备下列各项",
    any: "具备下列任何一项"
  },
  en: {
    is: " is ",
    isNot: " is not ",
    oneOf: (values: string) => ` is one of ${values}`,
    noneOf: (values: string) => ` is none of ${values}`,
    unknown: (met: boolean) => ` (taken as ${met ? "met" : "not met"} where it is not known)`,
    founded: "the day of founding",
    months: " months before",
    always: "always",
    never: "never",
    all: "all of the following hold",
    any: "at least one of the following holds"
  }
}

const isRate = ({ maximum }: FactDeclaration): boolean => maximum !== undefined && maximum.n <= maximum.d

/** A number of a fact: per cent where the fact is a share, and beside the number where it may be one. */
export const factNumberText = (declared: FactDeclaration, x: Exact, language: Language): string => {
  if (isRate(declared)) return shareText(x)
  const text = formatExact(x)
  if (declared.maximum !== undefined || x.n <= 0n || x.n >= x.d || !shareText(x).endsWith("%")) return text
  return language === "en" ? `${text} (${shareText(x)})` : `${text}（即 ${shareText(x)}）`
}

const valueText = (declared: FactDeclaration, value: FactValue, { language, level }: Telling): string => {
  switch (value._tag) {
    case "Number":
      return factNumberText(declared, value.value, language)
    case "Flag":
      return quoted(flagText(value.value, language), language)
    case "Level":
      return quoted(level(value.value), language)
    case "Date":
      return dateText(value.value, language)
    case "Text":
      return quoted(value.value, language)
  }
}

const comparisonText = ({ relation, comparison, ifUnknown }: Is, telling: Telling): string => {
  const { language, known } = telling
  const own = terms[language]
  const declared = known.get(comparison.fact) ?? { id: comparison.fact, name: comparison.fact, type: "text" as const }
  const { type } = declared
  const name = declared.id === "unit.founded" ? own.founded : telling.fact(comparison.fact)
  const given = typeof comparison.value === "object" ? comparison.value : [comparison.value]
  const values = given.flatMap((scalar) => factValueFrom(type, scalar) ?? [])
  const stated = listed(
    values.map((value) => valueText(declared, value, telling)),
    telling
  )
  const unknown = ifUnknown === undefined ? "" : own.unknown(ifUnknown)
  if (relation === "in") return `${name}${own.oneOf(stated)}${unknown}`
  if (relation === "notIn") return `${name}${own.noneOf(stated)}${unknown}`
  if (declared.id === "unit.age.months")
    return `${ageWords[language][relation]}${stated}${own.months}${language === "en" ? " the day of grading" : ""}${unknown}`
  if (type === "number") return `${name}${numberWords[language][relation]}${stated}${unknown}`
  if (type === "date") return `${name}${dateWords[language][relation]}${stated}${unknown}`
  const [first] = values
  // "not yes" is "no".
  if (type === "flag" && relation === "!=" && first?._tag === "Flag")
    return `${quoted(name, language)}${own.is}${quoted(flagText(!first.value, language), language)}${unknown}`
  const subject = type === "flag" ? quoted(name, language) : name
  return `${subject}${relation === "!=" ? own.isNot : own.is}${stated}${unknown}`
}

/** Chinese words before 的: a blank parts a number from it. */
export const beforeDe = (words: string): string => (/[\w%]$/.test(words) ? `${words} ` : words)

/** Whether a condition has a comparison that does not say what an unknown fact means. */
export const leavesOpen = (condition: Condition): boolean => {
  if ("fact" in condition) return condition.ifUnknown === undefined
  if ("not" in condition) return leavesOpen(condition.not)
  return ("all" in condition ? condition.all : condition.any).some(leavesOpen)
}

const clauseOf = (plain: Plain, telling: Telling): Clause => {
  const own = terms[telling.language]
  if ("relation" in plain) return { text: comparisonText(plain, telling) }
  const isAll = "all" in plain
  const parts = isAll ? plain.all : plain.any
  if (parts.length === 0) return { text: isAll ? own.always : own.never }
  return { text: isAll ? own.all : own.any, items: parts.map((part) => clauseOf(part, telling)) }
}

/** A condition in words: one comparison as a phrase, several as a list under what joins them. */
export const conditionClause = (condition: Condition, telling: Telling): Clause =>
  clauseOf(plainOf(condition, false), telling)
