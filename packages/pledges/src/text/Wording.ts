import * as Schema from "effect/Schema"

/** Words and phrases that a check looks for; an ellipsis stands for up to twelve characters of the same clause (`以…为己任`). */
const Terms = Schema.Array(
  Schema.String.check(
    Schema.makeFilter((term: string) => /[^…\s]/u.test(term) && term.length <= 40 && term.isWellFormed(), {
      expected: "a word or phrase of 1 to 40 characters"
    })
  )
).check(Schema.isMaxLength(5000))

/**
 * The vocabulary of the checks of wording: data of the policy, which a host extends or replaces.
 *
 * **Details**
 *
 * - `vague` (空泛): words that tell a direction or an effort and no deed.
 * - `slogans` (口号): phrases of appeals and slogans.
 * - `duties` (本职): phrases for what everybody owes anyway.
 * - `results` (成果): words that make fulfilment a question of yes or no.
 * - `evidence` (佐证): words for where fulfilment can be seen, and by whom it is confirmed.
 * - `times` (时限): words for a term or a frequency, besides dates.
 * - `comparisons` (对比): phrases that compare with another period.
 * - `pastPeriods` (往期): words for a period past, whose figure may follow.
 * - `changes` (增减): verbs and adjectives of more and less.
 * - `counters` (量词): units and measure words after a number.
 * - `occasions` (次数): those of the counters that make a number of a single 一 (一次), where others do not (一种).
 * - `notNumbers` (非数量): set phrases whose numerals count nothing.
 */
export const Wording = Schema.Struct({
  vague: Terms,
  slogans: Terms,
  duties: Terms,
  results: Terms,
  evidence: Terms,
  times: Terms,
  comparisons: Terms,
  pastPeriods: Terms,
  changes: Terms,
  counters: Terms,
  occasions: Terms,
  notNumbers: Terms
})
export interface Wording extends Schema.Schema.Type<typeof Wording> {}
