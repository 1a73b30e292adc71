// The round that the benchmark and the count of float errors share: 5 criteria, 13 raters in 3 panels, a gate, a cap of 30 %, 4 levels.
import { type Fact, parseExact, type Unit, zero } from "@zhengyou/core"
import { parseRuleBook, type RoundColumns, type RuleBook, type Sheet } from "@zhengyou/grading"
import { Result } from "effect"

const exactOf = (text: string) => Result.getOrElse(parseExact(text), () => zero)

/** Criteria with their greatest marks; together 100. */
export const criteria = [
  { id: "organisation", maximum: 30 },
  { id: "members", maximum: 25 },
  { id: "activities", maximum: 20 },
  { id: "service", maximum: 15 },
  { id: "innovation", maximum: 10 }
] as const

/** Panels with their weights in per cent and how many raters each has. */
export const panels = [
  { id: "self", weight: 10, raters: 1 },
  { id: "peers", weight: 30, raters: 7 },
  { id: "leaders", weight: 60, raters: 5 }
] as const

export const levels = ["A", "B", "C", "D"] as const
export const bounds = [90, 75, 60, 0] as const
/** At most this many per cent of all may have the best level. */
export const cap = 30

const named = (id: string) => ({ id, name: id })

/** A panel as the rounds here have it. */
export interface BenchPanel {
  readonly id: string
  readonly weight: number
  readonly raters: number
}

/** The book for some panels. */
export const bookOf = (panels: ReadonlyArray<BenchPanel>): RuleBook =>
  Result.getOrThrow(
    parseRuleBook({
      format: "zhengyou/rule-book@2",
      id: "bench",
      version: "1",
      title: "bench",
      ladder: levels.map(named),
      facts: [{ ...named("veto"), type: "flag" }],
      criteria: criteria.map(({ id, maximum }) => ({ ...named(id), maximum, missing: "block" })),
      fullMarks: 100,
      panels: panels.map(({ id, weight }) => ({
        ...named(id),
        weight,
        aggregate: { method: "mean" },
        missing: "block"
      })),
      rounding: { total: { mode: "halfExpand", digits: 2 } },
      decideOn: "exact",
      bands: levels.map((level, i) => ({ level, from: bounds[i] })),
      gates: [{ ...named("veto"), when: { fact: "veto", op: "=", value: true }, then: { atMost: "C" } }],
      quotas: [
        { kind: "cap", level: "A", seats: { share: `${cap}/100`, of: "eligible", rounding: "floor" }, ties: "exclude" }
      ]
    })
  )

export const book: RuleBook = bookOf(panels)

/** Numbers that look random and are the same for the same seed. */
export const randomFrom = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let x = Math.imul(state ^ (state >>> 15), 1 | state)
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A round as columns, in steps of `step` hundredths: units lie around 70 to 99 per cent of each maximum, raters around the unit. */
export const columnsOf = (
  size: number,
  seed: number,
  step: number,
  given: ReadonlyArray<BenchPanel> = panels
): RoundColumns => {
  const random = randomFrom(seed)
  const quality = Float64Array.from({ length: size }, () => 0.7 + 0.27 * random())
  const marks = criteria.flatMap(({ id: criterion, maximum }) =>
    given.flatMap(({ id: panel, raters }) =>
      Array.from({ length: raters }, (_, r) => ({
        panel,
        rater: `${panel}-${r}`,
        criterion,
        values: Float64Array.from(quality, (share) => {
          const mark = Math.round((maximum * 100 * (share + 0.06 * (random() - 0.5))) / step) * step
          return Math.max(0, Math.min(maximum * 100, mark))
        })
      }))
    )
  )
  const veto = Uint8Array.from({ length: size }, () => Number(random() < 0.03))
  return { size, digits: 2, marks, facts: [{ fact: "veto", kind: "flags", values: veto }] }
}

/** The same round as records. */
export const recordsOf = ({ size, marks, facts = [] }: RoundColumns) => {
  const raters = panels.flatMap(({ id, raters: count }) =>
    Array.from({ length: count }, (_, r) => marks.filter((one) => one.panel === id && one.rater === `${id}-${r}`))
  )
  const units = Array.from({ length: size }, (_, row): Unit => ({ id: String(row), name: String(row) }))
  const sheets = units.flatMap(({ id: unit }, row) =>
    raters.map((own): Sheet => {
      const scores = Object.fromEntries(own.map((one) => [one.criterion, exactOf(`${one.values[row]}/100`)]))
      return { unit, panel: own[0]?.panel ?? "", rater: own[0]?.rater ?? "", scores }
    })
  )
  const given = units.map(
    ({ id: unit }, row): Fact => ({ unit, fact: "veto", value: { _tag: "Flag", value: facts[0]?.values[row] === 1 } })
  )
  return { units, sheets, facts: given }
}
