import { isAtLeast } from "@zhengyou/core"
import { levelNamed, named } from "../../internal/named.ts"
import { type Asked, lowered, type ReadyGate, type ReadyRecognition, type ReadyRule } from "../../internal/placeUnit.ts"
import type { Placed } from "../../internal/standing.ts"
import type { Total } from "../../Outcome.ts"
import type { RuleBookShape } from "../../RuleBook.ts"
import type { ExplanationNode } from "../Explanation.ts"
import type { ExplanationStep } from "../ExplanationStep.ts"

type RuleAsked = Extract<ExplanationStep, { readonly _tag: "RuleAsked" }>

const ruleStep = (kind: RuleAsked["kind"], { rule: { rule }, verdict }: Asked<ReadyRule>): RuleAsked => ({
  _tag: "RuleAsked",
  kind,
  rule: named(rule),
  ...(verdict.holds === undefined ? {} : { holds: verdict.holds }),
  cited: verdict.cited
})

const leaf = (step: ExplanationStep): ExplanationNode => ({ step, parts: [] })

/** Every rule of eligibility that was asked. */
export const eligibilityNodes = (asked: ReadonlyArray<Asked<ReadyRule>>): ReadonlyArray<ExplanationNode> =>
  asked.map((one) => leaf(ruleStep("eligibility", one)))

/** Every recognition that was asked; the first that holds gives the level. */
export const recognitionNodes = (
  book: RuleBookShape,
  asked: ReadonlyArray<Asked<ReadyRecognition>>
): ReadonlyArray<ExplanationNode> => {
  const first = asked.find(({ verdict }) => verdict.holds === true)
  return asked.map((one) => {
    const to = one === first ? { to: levelNamed(book.ladder, one.rule.level) } : {}
    return leaf({ ...ruleStep("recognition", one), ...to })
  })
}

/** The band of a total with its neighbour above. */
export const bandNode = (book: RuleBookShape, { decided: total }: Total): ExplanationNode => {
  const at = book.bands.findIndex(({ from }) => isAtLeast(total, from))
  const band = book.bands[at]
  const above = at < 0 ? book.bands.at(-1) : book.bands[at - 1]
  return leaf({
    _tag: "BandReached",
    total,
    ...(band === undefined ? {} : { level: levelNamed(book.ladder, band.level), from: band.from }),
    ...(above === undefined ? {} : { above: { level: levelNamed(book.ladder, above.level), from: above.from } })
  })
}

/** Every gate that was asked, with the level before and after each. */
export const gateNodes = (
  book: RuleBookShape,
  placed: Placed,
  asked: ReadonlyArray<Asked<ReadyGate>>
): ReadonlyArray<ExplanationNode> => {
  let so = placed
  return asked.map((one) => {
    const { rule: gate, verdict } = one
    const from = levelNamed(book.ladder, so.level)
    const isShut = verdict.holds === true && "notGraded" in gate.then
    so = lowered(book, so, gate, verdict)
    const found = "notAbove" in gate.then ? placed.lookup(gate.then.notAbove) : undefined
    return leaf({
      ...ruleStep("gate", one),
      ...(gate.frozenBy === undefined
        ? {}
        : { frozenBy: { fact: gate.frozenBy, ...(found === undefined ? {} : { found }) } }),
      from,
      ...(isShut || verdict.holds === undefined ? {} : { to: levelNamed(book.ladder, so.level) })
    })
  })
}
