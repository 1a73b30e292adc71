// The same round by two rule engines, each in its natural way; neither has a cap, so the cap is written by hand for both.
import { ZenEngine } from "@gorules/zen-engine"
import type { GradingInputs } from "@zhengyou/grading"
import { Engine } from "json-rules-engine"
import { levelsOf } from "./floats-by-hand.ts"
import { bounds, criteria, levels, panels } from "./round.ts"

/** What an engine is given about a unit: the marks of each panel by criterion, as plain numbers, and the veto. */
export interface Plain {
  readonly veto: boolean
  readonly [panel: string]: boolean | Readonly<Record<string, ReadonlyArray<number>>>
}

/** The records as the engines want them, in one pass. */
export const plainOf = ({ units, sheets, facts }: GradingInputs): ReadonlyArray<Plain> => {
  const made = units.map(() => ({
    veto: false,
    self: marksBy(),
    peers: marksBy(),
    leaders: marksBy()
  }))
  const rows = new Map(units.map(({ id }, row) => [id, row]))
  for (const { unit, panel, scores } of sheets) {
    const own = made[rows.get(unit) ?? -1]?.[panel as (typeof panels)[number]["id"]]
    if (own === undefined) continue
    for (const { id } of criteria) {
      const mark = scores[id]
      if (typeof mark === "object") own[id].push(Number(mark.n) / Number(mark.d))
    }
  }
  for (const { unit, value } of facts) {
    const own = made[rows.get(unit) ?? -1]
    if (own !== undefined && value._tag === "Flag") own.veto = value.value
  }
  return made
}

const marksBy = (): Record<(typeof criteria)[number]["id"], Array<number>> => ({
  organisation: [],
  members: [],
  activities: [],
  service: [],
  innovation: []
})

/** Totals of all units and levels before the cap, as an engine gave them. */
export interface Decided {
  readonly totals: Float64Array
  readonly levels: ReadonlyArray<string>
}

const expression = criteria
  .flatMap(({ id }) => panels.map((panel) => `avg(${panel.id}.${id}) * ${panel.weight / 100}`))
  .join(" + ")

const table = {
  hitPolicy: "first",
  inputs: [
    { id: "veto", name: "veto", field: "veto" },
    { id: "total", name: "total", field: "total" }
  ],
  outputs: [{ id: "level", name: "level", field: "level" }],
  rules: [
    ...levels.slice(0, 2).map((_, i) => ({ _id: `v${i}`, veto: "true", total: `>= ${bounds[i]}`, level: '"C"' })),
    ...levels.map((level, i) => ({ _id: `l${i}`, veto: "", total: `>= ${bounds[i]}`, level: `"${level}"` }))
  ]
}

/** GoRules Zen: an expression for the total, a decision table for veto and bands. */
export const zen = () => {
  const content = {
    nodes: [
      { id: "in", type: "inputNode", name: "in", position: { x: 0, y: 0 } },
      {
        id: "sum",
        type: "expressionNode",
        name: "sum",
        position: { x: 1, y: 0 },
        content: { expressions: [{ id: "e", key: "total", value: expression }], passThrough: true }
      },
      {
        id: "table",
        type: "decisionTableNode",
        name: "table",
        position: { x: 2, y: 0 },
        content: { ...table, passThrough: true }
      },
      { id: "out", type: "outputNode", name: "out", position: { x: 3, y: 0 } }
    ],
    edges: [
      { id: "a", sourceId: "in", targetId: "sum", type: "edge" },
      { id: "b", sourceId: "sum", targetId: "table", type: "edge" },
      { id: "c", sourceId: "table", targetId: "out", type: "edge" }
    ]
  }
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(content)))
  return async (units: ReadonlyArray<Plain>): Promise<Decided> => {
    const totals = new Float64Array(units.length)
    const given: Array<string> = []
    for (const [row, unit] of units.entries()) {
      const { result } = await decision.evaluate(unit)
      totals[row] = result.total
      given.push(result.level)
    }
    return { totals, levels: given }
  }
}

/** json-rules-engine: a computed fact for the total, a rule for each level. */
export const jsonRules = () => {
  const engine = new Engine()
  const mean = (marks: ReadonlyArray<number>) => marks.reduce((a, b) => a + b, 0) / marks.length
  engine.addFact("total", async (_, almanac) => {
    let total = 0
    for (const panel of panels) {
      const marks = await almanac.factValue<Record<string, ReadonlyArray<number>>>(panel.id)
      for (const { id } of criteria) total += (mean(marks[id] ?? []) * panel.weight) / 100
    }
    return total
  })
  levels.forEach((level, i) => {
    const above = bounds[i - 1]
    const reaches = { fact: "total", operator: "greaterThanInclusive", value: bounds[i] ?? 0 }
    const below = above === undefined ? [] : [{ fact: "total", operator: "lessThan", value: above }]
    const band = { all: [reaches, ...below] }
    const veto = (value: boolean) => ({ fact: "veto", operator: "equal", value })
    const conditions =
      i < 2
        ? { all: [veto(false), ...band.all] }
        : i === 2
          ? {
              any: [band, { all: [veto(true), { fact: "total", operator: "greaterThanInclusive", value: bounds[1] }] }]
            }
          : band
    engine.addRule({ conditions, event: { type: level } })
  })
  return async (units: ReadonlyArray<Plain>): Promise<Decided> => {
    const totals = new Float64Array(units.length)
    const given: Array<string> = []
    for (const [row, unit] of units.entries()) {
      const { events, almanac } = await engine.run({ ...unit })
      totals[row] = await almanac.factValue<number>("total")
      given.push(events[0]?.type ?? "")
    }
    return { totals, levels: given }
  }
}

/** The cap over what an engine decided. */
export const capped = ({ totals, levels: given }: Decided): Uint8Array => {
  const names: ReadonlyArray<string> = levels
  const places = given.map((level) => names.indexOf(level))
  // A veto shows as a level below what the total reaches.
  return levelsOf(totals, (row) => (places[row] ?? 0) >= 2 && (totals[row] ?? 0) >= bounds[1])
}
