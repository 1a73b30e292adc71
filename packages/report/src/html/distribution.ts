import type { Text } from "@zhengyou/core"
import { levelShares, type View } from "../internal/view.ts"
import type { LevelShare } from "../texts/messages.ts"
import { nameWords, words } from "./bilingual.ts"
import { type Element, h } from "./element.ts"
import { toneAt } from "./levelMark.ts"
import { section } from "./section.ts"

/** One reading of the rules: the sign it goes by beneath the grading's own bars, its name, how its levels are spread. */
interface Series {
  readonly sign: string
  readonly title: Text
  readonly shares: ReadonlyArray<LevelShare>
}

const bar = (width: string, height: number, tone: string, other: boolean): Element =>
  h(
    "svg",
    { class: "bar", height, "aria-hidden": "true" },
    h("rect", { class: `tone-${tone}${other ? " other" : ""}`, width, height })
  )

const line = (share: LevelShare | undefined, most: number, tone: string, sign?: string): Element => {
  const width = most === 0 ? 0 : Math.round(((share?.units ?? 0) / most) * 10000) / 100
  return h(
    "div",
    { class: sign === undefined ? "line" : "line other" },
    bar(`${width}%`, sign === undefined ? 14 : 10, tone, sign !== undefined),
    h(
      "span",
      null,
      sign === undefined ? null : `${sign} `,
      share === undefined ? "–" : words({ _tag: "CountAndShare", units: share.units, share: share.share })
    )
  )
}

const legend = (others: ReadonlyArray<Series>): Element | null =>
  others.length === 0
    ? null
    : h(
        "p",
        { class: "legend" },
        h("span", null, bar("100%", 10, "0", false), words({ _tag: "ThisGrading" })),
        others.map(({ sign, title }) => h("span", null, bar("100%", 10, "0", true), `${sign} `, nameWords(title)))
      )

/** How many units have each level as bars, other readings of the rules beneath. */
export const distribution = ({ report, levels }: View): Element => {
  const others = (report.comparisons ?? []).map(
    ({ title, book, grading }, i): Series => ({
      sign: i < 20 ? String.fromCodePoint(0x2460 + i) : `(${i + 1})`,
      title,
      shares: levelShares(book.ladder, grading)
    })
  )
  const all = [...levels, ...others.flatMap(({ shares }) => shares)]
  const most = Math.max(...all.map(({ units }) => units))
  // Levels that only another reading has stand below the book's own.
  const places = [...new Map(all.map(({ level }) => [level.id, level])).values()]
  const rows = places.map((level, place) => {
    const tone = toneAt(place, places.length)
    const of = (shares: ReadonlyArray<LevelShare>) => shares.find((share) => share.level.id === level.id)
    return h(
      "div",
      { class: "rung" },
      h("div", { class: "label" }, nameWords(level.name)),
      line(of(levels), most, tone),
      others.map(({ sign, shares }) => line(of(shares), most, tone, sign))
    )
  })
  return section("distribution", { _tag: "Distribution" }, legend(others), h("div", { class: "bars" }, rows))
}
