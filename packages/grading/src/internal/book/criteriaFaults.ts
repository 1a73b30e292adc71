import {
  compareExact,
  type Exact,
  type Fault,
  formatExact,
  formatPath,
  foundText,
  type InputProblem,
  isAtLeast,
  isSameExact,
  type Path,
  sum,
  times
} from "@zhengyou/core"
import { allLeaves, type Criterion, type CriterionNode, isGroup, leavesFor, typesNamed } from "../../Criterion.ts"
import type { RuleBookShape } from "../../RuleBook.ts"
import { canonicalLabel } from "../../Scoring.ts"
import { type BookFaults, duplicates, fault, type Placed } from "./BookProblem.ts"

interface At {
  readonly node: CriterionNode
  readonly path: Path
}

/** All nodes of the tree with their places, outer before inner. */
export const nodesAt = (nodes: ReadonlyArray<CriterionNode>, path: Path = ["criteria"]): ReadonlyArray<At> =>
  nodes.flatMap((node, i): ReadonlyArray<At> => {
    const at = [...path, i]
    return [{ node, path: at }, ...(isGroup(node) ? nodesAt(node.items, [...at, "items"]) : [])]
  })

/** What the denominators of a book's numbers may come to together: above it, sums would take for ever. */
const finest = 10n ** 60n

const tooFine = (book: RuleBookShape, nodes: ReadonlyArray<At>): ReadonlyArray<Fault<InputProblem>> => {
  let common = 1n
  const numbers = [
    ...nodes.flatMap(
      ({ node, path }): Array<[Exact, Path]> => [
        ...(node.maximum === undefined ? [] : [[node.maximum, [...path, "maximum"]] as [Exact, Path]]),
        [node.weight, [...path, "weight"]]
      ]
    ),
    ...book.panels.map(({ weight }, i): [Exact, Path] => [weight, ["panels", i, "weight"]])
  ]
  return numbers.flatMap(([x, path]) => {
    const together = common * times({ n: common, d: 1n }, { n: 1n, d: x.d }).d
    if (together > finest) {
      const found = foundText(formatExact(x))
      return [{ path, problem: { _tag: "NotAllowed", expected: "a number with fewer digits", found } }]
    }
    common = together
    return []
  })
}

/** What the items of some nodes come to for a type of unit. */
const marksFor = (nodes: ReadonlyArray<CriterionNode>, type: string | undefined): Exact =>
  sum(leavesFor(nodes, type).map(({ criterion, factor }) => times(factor, criterion.maximum)))

const differs = (stated: Exact, computed: Exact, type: string | undefined, path: Path): BookFaults =>
  compareExact(stated, computed) === 0
    ? []
    : [
        fault(path, {
          _tag: "MarksDiffer",
          stated: formatExact(stated),
          computed: formatExact(computed),
          ...(type === undefined ? {} : { type })
        })
      ]

/** The first type for which stated marks and computed ones differ: the others would say the same again. */
const marksFaults = (
  stated: Exact,
  nodes: ReadonlyArray<CriterionNode>,
  types: ReadonlyArray<string | undefined>,
  path: Path
) => {
  for (const type of types) {
    const computed = marksFor(nodes, type)
    // Items that do not apply to a type at all say nothing about its marks.
    if (computed.n === 0n) continue
    const faults = differs(stated, computed, type, path)
    if (faults.length > 0) return faults
  }
  return []
}

const isWhole = (stated: Exact, nodes: ReadonlyArray<CriterionNode>): boolean =>
  compareExact(stated, sum(allLeaves(nodes).map(({ criterion, factor }) => times(factor, criterion.maximum)))) === 0

const allMarks = (book: RuleBookShape, nodes: ReadonlyArray<At>): BookFaults => {
  const named = typesNamed(book.criteria)
  const types = [undefined, ...named]
  const groups = nodes.flatMap(({ node, path }): BookFaults => {
    if (!isGroup(node) || node.maximum === undefined) return []
    // Where items that do not apply are made up for, a heading may state what all of its items come to.
    if (book.notApplicable === "rescale" && isWhole(node.maximum, node.items)) return []
    return marksFaults(node.maximum, node.items, types, [...path, "maximum"])
  })
  // Every type's items come to the full marks; where a book rescales, it is enough that all items do, or those of a type.
  const isEnough =
    book.notApplicable === "rescale" &&
    (isWhole(book.fullMarks, book.criteria) ||
      types.some((type) => isSameExact(book.fullMarks, marksFor(book.criteria, type))))
  const whole = isEnough ? [] : marksFaults(book.fullMarks, book.criteria, types, ["fullMarks"])
  const nobody = types.every((type) => marksFor(book.criteria, type).n === 0n)
  return [...groups, ...whole, ...(nobody ? differs(book.fullMarks, { n: 0n, d: 1n }, undefined, ["fullMarks"]) : [])]
}

const labelsAt = ({ scoring }: Criterion, path: Path): Placed => {
  const labels = scoring.kind === "anchors" ? scoring.anchors : scoring.kind === "letters" ? scoring.letters : []
  return labels.map(({ label }, i) => ({
    id: canonicalLabel(label),
    path: [...path, "scoring", scoring.kind, i, "label"]
  }))
}

const stepFaults = ({ scoring }: Criterion, path: Path): BookFaults => {
  if (scoring.kind !== "rate") return []
  return scoring.steps.flatMap(({ from }, i) => {
    const above = scoring.steps[i - 1]?.from
    if (above === undefined || !isAtLeast(from, above)) return []
    const at = [...path, "scoring", "steps", i, "from"]
    return [fault(at, { _tag: "StepsNotLower", from: formatExact(from), above: formatExact(above) })]
  })
}

/** The most that a mark can be worth where the scoring names points of its own. */
const worth = ({ maximum, scoring }: Criterion): ReadonlyArray<{ readonly points: Exact; readonly at: Path }> => {
  switch (scoring.kind) {
    case "anchors":
      return scoring.anchors.map(({ points }, i) => ({ points, at: ["anchors", i, "points"] }))
    case "letters":
      return scoring.letters.map(({ share }, i) => ({ points: times(share, maximum), at: ["letters", i, "share"] }))
    case "rate":
      return [
        ...scoring.steps.map(({ points }, i) => ({ points, at: ["steps", i, "points"] })),
        { points: scoring.below, at: ["below"] }
      ]
    case "deduct":
      return [{ points: scoring.floor, at: ["floor"] }]
    default:
      return []
  }
}

const worthFaults = (criterion: Criterion, path: Path): BookFaults =>
  worth(criterion).flatMap(({ points, at }) => {
    if (compareExact(points, criterion.maximum) <= 0) return []
    const figures = { points: formatExact(points), maximum: formatExact(criterion.maximum) }
    return [fault([...path, "scoring", ...at], { _tag: "PointsAboveMaximum", ...figures })]
  })

/** Every fault of the criteria: ids, marks that do not add up, labels given twice, steps out of order. */
export const criteriaFaults = (book: RuleBookShape): BookFaults => {
  const nodes = nodesAt(book.criteria)
  const fine = tooFine(book, nodes)
  return [
    ...duplicates(
      nodes.map(({ node, path }) => ({ id: node.id, path: [...path, "id"] })),
      formatPath
    ),
    ...(fine.length > 0 ? fine : allMarks(book, nodes)),
    ...nodes.flatMap(({ node, path }) =>
      isGroup(node)
        ? []
        : [...duplicates(labelsAt(node, path), formatPath), ...stepFaults(node, path), ...worthFaults(node, path)]
    )
  ]
}
