import type { Interval, SurveyRow } from "@zhengyou/satisfaction"
import { extent, ticks } from "d3-array"
import { type Element, h } from "../html/element.ts"
import { forDrawing } from "../internal/numbers.ts"
import { changeIn, estimateIn } from "./view.ts"

const height = 24

/** A scale of numbers over the width of a drawing, in per cents of it. */
export interface Axis {
  readonly at: (value: number) => string
  readonly ticks: ReadonlyArray<number>
}

const axisOf = (values: ReadonlyArray<number>, room: number, bounds: readonly [number, number]): Axis => {
  const [least = 0, most = 0] = extent(values)
  const low = Math.max(bounds[0], least - room)
  const high = Math.min(bounds[1], Math.max(most + room, low + 2 * room))
  // A dot on the edge must not be cut off.
  const place = (value: number) => 2 + (96 * (value - low)) / (high - low)
  return {
    at: (value) => `${place(value).toFixed(3)}%`,
    ticks: ticks(low, high, 5).filter((tick) => place(tick) >= 2 && place(tick) <= 98)
  }
}

const inPercents = ({ low, high }: Interval): ReadonlyArray<number> => [low * 100, high * 100]

/** The axis of the rates, in per cents. */
export const rateAxis = (rows: ReadonlyArray<SurveyRow>): Axis =>
  axisOf(
    rows.flatMap((row) =>
      row._tag === "Figure"
        ? [
            forDrawing(row.rate) * 100,
            ...(estimateIn(row) === undefined ? [] : inPercents(estimateIn(row)?.interval ?? { low: 0, high: 1 }))
          ]
        : []
    ),
    1,
    [0, 100]
  )

/** The axis of the changes, in points; nought is always on it. */
export const changeAxis = (rows: ReadonlyArray<SurveyRow>): Axis =>
  axisOf(
    [
      0,
      ...rows.flatMap((row) => {
        const change = changeIn(row)
        return change === undefined ? [] : [change.interval.low, change.interval.high, forDrawing(change.points)]
      })
    ],
    0.5,
    [-100, 100]
  )

/** The numbers of an axis, above the rows. */
export const axisMarks = ({ at, ticks: marks }: Axis, name: (mark: number) => string): Element =>
  h(
    "svg",
    { class: "mark-row", height: 16, "aria-hidden": "true" },
    marks.map((mark) => h("text", { class: "tick", x: at(mark), y: 12, "text-anchor": "middle" }, name(mark)))
  )

const drawn = (
  axis: Axis,
  tone: string,
  value: number,
  interval: Interval | undefined,
  line: number | undefined
): Element =>
  h(
    "svg",
    { class: "dots-row", height, "aria-hidden": "true" },
    axis.ticks.map((tick) => h("line", { class: "grid", x1: axis.at(tick), x2: axis.at(tick), y1: 0, y2: "100%" })),
    line === undefined ? null : h("line", { class: "bound", x1: axis.at(line), x2: axis.at(line), y1: 0, y2: "100%" }),
    interval === undefined
      ? null
      : h("line", {
          class: `reach tone-${tone}`,
          x1: axis.at(interval.low),
          x2: axis.at(interval.high),
          y1: "50%",
          y2: "50%"
        }),
    h("circle", { class: `dot tone-${tone}`, cx: axis.at(value), cy: "50%", r: 5 })
  )

/** A row's rate with its interval, and the rate of all units as a line. */
export const rateMark = (row: SurveyRow, axis: Axis, overall: SurveyRow): Element | null => {
  if (row._tag !== "Figure") return null
  const interval = estimateIn(row)?.interval
  const line = overall._tag === "Figure" ? forDrawing(overall.rate) * 100 : undefined
  const [low = 0, high = 0] = interval === undefined ? [] : inPercents(interval)
  return drawn(axis, "1", forDrawing(row.rate) * 100, interval && { low, high }, line)
}

const tones = { Up: "0", Down: "3", NotDistinguishable: "none" } as const

/** A row's change with its interval, and nought as a line. */
export const changeMark = (row: SurveyRow, axis: Axis): Element | null => {
  const change = changeIn(row)
  if (change === undefined) return null
  return drawn(axis, tones[change.verdict._tag], forDrawing(change.points), change.interval, 0)
}
