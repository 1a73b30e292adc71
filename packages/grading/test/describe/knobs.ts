import fc from "fast-check"
import { plain } from "../books.ts"

/** Values of which any two mean different things. */
type Values = fc.Arbitrary<unknown>

/** One knob of a rule book: the fields it turns, and the book with the knob at a value. */
export interface Knob {
  readonly name: string
  readonly fields: ReadonlyArray<string>
  readonly values: Values
  readonly at: (value: never) => object
}

const knob = <A>(name: string, fields: string, values: fc.Arbitrary<A>, at: (value: A) => object): Knob => ({
  name,
  fields: fields.split(" "),
  values,
  at
})

/** A number with up to two places above nought and at most a whole maximum. */
const upTo = (maximum: number) =>
  fc.integer({ min: 1, max: maximum * 100 }).map((hundredths) => String(hundredths / 100))
const whole = (min: number, max: number) => fc.integer({ min, max })
const among = fc.constantFrom
const words = fc.stringMatching(/^[a-z]{1,12}$/)
const day = fc.integer({ min: 1, max: 28 }).map((d) => `2012-03-${String(d).padStart(2, "0")}`)
/** For a figure that cannot be negative. */
const modes = among("ceil", "floor", "halfExpand", "halfTrunc", "halfEven")

const missing = among("block", "zero", "exclude")
const scored = (scoring: unknown, more: object = {}) => ({
  ...plain,
  criteria: [{ ...plain.criteria[0], scoring, ...more }]
})
const panel = (edit: object, book: object = {}) => ({ ...plain, ...book, panels: [{ ...plain.panels[0], ...edit }] })
const byPanels = { combine: "panels" }
const facts = [
  { id: "rate", name: "rate", type: "number", minimum: 0, maximum: 1 },
  { id: "count", name: "count", type: "number" },
  { id: "veto", name: "veto", type: "flag" },
  { id: "before", name: "before", type: "level" },
  { id: "since", name: "since", type: "date" },
  { id: "kind", name: "kind", type: "text" }
]
const gate = (when: unknown, then: unknown = { atMost: "D" }) => ({
  ...plain,
  facts,
  gates: [{ id: "g", name: "gate", when, then }]
})
const quota = (edit: object) => ({
  ...plain,
  facts,
  quotas: [{ kind: "cap", level: "B", seats: { count: 3 }, ties: "exclude", ...edit }]
})
const adjustment = (edit: object) => ({
  ...plain,
  adjustments: [{ id: "a", name: "a", kind: "bonus", on: { total: true }, ...edit }]
})
const rate = (op: string, value: unknown) => ({ fact: "count", op, value })

const eligibility = (name: unknown, require: unknown) => ({
  ...plain,
  facts,
  eligibility: [{ id: "e", name, require }]
})
const recognition = (edit: object) => ({
  ...plain,
  facts,
  recognitions: [
    { id: "r", name: "r", when: { fact: "veto", op: "=", value: true }, level: "A", takesSeat: true, ...edit }
  ]
})
const two = (weights: ReadonlyArray<number>) => ({
  ...plain,
  panels: weights.map((weight, i) => ({ ...plain.panels[0], id: `p${i}`, name: `p${i}`, weight }))
})
const heading = (edit: object, item: object = {}, book: object = {}) => ({
  ...plain,
  criteria: [{ id: "h", name: "h", ...edit, items: [{ ...plain.criteria[0], ...item }] }],
  ...book
})

export const knobs: ReadonlyArray<Knob> = [
  knob("the id", "id", words, (id) => ({ ...plain, id })),
  knob("the version", "version", words, (version) => ({ ...plain, version })),
  knob("the title", "title zh-CN en", words, (title) => ({ ...plain, title: { "zh-CN": title, en: title } })),
  knob("the day it begins", "valid from", fc.option(day), (from) => ({ ...plain, ...(from && { valid: { from } }) })),
  knob("the day it ends", "until", fc.option(day), (until) => ({
    ...plain,
    valid: { from: "2012-01-01", ...(until && { until }) }
  })),
  knob("a level's name", "ladder name", words, (name) => ({
    ...plain,
    ladder: [{ id: "A", name: `x${name}` }, ...plain.ladder.slice(1)]
  })),
  knob("the number of levels", "ladder", whole(0, 8), (n) => ({
    ...plain,
    ladder: [...plain.ladder, ...Array.from({ length: n }, (_, i) => ({ id: `l${i}`, name: `l${i}` }))]
  })),
  knob("a fact's type", "facts type", among("number", "flag", "level", "date", "text"), (type) => ({
    ...plain,
    facts: [{ id: "f", name: "f", type }]
  })),
  knob("a fact's least", "minimum", fc.option(upTo(3)), (minimum) => ({
    ...plain,
    facts: [{ id: "f", name: "f", type: "number", ...(minimum && { minimum }) }]
  })),
  knob("a fact's most", "maximum", fc.option(upTo(3)), (maximum) => ({
    ...plain,
    facts: [{ id: "f", name: "f", type: "number", ...(maximum && { maximum }) }]
  })),
  knob("a maximum and the full marks", "criteria maximum fullMarks", upTo(300), (maximum) => ({
    ...plain,
    criteria: [{ ...plain.criteria[0], maximum }],
    fullMarks: maximum,
    bands: [{ level: "A", from: 0 }]
  })),
  knob("a criterion's name", "name", words, (name) => scored({ kind: "points" }, { name })),
  knob("a criterion's weight", "weight", upTo(3), (weight) => ({
    ...scored({ kind: "points" }, { maximum: 1, weight }),
    fullMarks: weight,
    bands: [{ level: "A", from: 0 }]
  })),
  knob("a heading's weight", "weight items", upTo(3), (weight) =>
    heading({ weight }, { maximum: 1 }, { fullMarks: weight, bands: [{ level: "A", from: 0 }] })
  ),
  knob("whether a heading states its maximum", "maximum", fc.boolean(), (states) =>
    heading(states ? { maximum: 100 } : {})
  ),
  knob("whether there is a heading", "items", fc.boolean(), (has) => (has ? heading({}) : plain)),
  knob("what a criterion's absence means", "missing", missing, (what) => scored({ kind: "points" }, { missing: what })),
  knob("what it means among panels", "missing", missing, (what) => ({
    ...scored({ kind: "points" }, { missing: what }),
    ...byPanels
  })),
  knob("whom a criterion is for", "onlyFor", fc.option(words), (type) =>
    scored({ kind: "points" }, type === null ? {} : { onlyFor: [type] })
  ),
  knob("whom a heading is for", "onlyFor", fc.option(words), (type) =>
    heading(type === null ? {} : { onlyFor: [type] })
  ),
  knob("the kind of scoring", "scoring kind", among("points", "deduct"), (kind) => scored({ kind })),
  knob("what a fault takes", "each", upTo(5), (each) => scored({ kind: "deduct", each })),
  knob("where faults end", "floor", whole(0, 90), (floor) => scored({ kind: "deduct", floor })),
  knob("an anchor", "anchors label points", fc.tuple(words, upTo(100)), ([label, points]) =>
    scored({
      kind: "anchors",
      anchors: [
        { label: "1", points: 1 },
        { label, points }
      ]
    })
  ),
  knob("a letter", "letters label share", fc.tuple(words, upTo(1)), ([label, share]) =>
    scored({
      kind: "letters",
      letters: [
        { label: "1", share: 1 },
        { label, share }
      ]
    })
  ),
  knob("what a deed gives", "each", upTo(9), (each) => scored({ kind: "count", each, capped: true })),
  knob("whether deeds end", "capped", fc.boolean(), (capped) => scored({ kind: "count", each: 2, capped })),
  knob("what a place costs", "step", upTo(1), (step) => scored({ kind: "place", step })),
  knob("a step of a rate", "steps from points", fc.tuple(upTo(8), upTo(100)), ([from, points]) =>
    scored({
      kind: "rate",
      steps: [
        { from: 9, points: 100 },
        { from, points }
      ],
      below: 0
    })
  ),
  knob("below the steps", "below", whole(0, 50), (below) =>
    scored({ kind: "rate", steps: [{ from: "0.9", points: 100 }], below })
  ),
  knob("what a mark is out of", "of", upTo(200), (of) => scored({ kind: "outOf", of })),
  knob("what does not apply", "notApplicable", fc.boolean(), (rescale) => ({
    ...scored({ kind: "points" }, { onlyFor: ["x"] }),
    ...(rescale ? { notApplicable: "rescale" } : {})
  })),
  knob("what totals are converted to", "convertTo", fc.option(whole(101, 999)), (convertTo) => ({
    ...plain,
    ...(convertTo && { convertTo })
  })),
  knob("panels and their weights", "panels weight", fc.array(whole(1, 30), { minLength: 1, maxLength: 4 }), two),
  knob("a weight of nought", "weight", whole(0, 9), (weight) => two([weight, 3])),
  knob("a panel's name", "name", words, (name) => panel({ name })),
  knob("a panel's criteria", "criteria", among(undefined, "c", "d"), (only) => {
    const criteria = ["c", "d"].map((id) => ({ ...plain.criteria[0], id, name: id, maximum: 50 }))
    const panels = [...two([1, 1]).panels.slice(0, 1), { ...plain.panels[0], id: "q", name: "q" }]
    return { ...plain, criteria, panels: [panels[0], { ...panels[1], ...(only && { criteria: [only] }) }] }
  }),
  knob("a method", "aggregate method", among("mean", "median", "min", "max"), (method) =>
    panel({ aggregate: { method } })
  ),
  knob(
    "how many are dropped",
    "dropHighest dropLowest onlyAbove",
    fc.tuple(whole(0, 3), whole(1, 3), whole(7, 30)),
    ([dropHighest, dropLowest, onlyAbove]) =>
      panel({ aggregate: { method: "trimmedMean", dropHighest, dropLowest, onlyAbove } })
  ),
  knob(
    "what share is dropped",
    "share rounding onlyAbove",
    fc.tuple(whole(1, 20), modes, whole(9, 30)),
    ([share, rounding, onlyAbove]) =>
      panel({ aggregate: { method: "trimmedShare", share: `${share}/100`, rounding, onlyAbove } })
  ),
  knob("per what", "per combine", among("criteria criterion", "panels criterion", "panels sheet"), (how) => {
    const [combine, per] = how.split(" ")
    return panel({ per }, { combine })
  }),
  knob("how many raters", "minimumRaters", whole(1, 40), (minimumRaters) => panel({ minimumRaters })),
  knob("how many raters among panels", "minimumRaters", whole(1, 40), (minimumRaters) =>
    panel({ minimumRaters }, byPanels)
  ),
  knob("how many sheets", "minimumRaters", whole(1, 40), (minimumRaters) =>
    panel({ minimumRaters, per: "sheet" }, byPanels)
  ),
  knob("what a panel's absence means", "missing", missing, (what) => panel({ missing: what })),
  knob("groups", "groups weight name", fc.option(fc.tuple(words, whole(1, 9), whole(1, 9))), (group) =>
    panel(
      group === null
        ? {}
        : {
            groups: [
              { id: "g", name: group[0], weight: group[1] },
              { id: "h", name: "1", weight: group[2] }
            ]
          }
    )
  ),
  knob("recusal", "recuse", fc.boolean(), (recuse) => panel(recuse ? { recuse: "ownUnit" } : {})),
  knob("void sheets", "voids", fc.subarray(["allEqual", "allFull"]), (voids) => panel({ voids })),
  knob("an adjustment's kind", "adjustments kind", among("bonus", "deduction"), (kind) => adjustment({ kind })),
  knob("an adjustment's name", "name", words, (name) => adjustment({ name })),
  knob("what it is on", "on total criterion", fc.boolean(), (total) =>
    adjustment({ on: total ? { total } : { criterion: "c" } })
  ),
  knob("its cap", "cap", fc.option(upTo(20)), (cap) => adjustment(cap === null ? {} : { cap })),
  knob("whether the highest counts", "highestOnly", fc.boolean(), (highestOnly) => adjustment({ highestOnly })),
  ...(["mark", "panel", "criterion", "panelTotal", "adjustment", "total"] as const).map((step) =>
    knob(`rounding of ${step}`, `rounding ${step} mode digits`, fc.option(fc.tuple(modes, whole(0, 12))), (how) => ({
      ...plain,
      rounding: how === null ? {} : { [step]: { mode: how[0], digits: how[1] } }
    }))
  ),
  knob("what decides", "decideOn", among("exact", "rounded"), (decideOn) => ({
    ...plain,
    rounding: { total: { mode: "halfExpand", digits: 2 } },
    decideOn
  })),
  knob("a band", "bands level from", fc.tuple(among("A", "B", "C"), upTo(60)), ([level, from]) => ({
    ...plain,
    bands: [
      { level, from },
      { level: "D", from: 0 }
    ]
  })),
  knob("the lowest band", "bands from", whole(0, 59), (from) => ({
    ...plain,
    bands: [
      { level: "A", from: 60 },
      { level: "D", from }
    ]
  })),
  knob(
    "a gate's effect",
    "gates then atMost notAbove notGraded",
    among({ atMost: "C" }, { atMost: "D" }, { notAbove: "before" }, { notGraded: true }),
    (then) => gate({ fact: "veto", op: "=", value: true }, then)
  ),
  knob(
    "a comparison",
    "when fact op value",
    fc.tuple(among("=", "!=", "<", "<=", ">", ">="), upTo(40)),
    ([op, value]) => gate(rate(op, value))
  ),
  knob("a comparison of shares", "value", fc.tuple(among("<", ">="), upTo(1)), ([op, value]) =>
    gate({ fact: "rate", op, value })
  ),
  knob("a comparison of days", "value", fc.tuple(among("=", "!=", "<", "<=", ">", ">="), day), ([op, value]) =>
    gate({ fact: "since", op, value })
  ),
  knob(
    "a comparison of months",
    "value",
    fc.tuple(among("=", "!=", "<", "<=", ">", ">="), whole(1, 60)),
    ([op, value]) => gate({ fact: "unit.age.months", op, value })
  ),
  knob("a comparison of levels", "value", fc.tuple(among("=", "!="), among("A", "B", "C")), ([op, value]) =>
    gate({ fact: "before", op, value })
  ),
  knob("a comparison of flags", "value", fc.boolean(), (value) => gate({ fact: "veto", op: "=", value })),
  knob("a comparison of words", "value", fc.tuple(among("=", "!="), words), ([op, value]) =>
    gate({ fact: "kind", op, value })
  ),
  knob("one of a list", "value", fc.subarray(["A", "B", "C"], { minLength: 1 }), (value) =>
    gate({ fact: "before", op: "in", value })
  ),
  knob(
    "a fact that is asked",
    "fact",
    among("rate", "count", "score.total", "score.criterion.c", "score.panel.p", "unit.age.months"),
    (fact) => gate({ fact, op: ">", value: "0.5" })
  ),
  knob("what is unknown", "ifUnknown", fc.option(fc.boolean()), (ifUnknown) =>
    gate({ ...rate("<", 4), ...(ifUnknown === null ? {} : { ifUnknown }) })
  ),
  knob(
    "all, any, not",
    "all any not",
    fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
    ([outer, inner, negated]) => {
      const within = [rate("<", 4), rate(">", 7)]
      const part = inner ? { all: within } : { any: within }
      const parts = [rate("=", 9), negated ? { not: part } : part]
      return gate(outer ? { all: parts } : { any: parts })
    }
  ),
  knob("eligibility", "eligibility require", fc.option(fc.tuple(words, whole(1, 60))), (one) =>
    one === null ? { ...plain, facts } : eligibility(one[0], { fact: "unit.age.months", op: ">=", value: one[1] })
  ),
  knob(
    "a recognition",
    "recognitions level takesSeat name",
    fc.tuple(among("A", "B"), fc.boolean(), words),
    ([level, takesSeat, name]) => recognition({ level, takesSeat, name })
  ),
  knob("recognitions", "recognitions", fc.boolean(), (has) => (has ? recognition({}) : { ...plain, facts })),
  knob("quotas", "quotas", fc.boolean(), (has) => (has ? quota({}) : { ...plain, facts })),
  knob("a quota's kind and level", "kind level", fc.tuple(among("cap", "floor"), among("B", "C")), ([kind, level]) =>
    quota({ kind, level })
  ),
  knob("its seats", "seats count", whole(0, 99), (count) => quota({ seats: { count } })),
  knob(
    "its share",
    "share of rounding",
    fc.tuple(upTo(1), among("eligible", "graded", "all"), modes),
    ([share, of, rounding]) => quota({ seats: { share, of, rounding } })
  ),
  knob("within what it counts", "within", among(undefined, "unit.type", "unit.parent"), (within) =>
    quota(within ? { within } : {})
  ),
  knob("its force", "force", among("hard", "soft"), (force) => quota({ force })),
  knob("its tie-breaks", "tieBreak", fc.shuffledSubarray(["rate", "count", "score.criterion.c"]), (tieBreak) =>
    quota({ tieBreak })
  ),
  knob("the ties of a cap", "ties", among("exclude", "include", "lots", "undetermined"), (ties) => quota({ ties })),
  knob("the ties of a floor", "ties", among("exclude", "include", "lots", "undetermined"), (ties) =>
    quota({ kind: "floor", ties })
  ),
  knob("ranking", "ranking", among("competition", "dense"), (ranking) => ({ ...plain, ranking })),
  knob("examples", "examples", whole(0, 12), (n) => ({
    ...plain,
    examples: Array.from({ length: n }, (_, i) => ({
      name: `n${i}`,
      units: [{ id: "u", name: "u" }],
      expect: [{ unit: "u" }]
    }))
  }))
]
