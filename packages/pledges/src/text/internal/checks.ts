import type { TextFinding } from "../TextFinding.ts"
import { hasBaseline, isChangeWithoutFigure } from "./baseline.ts"
import { hasWord, isCounted, isMeasured, quoted, type ReadText } from "./ReadText.ts"
import { firstWithin, type Place } from "./terms.ts"

/** The most findings of one kind: enough to correct a text by, whatever its length. */
const mostOfAKind = 20

const isSaidElsewhere = (text: ReadText, clause: Place): boolean =>
  hasWord(text, "duties", clause) || hasWord(text, "slogans", clause)

/** A word of effort in a sentence that has neither a number nor a result. */
const vagueWording = (text: ReadText): ReadonlyArray<TextFinding> =>
  text.sentences
    .filter((sentence) => !isMeasured(text, sentence))
    .flatMap(({ clauses }) => {
      const vague = clauses
        .filter((clause) => !isSaidElsewhere(text, clause))
        .flatMap((clause) => firstWithin(text.places.vague, clause) ?? [])
      return vague.slice(0, 1)
    })
    .slice(0, mostOfAKind)
    .map((place) => ({ _tag: "VagueWording", ...quoted(text, place) }))

/** A slogan in a clause that has no number. */
const slogans = (text: ReadText): ReadonlyArray<TextFinding> =>
  text.sentences
    .flatMap(({ clauses }) =>
      clauses
        .filter((clause) => !isCounted(text, clause))
        .flatMap((clause) => firstWithin(text.places.slogans, clause) ?? [])
        .slice(0, 1)
    )
    .slice(0, mostOfAKind)
    .map((place) => ({ _tag: "Slogan", ...quoted(text, place) }))

/** The shortest clause that can say anything of its own. */
const leastClause = 6

/** A text that says nothing but what is owed anyway. */
const ordinaryDuty = (text: ReadText): ReadonlyArray<TextFinding> => {
  const clauses = text.sentences.flatMap((sentence) => sentence.clauses)
  const isOwn = (clause: Place): boolean =>
    !isSaidElsewhere(text, clause) &&
    (isMeasured(text, clause) ||
      (clause.to - clause.from >= leastClause && !hasWord(text, "vague", clause) && !hasWord(text, "evidence", clause)))
  const duty = text.places.duties[0]
  return duty === undefined || clauses.some(isOwn) ? [] : [{ _tag: "OrdinaryDuty", ...quoted(text, duty) }]
}

/** A text that has neither a number nor a result. */
const noMeasure = (text: ReadText): ReadonlyArray<TextFinding> => {
  const clauses = text.sentences.flatMap((sentence) => sentence.clauses)
  const isMet = clauses.some(
    (clause) => isCounted(text, clause) || (hasWord(text, "results", clause) && !hasWord(text, "duties", clause))
  )
  return isMet ? [] : [{ _tag: "NoMeasure", span: { from: 0, to: text.normal.original.length } }]
}

/** A comparison, or a change by a share, where the figure that it starts from is not given. */
const noBaseline = (text: ReadText): ReadonlyArray<TextFinding> => {
  if (hasBaseline(text)) return []
  const first = text.places.comparisons[0] ?? text.quantities.find((quantity) => isChangeWithoutFigure(text, quantity))
  return first === undefined ? [] : [{ _tag: "NoBaseline", ...quoted(text, first) }]
}

const whole = ({ normal }: ReadText): Place => ({ from: 0, to: normal.text.length })

/** A text without a date, a term or a frequency. */
const noTime = (text: ReadText): ReadonlyArray<TextFinding> =>
  text.dates.length > 0 || hasWord(text, "times", whole(text))
    ? []
    : [{ _tag: "NoTime", span: { from: 0, to: text.normal.original.length } }]

/** A text that does not say where fulfilment can be seen. */
const noEvidence = (text: ReadText): ReadonlyArray<TextFinding> =>
  hasWord(text, "evidence", whole(text))
    ? []
    : [{ _tag: "NoEvidence", span: { from: 0, to: text.normal.original.length } }]

/** Everything that is found in a text, check by check. */
export const findingsIn = (text: ReadText): ReadonlyArray<TextFinding> => [
  ...text.normal.hidden.map((hidden) => ({ _tag: "HiddenText", ...hidden }) as const),
  ...vagueWording(text),
  ...slogans(text),
  ...ordinaryDuty(text),
  ...noMeasure(text),
  ...noBaseline(text),
  ...noTime(text),
  ...noEvidence(text)
]
