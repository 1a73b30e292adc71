import { allCriteria, type GradingInputs, type Mark, type RuleBook } from "@zhengyou/grading"
import { figure, say } from "../../internal/say.ts"
import { isLess, nought } from "../reference/fraction.ts"
import type { Boundary, Side } from "./Boundary.ts"
import { around, boundary } from "./bands.ts"
import { plainMarks } from "./comparisons.ts"
import { type Settled, settle } from "./settle.ts"
import { agreedRound, agreeing, endsOf, manyRaters, ratersNeeded } from "./solve.ts"

const step: Readonly<Record<Side, number>> = { below: -1, on: 0, above: 1 }

const tooMany = say(`评委多于 ${manyRaters} 人`, `more than ${manyRaters} raters`)

/** The round of one unit in which a panel has so many raters, every second of whom gives the worst marks. */
const withRaters = (book: RuleBook, settled: Settled, panel: string, raters: number): GradingInputs => {
  const round = agreedRound(book, settled, plainMarks(book))
  const worst = new Map(allCriteria(book.criteria).map((one): readonly [string, Mark] => [one.id, endsOf(one)[0]]))
  const sheets = agreeing(book, "u1", plainMarks(book), (own) => (own.id === panel ? raters : ratersNeeded(own)))
  return {
    ...round,
    sheets: sheets.map((sheet, i) =>
      sheet.panel === panel && i % 2 === 1
        ? { ...sheet, scores: Object.fromEntries(Object.keys(sheet.scores).map((id) => [id, worst.get(id) ?? nought])) }
        : sheet
    )
  }
}

const ofRaters = (book: RuleBook, kind: "trimming" | "minimumRaters", panel: string, count: number): Boundary => {
  const settled = settle(book)
  return boundary(kind, `panels.${panel}`, String(count), (side) => {
    const raters = count + step[side]
    if (raters < 0) return say("评委人数不少于零", "there are never fewer raters than none")
    return raters > manyRaters ? tooMany : { unit: "u1", inputs: withRaters(book, settled, panel, raters) }
  })
}

/** The numbers of raters at which a panel begins to trim, or to count. */
export const raterBoundaries = (book: RuleBook): ReadonlyArray<Boundary> =>
  book.panels.flatMap(({ id, aggregate, minimumRaters }) => [
    ...("onlyAbove" in aggregate ? [ofRaters(book, "trimming", id, aggregate.onlyAbove)] : []),
    ofRaters(book, "minimumRaters", id, minimumRaters)
  ])

/** The caps of adjustments, a quarter of a point to each side. */
export const adjustmentBoundaries = (book: RuleBook): ReadonlyArray<Boundary> => {
  const settled = settle(book)
  return book.adjustments.flatMap(({ id, cap }) => {
    if (cap === undefined) return []
    return [
      boundary("adjustmentCap", `adjustments.${id}`, figure(cap), (side) => {
        const points = around(cap, { n: 1n, d: 4n })[side]
        if (isLess(points, nought)) return say("没有低于零的加减分", "there are no awards below nought")
        const round = agreedRound(book, settled, plainMarks(book))
        return { unit: "u1", inputs: { ...round, awards: [{ unit: "u1", adjustment: id, item: "item 1", points }] } }
      })
    ]
  })
}

/** The steps of rates. */
export const rateBoundaries = (book: RuleBook): ReadonlyArray<Boundary> => {
  const settled = settle(book)
  return allCriteria(book.criteria).flatMap(({ id, scoring }) =>
    scoring.kind !== "rate"
      ? []
      : scoring.steps.map(({ from }) =>
          boundary("rateStep", `criteria.${id}`, figure(from), (side) => {
            const mark = around(from, { n: 1n, d: 1000n })[side]
            if (isLess(mark, nought)) return say("没有低于零的比率", "there are no rates below nought")
            return { unit: "u1", inputs: agreedRound(book, settled, new Map([...plainMarks(book), [id, mark]])) }
          })
        )
  )
}
