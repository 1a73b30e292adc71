import { formatPath, type Path } from "@zhengyou/core"
import { dropsAll } from "../../Aggregator.ts"
import { allCriteria, isGroup } from "../../Criterion.ts"
import type { RuleBookShape } from "../../RuleBook.ts"
import { type BookFaults, duplicates, fault, firstOf } from "./BookProblem.ts"
import { nodesAt } from "./criteriaFaults.ts"

const onePanel = (book: RuleBookShape, ids: ReadonlySet<string>) => {
  const known = firstOf(ids)
  return (panel: RuleBookShape["panels"][number], i: number): BookFaults => {
    const path: Path = ["panels", i]
    const unknown = (panel.criteria ?? []).flatMap((criterion, j) =>
      ids.has(criterion) ? [] : [fault([...path, "criteria", j], { _tag: "UnknownCriterion", criterion, known })]
    )
    const scores = dropsAll(panel.aggregate)
    const groups = (panel.groups ?? []).map(({ id }, j) => ({ id, path: [...path, "groups", j, "id"] }))
    return [
      ...unknown,
      ...(scores === undefined ? [] : [fault([...path, "aggregate"], { _tag: "TrimsTooMuch", scores })]),
      ...(panel.per === "sheet" && book.combine !== "panels"
        ? [fault([...path, "per"], { _tag: "SheetsNeedPanels" })]
        : []),
      ...duplicates(groups, formatPath)
    ]
  }
}

const unscored = (book: RuleBookShape): BookFaults => {
  const counting = book.panels.filter((panel) => panel.weight.n > 0n)
  if (counting.some((panel) => panel.criteria === undefined)) return []
  const scored = new Set(counting.flatMap((panel) => panel.criteria ?? []))
  return nodesAt(book.criteria).flatMap(({ node, path }) =>
    isGroup(node) || scored.has(node.id) ? [] : [fault(path, { _tag: "Unscored", criterion: node.id })]
  )
}

const adjustments = (book: RuleBookShape, ids: ReadonlySet<string>): BookFaults =>
  book.adjustments.flatMap(({ on }, i): BookFaults => {
    if (!("criterion" in on)) return []
    const { criterion } = on
    const path: Path = ["adjustments", i, "on", "criterion"]
    if (!ids.has(criterion)) return [fault(path, { _tag: "UnknownCriterion", criterion, known: firstOf(ids) })]
    // Where panels make totals of their own, no criterion has a score that could be adjusted.
    return book.combine === "panels" ? [fault(path, { _tag: "AdjustsCriterion", criterion })] : []
  })

/** Every fault of the panels and of the adjustments. */
export const panelFaults = (book: RuleBookShape): BookFaults => {
  const ids = new Set(allCriteria(book.criteria).map(({ id }) => id))
  return [...book.panels.flatMap(onePanel(book, ids)), ...unscored(book), ...adjustments(book, ids)]
}
