import { type Exact, exactUnsafe, formatExact, plus, times, zero } from "@zhengyou/core"
import fc from "fast-check"
import { seldom } from "../../internal/seldom.ts"
import { type Json, joined, maybe, missing, scoringOf, weight } from "./bookParts.ts"

interface ItemParts {
  readonly maximum: number
  readonly weight: string
  readonly rest: Json
  readonly types: ReadonlyArray<string> | undefined
}

interface HeadingParts {
  readonly weight: string
  readonly stated: boolean
  readonly items: ReadonlyArray<ItemParts>
}

/** An item, or a heading with items. */
export type NodeParts = ItemParts | HeadingParts

const item: fc.Arbitrary<ItemParts> = fc.constantFrom(100, 5, 10, 20).chain((maximum) =>
  fc.record({
    maximum: fc.constant(maximum),
    weight,
    rest: joined(
      missing.map((policy) => ({ missing: policy })),
      maybe("scoring", scoringOf(maximum), 3)
    ),
    types: seldom(fc.constantFrom(["x"], ["y"], ["x", "y"]), 8)
  })
)

const heading: fc.Arbitrary<HeadingParts> = fc.record({
  weight,
  stated: fc.boolean(),
  items: fc.array(item, { minLength: 1, maxLength: 3 })
})

/** The parts of a tree of criteria. */
export const nodes = fc.array(
  fc.oneof({ withCrossShrink: true }, { weight: 3, arbitrary: item }, { weight: 1, arbitrary: heading }),
  {
    minLength: 1,
    maxLength: 4
  }
)

/** What the items of some nodes come to. */
export const marksOf = (nodes: ReadonlyArray<NodeParts>): Exact =>
  nodes.reduce((so, node) => {
    const own = "items" in node ? marksOf(node.items) : exactUnsafe(node.maximum)
    return plus(so, times(exactUnsafe(node.weight), own))
  }, zero)

const itemJson = ({ maximum, weight: share, rest, types }: ItemParts, id: string): Json => ({
  id,
  name: `criterion ${id}`,
  maximum,
  weight: share,
  ...(types === undefined ? {} : { onlyFor: types }),
  ...rest
})

/** A node as JSON. */
export const nodeJson = (node: NodeParts, i: number): Json => {
  if (!("items" in node)) return itemJson(node, `c${i}`)
  return {
    id: `h${i}`,
    name: `heading h${i}`,
    weight: node.weight,
    ...(node.stated ? { maximum: formatExact(marksOf(node.items)) } : {}),
    items: node.items.map((own, j) => itemJson(own, `c${i}.${j}`))
  }
}
