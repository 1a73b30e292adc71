import { exactUnsafe } from "@zhengyou/core"
import type { Award, Grading, GradingInputs, Mark, RuleBook, Sheet } from "@zhengyou/grading"
import { gradeUnsafe, totalOf, unit } from "../support.ts"

/** A mark as it is written: a number, or a label where it is none. */
const markOf = (mark: string | number): Mark =>
  typeof mark === "number" || /^-?\d/.test(mark) ? exactUnsafe(mark) : mark

/** A sheet whose marks may be labels. */
export const marked = (
  unitId: string,
  panel: string,
  rater: string,
  marks: Readonly<Record<string, string | number>>,
  rest: Partial<Pick<Sheet, "group" | "raterUnit">> = {}
): Sheet => ({
  unit: unitId,
  panel,
  rater,
  ...rest,
  scores: Object.fromEntries(Object.entries(marks).map(([id, mark]) => [id, markOf(mark)]))
})

/** The sheets of several raters of one panel on one unit and one criterion. */
export const marksOf = (panel: string, marks: ReadonlyArray<string | number>, unitId = "u"): ReadonlyArray<Sheet> =>
  marks.map((c, i) => marked(unitId, panel, `r${i}`, { c }))

export const award = (unitId: string, adjustment: string, item: string, points: string | number): Award => ({
  unit: unitId,
  adjustment,
  item,
  points: exactUnsafe(points)
})

/** The total of the only unit `u`. */
export const totalBy = (book: RuleBook, sheets: ReadonlyArray<Sheet>, awards: ReadonlyArray<Award> = []): string =>
  totalOf(gradeUnsafe(book, { units: [unit("u")], sheets, facts: [], awards }), "u")

/** Grades units that have one score of criterion `c` by panel `p` each. */
export const gradeTotals = (
  book: RuleBook,
  scores: Readonly<Record<string, string | number>>,
  rest: Partial<GradingInputs> = {}
): Grading =>
  gradeUnsafe(book, {
    units: Object.keys(scores).map(unit),
    sheets: Object.entries(scores).map(([id, c]) => marked(id, "p", "r", { c })),
    facts: [],
    ...rest
  })
