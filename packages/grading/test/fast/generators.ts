import { dateUnsafe, exactUnsafe, type Fact, formatExact, plus, times, type Unit, zero } from "@zhengyou/core"
import {
  type Award,
  type FactColumn,
  type GradingInputs,
  type MarkColumn,
  parseRuleBook,
  type RoundColumns,
  type RuleBook,
  type Sheet
} from "@zhengyou/grading"
import { Result } from "effect"
import fc from "fast-check"
import { anyAggregate, ladder } from "../rules/generators.ts"
import { marked } from "../rules/support.ts"
import { flag, number } from "../support.ts"

const percent = (n: number): string => `${n}/100`
const mostly = <A>(usual: A, ...rest: ReadonlyArray<A>): fc.Arbitrary<A> =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, { weight: 2, arbitrary: fc.constantFrom(usual, ...rest) })
const sometimes = <A>(one: fc.Arbitrary<A>): fc.Arbitrary<A | undefined> => fc.option(one, { nil: undefined, freq: 3 })
const weight = fc.constantFrom("1", "2", "0.3", "1/3", "2/7")
const missing = fc.constantFrom("block", "zero", "exclude")
const seats = fc.oneof(
  fc.nat(4).map((count) => ({ count })),
  fc.record({
    share: fc.nat(10).map((n) => `${n}/10`),
    of: fc.constantFrom("eligible", "graded", "all"),
    rounding: fc.constantFrom("floor", "ceil")
  })
)

const scorings = [
  { kind: "points" },
  { kind: "outOf", of: 80 },
  { kind: "deduct", each: "0.5" },
  { kind: "count", each: 2, capped: true },
  { kind: "place", step: "1/50" },
  {
    kind: "rate",
    steps: [
      { from: 50, points: 10 },
      { from: 20, points: 4 }
    ],
    below: 0
  },
  {
    kind: "anchors",
    anchors: [
      { label: "good", points: 10 },
      { label: "fair", points: 5 },
      { label: "0", points: 0 }
    ]
  },
  {
    kind: "letters",
    letters: [
      { label: "A", share: 1 },
      { label: "B", share: "1/3" }
    ]
  }
] as const

const criterion = fc.record({
  maximum: fc.constantFrom(10, 20, 100),
  weight,
  missing,
  scoring: mostly<(typeof scorings)[number]>(scorings[0], ...scorings),
  onlyFor: sometimes(fc.constantFrom(["x"], ["x", "y"])),
  inside: fc.boolean()
})

const panel = fc.record({
  weight: mostly("1", "0.4", "3", "0"),
  aggregate: fc.oneof(fc.constant({ method: "mean" }), anyAggregate),
  per: mostly("criterion", "sheet"),
  minimumRaters: mostly(1, 2),
  missing,
  groups: sometimes(
    fc.constant([
      { id: "g", name: "g", weight: "2/3" },
      { id: "h", name: "h", weight: 1 }
    ])
  ),
  recuse: sometimes(fc.constant("ownUnit")),
  voids: fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constant(["allFull"]) }),
  raters: fc.integer({ min: 1, max: 4 })
})

const rounding = fc.record({ mode: fc.constantFrom("halfExpand", "floor", "ceil", "halfEven"), digits: fc.nat(2) })

const comparisons = [
  { fact: "veto", op: "=", value: true },
  { fact: "veto", op: "!=", value: true, ifUnknown: false },
  { fact: "rate", op: ">=", value: "9/10" },
  { fact: "rate", op: "<", value: "1/3", ifUnknown: true },
  { fact: "rate", op: "in", value: ["0.5", "1/3"] },
  { fact: "before", op: "in", value: ["A", "B"] },
  { fact: "day", op: "<=", value: "2012-06-01" },
  { fact: "word", op: "=", value: "yes" },
  { fact: "unit.type", op: "=", value: "x", ifUnknown: false },
  { fact: "unit.age.months", op: ">", value: 12, ifUnknown: true },
  { fact: "score.total", op: "<", value: 30 },
  { fact: "score.criterion.c0", op: "<=", value: 5 },
  { fact: "score.criterion.head", op: ">", value: "10/3", ifUnknown: false },
  { fact: "score.panel.p0", op: "!=", value: 10 }
] as const

/** Conditions over comparisons, one deep. */
const conditionOf = (comparison: fc.Arbitrary<object>): fc.Arbitrary<object> =>
  fc.oneof(
    comparison,
    comparison.map((not) => ({ not })),
    fc.array(comparison, { maxLength: 3 }).map((all) => ({ all })),
    fc.array(comparison, { maxLength: 3 }).map((any) => ({ any }))
  )

/** Before a unit is scored, nothing may ask for its scores. */
const unscored = fc.constantFrom<object>(...comparisons.filter(({ fact }) => !fact.startsWith("score.")))

const quota = fc
  .record({
    of: fc.constantFrom(["cap", "A"], ["cap", "B"], ["floor", "C"], ["floor", "D"]),
    seats,
    within: sometimes(fc.constantFrom("unit.type", "unit.parent")),
    force: mostly("hard", "soft"),
    tieBreak: sometimes(fc.constantFrom(["rate"], ["score.criterion.c0", "rate"], ["score.panel.p0"])),
    ties: fc.constantFrom("exclude", "include", "lots", "undetermined")
  })
  .map(({ of: [kind, level], ...rest }) => ({ kind, level, ...rest }))

const named = (id: string) => ({ id, name: id })

const rules = fc.record({
  criteria: fc.array(criterion, { minLength: 1, maxLength: 3 }),
  panels: fc.array(panel, { minLength: 1, maxLength: 3 }),
  combine: fc.constantFrom("criteria", "panels"),
  convertTo: sometimes(fc.constantFrom("100", "7/3")),
  rounding: fc.record({
    total: sometimes(rounding),
    ...{ mark: fc.constant(undefined), criterion: mostly(undefined, { mode: "halfExpand", digits: 0 }) }
  }),
  decideOn: fc.constantFrom("exact", "rounded"),
  shares: fc.array(fc.constantFrom(10, 25, 50, 60, 75, 90), { minLength: 3, maxLength: 3 }),
  isOpen: mostly(true, false),
  eligibility: sometimes(conditionOf(unscored)),
  recognition: sometimes(unscored),
  gates: fc.array(
    fc.record({
      when: conditionOf(fc.constantFrom<object>(...comparisons)),
      then: fc.constantFrom<object>({ atMost: "B" }, { atMost: "D" }, { notAbove: "before" }, { notGraded: true })
    }),
    { maxLength: 2 }
  ),
  quotas: fc.uniqueArray(quota, { maxLength: 3, selector: ({ kind, level }) => `${kind} ${level}` })
})
type Rules = typeof rules extends fc.Arbitrary<infer A> ? A : never

/** Leaves out what is not there, as JSON does. */
const json = (value: object): object => JSON.parse(JSON.stringify(value))

/** A gate that asks for the heading only where there is one. */
const withoutHead = (gate: object, hasHead: boolean): object =>
  hasHead ? gate : JSON.parse(JSON.stringify(gate).replaceAll("score.criterion.head", "score.criterion.c0"))

const bookOf = (made: Rules): object => {
  const leaves = made.criteria.map(({ inside, ...one }, i) => ({
    inside,
    node: { ...named(`c${i}`), ...one, ...(i === 0 ? { onlyFor: undefined } : {}) }
  }))
  const [inner, outer] = [leaves.filter(({ inside }) => inside), leaves.filter(({ inside }) => !inside)]
  const full = made.criteria.reduce((so, one) => {
    const own = times(exactUnsafe(one.weight), exactUnsafe(one.maximum))
    return plus(so, one.inside ? times(own, exactUnsafe("1/2")) : own)
  }, zero)
  const head = { ...named("head"), weight: "1/2", items: inner.map(({ node }) => node) }
  const most = exactUnsafe(made.convertTo ?? formatExact(full))
  const [low = 0, middle = 0, high = 0] = [...new Set(made.shares)].toSorted((a, b) => a - b)
  const from = (share: number) => formatExact(times(most, exactUnsafe(percent(share))))
  const [a, b, c] = [Math.max(high, middle + 2, low + 4), Math.max(middle, low + 2), low]
  return json({
    format: "zhengyou/rule-book@2",
    id: "any",
    version: "1",
    title: "any",
    ladder: ladder.map(named),
    facts: [
      { ...named("veto"), type: "flag" },
      { ...named("rate"), type: "number", maximum: 1 },
      { ...named("before"), type: "level" },
      { ...named("day"), type: "date" },
      { ...named("word"), type: "text" }
    ],
    criteria: [...outer.map(({ node }) => node), head].filter((one) => !("items" in one) || one.items.length > 0),
    fullMarks: formatExact(full),
    notApplicable: "rescale",
    convertTo: made.convertTo,
    combine: made.combine,
    panels: made.panels.map(({ raters: _, ...one }, i) => ({
      ...one,
      ...named(`p${i}`),
      // A panel of weight 0 shows a claim beside one that counts.
      weight: i === 0 && one.weight === "0" ? "1" : one.weight,
      per: made.combine === "panels" ? one.per : "criterion"
    })),
    adjustments: [{ ...named("bonus"), kind: "bonus", on: { total: true } }],
    rounding: made.rounding,
    decideOn: made.rounding.total === undefined ? "exact" : made.decideOn,
    bands: [
      { level: "A", from: from(Math.min(a, 95)) },
      { level: "B", from: from(Math.min(b, 93)) },
      { level: "C", from: from(Math.min(c, 91)) },
      ...(made.isOpen ? [{ level: "D", from: 0 }] : [])
    ],
    eligibility: made.eligibility === undefined ? [] : [{ ...named("may"), require: made.eligibility }],
    recognitions:
      made.recognition === undefined
        ? []
        : [{ ...named("known"), when: made.recognition, level: "A", takesSeat: made.isOpen }],
    gates: made.gates.map((gate, i) => ({ ...named(`gate${i}`), ...withoutHead(gate, inner.length > 0) })),
    quotas: made.quotas
  })
}

/** A mark that a criterion allows, few of them different, so that ties are common. */
const markOf = ({ maximum, scoring }: Rules["criteria"][number], seed: number): string => {
  switch (scoring.kind) {
    case "anchors":
      return scoring.anchors[seed % 3]?.label ?? ""
    case "letters":
      return scoring.letters[seed % 2]?.label ?? ""
    case "place":
      return String(1 + (seed % 3))
    case "count":
      return String(seed % 6)
    case "outOf":
      return String((seed % 5) * 20)
    default:
      return `${(seed % 5) * maximum * 25}/100`
  }
}

/** Numbers that look random and are the same for the same seed. */
const numbersFrom = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    return (state >> 8) % below
  }
}

/** What is given in a round, once as records and once as columns. */
export interface AnyRound {
  readonly book: RuleBook
  readonly inputs: GradingInputs
  readonly columns: RoundColumns
}

const roundOf = (book: RuleBook, made: Rules, size: number, seed: number, gaps: number): AnyRound => {
  const next = numbersFrom(seed)
  const isGap = () => gaps > 0 && next(gaps) === 0
  const pick = <A>(some: ReadonlyArray<A>): A | undefined => some[next(some.length)]
  const units = Array.from({ length: size }, (_, i): Unit => {
    const [type, parent] = [pick(["x", "y", undefined]), pick(["n", "s", undefined])]
    const founded = isGap() ? undefined : dateUnsafe(`20${10 + next(3)}-03-01`)
    const known = { ...(type && { type }), ...(parent && { parent }), ...(founded && { founded }) }
    return { id: `u${i}`, name: `u${i}`, ...known }
  })
  const slots = made.panels.flatMap(({ raters, groups }, p) =>
    Array.from({ length: raters }, (_, r) => ({
      panel: `p${p}`,
      rater: `r${r}`,
      rest: {
        ...(groups === undefined ? {} : { group: r % 2 === 0 ? "g" : "h" }),
        ...(r === 1 ? { raterUnit: "u0" } : {})
      }
    }))
  )
  const sheets = units.flatMap(({ id }) =>
    slots.flatMap(({ panel, rater, rest }): ReadonlyArray<Sheet> => {
      const entries = made.criteria.flatMap((one, c): ReadonlyArray<readonly [string, string]> => {
        const mark = markOf(one, next(1000))
        return isGap() ? [] : [[`c${c}`, mark]]
      })
      return entries.length === 0 ? [] : [marked(id, panel, rater, Object.fromEntries(entries), rest)]
    })
  )
  const facts = units.flatMap(({ id }): ReadonlyArray<Fact> => {
    const all: ReadonlyArray<Fact> = [
      flag(id, "veto", next(4) === 0),
      number(id, "rate", percent([25, 50, 90, 100][next(4)] ?? 0)),
      { unit: id, fact: "before", value: { _tag: "Level", value: pick(ladder) ?? "A" } },
      { unit: id, fact: "day", value: { _tag: "Date", value: dateUnsafe(`2012-0${5 + next(3)}-01`) } },
      { unit: id, fact: "word", value: { _tag: "Text", value: pick(["yes", "no"]) ?? "" } }
    ]
    return all.filter(() => !isGap())
  })
  const awards = units.flatMap(
    ({ id }): ReadonlyArray<Award> =>
      next(6) === 0 && gaps > 0 ? [{ unit: id, adjustment: "bonus", item: "i", points: exactUnsafe(next(5)) }] : []
  )
  const rest = { awards, asOf: dateUnsafe("2012-12-31"), lotSeed: `seed ${seed}` }
  const inputs: GradingInputs = { units, sheets, facts, ...rest }
  return { book, inputs, columns: columnsOf(book, inputs, made) }
}

const scaled = (text: string): number => {
  const { n, d } = exactUnsafe(text)
  return Number((n * 100n) / d)
}

/** The same round as columns with two digits. */
const columnsOf = (book: RuleBook, { units, sheets, facts, ...rest }: GradingInputs, made: Rules): RoundColumns => {
  const rows = new Map(units.map(({ id }, row) => [id, row]))
  const marks = new Map<string, MarkColumn>()
  for (const { unit, panel, rater, raterUnit, group, scores } of sheets) {
    for (const [id, mark] of Object.entries(scores)) {
      const key = JSON.stringify([panel, rater, id])
      const who = { ...(raterUnit && { raterUnit }), ...(group && { group }) }
      const values = new Float64Array(units.length).fill(Number.NaN)
      const column = marks.get(key) ?? { panel, rater, criterion: id, ...who, values }
      marks.set(key, column)
      const { scoring } = made.criteria[Number(id.slice(1))] ?? { scoring: scorings[0] }
      const label = typeof mark === "string" ? mark : formatExact(mark)
      const place =
        scoring.kind === "anchors"
          ? scoring.anchors.findIndex((one) => one.label === label)
          : scoring.kind === "letters"
            ? scoring.letters.findIndex((one) => one.label === label)
            : scaled(label)
      column.values[rows.get(unit) ?? 0] = place
    }
  }
  const valueOf = (fact: string, row: number) =>
    facts.find((one) => one.fact === fact && one.unit === units[row]?.id)?.value
  const all: ReadonlyArray<FactColumn> = book.facts.map(({ id: fact, type }) => {
    const own = units.map((_, row) => valueOf(fact, row))
    if (type === "flag") {
      return {
        fact,
        kind: "flags",
        values: Uint8Array.from(own, (one) => (one?._tag === "Flag" ? Number(one.value) : 255))
      }
    }
    if (type === "number") {
      const values = Float64Array.from(own, (one) =>
        one?._tag === "Number" ? scaled(formatExact(one.value)) : Number.NaN
      )
      return { fact, kind: "numbers", digits: 2, values }
    }
    if (type === "level") {
      const values = Int16Array.from(own, (one) => (one?._tag === "Level" ? ladder.indexOf(one.value) : -1))
      return { fact, kind: "levels", values }
    }
    return { fact, kind: "texts", values: own.map((one) => (one && "value" in one ? String(one.value) : undefined)) }
  })
  return {
    size: units.length,
    digits: 2,
    marks: [...marks.values()],
    facts: all,
    ids: units.map(({ id }) => id),
    types: units.map(({ type }) => type),
    parents: units.map(({ parent }) => parent),
    founded: units.map(({ founded }) => founded),
    ...rest
  }
}

/** Rounds of every kind of book that the parts above can make, with gaps in the sheets and facts or without. */
export const anyRound: fc.Arbitrary<AnyRound> = fc
  .tuple(rules, fc.integer({ min: 1, max: 9 }), fc.nat(), fc.constantFrom(0, 0, 12, 4))
  .map(([made, size, seed, gaps]) => roundOf(Result.getOrThrow(parseRuleBook(bookOf(made))), made, size, seed, gaps))
