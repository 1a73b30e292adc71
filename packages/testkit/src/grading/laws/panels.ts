import type { GradingInputs, RuleBook, Sheet } from "@zhengyou/grading"
import fc from "fast-check"
import { say } from "../../internal/say.ts"
import type { GradingLaw } from "../GradingLaw.ts"
import { isRecused, isVoidSheet } from "../reference/scoring.ts"
import {
  anyRounds,
  breach,
  completeRounds,
  exactOf,
  figure,
  firstOtherwise,
  graded,
  outcomeOf,
  pick,
  withoutQuotas
} from "./support.ts"

const trimming = (book: RuleBook) =>
  book.panels.flatMap((panel) =>
    "onlyAbove" in panel.aggregate ? [{ panel, onlyAbove: panel.aggregate.onlyAbove }] : []
  )

/** The first so many sheets of a panel on each unit. */
const firstSheets = (inputs: GradingInputs, panel: string, most: number): GradingInputs => {
  const seen = new Map<string, number>()
  return {
    ...inputs,
    sheets: inputs.sheets.filter((sheet) => {
      if (sheet.panel !== panel) return true
      const count = (seen.get(sheet.unit) ?? 0) + 1
      seen.set(sheet.unit, count)
      return count <= most
    })
  }
}

/** With too few scores nothing is trimmed. */
export const trimsOnlyAbove: GradingLaw = {
  id: "trims-only-above",
  about: "engine",
  says: say(
    "评委不超过规定人数时不去最高最低，就是平均分",
    "with no more scores than the rule says nothing is trimmed: it is the mean"
  ),
  witness: {
    bug: say(
      "要求三个以上才去最高最低，一两个取平均：各处实现不一",
      "three scores and more trim, one or two are averaged: each place did it in its own way"
    ),
    source: "School-of-Company/Gwangju-talent-festival-Server-V2#203"
  },
  unless: ({ book }) =>
    trimming(book).some(({ onlyAbove }) => onlyAbove > 0)
      ? undefined
      : say("没有评价主体去最高分、最低分", "no panel drops its highest and lowest scores"),
  cases: (setting) => {
    const panels = trimming(setting.book).filter(({ onlyAbove }) => onlyAbove > 0)
    return fc.tuple(completeRounds(setting, 2), fc.nat(10)).map(([inputs, which]) => {
      const { panel, onlyAbove } = pick(panels, which) ?? { panel: undefined, onlyAbove: 0 }
      const [first, ...rest] = setting.book.panels.map((own) =>
        own.id === panel?.id ? { ...own, aggregate: { method: "mean" as const } } : own
      )
      const few = firstSheets(inputs, panel?.id ?? "", onlyAbove)
      if (first === undefined) return { inputs: few }
      return {
        inputs: few,
        varied: {
          change: say(`${panel?.id} 改为平均分`, `${panel?.id} takes the mean`),
          book: { ...setting.book, panels: [first, ...rest] }
        }
      }
    })
  },
  examine: (setting, one) => graded(setting, one, (first, second) => firstOtherwise(first, second))
}

const setAsideBy = (inputs: GradingInputs, isAside: (sheet: Sheet) => boolean): GradingInputs => ({
  ...inputs,
  sheets: inputs.sheets.filter((sheet) => !isAside(sheet))
})

const panelNamed = (book: RuleBook, id: string) => book.panels.find((panel) => panel.id === id)

/** Raters never decide about their own unit. */
export const recusal: GradingLaw = {
  id: "recusal",
  about: "engine",
  says: say(
    "回避的评委打什么分都不影响结果，如同没有交表",
    "the sheets of raters who are recused count for nothing, as if they had not been handed in"
  ),
  witness: {
    bug: say(
      "先去最高最低、再剔除不该打分的评委，结果不同",
      "trimming before the judges that do not count are left out gives another result"
    ),
    source: "iuf/rulebook#101"
  },
  unless: ({ book }) =>
    book.panels.some(({ recuse }) => recuse !== undefined)
      ? undefined
      : say("没有评价主体要求回避", "no panel recuses raters"),
  cases: (setting) =>
    anyRounds(setting).map((inputs) => ({
      inputs,
      varied: {
        change: say("去掉回避的评分表", "without the sheets that are recused"),
        inputs: setAsideBy(inputs, (sheet) => {
          const panel = panelNamed(setting.book, sheet.panel)
          return panel !== undefined && isRecused(panel, sheet)
        })
      }
    })),
  examine: (setting, one) => graded(setting, one, (first, second) => firstOtherwise(first, second))
}

/** Void sheets count for nothing. */
export const voidSheets: GradingLaw = {
  id: "void-sheets",
  about: "engine",
  says: say(
    "作废的评分表不计分、不计人数，如同没有交表",
    "void sheets count neither as scores nor as raters, as if they had not been handed in"
  ),
  witness: {
    bug: say("不作答被当作分数计入平均", "not answering is counted as a score in the mean"),
    source: "TEAMMATES/teammates#11200"
  },
  unless: ({ book }) =>
    book.panels.some(({ voids }) => (voids ?? []).length > 0)
      ? undefined
      : say("没有评价主体作废评分表", "no panel makes sheets void"),
  cases: (setting) =>
    anyRounds(setting).map((inputs) => {
      const types = new Map(inputs.units.map(({ id, type }) => [id, type]))
      return {
        inputs,
        varied: {
          change: say("去掉作废的评分表", "without the sheets that are void"),
          inputs: setAsideBy(inputs, (sheet) => {
            const panel = panelNamed(setting.book, sheet.panel)
            if (panel === undefined || isRecused(panel, sheet)) return false
            return isVoidSheet(setting.book, panel, types.get(sheet.unit), sheet)
          })
        }
      }
    }),
  examine: (setting, one) => graded(setting, one, (first, second) => firstOtherwise(first, second))
}

/** Points beyond a cap are worth nothing. */
export const adjustmentCap: GradingLaw = {
  id: "adjustment-cap",
  about: "engine",
  says: say("加减分到了上限，再多也不变", "once an adjustment has reached its cap, more of it changes nothing"),
  witness: {
    bug: say("按取整后的分数设上限，越过了界", "a cap on a rounded score is passed"),
    source: "filecoin-project/notary-governance#61"
  },
  unless: ({ book }) =>
    book.adjustments.some(({ cap }) => cap !== undefined)
      ? undefined
      : say("没有设上限的加减分", "no adjustment has a cap"),
  cases: (setting) =>
    fc.tuple(completeRounds(setting, 2), fc.nat(10), fc.integer({ min: 1, max: 9 })).map(([inputs, which, more]) => {
      const capped = pick(
        setting.book.adjustments.filter(({ cap }) => cap !== undefined),
        which
      )
      const unit = inputs.units[0]?.id ?? ""
      const full = { unit, adjustment: capped?.id ?? "", item: "full", points: capped?.cap ?? { n: 0n, d: 1n } }
      const awards = [...(inputs.awards ?? []), full]
      return {
        inputs: { ...inputs, awards },
        unit,
        varied: {
          change: say(
            `${unit} 的 ${capped?.id} 再多 ${more} 分`,
            `${more} points more under ${capped?.id} for ${unit}`
          ),
          inputs: { ...inputs, awards: [...awards, { ...full, item: "more", points: { n: BigInt(more), d: 1n } }] }
        }
      }
    }),
  examine: (setting, one) =>
    graded(
      setting,
      one,
      (first, second) => {
        const unit = one.unit ?? ""
        const [expected, found] = [first, second].map((grading) => figure(exactOf(outcomeOf(grading, unit))))
        return expected === found ? undefined : breach(unit, expected ?? "–", found ?? "–")
      },
      withoutQuotas
    )
}
