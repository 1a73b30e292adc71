import { dividedByUnsafe, type Exact, one, plus, sum, times } from "@zhengyou/core"
import type { Aggregator } from "../../Aggregator.ts"
import { allCriteria, allGroups, type Criterion, type Leaf, leavesFor, typesNamed } from "../../Criterion.ts"
import { type Panel, scores } from "../../Panel.ts"
import type { RuleBookShape } from "../../RuleBook.ts"

/** The marks that become one mean: of one panel, or of one of its groups, on one criterion. */
interface Cell {
  readonly panel: Panel
  readonly group: string | undefined
  readonly criterion: Criterion
  readonly aggregate: Aggregator
}

/** A number that is a sum of cells' means, each times its coefficient: by the cell's place. */
export type Form = ReadonlyMap<number, Exact>

/** What complete sheets of a unit of one type come to. */
export interface LinearKind {
  /** The places of the cells that must have marks. */
  readonly cells: ReadonlyArray<number>
  readonly total: Form
  /** The scores that conditions ask for, by the names of the facts. */
  readonly scores: ReadonlyMap<string, Form>
}

/** A book whose totals are sums of means as long as nothing is missing: cells, and what they come to for each type of unit. */
export interface LinearBook {
  readonly cells: ReadonlyArray<Cell>
  /** By the types that criteria name. */
  readonly kinds: ReadonlyMap<string, LinearKind | undefined>
  /** For units of any other type and of none. */
  readonly otherwise: LinearKind | undefined
}

const scaled = (form: Form, factor: Exact): Form => new Map([...form].map(([cell, x]) => [cell, times(x, factor)]))

const added = (forms: ReadonlyArray<Form>): Form => {
  const all = new Map<number, Exact>()
  for (const form of forms) {
    for (const [cell, x] of form) {
      const before = all.get(cell)
      all.set(cell, before === undefined ? x : plus(before, x))
    }
  }
  return all
}

/** What a point of the mark is worth in the score; nothing where the score is not the mark times a number. */
const worthOf = ({ maximum, scoring }: Criterion): Exact | undefined => {
  if (scoring.kind === "points") return one
  return scoring.kind === "outOf" ? dividedByUnsafe(maximum, scoring.of) : undefined
}

/** The forms of one type of unit; nothing where its scores are not sums of means. */
const kindOf = (
  book: RuleBookShape,
  cells: ReadonlyArray<Cell>,
  type: string | undefined,
  asked: ReadonlyArray<string>
): LinearKind | undefined => {
  const leaves = leavesFor(book.criteria, type)
  const panelLeaf = (panel: Panel, { criterion }: Leaf): Form => {
    const weights = sum((panel.groups ?? []).map(({ weight }) => weight))
    return new Map(
      cells.flatMap((cell, i): ReadonlyArray<readonly [number, Exact]> => {
        if (cell.panel !== panel || cell.criterion !== criterion) return []
        const own = panel.groups?.find(({ id }) => id === cell.group)
        return [[i, times(worthOf(criterion) ?? one, own === undefined ? one : dividedByUnsafe(own.weight, weights))]]
      })
    )
  }
  const earnedBy = (some: ReadonlyArray<Leaf>, formOf: (leaf: Leaf) => Form): Form =>
    added(some.map((leaf) => scaled(formOf(leaf), leaf.factor)))
  const possible = (some: ReadonlyArray<Leaf>) =>
    sum(some.map(({ factor, criterion }) => times(factor, criterion.maximum)))
  const leafScore = (leaf: Leaf): Form | undefined => {
    const scoring = book.panels.filter((panel) => scores(panel, leaf.criterion.id))
    const weights = sum(scoring.map(({ weight }) => weight))
    if (weights.n === 0n) return undefined
    return added(scoring.map((panel) => scaled(panelLeaf(panel, leaf), dividedByUnsafe(panel.weight, weights))))
  }
  const ownLeaves = (panel: Panel) => leaves.filter(({ criterion }) => scores(panel, criterion.id))
  const panelScore = (panel: Panel): Form => {
    const own = ownLeaves(panel)
    const earned = earnedBy(own, (leaf) => panelLeaf(panel, leaf))
    return book.combine === "panels" ? scaled(earned, dividedByUnsafe(book.fullMarks, possible(own))) : earned
  }
  const isSound =
    leaves.length > 0 &&
    leaves.every(({ criterion }) => worthOf(criterion) !== undefined) &&
    (book.combine === "panels"
      ? book.panels.every((panel) => ownLeaves(panel).length > 0) && book.panels.some(({ weight }) => weight.n > 0n)
      : leaves.every((leaf) => leafScore(leaf) !== undefined))
  if (!isSound) return undefined
  const marks = book.convertTo ?? book.fullMarks
  const weights = sum(book.panels.map(({ weight }) => weight))
  const total =
    book.combine === "panels"
      ? scaled(
          added(book.panels.map((panel) => scaled(panelScore(panel), dividedByUnsafe(panel.weight, weights)))),
          dividedByUnsafe(marks, book.fullMarks)
        )
      : scaled(
          earnedBy(leaves, (leaf) => leafScore(leaf) ?? new Map()),
          dividedByUnsafe(marks, possible(leaves))
        )
  const scoreNamed = (name: string): Form | undefined => {
    const [, of, id = ""] = /^score\.(criterion|panel)\.(.*)$/s.exec(name) ?? []
    if (of === "panel") {
      const panel = book.panels.find((one) => one.id === id)
      return panel && panelScore(panel)
    }
    const leaf = leaves.find(({ criterion }) => criterion.id === id)
    if (leaf !== undefined) return leafScore(leaf)
    const heading = allGroups(book.criteria).find((one) => one.id === id)
    const items = heading === undefined ? [] : leavesFor([heading], type)
    // A heading's items that do not apply because of a heading above have no score of their own.
    const known = items.every(({ criterion }) => leaves.some((one) => one.criterion === criterion))
    return items.length === 0 || !known ? undefined : earnedBy(items, (item) => leafScore(item) ?? new Map())
  }
  const forms = asked.flatMap((name): ReadonlyArray<readonly [string, Form]> => {
    const form = scoreNamed(name)
    return form === undefined ? [] : [[name, form]]
  })
  const own = cells.flatMap(({ criterion }, i) => (leaves.some((leaf) => leaf.criterion === criterion) ? [i] : []))
  return forms.length < asked.length ? undefined : { cells: own, total, scores: new Map(forms) }
}

/**
 * The book as sums of means; nothing where it rounds on the way, makes sheets void, or aggregates the totals of sheets other
 * than by their mean.
 */
export const linearBook = (book: RuleBookShape, asked: ReadonlyArray<string>): LinearBook | undefined => {
  const { mark, panel, criterion, panelTotal } = book.rounding
  const rounds = [mark, panel, criterion, panelTotal].some((rounding) => rounding !== undefined)
  const isOdd = (one: Panel) => (one.voids ?? []).length > 0 || (one.per === "sheet" && one.aggregate.method !== "mean")
  if (rounds || book.panels.some(isOdd)) return undefined
  const criteria = allCriteria(book.criteria)
  const cells = book.panels.flatMap((panel) =>
    (panel.groups?.map(({ id }) => id) ?? [undefined]).flatMap((group) =>
      criteria
        .filter(({ id }) => scores(panel, id))
        .map((criterion): Cell => ({ panel, group, criterion, aggregate: panel.aggregate }))
    )
  )
  const types = typesNamed(book.criteria)
  // Every pair of a cell and a type is looked at: a book far beyond what people write goes the ordinary way.
  if (cells.length * (types.length + 1) > 20_000) return undefined
  return {
    cells,
    kinds: new Map(types.map((type) => [type, kindOf(book, cells, type, asked)])),
    otherwise: kindOf(book, cells, undefined, asked)
  }
}
