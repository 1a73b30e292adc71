import fc from "fast-check"
import { plain } from "../books.ts"
import { anyAggregate, anyQuotas } from "../rules/generators.ts"

const [panel] = plain.panels

/** A condition on a rate from 0 to 1, which is compared with eighths, and on a flag. */
export const anyCondition: fc.Arbitrary<object> = fc.letrec<{ condition: object }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    fc.record(
      {
        fact: fc.constant("rate"),
        op: fc.constantFrom("=", "!=", "<", "<=", ">", ">="),
        value: fc.integer({ min: -1, max: 9 }).map((n) => `${n}/8`),
        ifUnknown: fc.boolean()
      },
      { requiredKeys: ["fact", "op", "value"] }
    ),
    fc.record(
      {
        fact: fc.constant("veto"),
        op: fc.constantFrom("=", "!="),
        value: fc.boolean(),
        ifUnknown: fc.boolean()
      },
      { requiredKeys: ["fact", "op", "value"] }
    ),
    fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie("condition").map((not) => ({ not }))
  )
})).condition

/** The facts that those conditions ask for. */
export const conditionFacts = [
  { id: "rate", name: "rate", type: "number", minimum: 0, maximum: 1 },
  { id: "veto", name: "veto", type: "flag" },
  { id: "last", name: "last", type: "level" }
]

const labels = ["a", "b", "c"]

const anyScoring = fc.oneof(
  fc.constant({ kind: "points" }),
  fc.record({ kind: fc.constant("outOf"), of: fc.constantFrom(10, 100) }),
  fc.record({ kind: fc.constant("deduct"), each: fc.constantFrom("0.5", 1, 3), floor: fc.constantFrom(0, 10, 20) }),
  fc.record({ kind: fc.constant("place"), step: fc.constantFrom("0.02", "1/3", 2) }),
  fc.record({ kind: fc.constant("count"), each: fc.constantFrom(3, 5), capped: fc.boolean() }),
  fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)).map((points) => ({
    kind: "anchors",
    anchors: labels.map((label, i) => ({ label, points: points[i] ?? 0 }))
  })),
  fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)).map(([a, b, below]) => ({
    kind: "rate",
    steps: [
      { from: 90, points: a },
      { from: 0, points: b }
    ],
    below
  }))
)

const anyMissing = fc.constantFrom("block", "zero", "exclude")
const anyWeight = fc.constantFrom("0.3", "1/3", "0.33", 40, 2)

const anyRounding = fc.option(
  fc.record({
    mode: fc.constantFrom("halfExpand", "floor", "ceil", "halfEven"),
    digits: fc.integer({ min: 0, max: 2 })
  }),
  { nil: undefined }
)

const anyBands = fc
  .uniqueArray(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 4 })
  .map((tops) => tops.toSorted((a, b) => b - a).map((from, i) => ({ level: plain.ladder[i]?.id, from: from * 4 })))

const anyThen = fc.oneof(
  fc.constantFrom("A", "B", "C", "D").map((atMost) => ({ atMost })),
  fc.constant({ notAbove: "last" }),
  fc.constant({ notGraded: true })
)

const list = <A>(item: fc.Arbitrary<A>, most: number) => fc.array(item, { maxLength: most })
const withIds = (prefix: string, items: ReadonlyArray<object>) =>
  items.map((item, i) => ({ ...item, id: `${prefix}${i}`, name: `${prefix}${i}` }))

/** Books of all kinds, as JSON: well formed, and mostly unwise in several ways. */
export const anyBook = fc
  .record({
    criteria: fc.array(
      fc.record(
        { scoring: anyScoring, missing: anyMissing, onlyFor: fc.constantFrom(["x"], ["x", "y"]) },
        { requiredKeys: ["scoring", "missing"] }
      ),
      { minLength: 1, maxLength: 4 }
    ),
    panels: fc.array(fc.record({ weight: anyWeight, aggregate: anyAggregate, missing: anyMissing }), {
      minLength: 1,
      maxLength: 3
    }),
    voids: fc.boolean(),
    combine: fc.constantFrom("criteria", "panels"),
    mark: anyRounding,
    total: anyRounding,
    decideOn: fc.boolean(),
    bands: anyBands,
    gates: list(fc.record({ when: anyCondition, then: anyThen }), 3),
    eligibility: list(fc.record({ require: anyCondition }), 2),
    recognitions: list(
      fc.record({ when: anyCondition, level: fc.constantFrom("A", "B", "C"), takesSeat: fc.boolean() }),
      2
    ),
    adjustments: list(
      fc.record({
        kind: fc.constantFrom("bonus", "deduction"),
        on: fc.constant({ total: true }),
        cap: fc.constantFrom(0, 5, 50)
      }),
      2
    ),
    ties: fc.constantFrom("exclude", "include", "lots", "undetermined")
  })
  .chain(({ ties, ...made }) => anyQuotas({ ties }).map((quotas) => ({ ...made, quotas })))
  .map(({ criteria, panels, voids, mark, total, decideOn, ...made }) => ({
    ...plain,
    ...made,
    facts: conditionFacts,
    criteria: withIds(
      "c",
      criteria.map((one) => ({ ...one, maximum: 20 }))
    ),
    fullMarks: criteria.length * 20,
    convertTo: 80,
    notApplicable: "rescale",
    panels: withIds(
      "p",
      panels.map((one) => ({ ...panel, ...one, ...(voids ? { voids: ["allEqual"] } : {}) }))
    ),
    rounding: { ...(mark === undefined ? {} : { mark }), ...(total === undefined ? {} : { total }) },
    decideOn: decideOn && total !== undefined ? "rounded" : "exact",
    gates: withIds("g", made.gates),
    eligibility: withIds("e", made.eligibility),
    recognitions: withIds("r", made.recognitions),
    adjustments: withIds("a", made.adjustments)
  }))

/** Sound books, as JSON: marks of points, a band for every total and level, gates with a fact of their own each. */
export const soundBook = fc
  .record({
    maxima: fc.array(fc.constantFrom(10, 20, 40), { minLength: 1, maxLength: 4 }),
    shares: fc.constantFrom([1], ["0.4", "0.6"], ["1/3", "1/3", "1/3"], [20, 30, 50], [2, 3]),
    bounds: fc.uniqueArray(fc.integer({ min: 1, max: 19 }), { minLength: 1, maxLength: 3 }),
    gates: fc.nat(3),
    limits: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 1 }),
    rounded: fc.boolean()
  })
  .map(({ maxima, shares, bounds, gates, limits, rounded }) => {
    const full = maxima.reduce((so, one) => so + one, 0)
    const froms = [...bounds.toSorted((a, b) => b - a).map((n) => `${n * full}/20`), "0"]
    const flags = Array.from({ length: gates }, (_, i) => ({ id: `f${i}`, name: `f${i}`, type: "flag" }))
    return {
      ...plain,
      ladder: froms.map((_, i) => ({ id: `L${i}`, name: `L${i}` })),
      facts: flags,
      criteria: withIds(
        "c",
        maxima.map((maximum) => ({ maximum, missing: "block" }))
      ),
      fullMarks: full,
      panels: withIds(
        "p",
        shares.map((weight) => ({ ...panel, weight }))
      ),
      rounding: rounded ? { total: { mode: "halfExpand", digits: 2 } } : {},
      decideOn: rounded ? "rounded" : "exact",
      bands: froms.map((from, i) => ({ level: `L${i}`, from })),
      gates: flags.map(({ id }) => ({
        id: `g${id}`,
        name: id,
        when: { fact: id, op: "=", value: true },
        then: { atMost: `L${froms.length - 1}` }
      })),
      quotas: limits.map((tenths) => ({
        kind: "cap",
        level: "L0",
        seats: { share: `${tenths}/10`, of: "eligible", rounding: "floor" },
        ties: "exclude"
      }))
    }
  })
