import { type Language, render } from "@zhengyou/core"
import { promotionTextEn, promotionTextZhCN } from "@zhengyou/promotion"
import { movementHtml } from "@zhengyou/report"
import { type ChainBroken, type EventStore, type StoreRefusal, storageTextEn, storageTextZhCN } from "@zhengyou/storage"
import { Effect } from "effect"
import type { RecordedRound } from "../round.ts"
import { readYearInputs, type YearFileFaulty } from "./data.ts"
import { yearTitle } from "./days.ts"
import { type YearFigures, yearFigures } from "./figures.ts"
import { accountDays, readYear, runYear, type YearRefusal } from "./run.ts"
import { yearFaultLines, yearLines } from "./told.ts"

/** Something that kept the year from being told to its end, in lines for people. */
export interface YearRefused {
  readonly _tag: "YearRefused"
  readonly lines: ReadonlyArray<string>
}

type Refusal = YearFileFaulty | YearRefusal | ChainBroken

const isOfStore = (refusal: YearRefusal | ChainBroken): refusal is StoreRefusal | ChainBroken =>
  ["VersionConflict", "NotStorable", "StoredDataInvalid", "StoreUnavailable", "ChainBroken"].includes(refusal._tag)

const linesOf = (refusal: Refusal, language: Language): ReadonlyArray<string> => {
  if (refusal._tag === "YearUnreadable" || refusal._tag === "YearFaulty") return yearFaultLines(refusal, language)
  return isOfStore(refusal)
    ? [render(language === "en" ? storageTextEn : storageTextZhCN, refusal)]
    : [render(language === "en" ? promotionTextEn : promotionTextZhCN, refusal)]
}

const refused =
  (language: Language) =>
  (refusal: Refusal): YearRefused => ({ _tag: "YearRefused", lines: linesOf(refusal, language) })

/** The year of a round as its store has it. */
export const readFigures = (
  directory: string,
  { state }: RecordedRound,
  language: Language
): Effect.Effect<YearFigures, YearRefused, EventStore> =>
  Effect.gen(function* () {
    const inputs = yield* readYearInputs(directory)
    return yearFigures(inputs, state.plan.units, yield* readYear(inputs))
  }).pipe(Effect.mapError(refused(language)))

/** The year as it is told: the records that this run added, the lines for the screen, and the page. */
interface TellingOfYear {
  readonly added: number
  readonly lines: ReadonlyArray<string>
  readonly html: string
}

/** Goes on from the round to the end of the year, and tells it. */
export const tellYear = (
  directory: string,
  round: RecordedRound,
  language: Language
): Effect.Effect<TellingOfYear, YearRefused, EventStore> =>
  Effect.gen(function* () {
    const { book, units: roster } = round.state.plan
    const inputs = yield* readYearInputs(directory)
    const added = yield* runYear(inputs, { book, roster, grading: round.grading })
    const year = yield* readYear(inputs)
    const figures = yearFigures(inputs, roster, year)
    const { table, claims } = figures
    const ledger = { ledger: year.ledger, units: roster }
    const html = movementHtml({ title: yearTitle, ...accountDays, table, claims, ledger }, language)
    return { added, lines: yearLines(figures, roster, language), html }
  }).pipe(Effect.mapError(refused(language)))
