import { levelNamed } from "../../internal/named.ts"
import { type Cut, isLeftOpen, targetOf } from "../../internal/quotas/Cut.ts"
import { type Field, orderFor } from "../../internal/quotas/Field.ts"
import type { RuleBookShape } from "../../RuleBook.ts"
import type { ExplanationNode } from "../Explanation.ts"
import type { QuotaPosition } from "../ExplanationStep.ts"

/** The candidates of a cut from the first to the last, as ties and lots settled them. */
const inOrder = (field: Field, { quota, candidates, above, atEdge }: Cut): ReadonlyArray<number> => {
  const ordered = [...candidates].toSorted(orderFor(field, quota))
  return [...ordered.slice(0, above), ...atEdge, ...ordered.slice(above + atEdge.length)]
}

const positionOf = (field: Field, { quota }: Cut, row: number): QuotaPosition => {
  const total = field.total(row)
  const lookup = field.lookup(row)
  return {
    ...(total === undefined ? {} : { total }),
    facts: (quota.tieBreak ?? []).map((fact) => {
      const found = lookup(fact)
      return { fact, ...(found === undefined ? {} : { found }) }
    })
  }
}

const fateOf = (cut: Cut, at: number): "kept" | "fell" | "open" => {
  if (cut.quota.force === "soft") return "kept"
  const atEdge = at - cut.above
  if (isLeftOpen(cut) && atEdge >= cut.tiedFrom && atEdge < cut.tiedTo) return "open"
  return at < cut.above + cut.keptAtEdge ? "kept" : "fell"
}

const quotaNode = (book: RuleBookShape, field: Field, cut: Cut, row: number, so: string) => {
  const { quota, group, seats, candidates, above, keptAtEdge, tiedFrom, tiedTo, byLot } = cut
  const ordered = inOrder(field, cut)
  const order = orderFor(field, quota)
  const fate = fateOf(cut, ordered.indexOf(row))
  const kept = above + keptAtEdge
  const isOpen = isLeftOpen(cut)
  const at = (
    key: "lastKept" | "firstOut" | "leftOpen",
    place: number
  ): { readonly [K in typeof key]?: QuotaPosition } => {
    const there = ordered[place]
    return there === undefined ? {} : { [key]: positionOf(field, cut, there) }
  }
  const to = fate === "fell" ? (book.ladder[targetOf(book, quota)]?.id ?? so) : so
  const node: ExplanationNode = {
    step: {
      _tag: "QuotaAsked",
      kind: quota.kind,
      soft: quota.force === "soft",
      level: levelNamed(book.ladder, quota.level),
      ...(group === undefined ? {} : { group }),
      seats,
      candidates: candidates.length,
      kept,
      place: 1 + ordered.filter((other) => order(other, row) < 0).length,
      own: positionOf(field, cut, row),
      ...at("lastKept", kept - 1),
      ...at("firstOut", isOpen ? above + tiedTo : kept),
      ...(isOpen ? at("leftOpen", above + tiedFrom) : {}),
      tied: tiedTo - tiedFrom,
      byLot,
      fate,
      from: levelNamed(book.ladder, so),
      ...(fate === "open" ? {} : { to: levelNamed(book.ladder, to) })
    },
    parts: []
  }
  return { node, to }
}

/** Every quota in which a unit was a candidate, in the order in which they were applied, given its level before them. */
export const quotaNodes = (
  book: RuleBookShape,
  field: Field,
  cuts: ReadonlyArray<Cut>,
  row: number,
  level: string
): ReadonlyArray<ExplanationNode> => {
  let so = level
  return cuts
    .filter(({ candidates }) => candidates.includes(row))
    .map((cut) => {
      const { node, to } = quotaNode(book, field, cut, row, so)
      so = to
      return node
    })
}
