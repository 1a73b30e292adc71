import { datePlacesIn } from "../dates.ts"
import { type NormalText, normalise, originalSpan } from "../normalise.ts"
import type { Span } from "../Span.ts"
import type { Wording } from "../Wording.ts"
import { clausesOf, sentencesOf } from "./clauses.ts"
import { type QuantityPlace, quantityPlaces } from "./quantities.ts"
import { firstWithin, type Place, type TermFinder, termFinder } from "./terms.ts"

/** The lists of a vocabulary that are looked for as they stand. */
type Searched = Exclude<keyof Wording, "counters" | "occasions">

/** A text with everything in it that a check may ask for. */
export interface ReadText {
  readonly normal: NormalText
  readonly sentences: ReadonlyArray<Place & { readonly clauses: ReadonlyArray<Place> }>
  readonly places: Readonly<Record<Searched, ReadonlyArray<Place>>>
  readonly quantities: ReadonlyArray<QuantityPlace>
  readonly dates: ReadonlyArray<Place>
}

const normalTerm = (term: string): string =>
  term
    .split("…")
    .map((part) => normalise(part).text)
    .join("…")

/** Makes the reader of a vocabulary: what can be prepared is prepared once. */
export const textReader = (wording: Wording): ((text: string) => ReadText) => {
  const finder = (list: Searched): TermFinder => termFinder(wording[list].map(normalTerm))
  const finders: Readonly<Record<Searched, TermFinder>> = {
    vague: finder("vague"),
    slogans: finder("slogans"),
    duties: finder("duties"),
    results: finder("results"),
    evidence: finder("evidence"),
    times: finder("times"),
    comparisons: finder("comparisons"),
    pastPeriods: finder("pastPeriods"),
    changes: finder("changes"),
    notNumbers: finder("notNumbers")
  }
  const words = { counters: wording.counters.map(normalTerm), occasions: new Set(wording.occasions.map(normalTerm)) }
  return (text) => {
    const normal = normalise(text)
    const all = (list: Searched) => finders[list](normal.text)
    const [dates, notNumbers] = [datePlacesIn(normal), all("notNumbers")]
    return {
      normal,
      sentences: sentencesOf(normal.text).map((one) => ({ ...one, clauses: clausesOf(normal.text, one) })),
      places: {
        vague: all("vague"),
        slogans: all("slogans"),
        duties: all("duties"),
        results: all("results"),
        evidence: all("evidence"),
        times: all("times"),
        comparisons: all("comparisons"),
        pastPeriods: all("pastPeriods"),
        changes: all("changes"),
        notNumbers
      },
      quantities: quantityPlaces(normal.text, [dates, notNumbers], words),
      dates
    }
  }
}

/** Whether a list has a word in a stretch. */
export const hasWord = ({ places }: ReadText, list: Searched, stretch: Place): boolean =>
  firstWithin(places[list], stretch) !== undefined

/** Whether a stretch says what can be counted, or told by yes or no. */
export const isMeasured = (text: ReadText, stretch: Place): boolean =>
  isCounted(text, stretch) || hasWord(text, "results", stretch)

/** Whether a stretch has a number of something. */
export const isCounted = ({ quantities }: ReadText, stretch: Place): boolean =>
  firstWithin(quantities, stretch) !== undefined

/** The place of a stretch in the text as it was written, and how it reads there. */
export const quoted = ({ normal }: ReadText, { from, to }: Place): { readonly span: Span; readonly words: string } => {
  const span = originalSpan(normal, from, to)
  return { span, words: normal.original.slice(span.from, span.to).toWellFormed() }
}
