import type { Fact } from "@zhengyou/core"
import { describe, expect, it } from "vitest"
import { plain, plainWith } from "../books.ts"
import { flag, gradeUnsafe, outcomeOf, unit } from "../support.ts"
import { marksOf } from "./support.ts"

const facts = [
  { id: "known", name: "已知", type: "flag" },
  { id: "open", name: "未知", type: "flag" },
  { id: "rate", name: "满意率", type: "number", maximum: 1 }
]
const known = { fact: "known", op: "=", value: true }
const open = { fact: "open", op: "=", value: true }

const graded = (edit: object, given: ReadonlyArray<Fact>, marks: ReadonlyArray<number> = [95]) =>
  outcomeOf(
    gradeUnsafe(plainWith({ facts, ...edit }), {
      units: [unit("u")],
      sheets: marksOf("p", marks),
      facts: given
    }),
    "u"
  )

const missing = (rule: string, fact: { readonly id: string; readonly name: string }) => ({
  _tag: "FactMissing",
  rule: { id: rule, name: rule },
  fact
})

describe("a rule that one unknown fact leaves open", () => {
  it("waits for that fact, not for the one that is known", () => {
    const gates = [{ id: "g", name: "g", when: { all: [known, open] }, then: { atMost: "C" } }]
    const outcome = graded({ gates }, [flag("u", "known", true)])
    expect(outcome._tag).toBe("Blocked")
    expect(outcome.reasons).toEqual([missing("g", { id: "open", name: "未知" })])
  })

  it("waits for each fact once, and for those of every rule", () => {
    const gates = [
      { id: "g", name: "g", when: { any: [open, { not: open }] }, then: { atMost: "C" } },
      { id: "h", name: "h", when: { fact: "rate", op: "<", value: "0.6" }, then: { atMost: "D" } }
    ]
    expect(graded({ gates }, []).reasons).toEqual([
      missing("g", { id: "open", name: "未知" }),
      missing("h", { id: "rate", name: "满意率" })
    ])
  })
})

describe("a rule that is settled although a fact is unknown", () => {
  it("lets a unit in, where one of two facts is enough", () => {
    const eligibility = [{ id: "in", name: "in", require: { any: [known, open] } }]
    expect(graded({ eligibility }, [flag("u", "known", true)])).toMatchObject({ _tag: "Graded", level: "A" })
  })

  it("recognises nobody, where one of two facts is against it", () => {
    const recognitions = [{ id: "r", name: "r", when: { all: [known, open] }, level: "A", takesSeat: true }]
    const outcome = graded({ recognitions }, [flag("u", "known", false)], [85])
    expect(outcome).toMatchObject({ _tag: "Graded", level: "B" })
  })
})

it("a total below every band is told with the lowest of them", () => {
  const bands = plain.bands.slice(0, 3)
  expect(graded({ bands }, [], [59])).toMatchObject({
    _tag: "Undetermined",
    reasons: [{ _tag: "BelowBands", lowest: { n: 60n, d: 1n } }]
  })
})

it("a unit that waits is told what it waits for, not what counts as nought meanwhile", () => {
  const [panel] = plain.panels
  const nought = { ...panel, id: "q", name: "q", missing: "zero" }
  const outcome = graded({ panels: [nought, panel] }, [], [])
  expect(outcome._tag).toBe("Blocked")
  expect(outcome.reasons).toMatchObject([{ _tag: "PanelMissing", panel: { id: "p" }, counts: "block" }])
})
