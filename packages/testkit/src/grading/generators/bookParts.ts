import fc from "fast-check"
import { seldom } from "../../internal/seldom.ts"

/** A part of a book as JSON. */
export type Json = Readonly<Record<string, unknown>>

/** Leaves a key out, or has it: books say by absence what their defaults are. */
export const maybe = (key: string, value: fc.Arbitrary<unknown>, oneIn = 2): fc.Arbitrary<Json> =>
  seldom(value, oneIn).map((given) => (given === undefined ? {} : { [key]: given }))

/** Records put together. */
export const joined = (...parts: ReadonlyArray<fc.Arbitrary<Json>>): fc.Arbitrary<Json> =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all))

/** A weight as offices write them: whole, a decimal, or a fraction. */
export const weight = fc.constantFrom("1", "2", "0.4", "0.6", "30", "1/3", "2/7")

export const roundingMode = fc.constantFrom(
  "halfExpand",
  "floor",
  "ceil",
  "trunc",
  "expand",
  "halfEven",
  "halfCeil",
  "halfFloor",
  "halfTrunc"
)

export const rounding = fc.record({ mode: roundingMode, digits: fc.nat(3) })

const shares = fc.uniqueArray(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 4 })

/** The kinds of scoring of an item out of a whole maximum. */
export const scoringOf = (maximum: number): fc.Arbitrary<Json> =>
  fc.oneof(
    { withCrossShrink: true },
    fc.constant({ kind: "points" }),
    fc
      .constantFrom("0.5", "1", "1/3")
      .chain((each) => fc.nat(maximum).map((floor) => ({ kind: "deduct", each, floor: Math.floor(floor / 2) }))),
    shares.map((tenths) => ({
      kind: "anchors",
      anchors: tenths.map((k) => ({ label: `${k}0 %`, points: `${k * maximum}/10` }))
    })),
    shares.map((tenths) => ({ kind: "letters", letters: tenths.map((k) => ({ label: `L${k}`, share: `${k}/10` })) })),
    fc.record({ kind: fc.constant("count"), each: fc.constantFrom("1", "5", "2.5"), capped: fc.boolean() }),
    fc.constantFrom("0.02", "0.1", "1/3").map((step) => ({ kind: "place", step })),
    shares.map((tenths) => ({
      kind: "rate",
      steps: tenths.toSorted((a, b) => b - a).map((k) => ({ from: `${k}/10`, points: `${k * maximum}/10` })),
      below: 0
    })),
    fc.constantFrom("100", "5", "1/2").map((of) => ({ kind: "outOf", of }))
  )

/** Every method of making one figure of several, none of which can drop all. */
export const aggregate: fc.Arbitrary<Json> = fc.oneof(
  { withCrossShrink: true },
  fc.constantFrom("mean", "median", "min", "max").map((method) => ({ method })),
  fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2)).map(([dropHighest, dropLowest, more]) => ({
    method: "trimmedMean",
    dropHighest,
    dropLowest,
    onlyAbove: dropHighest + dropLowest + more
  })),
  // At most a fifth at each end, rounded up, of three scores and more leaves at least one.
  fc.record({
    method: fc.constant("trimmedShare"),
    share: fc.nat(20).map((percent) => `${percent}/100`),
    rounding: fc.constantFrom("floor", "ceil", "halfExpand", "halfEven"),
    onlyAbove: fc.integer({ min: 2, max: 5 })
  })
)

export const missing = fc.constantFrom("block", "zero", "exclude")

/** The facts that every generated book declares, in the order in which conditions pick them. */
export const facts: ReadonlyArray<Json> = [
  { id: "veto", name: { "zh-CN": "一票否决", en: "veto" }, type: "flag" },
  { id: "rate", name: { "zh-CN": "满意率", en: "satisfaction" }, type: "number", minimum: 0, maximum: 1 },
  { id: "before", name: { "zh-CN": "上年等级", en: "last year" }, type: "level" },
  { id: "since", name: { "zh-CN": "起始日", en: "since" }, type: "date" },
  { id: "kind", name: { "zh-CN": "类别", en: "kind" }, type: "text" }
]

const comparison = (fact: string, op: fc.Arbitrary<string>, value: fc.Arbitrary<unknown>): fc.Arbitrary<Json> =>
  joined(fc.record({ fact: fc.constant(fact), op, value }), maybe("ifUnknown", fc.boolean()))

const order = fc.constantFrom("<", "<=", ">", ">=", "=", "!=")
const sameness = fc.constantFrom("=", "!=")
const listed = (fact: string, values: fc.Arbitrary<unknown>): fc.Arbitrary<Json> =>
  fc.array(values, { minLength: 1, maxLength: 2 }).map((value) => ({ fact, op: "in", value }))

/** Conditions on facts, and on scores where the step has them, to a small depth. */
export const conditionOn = (levels: ReadonlyArray<string>, scores: ReadonlyArray<string>): fc.Arbitrary<Json> => {
  const level = fc.constantFrom(...levels)
  const day = fc.constantFrom("2010-05-31", "2012-02-29")
  const leaf = fc.oneof(
    { withCrossShrink: true },
    comparison("veto", sameness, fc.boolean()),
    comparison("rate", order, fc.constantFrom("0.6", "2/3", "1")),
    comparison("before", sameness, level),
    comparison("since", order, day),
    comparison("kind", sameness, fc.constantFrom("a", "b")),
    comparison("unit.type", sameness, fc.constantFrom("x", "y")),
    comparison("unit.age.months", order, fc.constantFrom(6, 12)),
    comparison("unit.founded", order, day),
    listed("before", level),
    listed("rate", fc.constantFrom("0.6", "1")),
    ...scores.map((score) => comparison(score, order, fc.constantFrom(5, "12.5", 60)))
  )
  const { condition } = fc.letrec<{ condition: Json }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 2, depthSize: "small", withCrossShrink: true },
      leaf,
      fc.array(tie("condition"), { minLength: 1, maxLength: 2 }).map((all) => ({ all })),
      fc.array(tie("condition"), { minLength: 1, maxLength: 2 }).map((any) => ({ any })),
      tie("condition").map((not) => ({ not }))
    )
  }))
  return condition
}
