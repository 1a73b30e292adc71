import type { Condition } from "@zhengyou/core"
import { beforeDe, conditionClause } from "../conditionClause.ts"
import { lineIn, quoted } from "../names.ts"
import type { Clause, Telling } from "../Telling.ts"

const words = {
  "zh-CN": {
    all: "名册中的单位均参加评定",
    must: "单位符合下列全部条件的，方可参加评定；有一项不符合的，不参评、不定级",
    rule: (name: string, condition: string) => `${name}，即${condition}`,
    recognise:
      "参评的单位有下列情形的，不经评分直接认定等级；有几项情形的，以排列在前的为准。直接认定的等级仍须经过门槛和否决情形",
    level: (name: string, level: string, seat: boolean, condition: string) =>
      `${name}，即${beforeDe(condition)}的，认定为${level}，${seat ? "占用" : "不占用"}该等级的名额`
  },
  en: {
    all: "All units of the roster are graded",
    must: "A unit may be graded only where it meets every condition below; a unit that fails one is not graded and has no level",
    rule: (name: string, condition: string) => `${name}, that is, ${condition}`,
    recognise:
      "A unit that may be graded has its level without being scored in the cases below; where several hold, the first of them decides. Conditions beyond the points still apply to such a level",
    level: (name: string, level: string, seat: boolean, condition: string) =>
      `under ${name}, it is recognised as ${level}, ${seat ? "taking a seat" : "without taking a seat"} of that level, where ${condition}`
  }
}

/** Who may be graded, and who has a level without being scored. */
export const entryArticles = (telling: Telling): ReadonlyArray<Clause> => {
  const { book, language, level } = telling
  const own = words[language]
  const under = (condition: Condition, text: (condition: string) => string): Clause => {
    const clause = conditionClause(condition, telling)
    return { ...clause, text: text(clause.text) }
  }
  const eligibility = book.eligibility.map(({ name, require }) =>
    under(require, (condition) => own.rule(quoted(lineIn(name, language), language), condition))
  )
  const recognitions = book.recognitions.map(({ name, when, level: to, takesSeat }) =>
    under(when, (condition) =>
      own.level(quoted(lineIn(name, language), language), quoted(level(to), language), takesSeat, condition)
    )
  )
  return [
    eligibility.length > 0 ? { text: own.must, items: eligibility } : { text: own.all },
    ...(recognitions.length > 0 ? [{ text: own.recognise, items: recognitions }] : [])
  ]
}
