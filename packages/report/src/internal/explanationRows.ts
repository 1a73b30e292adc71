import { type Exact, formatExact, type Language, textIn, times } from "@zhengyou/core"
import { type ExplanationStep, type Fate, type Outcome, stepText } from "@zhengyou/grading"
import { inFull, withPlaces } from "./numbers.ts"
import { say } from "./say.ts"

/** What the table shows of a step; a cell is empty where the step has nothing for it. */
interface StepRow {
  readonly name: string
  readonly figure: string
  readonly weight: string
  readonly comesTo: string
}

const figureOf = (x: Exact | undefined): string => {
  if (x === undefined) return "–"
  return formatExact(x).includes("/") ? withPlaces(x, 4) : inFull(x)
}

const result = (outcome: Outcome["_tag"], language: Language): string =>
  outcome === "Graded" || outcome === "Recognised" ? "" : say({ _tag: outcome }, language)

/** A step as a row: a name and its figures; the whole text of the step stands last where it has more to say. */
export const stepRow = (step: ExplanationStep, language: Language): StepRow => {
  const text = stepText(step, language)
  switch (step._tag) {
    case "ExplainedOutcome": {
      const comesTo = step.level === undefined ? result(step.outcome, language) : textIn(step.level.name, language)
      return { name: textIn(step.unit.name, language), figure: step.shown ?? "", weight: "", comesTo }
    }
    case "TotalMade":
      return { name: say({ _tag: "Total" }, language), figure: step.shown ?? "–", weight: "", comesTo: text }
    case "CriterionScored":
      return row(
        textIn(step.criterion.name, language),
        step.score,
        step.factor,
        step.score === undefined ? text : figureOf(times(step.score, step.factor))
      )
    case "PanelScored":
    case "PanelTotalled":
      return row(textIn(step.panel.name, language), step.score, step.weight, step.score === undefined ? text : "")
    case "MarkGiven":
      return {
        name: step.rater,
        figure: typeof step.mark === "string" ? step.mark : figureOf(step.mark),
        weight: "",
        comesTo: fateOf(step, step.score, text)
      }
    case "SheetGiven":
      return {
        name: step.rater,
        figure: step.total === undefined ? "" : figureOf(step.total),
        weight: "",
        comesTo: fateOf(step, step.total, text)
      }
    case "AdjustmentApplied":
      return { name: textIn(step.adjustment.name, language), figure: figureOf(step.counted), weight: "", comesTo: text }
    case "AwardEntered":
      return { name: step.item, figure: figureOf(step.points), weight: "", comesTo: "" }
    case "RuleAsked":
      return { name: textIn(step.rule.name, language), figure: "", weight: "", comesTo: text }
    case "BandReached":
    case "QuotaAsked":
      return {
        name: step.level === undefined ? "–" : textIn(step.level.name, language),
        figure: "",
        weight: "",
        comesTo: text
      }
  }
}

/** What a mark or a sheet comes to: its score, or in words why it does not count. */
const fateOf = ({ fate }: { readonly fate: Fate }, score: Exact | undefined, text: string): string => {
  if (fate !== "counted") return text
  return score === undefined ? "" : figureOf(score)
}

const row = (name: string, figure: Exact | undefined, weight: Exact, comesTo: string): StepRow => ({
  name,
  figure: figureOf(figure),
  weight: formatExact(weight),
  comesTo
})
