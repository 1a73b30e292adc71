import { type FactDeclaration, type FactType, type KnownFacts, type Text, textIn } from "@zhengyou/core"
import { allCriteria, allGroups } from "../Criterion.ts"
import type { RuleBookShape } from "../RuleBook.ts"

const fact = (id: string, zh: string, en: string, type: FactType): FactDeclaration => ({
  id,
  name: { "zh-CN": zh, en },
  type
})

const ofUnit: ReadonlyArray<FactDeclaration> = [
  fact("unit.id", "单位编号", "unit id", "text"),
  fact("unit.type", "单位类型", "unit type", "text"),
  fact("unit.parent", "上级单位", "parent unit", "text"),
  fact("unit.founded", "成立日期", "founded", "date"),
  fact("unit.age.months", "成立月数", "months since founding", "number")
]

/** A text has at most 2000 characters, and words are put around it: the end of a longer name is left out. */
const shortened = (words: string): string => (words.length > 1900 ? `${[...words].slice(0, 900).join("")}…` : words)

const scoreOf = (id: string, name: Text): FactDeclaration =>
  fact(id, `${shortened(textIn(name, "zh-CN"))}得分`, `score of ${shortened(textIn(name, "en"))}`, "number")

/** The facts that conditions may ask for: those that the book declares, those of the unit, and the scores. */
export const knownFacts = (book: Pick<RuleBookShape, "facts" | "criteria" | "panels">): KnownFacts =>
  new Map(
    [
      ...book.facts,
      ...ofUnit,
      fact("score.total", "总分", "total", "number"),
      ...[...allCriteria(book.criteria), ...allGroups(book.criteria)].map(({ id, name }) =>
        scoreOf(`score.criterion.${id}`, name)
      ),
      ...book.panels.map(({ id, name }) => scoreOf(`score.panel.${id}`, name))
    ].map((known) => [known.id, known])
  )
