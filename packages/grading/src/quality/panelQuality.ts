import type { Fault } from "@zhengyou/core"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { InputsInvalid } from "../errors.ts"
import { type InputsProblem, sheetFaults } from "../internal/inputFaults.ts"
import type { RuleBook } from "../RuleBook.ts"
import type { Sheet } from "../Sheet.ts"
import { PanelAgreement } from "./Agreement.ts"
import { ScoresTooFine } from "./errors.ts"
import { agreementOf } from "./internal/agreementOf.ts"
import { highSelfAppraisals, ratersApart, straightLined } from "./internal/flags.ts"
import { panelSheets, partsOf, scoredSheets } from "./internal/panelSheets.ts"
import { selfAppraisals } from "./internal/selfAppraisals.ts"
import { severities } from "./internal/severities.ts"
import { QualityFlag } from "./QualityFlag.ts"
import type { QualityLimits } from "./QualityLimits.ts"
import { RaterSeverity } from "./RaterSeverity.ts"
import { SelfAppraisal } from "./SelfAppraisal.ts"

/** What the sheets say about the panels that filled them in (评委质量). It names raters: for the organiser's eyes. */
export const PanelQuality = Schema.Struct({
  selfAppraisals: Schema.Array(SelfAppraisal),
  severities: Schema.Array(RaterSeverity),
  agreement: Schema.Array(PanelAgreement),
  flags: Schema.Array(QualityFlag)
}).annotate({ identifier: "PanelQuality" })
export interface PanelQuality extends Schema.Schema.Type<typeof PanelQuality> {}

/**
 * How many digits the common denominator of all scores may have: two decimals need two, and fractions with every
 * denominator up to 2000 need fewer than 900. Without a limit, a few fractions made for it would take hours.
 */
const partsDigitsLimit = 1000

const limitFaults = (book: RuleBook, limits: QualityLimits): ReadonlyArray<Fault<InputsProblem>> => {
  const known = book.panels.map((panel) => panel.id)
  const panel = limits.self?.panel
  if (panel === undefined || known.includes(panel)) return []
  return [{ path: ["limits", "self", "panel"], problem: { _tag: "UnknownPanel", panel, known } }]
}

/**
 * What the sheets say about the panels: self-appraisal beside the others, lenient and severe raters, agreement, flags.
 *
 * **When to use**
 *
 * By the organiser, once scoring has ended: it names raters, and shown earlier it would steer those who still score.
 *
 * **Details**
 *
 * All figures are fractions, none is rounded. Sheets may come in any order: panels and criteria stand in the order of the
 * book, units and raters in the order of their ids. No grading depends on any of it.
 *
 * **Refusals**
 *
 * `InputsInvalid` with every fault: unknown panels or criteria, scores out of range, sheets given twice.
 * `ScoresTooFine` where only fractions of a mark too small for any paper have all the scores as multiples.
 */
export const panelQuality = (
  book: RuleBook,
  sheets: ReadonlyArray<Sheet>,
  limits: QualityLimits
): Result.Result<PanelQuality, InputsInvalid | ScoresTooFine> => {
  const units = new Set(sheets.map((sheet) => sheet.unit))
  const faults = [...limitFaults(book, limits), ...sheetFaults(book, units, sheets)]
  if (faults.length > 0) return Result.fail(new InputsInvalid({ faults }))
  const scored = scoredSheets(book, sheets)
  const parts = partsOf(scored, partsDigitsLimit)
  if (parts === undefined) return Result.fail(new ScoresTooFine({ digits: partsDigitsLimit }))
  const panels = panelSheets(book, scored, parts)
  const self = book.panels.find((panel) => panel.id === limits.self?.panel)
  const appraisals = self === undefined ? [] : selfAppraisals(book, sheets, self)
  return Result.succeed({
    selfAppraisals: appraisals,
    severities: panels.flatMap(severities),
    agreement: panels.map(agreementOf),
    flags: [
      ...(limits.self === undefined ? [] : highSelfAppraisals(appraisals, limits.self.gap)),
      ...panels.flatMap((panel) => ratersApart(panel, limits.spread)),
      ...panels.flatMap(straightLined)
    ]
  })
}
