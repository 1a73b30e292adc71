import type { Fault } from "@zhengyou/core"
import { parseRuleBook, type RuleBook, type RuleBookProblem } from "@zhengyou/grading"
import { Result } from "effect"

/** A sound book that uses every part a book can have: each test spoils it in one place. */
export const sound = {
  format: "zhengyou/rule-book@2",
  id: "branches",
  version: "1",
  title: { "zh-CN": "党支部分类定级办法", en: "Grading of branches" },
  valid: { from: "2012-01-01", until: "2012-12-31" },
  ladder: [
    { id: "A", name: { "zh-CN": "先进", en: "Advanced" } },
    { id: "B", name: "较好" },
    { id: "C", name: "一般" },
    { id: "D", name: "后进" }
  ],
  facts: [
    { id: "veto", name: "一票否决", type: "flag" },
    { id: "rate", name: "群众满意率", type: "number", maximum: 1 },
    { id: "before", name: "上年等级", type: "level" }
  ],
  criteria: [
    { id: "work", name: "中心工作", maximum: 100, weight: "0.6", missing: "block" },
    { id: "team", name: "队伍建设", maximum: 50, weight: "0.8", missing: "block" }
  ],
  fullMarks: 100,
  panels: [
    { id: "self", name: "自评", weight: "0.4", aggregate: { method: "mean" }, missing: "block" },
    {
      id: "experts",
      name: "专家",
      weight: "0.6",
      aggregate: { method: "trimmedMean", dropHighest: 1, dropLowest: 1, onlyAbove: 5 },
      minimumRaters: 2,
      missing: "block",
      criteria: ["work", "team"]
    }
  ],
  rounding: { total: { mode: "halfExpand", digits: 2 } },
  decideOn: "exact",
  bands: [
    { level: "A", from: 90 },
    { level: "B", from: 80 },
    { level: "C", from: 60 },
    { level: "D", from: 0 }
  ],
  eligibility: [
    { id: "branch", name: "支部", require: { fact: "unit.type", op: "=", value: "branch", ifUnknown: true } }
  ],
  gates: [
    {
      id: "veto",
      name: "一票否决",
      when: { any: [{ fact: "veto", op: "=", value: true }, { not: { fact: "rate", op: ">=", value: "0.6" } }] },
      then: { atMost: "D" }
    }
  ],
  adjustments: [{ id: "honours", name: "加分项", kind: "bonus", on: { total: true }, cap: 5 }],
  recognitions: [
    {
      id: "all",
      name: "群众全部满意的直接认定",
      when: { fact: "rate", op: "=", value: 1, ifUnknown: false },
      level: "A",
      takesSeat: true
    }
  ],
  quotas: [{ kind: "cap", level: "A", seats: { count: 3 }, tieBreak: ["rate", "score.panel.experts"], ties: "exclude" }]
}

/** The list with one item put in the place of another, or added at its end. */
export const withItem = <A, B>(items: ReadonlyArray<A>, index: number, item: B): Array<A | B> => [
  ...items.slice(0, index),
  item,
  ...items.slice(index + 1)
]

/** The sound book with another condition on its gate. */
export const withGate = (when: unknown) => ({ ...sound, gates: [{ ...sound.gates[0], when }] })

/** Every fault of a book; none where it is sound. */
export const faultsIn = (book: unknown): ReadonlyArray<Fault<RuleBookProblem>> => {
  const parsed = parseRuleBook(book)
  return Result.isFailure(parsed) ? parsed.failure.faults : []
}

const level = (id: string) => ({ id, name: id })

/** A book of one criterion and one panel, for tests that are about one thing each. */
export const plain = {
  format: "zhengyou/rule-book@2",
  id: "plain",
  version: "1",
  title: "plain",
  ladder: ["A", "B", "C", "D"].map(level),
  criteria: [{ id: "c", name: "c", maximum: 100, missing: "block" }],
  fullMarks: 100,
  panels: [{ id: "p", name: "p", weight: 1, aggregate: { method: "mean" }, missing: "block" }],
  rounding: {},
  decideOn: "exact",
  bands: [
    { level: "A", from: 90 },
    { level: "B", from: 80 },
    { level: "C", from: 60 },
    { level: "D", from: 0 }
  ]
}

/** The plain book with some of its parts put in the place of others. */
export const plainWith = (edit: object): RuleBook => Result.getOrThrow(parseRuleBook({ ...plain, ...edit }))
