import { type CalendarDate, type Id, levelRank } from "@zhengyou/core"
import { DatesReversed } from "../closure/errors.ts"
import type { PromotionRules } from "../rules/PromotionRules.ts"
import type { PromotionInputsRefused } from "./errors.ts"
import type { Application } from "./Round.ts"

type Faults = PromotionInputsRefused["faults"]

/** A later day that is before an earlier one. */
export const reversed = (from: CalendarDate, to: CalendarDate | undefined, path: Faults[number]["path"]): Faults =>
  to !== undefined && to < from ? [{ path, problem: new DatesReversed({ from, to }) }] : []

/** What is wrong with an application, apart from what is in force. */
export const applicationFaults = (
  rules: PromotionRules,
  { on, decided, inForce, to, assessed }: Application,
  asOf: CalendarDate,
  i: number
): Faults => {
  const at = (field: string) => ["applications", i, field]
  const known = rules.ladder.map(({ id }) => id)
  const offLadder = (level: Id | undefined, field: string): Faults =>
    level === undefined || levelRank(rules.ladder, level) >= 0
      ? []
      : [{ path: at(field), problem: { _tag: "NotOnLadder", level, known } }]
  const late = (day: CalendarDate | undefined, field: string): Faults =>
    day === undefined || day <= asOf ? [] : [{ path: at(field), problem: { _tag: "AfterAsOf", day, asOf } }]
  return [
    ...offLadder(to, "to"),
    ...offLadder(assessed, "assessed"),
    ...late(on, "on"),
    ...late(decided, "decided"),
    ...reversed(on, decided, at("decided")),
    ...(decided === undefined
      ? inForce === undefined
        ? []
        : [{ path: at("inForce"), problem: { _tag: "InForceUndecided" as const, day: inForce } }]
      : reversed(decided, inForce, at("inForce")))
  ]
}
