import { render } from "@zhengyou/core"
import { PromotionReason, promotionTextEn, promotionTextZhCN } from "@zhengyou/promotion"
import type { Json } from "effect/Schema"
import * as Schema from "effect/Schema"
import type { ReasonResult } from "./GradingResult.ts"
import { type LedgerRow, ledgerViewOf } from "./ledger/ledgerView.ts"
import { PromotionResult } from "./PromotionResult.ts"
import type { PromotionReport } from "./promotion/PromotionReport.ts"
import { inForceOf, unitNamesOf } from "./promotion/view.ts"

const encodeReason = Schema.encodeSync(Schema.toCodecJson(PromotionReason))

const reasonResult = (reason: PromotionReason): ReasonResult => {
  // A reason is a record with a tag, and its JSON is one of JSON.
  const { _tag, ...fields } = encodeReason(reason) as { readonly [name: string]: Json }
  const text = { "zh-CN": render(promotionTextZhCN, reason), en: render(promotionTextEn, reason) }
  return { key: reason._tag, ...fields, text }
}

const optional = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  // The key is there exactly when the value is, which a computed key cannot tell the compiler.
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V }

const ledgerLine = ({ entry, problem, unit, standing, plan }: LedgerRow) => ({
  problem: problem.id,
  title: problem.title,
  kind: problem.kind,
  unit: entry.unit,
  name: unit,
  status: entry.status,
  isOverdue: standing === "overdue",
  ...optional("owner", plan?.owner),
  ...optional("due", plan?.deadline.due),
  ...optional("closed", entry.closed)
})

/** A round of promotion as JSON for other programs, in the shape of {@link PromotionResult}: every reason with its text in both languages. */
export const promotionJson = (report: PromotionReport): typeof PromotionResult.Encoded => {
  const { rules, round, from, asOf, ledger, units } = report
  const name = unitNamesOf(report)
  const view = ledger === undefined ? undefined : ledgerViewOf({ ledger, units }, asOf)
  return Schema.encodeSync(PromotionResult)({
    format: "zhengyou/promotion-result@1",
    rules: { id: rules.id, version: rules.version, title: rules.title },
    from,
    asOf,
    levels: rules.ladder.map(({ id, name }) => ({ id, name })),
    decisions: round.decisions.map((decision) => ({
      unit: decision.application.unit,
      name: name(decision.application.unit),
      ...optional("from", decision.from?.id),
      to: decision.to.id,
      applied: decision.application.on,
      ...optional("decided", decision.application.decided),
      ...optional("inForce", inForceOf(decision)),
      outcome: decision.outcome,
      reasons: decision.examination.against.map(reasonResult)
    })),
    movements: round.table.rows.map(({ level, ...row }) => ({ ...optional("level", level?.id), ...row })),
    targets: round.targets.map(({ level, ...rest }) => ({ level: level.id, ...rest })),
    ...optional("ledger", view === undefined ? undefined : [...view.open, ...view.closed].map(ledgerLine))
  })
}
