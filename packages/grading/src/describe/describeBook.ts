import type { Language } from "@zhengyou/core"
import type { RuleBook } from "../RuleBook.ts"
import { criteriaArticles, isWeighted } from "./internal/chapters/criteria.ts"
import { entryArticles } from "./internal/chapters/entry.ts"
import { closingArticles, generalArticles } from "./internal/chapters/general.ts"
import { bandArticles, gateArticles, rankingArticles } from "./internal/chapters/levels.ts"
import { panelArticles } from "./internal/chapters/panels.ts"
import { quotaArticles } from "./internal/chapters/quotas.ts"
import { adjustmentArticles, roundingArticles } from "./internal/chapters/totals.ts"
import { lineIn } from "./internal/names.ts"
import { asItem, type Clause, type Telling, tellingOf } from "./internal/Telling.ts"
import type { Regulation, RegulationChapter } from "./Regulation.ts"

const titles = {
  "zh-CN": {
    general: "总则",
    entry: "参评资格",
    entryRecognised: "参评资格与直接认定",
    criteria: "指标与计分",
    panels: "评价主体与汇总",
    adjustments: "加分与扣分",
    rounding: "取整",
    levels: "等级",
    closing: "附则"
  },
  en: {
    general: "General",
    entry: "Who is graded",
    entryRecognised: "Who is graded, and who is recognised",
    criteria: "Criteria and marks",
    panels: "Panels",
    adjustments: "Bonuses and deductions",
    rounding: "Rounding",
    levels: "Levels",
    closing: "Closing provisions"
  }
}

const chaptersOf = (telling: Telling): ReadonlyArray<readonly [keyof (typeof titles)["en"], ReadonlyArray<Clause>]> => [
  ["general", generalArticles(telling)],
  [telling.book.recognitions.length > 0 ? "entryRecognised" : "entry", entryArticles(telling)],
  ["criteria", criteriaArticles(telling)],
  ["panels", panelArticles(telling, isWeighted(telling.book.criteria))],
  ["adjustments", adjustmentArticles(telling)],
  ["rounding", roundingArticles(telling)],
  [
    "levels",
    [...bandArticles(telling), ...gateArticles(telling), ...quotaArticles(telling), ...rankingArticles(telling)]
  ],
  ["closing", closingArticles(telling)]
]

/**
 * A rule book as the text of a regulation (办法正文), which a committee can read and vote on.
 *
 * **Details**
 *
 * Every knob of the book is told in words, and so is what the book leaves open. What shares its name with another thing has its id
 * beside it.
 * {@link regulationText} and {@link regulationMarkdown} write it out.
 */
export const describeBook = (book: RuleBook, language: Language): Regulation => {
  const telling = tellingOf(book, language)
  let articles = 0
  const chapters = chaptersOf(telling)
    .filter(([, clauses]) => clauses.length > 0)
    .map(
      ([chapter, clauses], i): RegulationChapter => ({
        number: i + 1,
        title: titles[language][chapter],
        articles: clauses.map((clause) => {
          articles += 1
          return { number: articles, ...asItem(clause, language) }
        })
      })
    )
  return { language, title: lineIn(book.title, language), chapters }
}
