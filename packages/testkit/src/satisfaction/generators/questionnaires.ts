import { type Choice, type ChoiceKind, marksScale, type Questionnaire, type Scale } from "@zhengyou/satisfaction"
import * as Arr from "effect/Array"
import fc from "fast-check"
import { present } from "../../internal/present.ts"
import { seldom } from "../../internal/seldom.ts"

const choice = (id: string, kind: ChoiceKind = "rated"): Choice => ({ id, name: id, kind })
const opinions = ["excellent", "good", "fair", "poor"].map((id) => choice(id))
const others = [choice("unknown", "neutral"), choice("abstain", "abstained"), choice("spoilt", "invalid")]

/** One, and at most so many more. */
const oneOrMore = <A>(one: fc.Arbitrary<A>, more: number): fc.Arbitrary<Arr.NonEmptyReadonlyArray<A>> =>
  fc.tuple(one, fc.array(one, { maxLength: more })).map(([first, rest]) => [first, ...rest])

/** The best so many opinions, with or without choices that give none; an opinion means the same on every scale. */
const words: fc.Arbitrary<Scale["choices"]> = fc
  .tuple(fc.nat(opinions.length - 1), fc.subarray(others))
  .map(([more, rest]) => [choice("excellent"), ...opinions.slice(1, more + 1), ...rest])

const marks = fc.constantFrom(marksScale("marks", 50, 60, 50).choices, marksScale("marks", 0, 5).choices)

const scales = fc.oneof(
  { withCrossShrink: true },
  { weight: 4, arbitrary: oneOrMore(words, 2) },
  { weight: 1, arbitrary: oneOrMore(marks, 1) }
)

/** Groups, by the places of the one unit that they rate, where it is only one, and of units whose people have boxes of their own. */
const groups = oneOrMore(fc.record({ only: seldom(fc.nat(2), 4), own: fc.uniqueArray(fc.nat(2), { maxLength: 2 }) }), 2)

/**
 * Questionnaires (测评表), plain ones first: one to three units, questions and groups, scales of words or of marks, and boxes for units' own people.
 */
export const anyQuestionnaire = (): fc.Arbitrary<Questionnaire> =>
  fc.record({ units: fc.integer({ min: 1, max: 3 }), scales, groups }).map((drawn): Questionnaire => {
    const unit = (i: number): string => `u${(i % drawn.units) + 1}`
    return {
      id: "survey",
      frame: "staff",
      subjects: ["u1", ...["u2", "u3"].slice(0, drawn.units - 1)],
      scales: Arr.map(drawn.scales, (choices, i): Scale => ({ id: `s${i + 1}`, choices })),
      questions: Arr.map(drawn.scales, (_, i) => ({ id: `q${i + 1}`, name: `q${i + 1}`, scale: `s${i + 1}` })),
      groups: Arr.map(drawn.groups, ({ only, own }, g) => {
        const id = `g${g + 1}`
        const [part, ...parts] = [...new Set(own.map(unit))].map((of) => ({ id: `${id}-of-${of}`, unit: of }))
        return {
          id,
          name: id,
          // The first group rates every unit, so that each can be rated.
          ...present("subjects", g === 0 || only === undefined ? undefined : ([unit(only)] as const)),
          ...present("parts", part === undefined ? undefined : ([part, ...parts] as const))
        }
      })
    }
  })
