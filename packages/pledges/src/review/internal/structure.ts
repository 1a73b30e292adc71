import {
  addDays,
  type CalendarDate,
  compareExact,
  type Deadline,
  deadlineOf,
  formatExact,
  isWorkday,
  type Path,
  type WorkCalendar
} from "@zhengyou/core"
import type { Pledge } from "../../Pledge.ts"
import type { KindRules, PolicyShape } from "../../policy/PledgePolicy.ts"
import type { Found } from "./Found.ts"

type Finds = ReadonlyArray<Found>

const targetFinds = ({ target }: Pledge): Finds => {
  if (target === undefined) return []
  const { indicator, direction, baseline, value } = target
  const unsourced: Finds =
    baseline !== undefined && baseline.source === undefined
      ? [{ path: ["target", "baseline", "source"], problem: { _tag: "BaselineUnsourced", indicator } }]
      : []
  if (direction === "hold")
    return [...unsourced, { path: ["target", "direction"], problem: { _tag: "TargetOnlyHolds", indicator } }]
  if (baseline === undefined || value === undefined) return unsourced
  const isBetter = compareExact(value, baseline.value) === (direction === "raise" ? 1 : -1)
  const figures = { baseline: formatExact(baseline.value), value: formatExact(value) }
  return isBetter
    ? unsourced
    : [
        ...unsourced,
        { path: ["target", "value"], problem: { _tag: "TargetNotBetter", indicator, direction, ...figures } }
      ]
}

/** The nearest working day before a day off: a holiday is never a month long, and further back the day itself will do. */
const workdayBefore = (calendar: WorkCalendar, day: CalendarDate): CalendarDate => {
  for (let back = 1; back <= 31; back++) {
    const before = addDays(day, -back)
    if (isWorkday(calendar, before)) return before
  }
  return day
}

const deadlineFinds = (
  deadline: Deadline | undefined,
  { cycle: { from, until } }: PolicyShape,
  calendar: WorkCalendar
): Finds => {
  if (deadline === undefined) return []
  const { due } = deadline
  const path: Path = ["term"]
  const outside: Finds =
    from <= due && due <= until ? [] : [{ path, problem: { _tag: "DeadlineOutsideCycle", due, from, until } }]
  if (isWorkday(calendar, due)) return outside
  const before = workdayBefore(calendar, due)
  const after = deadlineOf(calendar, due, { workingDays: 1, first: "same" }).due
  return [...outside, { path, problem: { _tag: "DeadlineOnRestDay", due, before, after } }]
}

/** The length of a text as people count it: characters but for white space. */
const lengthOf = (text: string): number => Array.from(text.replace(/\s/gu, "")).length

const lengthFinds = ({ content, measures }: Pledge, { content: allowed, measure }: KindRules): Finds => {
  const length = lengthOf(content)
  const { minimum, maximum } = allowed
  return [
    ...(length < minimum
      ? [{ path: ["content"], problem: { _tag: "ContentTooShort" as const, length, minimum } }]
      : []),
    ...(length > maximum ? [{ path: ["content"], problem: { _tag: "ContentTooLong" as const, length, maximum } }] : []),
    ...measures.flatMap((text, i): Finds => {
      const long = lengthOf(text)
      return long <= measure.maximum
        ? []
        : [
            {
              path: ["measures", i],
              problem: { _tag: "MeasureTooLong", length: long, maximum: measure.maximum }
            }
          ]
    })
  ]
}

const categoryFinds = ({ category }: Pledge, { categories }: KindRules): Finds =>
  category === undefined || categories.some(({ id }) => id === category)
    ? []
    : [{ path: ["category"], problem: { _tag: "CategoryUnknown", category, known: categories } }]

/** What can be seen in a pledge by itself, apart from its words. */
export const structureFinds = (
  pledge: Pledge,
  policy: PolicyShape,
  deadline: Deadline | undefined,
  calendar: WorkCalendar
): Finds => {
  const rules = policy.kinds[pledge.pledger.kind]
  return [
    ...categoryFinds(pledge, rules),
    ...targetFinds(pledge),
    ...deadlineFinds(deadline, policy, calendar),
    ...lengthFinds(pledge, rules)
  ]
}
