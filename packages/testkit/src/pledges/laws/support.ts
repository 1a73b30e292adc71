import { type CalendarDate, replay, type Text } from "@zhengyou/core"
import type {
  OpenPledge,
  PledgeCommand,
  PledgeEvent,
  PledgePolicy,
  PledgeRefusal,
  PledgeState
} from "@zhengyou/pledges"
import * as Result from "effect/Result"
import type fc from "fast-check"
import { say } from "../../internal/say.ts"
import type { Breach } from "../../Law.ts"
import { pledgeHistoriesFor } from "../generators/histories.ts"
import { contextOf } from "../generators/worlds.ts"
import { lengthOfCycle, shortestCycle } from "../generators/writing.ts"
import type { PledgeCaseOf, PledgeLaw, PledgeLawCase, PledgeSetting } from "../PledgeLaw.ts"

/** What a law says of the cases of one kind. */
type LawOf<Tag extends PledgeLawCase["_tag"]> = Omit<PledgeLaw, "cases" | "examine" | "unless"> & {
  readonly unless?: PledgeLaw["unless"]
  readonly cases: (policy: PledgePolicy) => fc.Arbitrary<PledgeCaseOf<Tag>>
  readonly examine: (setting: PledgeSetting, one: PledgeCaseOf<Tag>) => Breach | undefined
}

/** A law about cases of one kind. */
export const lawOf = <Tag extends PledgeLawCase["_tag"]>(tag: Tag, law: LawOf<Tag>): PledgeLaw => ({
  ...law,
  unless: law.unless ?? (() => undefined),
  cases: ({ policy }) => law.cases(policy),
  examine: (setting, one) => (one._tag === tag ? law.examine(setting, one as PledgeCaseOf<Tag>) : undefined)
})

/** The histories that a law of the lifecycle is held against. */
export const histories = (policy: PledgePolicy): fc.Arbitrary<PledgeCaseOf<"History">> =>
  pledgeHistoriesFor(policy).map((history) => ({ _tag: "History", ...history }))

/** Why a law does not apply that needs sound pledges. */
export const unlessWritable = ({ isWritable, policy }: PledgeSetting): Text | undefined => {
  if (lengthOfCycle(policy) < shortestCycle)
    return say(`承诺周期不足 ${shortestCycle} 日`, `the cycle is shorter than ${shortestCycle} days`)
  return isWritable
    ? undefined
    : say("未能写出此办法审诺无意见的承诺", "no pledge could be written that the policy finds sound")
}

/** An event of a pledge with what stood before and after it. */
export interface Happened {
  readonly event: PledgeEvent
  readonly before: PledgeState
  readonly after: PledgeState
}

/** What a pledge answered to a command. */
export interface Answered {
  readonly command: PledgeCommand
  readonly answer: Result.Result<ReadonlyArray<PledgeEvent>, PledgeRefusal>
}

/** Tells a pledge everything, and what came of it. */
export const told = ({ policy, engine }: PledgeSetting, one: PledgeCaseOf<"History">) => {
  const { decide, evolve, initial } = engine.PledgeLifecycle
  let state = initial
  let today: CalendarDate = policy.cycle.from
  const happened: Array<Happened> = []
  const answered: Array<Answered> = []
  for (const step of one.told) {
    today = step.today
    const answer = decide(state, step.command, contextOf(policy, one.world, today))
    answered.push({ command: step.command, answer })
    if (Result.isFailure(answer)) continue
    for (const event of answer.success) {
      const before = state
      state = replay({ initial: state, evolve }, [event])
      happened.push({ event, before, after: state })
    }
  }
  return { state, today, happened, answered }
}

/** A pledge that has been drafted. */
export const open = (state: PledgeState): OpenPledge | undefined => (state.phase === "none" ? undefined : state)

/** The first breach that is found, if any. */
export const firstBreach = <A>(
  all: ReadonlyArray<A>,
  breachOf: (one: A, index: number) => Breach | undefined
): Breach | undefined => {
  for (const [i, one] of all.entries()) {
    const found = breachOf(one, i)
    if (found !== undefined) return found
  }
  return undefined
}

/** Whether two pieces of plain data are the same. */
export const isSame = (a: unknown, b: unknown): boolean => plain(a) === plain(b)

const plain = (value: unknown): string =>
  JSON.stringify(value, (_, one) =>
    typeof one === "bigint"
      ? `${one}n`
      : typeof one === "object" && one !== null && !Array.isArray(one)
        ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : one
  ) ?? "undefined"
