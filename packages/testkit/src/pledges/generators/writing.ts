import { addDays, type CalendarDate, daysBetween, exactUnsafe, type WorkCalendar } from "@zhengyou/core"
import type { Basis, Pledge, PledgePolicy, PledgerKind } from "@zhengyou/pledges"
import { isWorked } from "../reference/countedDays.ts"

/** What is on record that pledges can answer to. */
export const onRecord: ReadonlyArray<Basis> = [{ kind: "feedback", id: "f1" }]

/** What a pledge is written from: numbers that shrink to the first of everything. */
export interface Recipe {
  readonly kind: PledgerKind
  readonly id: string
  readonly owner: string
  readonly category: number
  /** How many days after the first of the cycle it is due, but for days off. */
  readonly day: number
  /** Within how many working days it is due instead, where that is how it is written. */
  readonly workingDays?: number | undefined
}

/** How many days a policy's cycle has after its first. */
export const lengthOfCycle = ({ cycle }: PledgePolicy): number => daysBetween(cycle.from, cycle.until)

/** The least length of a cycle in which a deadline always finds a working day. */
export const shortestCycle = 60

const sentence = "本窗口在6月底前把学生证补办由5个工作日缩短到2个工作日，补办日期在公示栏公布。"

/** Neutral words of a length that a kind of pledger may write, and different for each pledge. */
const wordsOf = (id: string, minimum: number, maximum: number): string => {
  const own = `${id}号：${sentence}`
  const padded = own + "甲乙丙丁戊己庚辛壬癸".repeat(Math.ceil(Math.max(0, minimum - own.length) / 10))
  return padded.length <= maximum ? padded : padded.slice(0, maximum)
}

/** The content that the testkit writes for a pledge. */
export const contentFor = (policy: PledgePolicy, kind: PledgerKind, id: string): string => {
  const { minimum, maximum } = policy.kinds[kind].content
  return wordsOf(id, minimum, maximum)
}

/** The one measure that the testkit writes. */
export const measuresFor = (policy: PledgePolicy, kind: PledgerKind): ReadonlyArray<string> => [
  wordsOf("1", 1, policy.kinds[kind].measure.maximum)
]

/** The last working day of the cycle until a day, or else the first after it. */
const workdayNear = (policy: PledgePolicy, calendar: WorkCalendar, day: number): CalendarDate => {
  const { from, until } = policy.cycle
  const asked = addDays(from, day % (lengthOfCycle(policy) + 1))
  for (let on = asked; on >= from; on = addDays(on, -1)) if (isWorked(calendar, on)) return on
  for (let on = asked; on <= until; on = addDays(on, 1)) if (isWorked(calendar, on)) return on
  return asked
}

const pledgerOf = (kind: PledgerKind): Pledge["pledger"] =>
  kind === "member"
    ? { kind, id: "m1", name: "党员一", unit: "z1" }
    : { kind, id: "z1", name: kind === "branch" ? "第一支部" : "第一窗口", unit: "z1" }

/** A pledge with everything that a policy can ask for. */
export const written = (
  policy: PledgePolicy,
  calendar: WorkCalendar,
  { kind, id, owner, category, day, workingDays }: Recipe
): Pledge => {
  const { categories } = policy.kinds[kind]
  return {
    id,
    pledger: pledgerOf(kind),
    category: (categories[category % categories.length] ?? categories[0]).id,
    content: contentFor(policy, kind, id),
    measures: measuresFor(policy, kind),
    target: {
      indicator: "补办天数",
      unit: "工作日",
      direction: "lower",
      baseline: { value: exactUnsafe(5), source: "登记簿" },
      value: exactUnsafe(2)
    },
    verification: "由学生会查登记簿",
    term: workingDays === undefined ? { on: workdayNear(policy, calendar, day) } : { workingDays, first: "next" },
    owner,
    basis: onRecord,
    urgentPosts: ["值班"],
    visibility: { _tag: "Public" }
  }
}
