import { type Ladder, levelRank } from "@zhengyou/core"
import type { Outcome } from "@zhengyou/grading"
import { levelOn } from "../internal/view.ts"
import { nameWords, words } from "./bilingual.ts"
import { type Element, h } from "./element.ts"

/** The style of a level by its place on the ladder: five in all, spread over ladders of any length; `none` for no level. */
export const toneOf = (ladder: Ladder, outcome: Outcome): string => {
  if (!("level" in outcome)) return "none"
  return toneAt(levelRank(ladder, outcome.level), ladder.length)
}

/** The style of the level at a place, counted from 0, on a ladder of some length. */
export const toneAt = (place: number, length: number): string => {
  if (place < 0) return "none"
  // The tones in between are left out where there are fewer levels than tones.
  return String(length <= 5 ? place : Math.floor((place * 4) / (length - 1)))
}

/** The level of a unit, or why it has none, as a small coloured mark. */
export const levelMark = (ladder: Ladder, outcome: Outcome): Element =>
  h(
    "span",
    { class: `mark tone-${toneOf(ladder, outcome)}` },
    "level" in outcome ? nameWords(levelOn(ladder, outcome.level).name) : words({ _tag: outcome._tag })
  )
