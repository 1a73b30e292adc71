import {
  compareExact,
  type Exact,
  formatRounded,
  type Id,
  type Language,
  type Message,
  render,
  type Text
} from "@zhengyou/core"
import {
  type Change,
  type Estimate,
  type LinkedScore,
  type SatisfactionMessage,
  type SurveyFigure,
  type SurveyRow,
  satisfactionTextEn,
  satisfactionTextZhCN
} from "@zhengyou/satisfaction"
import * as Result from "effect/Result"
import { inBoth, type Words } from "../html/bilingual.ts"
import type { SurveyReport } from "./SurveyReport.ts"

const two = { mode: "halfExpand", digits: 2 } as const

/** A text of the satisfaction package. */
export const told = (message: Extract<SatisfactionMessage, Message>, language: Language): string =>
  render(language === "en" ? satisfactionTextEn : satisfactionTextZhCN, message)

/** The same in both languages. */
export const toldInBoth = (message: SatisfactionMessage): Words =>
  inBoth(told(message, "zh-CN"), told(message, "en"), "span")

/** A share as a per cent with two places. */
export const percentOf = ({ n, d }: Exact): string => `${formatRounded({ n: n * 100n, d }, two)}%`

/** A score with two places. */
export const scoreOf = (x: Exact): string => formatRounded(x, two)

const minus = (text: string): string => text.replace("-", "−")

/** Points with their sign. */
export const pointsOf = (x: Exact): string => {
  const text = formatRounded(x, two)
  return x.n > 0n ? `+${text}` : minus(text)
}

const signedTo = (x: number): string => `${x > 0 ? "+" : ""}${minus(x.toFixed(1))}`

/** The two ends of an interval of a share. */
export const rangeOf = ({ interval }: Estimate): string =>
  `${(interval.low * 100).toFixed(1)}–${(interval.high * 100).toFixed(1)}`

/** The two ends of an interval of points. */
export const changeRangeOf = ({ interval }: Change): string => `${signedTo(interval.low)} ~ ${signedTo(interval.high)}`

/** A linked score with how far sampling error reaches. */
export const linkedOf = ({ score, least, greatest, dependsOnSampling }: LinkedScore): string =>
  dependsOnSampling ? `${scoreOf(score)} (${scoreOf(least)}–${scoreOf(greatest)})` : scoreOf(score)

/** The estimate of a figure, if there is one. */
export const estimateIn = (row: SurveyRow): Estimate | undefined =>
  row._tag === "Figure" && Result.isSuccess(row.estimate) ? row.estimate.success : undefined

/** The change of a figure, if there is one. */
export const changeIn = (row: SurveyRow): Change | undefined =>
  row._tag === "Figure" && row.change !== undefined && Result.isSuccess(row.change) ? row.change.success : undefined

/** What is said of a row's change, or of why there is no figure. */
export const remarkOn = (row: SurveyRow): SatisfactionMessage | undefined => {
  if (row._tag === "Withheld") return undefined
  if (row._tag === "NoFigure") return row.reason
  if (row.change === undefined) return Result.isFailure(row.estimate) ? row.estimate.failure : undefined
  return Result.isFailure(row.change) ? row.change.failure : row.change.success.verdict
}

/** The names of the units by their ids. */
export const namesIn = ({ units }: SurveyReport): ((id: Id) => Text) => {
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? id
}

/** The rows by rate, the best first; those without a figure last. */
export const byRate = (rows: ReadonlyArray<SurveyRow>): ReadonlyArray<SurveyRow> =>
  rows.toSorted((a, b) => {
    if (a._tag === "Figure" && b._tag === "Figure") return compareExact(b.rate, a.rate)
    return Number(a._tag !== "Figure") - Number(b._tag !== "Figure")
  })

/** The rows that have a figure. */
export const figuresIn = (rows: ReadonlyArray<SurveyRow>): ReadonlyArray<SurveyFigure> =>
  rows.flatMap((row) => (row._tag === "Figure" ? [row] : []))
