import { type Exact, exactUnsafe, formatExact, times } from "@zhengyou/core"
import { parseRuleBook, type RuleBook } from "@zhengyou/grading"
import * as Result from "effect/Result"
import fc from "fast-check"
import { seldom } from "../../internal/seldom.ts"
import { marksOf, type NodeParts, nodeJson, nodes } from "./bookCriteria.ts"
import {
  aggregate,
  conditionOn,
  facts,
  type Json,
  joined,
  maybe,
  missing,
  rounding,
  roundingMode,
  weight
} from "./bookParts.ts"

const letters = ["A", "B", "C", "D", "E"]

const panel = (combine: string) =>
  joined(
    fc.record({ weight, aggregate, missing }),
    maybe("minimumRaters", fc.integer({ min: 1, max: 3 })),
    maybe("recuse", fc.constant("ownUnit"), 4),
    maybe("voids", fc.subarray(["allEqual", "allFull"], { minLength: 1 }), 6),
    maybe(
      "groups",
      weight.map((share) => [
        { id: "leaders", name: "leaders", weight: share },
        { id: "staff", name: "staff", weight: 1 }
      ]),
      5
    ),
    combine === "panels" ? maybe("per", fc.constantFrom("sheet", "criterion")) : fc.constant({})
  )

const seats = fc.oneof(
  fc.nat(3).map((count) => ({ count })),
  fc.record({
    share: fc.integer({ min: 0, max: 10 }).map((tenths) => `${tenths}/10`),
    of: fc.constantFrom("eligible", "graded", "all"),
    rounding: roundingMode
  })
)

const tieBreaks = ["rate", "score.panel.p0", "unit.age.months"]

const quota = (kind: string, level: string) =>
  joined(
    fc.constant({ kind, level }),
    fc.record({ seats, ties: fc.constantFrom("exclude", "include", "lots", "undetermined") }),
    maybe("force", fc.constantFrom("hard", "soft"), 4),
    maybe("within", fc.constantFrom("unit.type", "unit.parent"), 4),
    maybe("tieBreak", fc.subarray(tieBreaks), 4)
  )

/** Some of the quotas that a ladder allows, each kind on each level once. */
const quotasOn = (levels: ReadonlyArray<string>) =>
  fc
    .tuple(
      ...levels.slice(0, -1).map((level) => seldom(quota("cap", level), 2)),
      ...levels.slice(1).map((level) => seldom(quota("floor", level), 4))
    )
    .map((some) => some.flatMap((one) => one ?? []))

/** Rules with ids of their own. */
const named = (rules: ReadonlyArray<Json>, id: string): ReadonlyArray<Json> =>
  rules.map((rule, i) => ({ id: `${id}${i}`, name: `${id} ${i}`, ...rule }))

/** Mostly none, one or two otherwise. */
const few = <A>(one: fc.Arbitrary<A>) =>
  seldom(fc.array(one, { minLength: 1, maxLength: 2 }), 2).map((some) => some ?? [])

const rarely = <A>(one: fc.Arbitrary<A>) => seldom(few(one), 2).map((some) => some ?? [])

const rulesOn = (levels: ReadonlyArray<string>) => {
  const level = fc.constantFrom(...levels)
  const scores = ["score.total", "score.panel.p0", "score.criterion.c0", "score.criterion.h0"]
  const effect = fc.oneof(
    level.map((atMost) => ({ atMost })),
    fc.constant({ notAbove: "before" }),
    fc.constant({ notGraded: true })
  )
  return fc.record({
    eligibility: rarely(fc.record({ require: conditionOn(levels, []) })),
    recognitions: rarely(fc.record({ when: conditionOn(levels, []), level, takesSeat: fc.boolean() })),
    gates: few(fc.record({ when: conditionOn(levels, scores), then: effect })),
    quotas: quotasOn(levels)
  })
}

const adjustments = few(
  joined(
    fc.record({ kind: fc.constantFrom("bonus", "deduction"), onCriterion: fc.boolean() }),
    maybe("cap", fc.constantFrom(0, "2.5", 5)),
    maybe("highestOnly", fc.boolean())
  )
)

const roundings = joined(
  ...["mark", "panel", "criterion", "panelTotal", "adjustment", "total"].map((step) => maybe(step, rounding, 5))
)

const frame = fc.constantFrom("criteria", "panels").chain((combine) =>
  fc.record({
    combine: fc.constant(combine),
    nodes,
    panels: fc.array(panel(combine), { minLength: 1, maxLength: 3 }),
    extraWeights: fc.array(fc.constantFrom("0", "1/2"), { maxLength: 1 }),
    convertTo: seldom(fc.constantFrom(100, 120), 3),
    levels: fc.integer({ min: 1, max: 4 }),
    cuts: fc.uniqueArray(fc.integer({ min: 6, max: 40 }), { minLength: 3, maxLength: 3 }),
    lowest: fc.constantFrom(0, 1, 5),
    decideOn: fc.constantFrom("exact", "rounded"),
    rounding: roundings,
    adjustments,
    ranking: fc.constantFrom("competition", "dense"),
    valid: maybe("valid", fc.constantFrom({ from: "2012-01-01" }, { from: "2012-01-01", until: "2012-12-31" })),
    examples: fc.boolean()
  })
)

type Frame = typeof frame extends fc.Arbitrary<infer F> ? F : never

/** A total that levels may begin at: some fortieths of the highest. */
const share = (top: Exact, fortieths: number): string => formatExact(times(top, exactUnsafe(`${fortieths}/40`)))

const nodeIds = (parts: ReadonlyArray<NodeParts>): ReadonlyArray<string> =>
  parts.flatMap((node, i) => ("items" in node ? node.items.map((_, j) => `c${i}.${j}`) : [`c${i}`]))

/** A score that conditions ask for may be of a criterion that this book lacks: it is then of the first that it has. */
const pointedAt = (json: unknown, known: ReadonlySet<string>, first: string): unknown => {
  if (Array.isArray(json)) return json.map((one) => pointedAt(one, known, first))
  if (typeof json !== "object" || json === null) return json
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => {
      const isLost =
        key === "fact" && typeof value === "string" && value.startsWith("score.criterion.") && !known.has(value)
      return [key, isLost ? first : pointedAt(value, known, first)]
    })
  )
}

const bookOf = (made: Frame, levels: ReadonlyArray<string>, rules: Readonly<Record<string, unknown>>): RuleBook => {
  const full = marksOf(made.nodes)
  const top = made.convertTo === undefined ? full : exactUnsafe(made.convertTo)
  const ids = nodeIds(made.nodes)
  const headings = made.nodes.flatMap((node, i) => ("items" in node ? [`h${i}`] : []))
  const known = new Set([...ids, ...headings].map((id) => `score.criterion.${id}`))
  const hasTypes = made.nodes.some((node) =>
    ("items" in node ? node.items : [node]).some(({ types }) => types !== undefined)
  )
  const cuts = made.cuts.toSorted((a, b) => b - a)
  const pointed = pointedAt(rules, known, `score.criterion.${ids[0]}`) as Readonly<Record<string, ReadonlyArray<Json>>>
  const total = made.rounding["total"] ?? { mode: "halfExpand", digits: 2 }
  return Result.getOrThrow(
    parseRuleBook({
      format: "zhengyou/rule-book@2",
      id: "generated",
      version: "1",
      title: "generated",
      ladder: levels.map((id) => ({ id, name: id })),
      facts,
      criteria: made.nodes.map(nodeJson),
      fullMarks: formatExact(full),
      ...(hasTypes ? { notApplicable: "rescale" } : {}),
      ...(made.convertTo === undefined ? {} : { convertTo: made.convertTo }),
      panels: named(
        [
          ...made.panels,
          ...made.extraWeights.map((extra) => ({ ...made.panels[0], weight: extra, criteria: ids.slice(-1) }))
        ],
        "p"
      ).map((one, i) => ({ ...one, id: `p${i}` })),
      combine: made.combine,
      adjustments: named(
        made.adjustments.map(({ onCriterion, ...rest }) => ({
          ...rest,
          on: onCriterion === true && made.combine === "criteria" ? { criterion: ids[0] } : { total: true }
        })),
        "a"
      ),
      rounding: { ...made.rounding, ...(made.decideOn === "rounded" ? { total } : {}) },
      decideOn: made.decideOn,
      bands: levels.map((level, i) => ({
        level,
        from: share(top, i === levels.length - 1 ? made.lowest : (cuts[i] ?? 0))
      })),
      eligibility: named(pointed["eligibility"] ?? [], "e"),
      recognitions: named(pointed["recognitions"] ?? [], "r"),
      gates: named(pointed["gates"] ?? [], "g"),
      quotas: pointed["quotas"] ?? [],
      ranking: made.ranking,
      ...made.valid,
      ...(made.examples
        ? { examples: [{ name: "example", units: [{ id: "u", name: "u" }], expect: [{ unit: "u" }] }] }
        : {})
    })
  )
}

/**
 * Rule books of the format `zhengyou/rule-book@2` with every knob that it has; each of them parses.
 *
 * **Details**
 *
 * They shrink to one criterion, one panel and one level, part by part: nothing is filtered.
 *
 * @example
 * ```ts
 * import { anyBook } from "@zhengyou/testkit"
 * import fc from "fast-check"
 *
 * fc.assert(fc.property(anyBook(), (book) => book.bands.length > 0), { numRuns: 20 })
 * ```
 */
export const anyBook = (): fc.Arbitrary<RuleBook> =>
  frame.chain((made) => {
    const levels = letters.slice(0, made.levels)
    return rulesOn(levels).map((rules) => bookOf(made, levels, rules))
  })
