import { exactUnsafe } from "@zhengyou/core"
import type { Sheet } from "@zhengyou/grading"
import fc from "fast-check"
import { plain } from "../books.ts"
import { marked } from "./support.ts"

export const ladder = ["A", "B", "C", "D"]

/** Every method of making one figure of several, none of which can drop all marks. */
export const anyAggregate = fc.oneof(
  fc.constantFrom("mean", "median", "min", "max").map((method) => ({ method })),
  fc.tuple(fc.nat(2), fc.nat(2), fc.nat(3)).map(([dropHighest, dropLowest, more]) => ({
    method: "trimmedMean",
    dropHighest,
    dropLowest,
    onlyAbove: dropHighest + dropLowest + more
  })),
  // At most a fifth at each end, rounded up, of three marks and more leaves at least one.
  fc.record({
    method: fc.constant("trimmedShare"),
    share: fc.integer({ min: 0, max: 20 }).map((percent) => `${percent}/100`),
    rounding: fc.constantFrom("floor", "ceil", "halfExpand", "halfEven"),
    onlyAbove: fc.integer({ min: 2, max: 6 })
  })
)

/** Marks of one criterion out of 100, few of them different, so that ties are common. */
export const anyMarks = fc.array(
  fc.integer({ min: 0, max: 20 }).map((n) => n * 5),
  { minLength: 1, maxLength: 9 }
)

const seats = fc.oneof(
  fc.nat(8).map((count) => ({ count })),
  fc.record({
    share: fc.integer({ min: 0, max: 10 }).map((tenths) => `${tenths}/10`),
    of: fc.constantFrom("eligible", "graded", "all"),
    rounding: fc.constantFrom("floor", "ceil")
  })
)

/** A cap or floor on each level that may have one, or none. */
export const anyQuotas = (rest: object) => {
  const on = (kind: string, level: string) =>
    fc.option(
      seats.map((some) => ({ kind, level, seats: some, ...rest })),
      { nil: undefined }
    )
  const all = [on("cap", "A"), on("cap", "B"), on("cap", "C"), on("floor", "B"), on("floor", "C"), on("floor", "D")]
  return fc.tuple(...all).map((some) => some.flatMap((one) => one ?? []))
}

/** Units of two types with a total each, of which every band has its share. */
export const anyField = fc.array(
  fc.record({ total: fc.integer({ min: 0, max: 20 }).map((n) => n * 5), type: fc.constantFrom("x", "y") }),
  { minLength: 1, maxLength: 10 }
)

interface Leaf {
  readonly id: string
  readonly maximum: number
  readonly key: number
}
interface Heading {
  readonly weight: number
  readonly key: number
  readonly items: ReadonlyArray<Tree>
}
type Tree = Leaf | Heading

const { tree } = fc.letrec<{ tree: Tree; leaf: Leaf; heading: Heading }>((tie) => ({
  tree: fc.oneof({ maxDepth: 3, withCrossShrink: true }, tie("leaf"), tie("heading")),
  leaf: fc.record({ id: fc.uuid(), maximum: fc.constantFrom(5, 10, 20), key: fc.nat() }),
  heading: fc.record({
    weight: fc.integer({ min: 1, max: 4 }),
    key: fc.nat(),
    items: fc.array(tie("tree"), { minLength: 1, maxLength: 3 })
  })
}))

export const anyTree = fc.array(tree, { minLength: 1, maxLength: 4 })

const fullOf = (trees: ReadonlyArray<Tree>): number =>
  trees.reduce((so, one) => so + ("items" in one ? one.weight * fullOf(one.items) : one.maximum), 0)

const nodesOf = (trees: ReadonlyArray<Tree>, mixed: boolean, name = "h"): ReadonlyArray<object> =>
  (mixed ? trees.toSorted((a, b) => a.key - b.key) : trees).map((one, i) =>
    "items" in one
      ? { id: `${name}${i}`, name, weight: one.weight, items: nodesOf(one.items, mixed, `${name}${i}.`) }
      : { id: one.id, name: one.id, maximum: one.maximum, missing: "block" }
  )

const leavesOf = (trees: ReadonlyArray<Tree>): ReadonlyArray<Leaf> =>
  trees.flatMap((one) => ("items" in one ? leavesOf(one.items) : [one]))

/** The same tree as it was made and with its nodes in another order, and a sheet that marks its items. */
export const booksOf = (
  trees: ReadonlyArray<Tree>
): { readonly books: ReadonlyArray<object>; readonly sheet: Sheet } => {
  const bands = [{ level: "A", from: 0 }]
  const book = (mixed: boolean) => ({ ...plain, criteria: nodesOf(trees, mixed), fullMarks: fullOf(trees), bands })
  const marks = leavesOf(trees).map(({ id, maximum, key }): [string, string] => [id, `${(key % 7) * maximum}/7`])
  const scores = Object.fromEntries(marks.map(([id, mark]) => [id, exactUnsafe(mark)]))
  return { books: [book(false), book(true)], sheet: { ...marked("u", "p", "r", {}), scores } }
}
