import { type Catalogue, coreTextZhCN, exactUnsafe, render } from "@zhengyou/core"
import {
  type GradingMessage,
  gradingTextEn,
  gradingTextZhCN,
  InputsInvalid,
  RoundCommand,
  RoundInputsRefused,
  RuleBookInvalid
} from "@zhengyou/grading"
import { describe, expect, it } from "vitest"
import { faultsIn, sound } from "./books.ts"
import { samples } from "./messages.ts"

const catalogues: ReadonlyArray<readonly [string, Catalogue<GradingMessage>]> = [
  ["en", gradingTextEn],
  ["zh-CN", gradingTextZhCN]
]

const chinese = /\p{Script=Han}/u

/** Three words in a row, in letters: a figure, an id or the name of a field is not a sentence. */
const english = /[a-z]+[ ,:]+[a-z]+[ ,:]+[a-z]+/i

const cases = samples.map(([message, figures]) => [message._tag, message, figures] as const)

describe.each(catalogues)("in %s", (language, catalogue) => {
  it.each(cases)("%s is a text with its figures", (_, message, figures) => {
    const text = render(catalogue, message)
    expect(figures.filter((figure) => !text.includes(figure))).toEqual([])
    expect(text).not.toMatch(/undefined|NaN|\[object|\{…\}/)
    if (language === "zh-CN") expect(text).not.toMatch(english)
    expect(chinese.test(text)).toBe(language === "zh-CN")
  })

  it("every message there is has a sample", () => {
    expect(cases.map(([tag]) => tag).toSorted()).toEqual(Object.keys(catalogue).toSorted())
  })
})

describe("a refusal", () => {
  const refusals = samples.flatMap(([message]) => (message instanceof Error ? [[message._tag, message] as const] : []))

  it.each(refusals)("%s says as an error what it says in English", (_, refusal) => {
    expect(refusal.message.split("\n")[0]).toBe(render(gradingTextEn, refusal))
  })

  const at = <P>(problem: P) => Array.from({ length: 21 }, (_, i) => ({ path: ["units", i], problem }))
  const unknown = { _tag: "UnknownUnit", unit: "u7" } as const
  const missing = { _tag: "Missing" } as const

  it.each([
    new RoundInputsRefused({ faults: at(unknown) }),
    new InputsInvalid({ faults: at(unknown) }),
    new RuleBookInvalid({ faults: at(missing) })
  ])("$_tag lists its faults with their places, the first twenty of many", (refusal) => {
    const [, ...lines] = refusal.message.split("\n")
    const { problem } = refusal.faults[0] ?? { problem: missing }
    expect(lines).toEqual(Array.from({ length: 20 }, (_, i) => `  units[${i}]: ${render(gradingTextEn, problem)}`))
  })
})

describe("names and kinds", () => {
  it("are said in the language of the text", () => {
    const text = (tag: string) => {
      const found = samples.find(([message]) => message._tag === tag)
      if (found === undefined) throw new Error(tag)
      return [render(gradingTextZhCN, found[0]), render(gradingTextEn, found[0])]
    }
    expect(text("InBand")).toEqual([
      "总分 89.996，达到 80，低于先进线 90：较好",
      "80 ≤ total 89.996 < 90 (Advanced): Fair"
    ])
    expect(text("GateLowered")).toEqual([
      "因“一票否决”，由先进降为较好（满意率 0.8947 < 0.9）",
      '"Veto" lowers Advanced to Fair (Satisfaction 0.8947 < 0.9)'
    ])
    expect(text("RoundInWrongPhase")).toEqual([
      "本轮评分中，不能定级：须为已封存",
      "GradeRound is not possible while the round is open: it must be sealed"
    ])
  })

  it("of commands are in Chinese, all of them", () => {
    for (const command of Object.keys(RoundCommand.cases) as ReadonlyArray<RoundCommand["_tag"]>) {
      const text = gradingTextZhCN.RoundInWrongPhase({
        command,
        phase: "none",
        allowed: ["planned", "onNotice"]
      } as never)
      expect(text).not.toContain(command)
      expect(text).toMatch(/^本轮未计划，不能[\p{Script=Han}]+：须为已计划或公示中$/u)
    }
  })
})

describe("the figures of a cap", () => {
  const level = (id: string) => ({ id, name: id })
  const pushed = (total: string, lastKept: string) =>
    catalogues.map(([, { QuotaPushed }]) => {
      const [own, last] = [exactUnsafe(total), exactUnsafe(lastKept)]
      const seats = { seats: 1, candidates: 2, place: 2, tied: false, byLot: false, kind: "cap" } as const
      const text = QuotaPushed({ from: level("A"), to: level("B"), ...seats, total: own, lastKept: last })
      return text.match(/\d+\.\d+|\d+\/\d+/g)
    })

  it("look different where they are, and the same only where they are", () => {
    expect(pushed("91.399", "91.401")).toEqual([
      ["91.40", "91.401"],
      ["91.40", "91.401"]
    ])
    expect(pushed("91.39", "91.4")).toEqual([
      ["91.39", "91.40"],
      ["91.39", "91.40"]
    ])
    expect(pushed("91.3999", "91.4")).toEqual([
      ["91.3999", "91.40"],
      ["91.3999", "91.40"]
    ])
    expect(pushed("91.4", "91.4")).toEqual([
      ["91.40", "91.40"],
      ["91.40", "91.40"]
    ])
    expect(pushed("274/3", "274/3")).toEqual([
      ["274/3", "274/3"],
      ["274/3", "274/3"]
    ])
  })
})

describe("what is allowed", () => {
  const bad = {
    ...sound,
    title: 5,
    valid: { from: "2012-02-30" },
    ladder: [{ id: " x", name: "" }],
    facts: [{ id: "f", name: "f", type: "other" }],
    criteria: [{ id: "work", name: "w", maximum: 0, weight: "half", missing: "block" }],
    panels: [
      {
        id: "p",
        name: "p",
        weight: -1,
        aggregate: { method: "median" },
        minimumRaters: 0,
        missing: "block",
        criteria: [5]
      },
      {
        id: "q",
        name: "q",
        weight: 1,
        aggregate: { method: "trimmedMean", dropHighest: -1, dropLowest: 1.5, onlyAbove: 1e9 },
        missing: "x"
      }
    ],
    rounding: { total: { mode: "up", digits: 13 } },
    bands: [{ level: "A", from: -1 }],
    gates: [
      { id: "g", name: "g", when: 5, then: 5 },
      { id: "h", name: "h", when: { all: {} }, then: {} }
    ],
    caps: [
      { level: "A", atMost: { count: -1 }, ties: "x" },
      { level: "A", atMost: { share: "2", of: "eligible", rounding: "floor" }, ties: "exclude" },
      { level: "A", atMost: { share: "-2", of: "x", rounding: "floor" }, ties: "exclude" },
      { level: "A", atMost: 5, ties: "exclude" }
    ]
  }
  const faults = faultsIn(bad).flatMap(({ path, problem }) =>
    problem._tag === "NotAllowed" ? [{ path: path.join("."), problem }] : []
  )

  it("is said in Chinese wherever a book goes wrong", () => {
    expect(faults.length).toBeGreaterThanOrEqual(20)
    const leftOver = faults.flatMap(({ path, problem }) => {
      const said = render(gradingTextZhCN, problem).split("应为")[1] ?? ""
      const plain = said.replaceAll(/"[^"]*"|\{[^}]*\}/g, "")
      return /[a-z]{2,} [a-z]{2,}/i.test(plain) ? [`${path}: ${said}`] : []
    })
    expect(leftOver).toEqual([])
  })

  it("is core's text where it is core's to say", () => {
    const problem = { expected: "an exact number such as 89.5 or 1/3", found: '"half"' }
    expect(gradingTextZhCN.NotAllowed(problem)).toBe(coreTextZhCN.NotAllowed(problem))
  })
})
