import type { FactDeclaration, FactType } from "@zhengyou/core"
import { factNumberText, leavesOpen } from "../conditionClause.ts"
import { countText, dateText } from "../figures.ts"
import { lineIn, quoted } from "../names.ts"
import { type Clause, listed, type Telling } from "../Telling.ts"

const words = {
  "zh-CN": {
    subject: (id: string, version: string) =>
      `本办法编号为${id}，版本为${version}。单位的等级由本办法评定，本办法没有写明的，不作推定`,
    from: (from: string) => `本办法自 ${from}起施行`,
    between: (from: string, until: string) => `本办法自 ${from}起施行，至 ${until}止，首尾两日均在内`,
    levels: (n: string, names: string) => `等级分为${n}等，由高到低依次为：${names}。“不定级”不属于等级`,
    steps: "评定按下列次序进行，后一步以前一步的结果为准",
    step: {
      eligibility: "审查参评资格",
      recognition: "按规定直接认定等级，直接认定的不再评分",
      score: "由评价主体评分，并汇总为总分",
      adjust: "计入加分和扣分",
      band: "按总分确定分数段所在的等级",
      gates: "按门槛和否决情形降低、限制等级或者不定级",
      quotas: "按比例和名额调整等级",
      rank: "排列名次"
    },
    facts: "评定依据单位的下列事实",
    kinds: { number: "数值", flag: "是或者否", level: "本办法的一个等级", date: "日期", text: "文字" },
    least: (x: string) => `不低于 ${x}`,
    most: (x: string) => `不超过 ${x}`,
    fact: (name: string, kind: string, bounds: ReadonlyArray<string>) => `${name}（${[kind, ...bounds].join("，")}）`,
    unknown: "条件所涉的事实不明，本办法没有写明如何处理，结果又因此不能确定的，该单位暂不定级，待事实补齐后再定"
  },
  en: {
    subject: (id: string, version: string) =>
      `This is regulation ${id}, version ${version}. It decides the levels of units; what it does not say is not presumed`,
    from: (from: string) => `It is in force from ${from}`,
    between: (from: string, until: string) => `It is in force from ${from} until ${until}, both days included`,
    levels: (n: string, names: string) =>
      `There ${n === "one" ? "is one level" : `are ${n} levels, from best to lowest`}: ${names}. "Not graded" is not a level`,
    steps: "Units are graded in these steps, each of which begins with what the one before it gave",
    step: {
      eligibility: "it is examined who may be graded",
      recognition: "units are recognised without scoring, where a rule says so; they are not scored",
      score: "the panels score, and their scores become a total",
      adjust: "bonuses and deductions are counted in",
      band: "the band in which the total lies gives the level",
      gates: "conditions beyond the points lower or limit the level, or take the unit out of the grading",
      quotas: "quotas adjust the levels",
      rank: "units are ranked"
    },
    facts: "Grading looks at these facts about a unit",
    kinds: { number: "a number", flag: "yes or no", level: "one of the levels", date: "a day", text: "a text" },
    least: (x: string) => `at least ${x}`,
    most: (x: string) => `at most ${x}`,
    fact: (name: string, kind: string, bounds: ReadonlyArray<string>) => `${name} (${[kind, ...bounds].join(", ")})`,
    unknown:
      "Where a condition asks for a fact that is not known, does not say what that means, and cannot be answered without it, the unit is not graded until the fact is supplied"
  }
}

const factClause = (declared: FactDeclaration, { language, fact }: Telling): Clause => {
  const own = words[language]
  const { minimum, maximum, type } = declared
  const kinds: Record<FactType, string> = own.kinds
  const bounds = [
    ...(minimum === undefined ? [] : [own.least(factNumberText(declared, minimum, language))]),
    ...(maximum === undefined ? [] : [own.most(factNumberText(declared, maximum, language))])
  ]
  return { text: own.fact(fact(declared.id), kinds[type], bounds) }
}

const steps = ({ book, language }: Telling): ReadonlyArray<Clause> => {
  const { step } = words[language]
  const taken = [
    ...(book.eligibility.length > 0 ? [step.eligibility] : []),
    ...(book.recognitions.length > 0 ? [step.recognition] : []),
    step.score,
    ...(book.adjustments.length > 0 ? [step.adjust] : []),
    step.band,
    ...(book.gates.length > 0 ? [step.gates] : []),
    ...(book.quotas.length > 0 ? [step.quotas] : []),
    step.rank
  ]
  return taken.map((text) => ({ text }))
}

/** What the regulation is, its levels, the order of its steps, and the facts that it looks at. */
export const generalArticles = (telling: Telling): ReadonlyArray<Clause> => {
  const { book, language, level } = telling
  const own = words[language]
  const { from, until } = book.valid ?? {}
  const day = (date: string) => dateText(date, language)
  const names = listed(
    book.ladder.map(({ id }) => quoted(level(id), language)),
    telling
  )
  const conditions = [
    ...book.eligibility.map(({ require }) => require),
    ...[...book.recognitions, ...book.gates].map(({ when }) => when)
  ]
  return [
    { text: own.subject(quoted(book.id, language), quoted(book.version, language)) },
    ...(from === undefined
      ? []
      : [{ text: until === undefined ? own.from(day(from)) : own.between(day(from), day(until)) }]),
    { text: own.levels(countText(book.ladder.length, language), names) },
    { text: own.steps, items: steps(telling) },
    ...(book.facts.length > 0 ? [{ text: own.facts, items: book.facts.map((one) => factClause(one, telling)) }] : []),
    ...(conditions.some(leavesOpen) ? [{ text: own.unknown }] : [])
  ]
}

const closing = {
  "zh-CN": {
    examples: (n: string, names: string) => `本办法附算例${n}则：${names}。评定结果与算例不符的，应先查明原因`,
    exact: "除写明取整之处外，计算一律精确进行，除不尽的以分数保留，不因计算工具而有出入"
  },
  en: {
    examples: (n: string, names: string) =>
      `${n} worked example${n === "one" ? "" : "s"} belong${n === "one" ? "s" : ""} to this regulation: ${names}. Where grading does not agree with one, find out why first`,
    exact:
      "But for the rounding stated, all calculation is exact, with fractions where decimals do not end, and does not depend on the tool that does it"
  }
}

/** What stands at the end: the worked examples, and that calculation is exact. */
export const closingArticles = (telling: Telling): ReadonlyArray<Clause> => {
  const { book, language } = telling
  const own = closing[language]
  const names = listed(
    book.examples.map(({ name }) => quoted(lineIn(name, language), language)),
    telling
  )
  return [
    { text: own.exact },
    ...(book.examples.length > 0 ? [{ text: own.examples(countText(book.examples.length, language), names) }] : [])
  ]
}
