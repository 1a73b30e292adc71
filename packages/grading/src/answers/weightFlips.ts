import { compareExact, type Exact, minus, type Named, plus, sum, times } from "@zhengyou/core"
import { type CriterionNode, isGroup } from "../Criterion.ts"
import { named } from "../internal/named.ts"
import { settleRound } from "../internal/settleRound.ts"
import { standUnit, type UnitInputs } from "../internal/standUnit.ts"
import { resultOf } from "../Outcome.ts"
import type { RuleBook } from "../RuleBook.ts"
import { comesTo, type Fragile } from "./Fragile.ts"
import type { Trial } from "./trial.ts"

type WeightFlips = Extract<Fragile, { readonly _tag: "WeightFlips" }>

/** A weight of the book, the sum that it is a share of, and the book with another one in its place. */
interface Weight {
  readonly of: Named
  readonly value: Exact
  readonly sum: Exact
  readonly isZeroAllowed: boolean
  readonly put: (weight: Exact) => RuleBook
}

/** The weights of a list of nodes and of everything below them, given how the list is put back. */
const nodeWeights = (
  nodes: ReadonlyArray<CriterionNode>,
  put: (nodes: RuleBook["criteria"]) => RuleBook
): ReadonlyArray<Weight> => {
  const total = sum(nodes.map(({ weight }) => weight))
  const putAt = (i: number, node: CriterionNode) => {
    const [first = node, ...rest] = nodes.with(i, node)
    return put([first, ...rest])
  }
  return nodes.flatMap((node, i): ReadonlyArray<Weight> => {
    const own = {
      of: named(node),
      value: node.weight,
      sum: total,
      isZeroAllowed: false,
      put: (weight: Exact) => putAt(i, { ...node, weight })
    }
    // An only child has its heading's marks to itself, whatever its weight.
    const here = nodes.length > 1 ? [own] : []
    return isGroup(node) ? [...here, ...nodeWeights(node.items, (items) => putAt(i, { ...node, items }))] : here
  })
}

const panelWeights = (book: RuleBook): ReadonlyArray<Weight> => {
  const total = sum(book.panels.map(({ weight }) => weight))
  return book.panels.map((panel, i) => ({
    of: named(panel),
    value: panel.weight,
    sum: total,
    isZeroAllowed: true,
    put: (weight) => {
      const [first = panel, ...rest] = book.panels.with(i, { ...panel, weight })
      return { ...book, panels: [first, ...rest] }
    }
  }))
}

const stepShare: Exact = { n: 1n, d: 100n }
const mostSteps = 20n

/** The weights from near to far on both sides: a hundredth of the sum at a time, twenty times at most. */
const candidates = ({ value, sum: total, isZeroAllowed }: Weight): ReadonlyArray<Exact> => {
  const step = times(total, stepShare)
  return Array.from({ length: Number(mostSteps) }, (_, i) => times(step, { n: BigInt(i + 1), d: 1n })).flatMap((by) => [
    plus(value, by),
    ...(compareExact(value, by) > (isZeroAllowed ? -1 : 0) ? [minus(value, by)] : [])
  ])
}

/** The nearest other weights, one at a time, with which a unit comes out differently: smallest share of their sum first. */
export const weightFlips = (
  trial: Trial,
  all: ReadonlyArray<UnitInputs>,
  lotSeed: string | undefined
): ReadonlyArray<WeightFlips> => {
  const { book, rules, row, now } = trial
  const outcomeBy = (changed: RuleBook) => {
    // Without quotas no other unit matters.
    const tried = changed.quotas.length === 0 ? [trial.given] : all
    const stood = tried.map((given) => standUnit(changed, rules, given, trial.asOf))
    return settleRound(changed, stood, lotSeed).outcomes[tried.length === 1 ? 0 : row]
  }
  const weights = [...nodeWeights(book.criteria, (criteria) => ({ ...book, criteria })), ...panelWeights(book)]
  return weights
    .flatMap((weight) => {
      for (const to of candidates(weight)) {
        const outcome = outcomeBy(weight.put(to))
        if (outcome === undefined || resultOf(outcome) === resultOf(now)) continue
        const { of, value: from } = weight
        const flips: WeightFlips = {
          _tag: "WeightFlips",
          of,
          from,
          to,
          by: minus(to, from),
          result: comesTo(book.ladder, outcome)
        }
        return [{ flips, sum: weight.sum }]
      }
      return []
    })
    .toSorted((a, b) => compareExact(share(a.flips.by, a.sum), share(b.flips.by, b.sum)))
    .map(({ flips }) => flips)
}

const share = (by: Exact, of: Exact): Exact => ({ n: (by.n < 0n ? -by.n : by.n) * of.d, d: by.d * of.n })
