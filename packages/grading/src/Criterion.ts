import { type Exact, Id, one, Text, times } from "@zhengyou/core"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { Positive } from "./internal/numbers.ts"
import { Scoring } from "./Scoring.ts"

/**
 * What a missing score means (缺项处理): `block` grades nobody on guesses, `zero` counts it as nought, `exclude` leaves it
 * out and shares its weight among the rest.
 */
export const MissingPolicy = Schema.Literals(["block", "zero", "exclude"])
export type MissingPolicy = typeof MissingPolicy.Type

const weight = Positive.pipe(Schema.withDecodingDefaultKey(Effect.succeed("1")))
const onlyFor = Schema.optionalKey(Schema.NonEmptyArray(Id))

/**
 * One item that units are scored on (指标、考评项目).
 *
 * **Details**
 *
 * `scoring` says how a mark becomes a score: the mark itself where it is left out. `weight` multiplies the score in the
 * total: 1 where it is left out. `onlyFor` names the types of unit that the item applies to: all where it is left out.
 */
export const Criterion = Schema.Struct({
  id: Id,
  name: Text,
  maximum: Positive,
  weight,
  missing: MissingPolicy,
  scoring: Scoring.pipe(Schema.withDecodingDefaultKey(Effect.succeed({ kind: "points" as const }))),
  onlyFor
}).annotate({ identifier: "Criterion" })
export interface Criterion extends Schema.Schema.Type<typeof Criterion> {}

/**
 * A heading that items stand under (一级指标), to any depth.
 *
 * **Details**
 *
 * `maximum`, where it is stated, is what its items come to by their weights and maxima, so that a forgotten item is found. `weight`
 * multiplies all of its items.
 */
export interface CriterionGroup {
  readonly id: Id
  readonly name: Text
  readonly maximum?: Exact
  readonly weight: Exact
  readonly onlyFor?: readonly [Id, ...Array<Id>]
  readonly items: readonly [CriterionNode, ...Array<CriterionNode>]
}

/** A heading or an item. */
export type CriterionNode = Criterion | CriterionGroup

/** A heading as JSON. */
export interface EncodedGroup {
  readonly id: string
  readonly name: typeof Text.Encoded
  readonly maximum?: string | number
  readonly weight?: string | number
  readonly onlyFor?: readonly [string, ...Array<string>]
  readonly items: readonly [EncodedNode, ...Array<EncodedNode>]
}

/** A heading or an item as JSON. */
export type EncodedNode = typeof Criterion.Encoded | EncodedGroup

/** The codec of {@link CriterionNode}. */
export const CriterionNode: Schema.Codec<CriterionNode, EncodedNode> = Schema.Union([
  Schema.Struct({
    id: Id,
    name: Text,
    maximum: Schema.optionalKey(Positive),
    weight,
    onlyFor,
    items: Schema.NonEmptyArray(Schema.suspend((): Schema.Codec<CriterionNode, EncodedNode> => CriterionNode))
  }),
  Criterion
]).annotate({ identifier: "CriterionNode", expected: "a criterion, or a heading with items" })

/** Whether a node is a heading with items. */
export const isGroup = (node: CriterionNode): node is CriterionGroup => "items" in node

/** An item with the product of its own weight and those of its headings. */
export interface Leaf {
  readonly criterion: Criterion
  readonly factor: Exact
}

const applies = (node: CriterionNode, type: Id | undefined): boolean =>
  node.onlyFor === undefined || (type !== undefined && node.onlyFor.includes(type))

const leaves = (
  nodes: ReadonlyArray<CriterionNode>,
  factor: Exact,
  isWanted: (node: CriterionNode) => boolean
): ReadonlyArray<Leaf> =>
  nodes.flatMap((node): ReadonlyArray<Leaf> => {
    if (!isWanted(node)) return []
    const own = times(factor, node.weight)
    return isGroup(node) ? leaves(node.items, own, isWanted) : [{ criterion: node, factor: own }]
  })

/** The items that apply to a type of unit, from the first to the last. */
export const leavesFor = (nodes: ReadonlyArray<CriterionNode>, type: Id | undefined): ReadonlyArray<Leaf> =>
  leaves(nodes, one, (node) => applies(node, type))

/** All items of a tree, whatever they apply to. */
export const allLeaves = (nodes: ReadonlyArray<CriterionNode>): ReadonlyArray<Leaf> => leaves(nodes, one, () => true)

/** The criteria of all items of a tree, whatever they apply to. */
export const allCriteria = (nodes: ReadonlyArray<CriterionNode>): ReadonlyArray<Criterion> =>
  allLeaves(nodes).map(({ criterion }) => criterion)

/** All headings of a tree, outer before inner. */
export const allGroups = (nodes: ReadonlyArray<CriterionNode>): ReadonlyArray<CriterionGroup> =>
  nodes.flatMap((node) => (isGroup(node) ? [node, ...allGroups(node.items)] : []))

/** The types of unit that a tree speaks of, each once. */
export const typesNamed = (nodes: ReadonlyArray<CriterionNode>): ReadonlyArray<Id> => [
  ...new Set(nodes.flatMap((node) => [...(node.onlyFor ?? []), ...(isGroup(node) ? typesNamed(node.items) : [])]))
]
