import { type Exact, formatRounded, one, type Text, textIn } from "@zhengyou/core"
import { type FulfilmentRate, fulfilmentRate, levelOfScore, type OpenPledge, rollUp } from "@zhengyou/pledges"
import { Result } from "effect"
import { policy, roster } from "./files.ts"

const rounding = { mode: "halfExpand", digits: 2 } as const

/** A number with two places. */
export const shown = (x: Exact): string => formatRounded(x, rounding)

/** How a unit kept its pledges in a year. */
export interface UnitYear {
  readonly unit: string
  readonly name: Text
  readonly pledges: number
  readonly kept: FulfilmentRate
  /** The mean of its pledges' scores, and its level; nothing where none was evaluated. */
  readonly score?: Exact
  readonly level?: Text
}

/** The evaluation of every unit of the roster: each pledge that was evaluated weighs the same. */
export const evaluationTable = (year: ReadonlyMap<string, OpenPledge>): ReadonlyArray<UnitYear> =>
  roster.map(({ id: unit, name }) => {
    const own = [...year.values()].filter(({ pledge }) => pledge.pledger.unit === unit)
    const parts = own.flatMap(({ pledge, result }) =>
      result === undefined ? [] : [{ id: pledge.id, weight: one, score: result.score }]
    )
    const kept = fulfilmentRate(
      own.flatMap(({ fulfilment }) => fulfilment ?? []),
      policy.evaluation
    )
    const base = { unit, name, pledges: own.length, kept }
    if (parts.length === 0) return base
    const score = Result.getOrThrow(rollUp(parts))
    const { level } = Result.getOrThrow(levelOfScore(score, policy.evaluation))
    return { ...base, score, level: level.name }
  })

/** The evaluation as rows for a spreadsheet: units, then their pledges. */
export const evaluationRows = (year: ReadonlyMap<string, OpenPledge>): ReadonlyArray<ReadonlyArray<string>> => [
  ["单位", "承诺", "件数", "兑现", "部分兑现", "未兑现", "免责", "兑现率", "得分", "等次"],
  ...evaluationTable(year).flatMap(({ unit, name, pledges, kept, score, level }) => [
    [
      textIn(name, "zh-CN"),
      "",
      String(pledges),
      ...[kept.fulfilled, kept.partly, kept.notFulfilled, kept.excused].map(String),
      kept.rate === undefined ? "" : shown(kept.rate),
      score === undefined ? "" : shown(score),
      level === undefined ? "" : textIn(level, "zh-CN")
    ],
    ...[...year.values()]
      .filter(({ pledge }) => pledge.pledger.unit === unit)
      .map(({ pledge, result }) => [
        "",
        pledge.id,
        ...["", "", "", "", "", ""],
        result === undefined ? "" : shown(result.score),
        result === undefined ? "" : textIn(result.level.name, "zh-CN")
      ])
  ])
]
