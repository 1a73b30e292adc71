import { type Catalogue, formatBeside, formatExact, render } from "@zhengyou/core"
import type { ComesTo, Fragile } from "../../answers/Fragile.ts"
import type { Lift, NoLift, Obstacle } from "../../answers/Obstacle.ts"
import type { Mark } from "../../Scoring.ts"
import { reasonTextEn } from "./reasons.ts"
import { name } from "./words.ts"

const results = {
  Graded: "graded",
  Recognised: "recognised",
  NotGraded: "not graded",
  Blocked: "waiting for what is missing",
  Undetermined: "undetermined"
}

const resultText = ({ outcome, level }: ComesTo): string => (level === undefined ? results[outcome] : name(level))

const markText = (mark: Mark): string => (typeof mark === "string" ? mark : formatExact(mark))

export const answerTextEn: Catalogue<Obstacle | Lift | NoLift | Fragile> = {
  ...reasonTextEn,
  PointsShort: ({ level, total, needed, strict, short, raises }) => {
    const how = raises.map(({ lever, by }) => `${name(lever)} +${formatExact(by)}`).join(", ")
    const more = strict ? "more than " : ""
    return `${more}${formatExact(short)} points short of ${name(level)}: ${formatBeside(total, [needed], 2)} against ${formatExact(needed)}; shortest way: ${how}`
  },
  OutOfReach: ({ level, total, needed }) =>
    `${name(level)} needs ${formatExact(needed)}, and even full marks would not lift ${formatBeside(total, [needed], 2)} that far`,
  NoBand: ({ level }) => `no total gives ${name(level)} or better`,
  SeatsShort: ({ level, seats, place, short, lastKept }) => {
    const last = lastKept === undefined ? "" : `; the last seat went to ${formatExact(lastKept)}`
    return `the standard of ${name(level)} is met, but its ${seats} seats are taken: place ${place}, ${short} short${last}`
  },
  LiftTo: ({ level, needed, strict, short, raises, clear }) => {
    const how = raises.map(({ lever, by }) => `${name(lever)} +${formatExact(by)}`).join(", ")
    const more = strict ? "more than " : ""
    const first = clear.length === 0 ? "" : `; first clear ${clear.map((gate) => `"${name(gate)}"`).join(", ")}`
    return `${name(level)} takes a total of ${more}${formatExact(needed)}, ${more}${formatExact(short)} points up: ${how}${first}`
  },
  NoLift: ({ level, top, held, clear }) => {
    const why = held.map((one) => `; ${render(answerTextEn, one)}`).join("")
    const gates = clear.map((gate) => `"${name(gate)}"`).join(", ")
    const without = clear.length === 0 ? "" : `; without ${gates} the present total would do`
    return `no total gives ${name(level)}, up to ${formatExact(top)}, which is all there is room for${why}${without}`
  },
  MarkFlips: ({ panel, rater, criterion, from, to, result }) =>
    `${name(criterion)} by "${rater}" of ${name(panel)}: ${markText(to)} instead of ${markText(from)} gives ${resultText(result)}`,
  SheetFlips: ({ panel, rater, result }) => `without the sheet of "${rater}" of ${name(panel)}: ${resultText(result)}`,
  WeightFlips: ({ of, from, to, result }) =>
    `the weight of ${name(of)}: ${formatExact(to)} instead of ${formatExact(from)} gives ${resultText(result)}`
}
