// What can and cannot be said of a rise from 93.05 % to 95.19 %, by how many answers a year it rests on.
import { type Exact, formatRounded } from "@zhengyou/core"
import {
  type Change,
  change,
  formulasFor,
  type Measured,
  measure,
  type Questionnaire,
  scalePresets
} from "@zhengyou/satisfaction"
import { Result } from "effect"

/** Favourable answers and all answers of a year. */
export type Answers = readonly [favourable: number, of: number]

/** Whole numbers of answers near 500, 850 and 5,000 a year that come to the published per cents: those of 2010, those of 2011. */
export const sizes: ReadonlyArray<readonly [about: number, before: Answers, after: Answers]> = [
  [500, [455, 489], [475, 499]],
  [850, [790, 849], [811, 852]],
  [5000, [4662, 5010], [4769, 5010]]
]

const scale = scalePresets.filter(({ id }) => id === "satisfied-3")
const formula = scale.flatMap(formulasFor).find(({ id }) => id === "favourable/valid")

const measured = ([favourable, of]: Answers): Measured => {
  const [first] = scale
  if (first === undefined || formula === undefined) throw new Error("no preset")
  const questionnaire: Questionnaire = {
    id: "all",
    frame: "everybody",
    subjects: ["all"],
    scales: [first],
    questions: [{ id: "overall", name: "总体评价", scale: first.id }],
    groups: [{ id: "all", name: "全体" }]
  }
  const at = { subject: "all", group: "all" }
  const counts = { satisfied: favourable, dissatisfied: of - favourable }
  const choices = Object.entries(counts).map(([choice, ballots]) => ({ ...at, question: "overall", choice, ballots }))
  const [figure] = Result.getOrThrow(
    measure(questionnaire, formula, { returned: [{ ...at, ballots: of }], choices }, [])
  )
  if (figure?._tag !== "Measured") throw new Error("no figure")
  return figure
}

/** The rates of two years and the change between them. */
export interface Rise {
  readonly about: number
  readonly before: Exact
  readonly after: Exact
  readonly change: Change
}

/** The same rise at each size of survey. */
export const rises = (): ReadonlyArray<Rise> =>
  sizes.map(([about, before, after]) => {
    const [was, is] = [measured(before), measured(after)]
    return { about, before: was.rate, after: is.rate, change: Result.getOrThrow(change(was, is, { level: 0.95 })) }
  })

/** A share as a per cent with two places. */
export const percent = ({ n, d }: Exact): string => formatRounded({ n: n * 100n, d }, { mode: "halfExpand", digits: 2 })
