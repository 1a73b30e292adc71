import type { Path, Unit } from "@zhengyou/core"
import type { FindingProblem } from "@zhengyou/grading"
import { plain } from "../books.ts"

/** An edit of the plain book, which is sound, and the one finding that it brings. */
export interface Faulty {
  readonly tag: FindingProblem["_tag"]
  readonly edit: object
  readonly path: Path
  /** Parts of the problem beside its tag that are worked out by hand. */
  readonly part?: object
  readonly roster?: ReadonlyArray<Unit>
}

export const [criterion] = plain.criteria
export const [panel] = plain.panels
export const on = (scoring: object) => ({ criteria: [{ ...criterion, scoring }] })

const rate = { id: "rate", name: "满意率", type: "number", minimum: 0, maximum: 1 }
const veto = { id: "veto", name: "一票否决", type: "flag" }
const honour = { id: "honour", name: "获奖", type: "flag" }
const last = { id: "last", name: "上年等级", type: "level" }
export const facts = [rate, veto, honour, last]

export const vetoed = { fact: "veto", op: "=", value: true }
export const honoured = { fact: "honour", op: "=", value: true, ifUnknown: false }
export const gate = (id: string, when: object, then: object) => ({ id, name: id, when, then })
export const gated = (...gates: ReadonlyArray<object>) => ({ facts, gates })
export const eligibility = (...requires: ReadonlyArray<object>) => ({
  facts,
  eligibility: requires.map((require, i) => ({ id: `e${i}`, name: `e${i}`, require }))
})
export const recognition = (id: string, when: object, level = "A") => ({ id, name: id, when, level, takesSeat: true })

export const quota = (kind: string, level: string, seats: object, rest: object = {}) => ({
  kind,
  level,
  seats,
  ties: "exclude",
  ...rest
})
export const share = (of: string, rounding = "floor") => ({ share: of, of: "eligible", rounding })
export const limited = (...quotas: ReadonlyArray<object>) => ({ quotas })

export const two = (weights: readonly [string | number, string | number], rest: object = {}) => ({
  panels: weights.map((weight, i) => ({ ...panel, id: `p${i}`, name: `p${i}`, weight })),
  ...rest
})

export const units = (count: number, rest: Partial<Unit> = {}): ReadonlyArray<Unit> =>
  Array.from({ length: count }, (_, i) => ({ id: `z${i}`, name: `z${i}`, ...rest }))

export const letters = ["A", "B", "C"]
