import {
  compareExact,
  dividedByUnsafe,
  type Exact,
  exactUnsafe,
  formatExact,
  isSameExact,
  minus,
  plus,
  times,
  zero
} from "@zhengyou/core"
import type { Contribution } from "@zhengyou/pledges"
import * as Result from "effect/Result"
import fc from "fast-check"
import { plainly, say } from "../../internal/say.ts"
import type { Breach } from "../../Law.ts"
import type { PledgeCaseOf, PledgeLaw, PledgeSetting } from "../PledgeLaw.ts"
import { lawOf } from "./support.ts"

type Leaf = Contribution & { readonly score: Exact }

const exact = (most: number, parts: number): fc.Arbitrary<Exact> =>
  fc
    .tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: parts }))
    .map(([n, d]) => exactUnsafe(`${n}/${d}`))

const weights = exact(50, 7)

const leaves: fc.Arbitrary<ReadonlyArray<Leaf>> = fc
  .array(fc.record({ weight: weights, score: exact(1000, 13) }), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.map((part, i) => ({ id: `p${i}`, ...part })))

const total = ({ engine }: PledgeSetting, parts: ReadonlyArray<Contribution>): Exact =>
  Result.getOrThrow(engine.rollUp(parts))

const sameTotal = (setting: PledgeSetting, { parts, varied }: PledgeCaseOf<"Parts">): Breach | undefined => {
  const [expected, found] = [total(setting, parts), total(setting, varied)]
  return isSameExact(expected, found)
    ? undefined
    : { expected: plainly(formatExact(expected)), found: plainly(formatExact(found)) }
}

const scoresOf = (parts: ReadonlyArray<Contribution>): ReadonlyArray<Exact> =>
  parts.flatMap((part) => ("parts" in part ? scoresOf(part.parts) : [part.score]))

const least = (scores: ReadonlyArray<Exact>) => scores.reduce((a, b) => (compareExact(a, b) < 0 ? a : b))
const most = (scores: ReadonlyArray<Exact>) => scores.reduce((a, b) => (compareExact(a, b) > 0 ? a : b))

/** A total lies among its scores. */
export const rollUpBounds: PledgeLaw = lawOf("Parts", {
  id: "roll-up-bounds",
  about: "engine",
  says: say("汇总分不低于最低分，不高于最高分", "a roll-up lies between its least and its greatest score"),
  witness: {
    bug: say("评委未评完，得分超过 120%", "judges who have not finished bring a score above 120 %"),
    source: "rdunlop/unicycling-registration#3157"
  },
  cases: () => leaves.map((parts) => ({ _tag: "Parts", parts, varied: [] })),
  examine: (setting, { parts }) => {
    const found = total(setting, parts)
    const [low, high] = [least(scoresOf(parts)), most(scoresOf(parts))]
    return compareExact(low, found) <= 0 && compareExact(found, high) <= 0
      ? undefined
      : {
          expected: say(
            `${formatExact(low)} 至 ${formatExact(high)}`,
            `from ${formatExact(low)} to ${formatExact(high)}`
          ),
          found: plainly(formatExact(found))
        }
  }
})

/** The order of parts does not matter. */
export const rollUpOrder: PledgeLaw = lawOf("Parts", {
  id: "roll-up-order",
  about: "engine",
  says: say("汇总与各部分的次序无关", "a roll-up does not depend on the order of its parts"),
  witness: {
    bug: say("权重之和随相加的次序而变", "a sum of weights depends on the order in which they are added"),
    source: "brave-intl/bat-publisher#25"
  },
  cases: () =>
    leaves.chain((parts) =>
      fc
        .shuffledSubarray([...parts], { minLength: parts.length })
        .map((varied) => ({ _tag: "Parts" as const, parts, varied }))
    ),
  examine: sameTotal
})

/** A small change of a weight is a small change of the total. */
export const rollUpContinuous: PledgeLaw = lawOf("Parts", {
  id: "roll-up-continuous",
  about: "engine",
  says: say(
    "一个权重的微小变动，只引起汇总分相应微小的变动",
    "raising one weight moves a roll-up by at most that raise times the range of the scores over the sum of the weights"
  ),
  witness: {
    bug: say("各子项权重全空时，进度算错", "progress is wrong where the weights of all children are nil"),
    source: "decidim/decidim#5026"
  },
  cases: () =>
    fc.tuple(leaves, fc.integer({ min: 1, max: 1_000_000 })).map(([parts, by]) => {
      const raised = exactUnsafe(`1/${by}`)
      const varied = parts.map((part, i) => (i === 0 ? { ...part, weight: plus(part.weight, raised) } : part))
      return { _tag: "Parts", parts, varied, raised }
    }),
  examine: (setting, { parts, varied, raised = zero }) => {
    const moved = minus(total(setting, varied), total(setting, parts))
    const by: Exact = moved.n < 0n ? { n: -moved.n, d: moved.d } : moved
    const range = minus(most(scoresOf(parts)), least(scoresOf(parts)))
    const sumOfWeights = parts.reduce((sum, { weight }) => plus(sum, weight), zero)
    const bound = dividedByUnsafe(times(raised, range), sumOfWeights)
    return compareExact(by, bound) <= 0
      ? undefined
      : {
          expected: say(`变动至多 ${formatExact(bound)}`, `moved by at most ${formatExact(bound)}`),
          found: plainly(formatExact(by))
        }
  }
})

/** Only the proportions of weights matter. */
export const rollUpProportions: PledgeLaw = lawOf("Parts", {
  id: "roll-up-proportions",
  about: "engine",
  says: say(
    "只看权重之比；权重为零的部分不起作用",
    "only the proportions of weights matter, and a part of weight nought counts for nothing"
  ),
  witness: {
    bug: say("小于 1 的权重被忽略", "weights below 1 are ignored"),
    source: "frappe/erpnext#16534"
  },
  cases: () =>
    fc.tuple(leaves, weights, exact(1000, 13)).map(([parts, factor, score]) => {
      const scaled = parts.map((part) => ({ ...part, weight: times(part.weight, factor) }))
      return { _tag: "Parts", parts, varied: [...scaled, { id: "none", weight: zero, score }] }
    }),
  examine: sameTotal
})

/** Parts of parts count as what they come to. */
export const rollUpNested: PledgeLaw = lawOf("Parts", {
  id: "roll-up-nested",
  about: "engine",
  says: say("分项再汇总，等于以分项得分汇总", "a roll-up of parts of parts is that of the scores which these come to"),
  witness: {
    bug: say("上级项目不显示下级项目的进度", "a parent shows no progress though its children do"),
    source: "decidim/decidim#2952"
  },
  cases: () =>
    fc.array(fc.tuple(weights, leaves), { minLength: 1, maxLength: 4 }).map((groups) => ({
      _tag: "Parts",
      parts: groups.map(([weight, parts], i) => ({ id: `g${i}`, weight, parts })),
      varied: []
    })),
  examine: (setting, one) => {
    const varied = one.parts.map((part) =>
      "parts" in part ? { id: part.id, weight: part.weight, score: total(setting, part.parts) } : part
    )
    return sameTotal(setting, { ...one, varied })
  }
})
