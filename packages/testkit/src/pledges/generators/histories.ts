import { addDays, type CalendarDate, type Exact, exactUnsafe, times } from "@zhengyou/core"
import {
  type Channel,
  EvaluationPart,
  type Fulfilment,
  type PartScores,
  type PledgeCommand,
  type PledgeCommandName,
  PledgeCommandName as PledgeCommandNames,
  type PledgePolicy,
  PledgerKind
} from "@zhengyou/pledges"
import fc from "fast-check"
import { seldom } from "../../internal/seldom.ts"
import type { PledgeHistory, PledgeStep, PledgeWorld } from "../PledgeLaw.ts"
import { worldsFor } from "./worlds.ts"
import { lengthOfCycle, type Recipe, written } from "./writing.ts"

const judges = "j1"
const writer = "w1"
const people = fc.constantFrom(judges, writer, "z1", "m1", "o1", "o2", "h1")

/** What commands are made from, whatever their kind. */
interface Order {
  readonly by: string
  readonly text: Omit<Recipe, "kind">
  readonly fulfilment: Fulfilment
  readonly scores: PartScores
  readonly channel: Channel
  /** How many days after the command before it this one comes. */
  readonly after: number
}

/** What can become of a pledge. */
export const fulfilments: fc.Arbitrary<Fulfilment> = fc.constantFrom<Array<Fulfilment>>(
  { _tag: "Fulfilled" },
  { _tag: "PartlyFulfilled", share: exactUnsafe("1/2") },
  { _tag: "NotFulfilled", excused: true },
  { _tag: "NotFulfilled", excused: false }
)

/** Scores from 0 to the full score of each part, in hundredths of it. */
export const partScoresFor = ({ evaluation: { full } }: PledgePolicy): fc.Arbitrary<PartScores> => {
  const score = fc.nat(100).map((n): Exact => times(full, exactUnsafe(`${n}/100`)))
  return fc.tuple(score, score, score).map(([self, inspection, ofPublic]) => ({ self, inspection, public: ofPublic }))
}

const ordersFor = (policy: PledgePolicy): fc.Arbitrary<Order> => {
  const length = lengthOfCycle(policy)
  const late = Math.floor(length / 4)
  return fc.record({
    by: people,
    text: fc.record({
      id: fc.constantFrom("p1", "p1", "p1", "p1", "p1", "p1", "p1", "p2"),
      owner: fc.constantFrom("o1", "o2"),
      category: fc.nat(4),
      day: fc.integer({ min: late, max: length }),
      workingDays: seldom(fc.integer({ min: 5, max: 40 }), 3)
    }),
    fulfilment: fulfilments,
    scores: partScoresFor(policy),
    channel: fc.constantFrom<Array<Channel>>("website", "board", "oral"),
    after: fc.oneof({ weight: 8, arbitrary: fc.nat(2) }, { weight: 1, arbitrary: fc.nat(late) })
  })
}

/** The command of a kind that an order makes. */
const commandOf = (
  _tag: PledgeCommandName,
  { by, text, fulfilment, scores, channel }: Order,
  kind: PledgerKind,
  policy: PledgePolicy,
  calendar: PledgeWorld["calendar"]
): PledgeCommand => {
  const words = "x"
  switch (_tag) {
    case "DraftPledge":
    case "RevisePledge":
      return { _tag, by, pledge: written(policy, calendar, { kind, ...text }) }
    case "ProposeAmendment":
      return { _tag, by, pledge: written(policy, calendar, { kind, ...text }), why: words }
    case "SubmitPledge":
    case "PassPledge":
    case "AcceptAmendment":
    case "RecomputeDeadline":
      return { _tag, by }
    case "ReturnPledge":
      return { _tag, by, findings: [], remark: words }
    case "ApprovePledge":
      return { _tag, by, record: words }
    case "PublishPledge":
      return { _tag, by, channel, where: words }
    case "RecordProgress":
      return { _tag, by, note: words, evidence: [] }
    case "InspectPledge":
      return { _tag, by, round: words, finding: words }
    case "ReportPledge":
      return { _tag, by, evidence: [words] }
    case "ExplainPledge":
      return { _tag, by, explanation: words }
    case "VerifyPledge":
      return { _tag, by, fulfilment, note: words }
    case "EvaluatePledge":
      return { _tag, by, scores }
    case "RejectAmendment":
    case "SendBackReport":
    case "WithdrawPledge":
      return { _tag, by, why: words }
  }
}

const way: ReadonlyArray<PledgeCommandName> = [
  "DraftPledge",
  "SubmitPledge",
  "PassPledge",
  "ApprovePledge",
  "PublishPledge",
  "RecomputeDeadline",
  "ProposeAmendment",
  "AcceptAmendment",
  "ExplainPledge",
  "ReportPledge",
  "VerifyPledge",
  "EvaluatePledge"
]

/** The steps that can be left out on the way. */
const leftOut: ReadonlySet<PledgeCommandName> = new Set<PledgeCommandName>([
  "RecomputeDeadline",
  "ProposeAmendment",
  "AcceptAmendment",
  "ExplainPledge",
  "ReportPledge"
])

const worksOn: ReadonlySet<PledgeCommandName> = new Set<PledgeCommandName>(["ExplainPledge", "ReportPledge"])

const isJudging = (tag: PledgeCommandName): boolean => /^(Pass|Approve|Accept|Verify|Evaluate)/.test(tag)

type Ordered = readonly [PledgeCommandName, Order]

const anyCommandName = fc.constantFrom(...PledgeCommandNames.literals)

/** A step of the way, mostly by somebody who may take it; now and then it is left out, or something else comes before it. */
const stepFor = (tag: PledgeCommandName, orders: fc.Arbitrary<Order>): fc.Arbitrary<ReadonlyArray<Ordered>> => {
  const by = isJudging(tag) ? judges : writer
  const between = fc.array(fc.tuple(anyCommandName, orders), { maxLength: 1 })
  return fc.tuple(fc.nat(9), orders, fc.nat(5), between).map(([steady, order, rare, other]): ReadonlyArray<Ordered> => {
    if (rare === 4 && leftOut.has(tag)) return []
    // Now and then whoever judges has reported or explained it, which must keep them from judging.
    const who = steady === 8 && worksOn.has(tag) ? judges : by
    const own: Ordered = steady === 9 ? [tag, order] : [tag, { ...order, by: who, channel: "website" }]
    return rare === 5 ? [...other, own] : [own]
  })
}

/** Days on which commands are told, one after the other. */
const onDays = (
  from: CalendarDate,
  commands: ReadonlyArray<readonly [PledgeCommand, number]>
): ReadonlyArray<PledgeStep> => {
  let today = from
  return commands.map(([command, after]) => {
    today = addDays(today, after)
    return { command, today }
  })
}

/**
 * Generates what one pledge of a policy is told from its draft on (承诺经历): most of it is in order, some is not and will be refused.
 *
 * **When to use**
 *
 * To hold laws of your own against the lifecycle; {@link contextOf} gives each command its context.
 */
export const pledgeHistoriesFor = (policy: PledgePolicy): fc.Arbitrary<PledgeHistory> => {
  // What a command says is seldom why a law is broken: only which commands there are shrinks, which is quick.
  const orders = fc.noShrink(ordersFor(policy))
  const steps = fc
    .tuple(fc.nat(3 * way.length), ...way.map((tag) => stepFor(tag, orders)))
    .map(([length, ...all]) => all.slice(0, length).flat())
  return fc.constantFrom(...PledgerKind.literals).chain((kind) =>
    fc
      .tuple(worldsFor(policy, kind === "member" ? "m1" : "z1"), steps, orders, fc.nat(2 * lengthOfCycle(policy)))
      .map(([world, told, order, day]) => {
        const commandFrom = ([tag, one]: Ordered) => commandOf(tag, one, kind, policy, world.calendar)
        return {
          world,
          told: onDays(
            policy.cycle.from,
            told.map((one) => [commandFrom(one), one[1].after])
          ),
          next: PledgeCommandNames.literals.map((tag) => commandFrom([tag, order])),
          asked: addDays(policy.cycle.from, day)
        }
      })
  )
}

/** The parts of an evaluation, for generators of which one is left out. */
export const anyPart: fc.Arbitrary<EvaluationPart> = fc.constantFrom(...EvaluationPart.literals)
